//! Which encoding a text is in: for the document by all its words, then for each paragraph that does not fit.

use super::page::decode;
use super::score::{Tally, tally};
use super::{Decoded, Encoding};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// How much of a text is enough to decide on, in bytes.
const SAMPLE: usize = 64 << 10;

/// The lead over the second that makes a choice certain.
const LEAD: f64 = 0.12;

/// A best that is below this share is none.
const LEAST: f64 = 0.5;

/// Words outside ASCII without which a paragraph is not judged by itself.
const WORDS: usize = 3;

/// Words that become syllables only in another encoding, without which a paragraph is not in it: one word can be foreign.
const GAIN: usize = 2;

/// The best of several encodings for some bytes.
struct Verdict {
    best: Encoding,
    tally: Tally,
    second: Encoding,
    lead: f64,
}

/// Decodes bytes that are in one of several encodings, or each paragraph in one of them.
pub(super) fn settle(bytes: &[u8], among: &[Encoding]) -> Decoded {
    let mut whole = verdict(&sample(paragraphs(bytes)), among);
    if among[0] == Encoding::Utf8 && whole.best.carried().is_some() && whole.lead < LEAD {
        // a valid text is left as it is where nothing is clearly better
        (whole.best, whole.second) = (Encoding::Utf8, whole.best);
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let (mut replaced, mut others, mut stayed) = (0, 0, Vec::new());
    for paragraph in paragraphs(bytes) {
        let (read, broken, own) = choose(paragraph, &whole, among);
        text.push_str(&read);
        replaced += broken;
        others += usize::from(own.is_some());
        if own.is_none() {
            stayed.push(paragraph);
        }
    }
    if others > 0 && whole.lead < LEAD {
        let rest = verdict(&sample(stayed.into_iter()), among);
        if rest.best == whole.best {
            whole = rest;
        }
    }
    let certain = whole.lead >= LEAD && whole.tally.share() >= LEAST;
    Decoded {
        text,
        encoding: whole.best,
        margin: Some(hundredths(whole.lead)),
        rival: (!certain).then_some(whole.second),
        replaced,
        mixed: others,
    }
}

/// Reads one paragraph, in the document's encoding or clearly in another, which is then named.
fn choose<'a>(
    paragraph: &'a [u8],
    whole: &Verdict,
    among: &[Encoding],
) -> (Cow<'a, str>, usize, Option<Encoding>) {
    if plain(paragraph) {
        return (String::from_utf8_lossy(paragraph), 0, None);
    }
    let (read, broken) = decode(paragraph, whole.best);
    let fit = tally(&read);
    if fit.words >= WORDS && fit.share() < 0.7 {
        let own = verdict(paragraph, among);
        let gain = own.tally.legal >= fit.legal + GAIN && own.tally.share() - fit.share() >= 0.3;
        if gain && own.tally.share() >= 0.8 {
            let (read, broken) = decode(paragraph, own.best);
            return (read.into(), broken, Some(own.best));
        }
    }
    (read.into(), broken, None)
}

/// The encoding in which most words are syllables; the lead is over the next that reads differently.
fn verdict(bytes: &[u8], among: &[Encoding]) -> Verdict {
    let mut read: Vec<(Encoding, String, Tally)> = among
        .iter()
        .map(|&encoding| {
            let text = decode(bytes, encoding).0;
            let tally = tally(&text);
            (encoding, text, tally)
        })
        .collect();
    read.sort_by(|(.., a), (.., b)| b.score().total_cmp(&a.score()));
    let (best, text, tally) = &read[0];
    let other = read.iter().find(|(_, other, _)| other != text);
    let (second, lead) = other.map_or((*best, 1.0), |(e, _, t)| (*e, tally.score() - t.score()));
    Verdict { best: *best, tally: *tally, second, lead }
}

/// Whether bytes read alike in every encoding.
fn plain(bytes: &[u8]) -> bool {
    bytes.iter().all(|&byte| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7E))
}

/// The first paragraphs that are not plain, up to the size of a sample.
fn sample<'a>(paragraphs: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut sample = Vec::new();
    for paragraph in paragraphs.filter(|paragraph| !plain(paragraph)) {
        sample.extend_from_slice(paragraph);
        if sample.len() >= SAMPLE {
            break;
        }
    }
    sample
}

/// The lines with their ends; one that is too long is cut at a blank, or between two characters of UTF-8.
fn paragraphs(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let near = &rest[..rest.len().min(SAMPLE)];
        let end = memchr::memchr(b'\n', near).map(|at| at + 1);
        let end = end.or_else(|| (near.len() == rest.len()).then_some(near.len()));
        let end = end.or_else(|| memchr::memrchr(b' ', near).map(|at| at + 1));
        let end =
            end.unwrap_or_else(|| near.iter().rposition(|byte| byte & 0xC0 != 0x80).unwrap_or(0).max(1));
        let (paragraph, after) = rest.split_at(end);
        rest = after;
        Some(paragraph)
    })
}

fn hundredths(share: f64) -> Decimal {
    Decimal::new((share * 100.0).round() as i64, 2)
}

#[cfg(test)]
mod tests {
    use super::{SAMPLE, paragraphs};

    #[test]
    fn paragraphs_lose_nothing() {
        let long = "ướ ".repeat(SAMPLE);
        let solid = "ướ".repeat(SAMPLE);
        for text in ["", "a", "a\n\nb\n", "\n", &long, &solid] {
            let parts: Vec<&[u8]> = paragraphs(text.as_bytes()).collect();
            assert_eq!(parts.concat(), text.as_bytes());
            assert!(parts.iter().all(|part| std::str::from_utf8(part).is_ok() && part.len() <= SAMPLE));
        }
    }
}
