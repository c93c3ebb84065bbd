//! Title, rubric, dateline, byline and the header of an official document.

use super::{Info, dateline, official};
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Text;
use crate::text::space::{contains, starts_with};

/// Reads what a document says of itself.
pub fn read(text: &Text, lexicon: &Lexicon) -> Info {
    let mut info = Info::default();
    let lines: Vec<Span> = text.lines().map(|l| trimmed(text, l)).filter(|l| l.end > l.start).collect();
    official::read(text, lexicon, &lines, &mut info);
    dateline::read(text, lexicon, &lines, &mut info);
    if info.title.is_empty() && !masthead(text, lexicon, &lines, &mut info) {
        title(text, lexicon, &lines, &mut info);
    }
    byline(text, lexicon, &lines, &mut info);
    info
}

pub(super) fn trimmed(text: &Text, line: Span) -> Span {
    let words = text.slice(line);
    let start = line.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

/// A body in capitals, and below it, in capitals too, what it reports: "ĐẢNG UỶ XÃ PHONG SƠN" / "KẾT QUẢ …".
fn masthead(text: &Text, lexicon: &Lexicon, lines: &[Span], info: &mut Info) -> bool {
    let capitals = |l: Span| {
        let mut letters = text.slice(l).chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(char::is_uppercase)
    };
    let known = |l: Span| lexicon.body_names.at(text.folded(), text.shown(), l.start).is_some();
    let body = |l: Span| known(l) || lexicon.context.council.follows(text.folded(), l.start).is_some();
    let bodies = lines.iter().take(3).take_while(|&&l| capitals(l) && body(l)).count();
    let Some((&issuer, &line)) = lines[..bodies].last().zip(lines.get(bodies)) else { return false };
    let named = lexicon.cited_names.at(text.folded(), text.shown(), line.start).filter(|_| capitals(line));
    // "BÁO CÁO" on a line of its own: the title stands below it
    let below = lines.get(bodies + 1).copied().filter(|_| named.is_some_and(|(end, _)| end == line.end));
    if below.is_none() && (!capitals(line) || text.slice(line).split_whitespace().count() < 3) {
        return false;
    }
    let title = below.unwrap_or(line);
    text.slice(title).clone_into(&mut info.title);
    info.title_span = Some(title);
    if info.issuer.is_empty() {
        text.slice(issuer).clone_into(&mut info.issuer);
    }
    let kind =
        lexicon.cited_names.at(text.folded(), text.shown(), line.start).filter(|_| info.kind.is_empty());
    if let Some((_, i)) = kind {
        info.kind.clone_from(&lexicon.documents[i].id);
    }
    true
}

/// The first line that is long enough; a short line above it is the rubric. Site clocks, breadcrumbs and the line of
/// place and day are passed over.
fn title(text: &Text, lexicon: &Lexicon, lines: &[Span], info: &mut Info) {
    let spoken =
        |l: Span| text.slice(l).split_whitespace().filter(|w| w.contains(char::is_alphabetic)).count();
    let shout = |l: Span| !text.slice(l).contains(char::is_lowercase);
    let words = |l: Span| text.slice(l).split_whitespace().count();
    let plain = |l: Span| !text.slice(l).ends_with(['.', ';', ':', ',']) || text.slice(l).ends_with("...");
    let aside = |l: Span| {
        let line = text.slice(l);
        let crumbs = contains(line, " > ") || contains(line, " » ") || contains(line, " / ") && words(l) <= 8;
        line.starts_with(|c: char| c.is_ascii_digit()) && dateline::day_at(line, 0).is_some()
            || info.published_span.is_some_and(|p| p.overlaps(l))
            || crumbs
            || starts_with(text.folded(), l.start, &["thứ", "chủ nhật"]).is_some() && words(l) <= 10
    };
    let mut rest = lines.iter().copied().skip_while(|&l| aside(l)).peekable();
    let Some(first) = rest.next() else { return };
    let second = rest.peek().copied();
    let rubric = second.filter(|&l| plain(l) && words(l) > 4 && words(l) <= 40 && !aside(l));
    // "VĂN HÓA - NGHỆ THUẬT", and the body whose paper it is, in capitals above a title that is not
    let body = shout(first) && lexicon.body_names.at(text.folded(), text.shown(), first.start).is_some();
    let rubric = rubric.filter(|&l| {
        spoken(first) <= 4 || shout(first) && !shout(l) && (spoken(first) <= 5 || body && spoken(first) <= 10)
    });
    let line = rubric.unwrap_or(first);
    if rubric.is_some() && body {
        text.slice(first).clone_into(&mut info.issuer);
    } else if rubric.is_some() {
        text.slice(first).clone_into(&mut info.section);
    } else if let Some(crumbs) =
        lines.iter().take_while(|l| l.end <= line.start).find(|&&l| contains(text.slice(l), " > "))
    {
        let last = text.slice(*crumbs).rsplit(" > ").next().unwrap_or_default();
        last.trim().clone_into(&mut info.section);
    }
    // a document that begins with its first paragraph has no title
    if words(line) <= 45 && plain(line) {
        text.slice(line).clone_into(&mut info.title);
        info.title_span = Some(line);
    }
}

/// "Nguyễn Thị Phượng, BDVTU" as the last line; "Hà Công Minh (BDV Huyện ủy)".
fn byline(text: &Text, lexicon: &Lexicon, lines: &[Span], info: &mut Info) {
    if !info.number.is_empty() || lines.len() < 3 {
        return;
    }
    for &line in lines.iter().rev().take(2) {
        // "Nà Phòn, ngày 9/12/2022" is the line of the day
        if dateline::is_place_and_day(text, line) {
            continue;
        }
        let words = text.slice(line);
        let folded = &text.folded()[line.range()];
        let offset = lexicon.context.by_whom.at(folded, 0).unwrap_or(0);
        let words = words[offset..].trim_start_matches([' ', ':']);
        // a title before the name, as "TRƯỞNG BAN: …"
        let words = words
            .rsplit_once(':')
            .filter(|(title, _)| title.chars().all(|c| !c.is_lowercase()))
            .map_or(words, |(_, name)| name.trim());
        // "… (giữa) trong phiên họp" is a caption
        if words.contains('(') && !words.trim_end_matches('.').ends_with(')') {
            continue;
        }
        let (name, agency) = match words.split_once(['(', ',', '-', '–']) {
            Some((name, rest)) => (name.trim(), rest.trim_matches([')', ' ', '.'])),
            None => (words.trim(), ""),
        };
        let parts: Vec<&str> = name.split_whitespace().collect();
        let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
        // two columns, as of signatures, are no name
        let columns = words.contains("   ") || words.contains(['\t', '|']);
        let person = !columns
            && (1..=5).contains(&parts.len())
            && parts.iter().all(capital)
            && !name.contains(|c: char| c.is_ascii_digit());
        // "T/M ĐẢNG ỦY": for whom somebody signs
        let person = person && !name.contains('/');
        let initials = parts.len() == 1 && !name.contains('.') && agency.is_empty();
        if person && !initials && words.len() < 80 && !agency.contains('.') {
            name.clone_into(&mut info.author);
            agency.clone_into(&mut info.agency);
            return;
        }
    }
}
