//! Those named below an award: "Giải A:⏎- Loạt bài … của tác giả …", "DANH SÁCH được tặng Bằng khen⏎I. TẬP THỂ⏎1. …".

use super::govern::is_worth;
use super::heading::is_item;
use super::mention::Mention;
use super::recipient::Recipient;
use super::sheet::Sheet;
use crate::grammar::name;
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{lookahead, lookback, skip_inline};

/// The most winners of one prize.
const MOST: usize = 60;

/// Those named in the items below a line that is the name of a prize alone.
pub(super) fn winners(sheet: &Sheet<'_>, mention: &Mention) -> Vec<Recipient> {
    let flat = sheet.flat();
    let lead = lookback(flat, mention.span.start).rsplit('\n').next().unwrap_or_default();
    // a line that goes on further holds more than the name
    let rest = lookahead(flat, mention.tail).split('\n').next().unwrap_or_default();
    if !mention.prize || lead.contains(char::is_alphabetic) || !matches!(rest.trim(), "" | ":") {
        return Vec::new();
    }
    let mut all: Vec<Recipient> = Vec::new();
    let (mut here, mut aside) = ((mention.tail + rest.len() + 1).min(flat.len()), 0);
    for line in flat[here..].split_inclusive('\n').take(3 * MOST) {
        let start = here;
        here += line.len();
        let words = line.trim();
        if words.is_empty() {
            continue;
        }
        let heading = ends_list(sheet, start, words);
        if is_item(words) && !heading && !is_worth(sheet, words) && all.len() < MOST {
            all.extend(winner(sheet, skip_inline(flat, start), start + line.trim_end().len()));
            aside = 0;
        } else if is_item(words) || all.is_empty() || aside > 0 || heading {
            break;
        } else {
            // a caption between the items
            aside += 1;
        }
    }
    all
}

/// Those in the numbered lines below the heading of a list: "DANH SÁCH⏎Tập thể, cá nhân được tặng Bằng khen⏎I. TẬP THỂ⏎1. …".
pub(super) fn annexed(sheet: &Sheet<'_>, mention: &Mention) -> Vec<Recipient> {
    let flat = sheet.flat();
    let before = lookback(flat, mention.span.start);
    let above = before.trim_end_matches(|c| c != '\n').trim_end().rsplit('\n').next().unwrap_or_default();
    let own = before.rsplit('\n').next().unwrap_or_default();
    let listed = above.trim().starts_with("danh sách") || own.trim().starts_with("danh sách");
    if !listed || mention.prize {
        return Vec::new();
    }
    let rest = flat[mention.tail..].split('\n').next().unwrap_or_default();
    if rest.contains(['.', ';', ':']) {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut here = (mention.tail + rest.len() + 1).min(flat.len());
    for line in flat[here..].split_inclusive('\n').take(3 * MOST) {
        let start = here;
        here += line.len();
        let words = line.trim();
        let opens = words.trim_start_matches(|c: char| !c.is_alphabetic());
        let label = opens.trim_start_matches(['i', 'v', 'x']).trim_start_matches(['.', ')', ' ']);
        let heads =
            ["tập thể", "cá nhân", "hộ gia đình"].iter().any(|w| label.starts_with(w)) && words.len() < 40;
        if words.is_empty() || words.starts_with('(') || heads {
            continue;
        }
        if !is_item(words) || all.len() == MOST {
            break;
        }
        all.extend(member(sheet, start, start + line.trim_end().len()));
    }
    if all.len() > 1 { all } else { Vec::new() }
}

/// The name that an item of a list begins with.
fn member(sheet: &Sheet<'_>, start: usize, end: usize) -> Option<Recipient> {
    let flat = sheet.flat();
    let opens = start + sheet.words(start, end).find(char::is_alphabetic)?;
    let person = sheet.starts(Role::Persons, opens).map_or(opens, |e| skip_inline(flat, e));
    let words = sheet.words(person, end);
    let stop = [",", ";", " - ", " – ", " ("].iter().filter_map(|mark| words.find(mark)).min();
    let name = name::tidy(sheet.page.text, Span::new(person, stop.map_or(end, |i| person + i)));
    let named = name::is_capital(sheet.page.shown(), person) && name.contains(' ');
    named.then_some(Recipient { name, end, ..Recipient::default() })
}

/// The winner in an item: its words up to the dash behind a name, without the mark.
fn winner(sheet: &Sheet<'_>, start: usize, end: usize) -> Option<Recipient> {
    let flat = sheet.flat();
    let mark = sheet.words(start, end).find(|c: char| c.is_alphabetic() || matches!(c, '“' | '"'))?;
    let opens = start + mark;
    let words = sheet.words(opens, end);
    let stop = [" - ", " – "].iter().filter_map(|dash| words.rfind(dash)).max();
    let stop = stop.filter(|i| *i > 8).map_or(end, |i| opens + i);
    let named = name::is_capital(sheet.page.shown(), opens) || flat[opens..].starts_with(['“', '"']);
    named.then(|| Recipient {
        name: name::tidy(sheet.page.text, Span::new(opens, stop)),
        end,
        ..Recipient::default()
    })
}

/// Whether a line is a heading of its own: an award, "II. …", words with a colon.
fn ends_list(sheet: &Sheet<'_>, start: usize, words: &str) -> bool {
    let label = words.split(['.', ' ']).next().unwrap_or_default();
    let roman = !label.is_empty() && label.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let number = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let at = start + sheet.words(start, start + words.len() + 40).find(number).unwrap_or(0);
    roman
        || words.ends_with(':')
        || sheet.page.lexicon.award_names.at(sheet.flat(), sheet.page.shown(), at).is_some()
}
