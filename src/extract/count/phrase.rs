//! Noun phrases: a noun that the lexicon does not know, and where a phrase ends.

use super::Page;
use crate::grammar::name::is_capital;
use crate::span::Span;
use crate::text::space::{floor, is_edge, skip_inline, word};

/// One or two lower-case words that may be a noun.
pub(super) fn noun_words(page: Page<'_>, at: usize) -> Option<Span> {
    let (text, shown) = (page.folded(), page.shown());
    let first = word(text, at).filter(|w| w.start == at)?;
    let plain = |w: &Span| {
        let words = &text[w.range()];
        !is_capital(shown, w.start) && words.chars().all(char::is_alphabetic) && !stops(page, *w)
    };
    if !plain(&first) || first.end - first.start < 2 && is_edge(text, first.end) {
        return None;
    }
    let next = word(text, first.end).filter(|w| w.start == first.end + 1 && plain(w));
    let follows = next.filter(|w| {
        // "nhu cầu", "ngân sách": a syllable that is a noun of its own ends a compound; a longer noun begins another
        page.lexicon.unit_names.at(text, shown, w.start).is_none_or(|(end, _)| end == w.end)
            && page.lexicon.measure_names.at(text, shown, w.start).is_none()
    });
    Some(follows.map_or(first, |w| Span::new(first.start, w.end)))
}

/// "45 TƯLĐTT", "12 CĐ cơ sở": two to eight capitals that are no code of a document.
pub(super) fn abbreviation(page: Page<'_>, at: usize) -> Option<Span> {
    let w = word(page.folded(), at).filter(|w| w.start == at)?;
    let name = &page.shown()[w.range()];
    let letters = name.chars().count();
    let coded = page.shown()[w.end..].starts_with(['/', '-', '–']);
    let capitals = name.chars().all(char::is_uppercase) && (2..=8).contains(&letters);
    // "200RT" is a size, "máy bay 737 MAX" a type
    let blank = page.folded()[..at].ends_with(' ');
    let number = page.folded()[..at].trim_end().trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let typed =
        page.lexicon.unit_names.before(page.folded(), page.shown(), number.trim_end().len()).is_some();
    // "100% CĐ cơ sở": the code of a kind of document where a further word tells what it is
    let told = || word(page.folded(), w.end).is_some_and(|next| !is_capital(page.shown(), next.start));
    let coded = coded || page.lexicon.symbol(name).is_some() && !told();
    (capitals && !coded && blank && !typed).then_some(w)
}

/// Whether no noun phrase begins with this word.
fn stops(page: Page<'_>, w: Span) -> bool {
    page.lexicon.context.stop.at(page.folded(), w.start).is_some_and(|end| end >= w.end)
}

/// The end of the noun phrase that begins with a noun.
pub(super) fn phrase_end(page: Page<'_>, noun: Span) -> usize {
    let text = page.folded();
    let mut end = noun.end;
    for _ in 0..10 {
        let next = skip_inline(text, end);
        // the next cell of a table
        if text[end..next].contains('\t') {
            break;
        }
        let quote = text[next..].chars().next().filter(|c| matches!(c, '“' | '"'));
        if let Some(open) = quote {
            let close = if open == '“' { '”' } else { '"' };
            let Some(len) = text[next + open.len_utf8()..floor(text, next + 130)].find(close) else {
                break;
            };
            end = next + open.len_utf8() + len + close.len_utf8();
            continue;
        }
        let Some(w) = word(text, next).filter(|w| w.start == next && next > end) else { break };
        let ends = page.lexicon.context.phrase_end.at(text, next).is_some();
        if ends && !(text[w.range()] == *"được" && text[..end].ends_with("đã"))
            || text[w.range()].starts_with(|c: char| c.is_ascii_digit())
        {
            break;
        }
        end = w.end;
    }
    end
}
