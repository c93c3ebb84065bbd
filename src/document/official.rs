//! The header of an official document, by Decree 30/2020/NĐ-CP or by party usage.

use super::Info;
use crate::fact::{Edtf, Point};
use crate::grammar::{calendar, name, sign};
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Text;
use crate::text::space::{skip, starts_with};

/// Lines that a header may take.
const HEAD: usize = 16;

const MOTTO: [&str; 4] = [
    "cộng hòa xã hội chủ nghĩa việt nam",
    "cộng hoà xã hội chủ nghĩa việt nam",
    "đảng cộng sản việt nam",
    "độc lập - tự do - hạnh phúc",
];

/// Reads number, issuer, place, day of signing, kind and title from the head of an official document.
pub(super) fn read(text: &Text, lexicon: &Lexicon, lines: &[Span], info: &mut Info) {
    let head = &lines[..lines.len().min(HEAD)];
    let Some((at, number)) = head.iter().enumerate().find_map(|(i, &l)| Some((i, own_number(text, l)?)))
    else {
        return;
    };
    text.slice(number).clone_into(&mut info.number);
    info.number_span = Some(number);
    for &line in head {
        if let Some((place, day)) = place_and_day(text, line) {
            info.place = place;
            info.signed = Some(Edtf::Point(day));
            break;
        }
    }
    info.issuer = issuer(text, &head[..at]);
    kind_and_title(text, lexicon, &lines[at + 1..lines.len().min(at + 10)], info);
    if info.kind.is_empty() {
        let symbol = sign::symbol(text.shown(), number.start);
        let known = symbol.as_ref().and_then(|s| s.codes.iter().find_map(|c| lexicon.symbol(c)));
        info.kind = known.map_or_else(|| "official_letter".to_owned(), |d| d.id.clone());
    }
}

/// "Số: 12/KH-UBND", "Số 118-BC/UBKTTU" at the start of a line.
fn own_number(text: &Text, line: Span) -> Option<Span> {
    let folded = text.folded();
    let start = folded[line.range()].trim_start_matches(['*', ' ', '|', '(']);
    let at = line.end - start.len();
    let end = starts_with(folded, at, &["số"])?;
    let here = skip(folded, end);
    let here = if folded[here..].starts_with(':') { skip(folded, here + 1) } else { here };
    sign::symbol(text.shown(), here).filter(|s| s.end <= line.end).map(|s| Span::new(here, s.end))
}

/// "Hà Giang, ngày 05 tháng 02 năm 2020".
fn place_and_day(text: &Text, line: Span) -> Option<(String, Point)> {
    let folded = text.folded();
    let comma = folded[line.range()].match_indices(", ngày").map(|(i, _)| line.start + i).next()?;
    let here = skip(folded, comma + ", ngày".len());
    let (end, day) = calendar::two_digits(folded, here, 31)?;
    let end = starts_with(folded, end, &["tháng"])?;
    let (end, month) = calendar::two_digits(folded, skip(folded, end), 12)?;
    let end = starts_with(folded, end, &["năm"])?;
    let (_, year) = calendar::year(folded, skip(folded, end))?;
    let before = text.shown()[line.start..comma].trim();
    // the number of the document may stand on the same line, left of the place
    let words: Vec<&str> = before
        .split(|c: char| c == '\t' || c == '|')
        .next_back()
        .unwrap_or(before)
        .split_whitespace()
        .collect();
    let from = words
        .iter()
        .rposition(|w| w.contains(['/', ':']) || w.chars().any(|c| c.is_ascii_digit()))
        .map_or(0, |i| i + 1);
    calendar::valid_day(Some(year), month, day)
        .then(|| (words[from..].join(" "), Point::day(Some(year), month, day)))
}

/// The last lines in capitals above the number that are no motto.
fn issuer(text: &Text, above: &[Span]) -> String {
    let mut body = "";
    for &line in above {
        let mut words = text.slice(line);
        let folded = &text.folded()[line.range()];
        if let Some(cut) = MOTTO.iter().filter_map(|m| folded.find(m)).min() {
            words = words[..cut].trim();
        }
        let words =
            words.split(['|', '\t']).next().unwrap_or_default().trim_matches(['*', '-', '_', ' ', '—']);
        let capitals = words.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        if capitals && words.chars().count() > 3 {
            body = words;
        }
    }
    body.to_owned()
}

/// "QUYẾT ĐỊNH" on a line of its own, the summary below it; "V/v …" of a letter.
fn kind_and_title(text: &Text, lexicon: &Lexicon, below: &[Span], info: &mut Info) {
    for (i, &line) in below.iter().enumerate() {
        let folded = text.folded();
        if let Some(end) =
            starts_with(folded, line.start, &["v/v", "về việc"]).filter(|_| info.kind.is_empty())
        {
            info.title = name::tidy(text, Span::new(end, line.end));
            info.title_span = Some(line);
            if folded[line.start..].starts_with("v/v") {
                "official_letter".clone_into(&mut info.kind);
            }
            return;
        }
        let Some((end, kind)) = lexicon.document_names.at(folded, text.shown(), line.start) else { continue };
        let capital = text
            .slice(Span::new(line.start, end))
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
        if capital {
            info.kind.clone_from(&lexicon.documents[kind].id);
            let next = below.get(i + 1).copied().filter(|_| end == line.end);
            let title = next.unwrap_or(Span::new(end, line.end));
            info.title = name::tidy(text, title);
            info.title_span = Some(title);
            return;
        }
    }
}
