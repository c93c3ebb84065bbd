//! The header of an official document, by Decree 30/2020/NĐ-CP or by party usage.

use super::Info;
use crate::fact::{Edtf, Point};
use crate::grammar::{name, sign};
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Text;
use crate::text::space::{contains, floor, skip, starts_with};

/// Lines that a header may take.
const HEAD: usize = 16;

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
    info.issuer = issuer(text, lexicon, &head[..at]);
    kind_and_title(text, lexicon, &lines[at + 1..lines.len().min(at + 10)], info);
    if info.kind.is_empty() {
        let symbol = sign::symbol(text.shown(), number.start);
        let known = symbol.as_ref().and_then(|s| s.codes.iter().find_map(|c| lexicon.symbol(c)));
        info.kind = known.map_or_else(|| "official_letter".to_owned(), |d| d.id.clone());
    }
}

/// "Số: 12/KH-UBND", "Số 118-BC/UBKTTU" at the start of a line, or of a column of it.
fn own_number(text: &Text, line: Span) -> Option<Span> {
    let folded = text.folded();
    if text.digits_in(line).is_empty() || !contains(&folded[line.range()], "số") {
        return None;
    }
    columns(text, line).into_iter().find_map(|cell| {
        let start = folded[cell.range()].trim_start_matches(['*', ' ', '|', '(']);
        let end = starts_with(folded, cell.end - start.len(), &["số ký hiệu", "số hiệu", "số"])?;
        let here = skip(folded, end);
        let here = if folded[here..].starts_with(':') { skip(folded, here + 1) } else { here };
        sign::symbol(text.shown(), here).filter(|s| s.end <= line.end).map(|s| Span::new(here, s.end))
    })
}

/// The columns of a line: parts between tabs, bars or at least three blanks.
fn columns(text: &Text, line: Span) -> Vec<Span> {
    let words = text.slice(line);
    let mut cells = Vec::new();
    let mut start = 0;
    for (i, _) in words.match_indices(['\t', '|', ' ']) {
        let wide = !words[i..].starts_with(' ') || words[i..].starts_with("   ");
        if wide && i >= start {
            cells.push(Span::new(line.start + start, line.start + i));
            start = i + 1;
        }
    }
    cells.push(Span::new(line.start + start, line.end));
    cells.into_iter().map(|c| super::header::trimmed(text, c)).filter(|c| c.end > c.start).collect()
}

/// "Hà Giang, ngày 05 tháng 02 năm 2020", also beside the number of the document; "Số 215/BC-UBND ngày 24/6/2022".
fn place_and_day(text: &Text, line: Span) -> Option<(String, Point)> {
    let folded = text.folded();
    let (comma, after) = [", ngày", ",ngày", " ngày"].iter().find_map(|mark| {
        let at = line.start + folded[line.range()].find(mark)?;
        Some((at, at + mark.len()))
    })?;
    let (_, day) = super::dateline::day_at(&folded[..line.end], skip(folded, after))?;
    // a blank of two bytes is two plain ones in the folded view
    let before = text.shown()[line.start..floor(text.shown(), comma)].trim();
    // the number of the document may stand on the same line, left of the place
    let column = before.split(['\t', '|']).next_back().unwrap_or(before);
    let words: Vec<&str> = column.split_whitespace().collect();
    let signs = |w: &&str| w.contains(['/', ':', '*']) || w.chars().any(|c| c.is_ascii_digit());
    let from = words.iter().rposition(signs).map_or(0, |i| i + 1);
    let place = words[from..].join(" ");
    let name =
        words[from..].iter().all(|w| w.starts_with(|c: char| c.is_uppercase() || matches!(c, '-' | '(')));
    // of a line without a place only that of the number tells: "Căn cứ Thông tư số 9/TT-BTC ngày 4/11/2019" does not
    let own = from < words.len()
        || starts_with(folded[line.range()].trim_start_matches(['(', '*', ' ']), 0, &["số"]).is_some();
    (name && own && words.len() - from <= 6).then_some((place, day))
}

/// The last name in capitals above the number that is no motto; a name may take two lines.
fn issuer(text: &Text, lexicon: &Lexicon, above: &[Span]) -> String {
    let mut body = String::new();
    let kind = |l: Span| lexicon.cited_names.at(text.folded(), text.shown(), l.start).is_some();
    for &line in above.iter().filter(|&&l| !kind(l)) {
        let mut words = text.slice(line);
        let folded = &text.folded()[line.range()];
        if let Some(cut) = lexicon.context.state_motto.find(folded) {
            words = words[..cut].trim();
        }
        let words =
            words.split(['|', '\t']).next().unwrap_or_default().split("   ").next().unwrap_or_default();
        let words = words.trim_matches(['*', '-', '_', ' ', '—', '─']);
        let capitals = words.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        if !(capitals && words.chars().count() > 3) {
            continue;
        }
        let lower = words.to_lowercase();
        let goes_on = lexicon.context.name_goes_on.at(&lower, 0).is_some()
            && lexicon.context.own_name.at(&lower, 0).is_none();
        if goes_on && !body.is_empty() {
            body = format!("{body} {words}");
        } else {
            words.clone_into(&mut body);
        }
    }
    body
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
        let Some((end, kind)) = lexicon.cited_names.at(folded, text.shown(), line.start) else { continue };
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
