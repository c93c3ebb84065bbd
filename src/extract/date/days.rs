//! Days that share the month of the last: "các ngày 3, 5 và 7/8/2019", "ngày 12 - 13/4", "từ ngày 10 đến 15/6".

use super::lead::Lead;
use super::{Page, Parsed, day, list, term};
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Edtf, Point};
use crate::grammar::calendar;
use crate::text::space::{ends_with, skip, starts_with};

/// The most days that a list may have before its last.
const MOST: usize = 12;

/// One day of a list before the last.
struct Item {
    start: usize,
    end: usize,
    day: u8,
    /// A dash or "đến" follows.
    range: bool,
}

/// Reads a list or a range of days.
pub(super) fn read(page: Page<'_>, at: usize) -> Option<Vec<Parsed>> {
    let text = page.folded();
    let head = page.lexicon.context.days_head.follows(text, at);
    let mut here = head.map_or(at, |end| skip(text, end));
    let mut word = here;
    // "các ngày 3, 5 và 7/8": the first takes the word, and not its plural
    let plural = starts_with(text, at, &["trong các ngày", "các ngày", "hai ngày"]);
    let at = plural.and_then(|end| ends_with(text, end, &["ngày"])).unwrap_or(at);
    // "trong 2 ngày 23 và 24/7": the word belongs to the number before it
    let at = if text[at..].starts_with("ngày") && term::duration(text, at) { here } else { at };
    let mut items: Vec<Item> = Vec::new();
    loop {
        let (end, number) = calendar::two_digits(text, here, 31)?;
        let range = term::to(page, end).or_else(|| overnight(page, end)).map(|(next, _)| (next, true));
        let joint = range.or_else(|| Some((list::mark(text, end)?, false)));
        // a first day that nothing joins to another makes no list
        if items.is_empty() && joint.is_none() {
            return None;
        }
        let lead = Lead { part_of_day: true, ..Lead::default() };
        let last = day::read(page, here, lead)
            .filter(|p| matches!(p.value, Edtf::Point(Point { part: Part::Day(..), .. })));
        if let Some(last) = last {
            return finish(text, at, &items, Parsed { start: word, ..last });
        }
        let (next, range) = joint?;
        let told = head.is_some() || range || ends_with(text, at, &["vào", "hôm", "trong"]).is_some();
        if range && !items.is_empty() || items.len() > MOST || !told {
            return None;
        }
        items.push(Item { start: word, end, day: number, range });
        word = next;
        here = starts_with(text, next, &["ngày"]).map_or(next, |e| skip(text, e));
    }
}

/// "đêm 30 rạng ngày 31/1/1968": the place after what joins two days of one night.
fn overnight(page: Page<'_>, at: usize) -> Option<(usize, bool)> {
    let text = page.folded();
    let end = page.lexicon.context.overnight.follows(text, at)?;
    Some((skip(text, end), true))
}

fn finish(text: &str, at: usize, items: &[Item], last: Parsed) -> Option<Vec<Parsed>> {
    let Edtf::Point(Point { year, part: Part::Day(month, end_day), .. }) = last.value else { return None };
    let (first, rest) = items.split_first()?;
    if !items.iter().all(|d| calendar::valid_day(year, month, d.day)) {
        return None;
    }
    if first.range && rest.is_empty() {
        let bare = first.start == at && ends_with(text, at, &["ngày", "từ", "hôm", "("]).is_none();
        let told = !bare || text[..at].ends_with('(') || year.is_some() || first.day < end_day;
        let ends = (Point::day(year, month, first.day), Point::day(year, month, end_day));
        let value = Edtf::Interval(Some(ends.0), Some(ends.1));
        let range = Parsed::new(at, last.end, DateKind::Range, value, "date/day_range");
        return (told && first.day < end_day).then(|| vec![range]);
    }
    let point = |(i, d): (usize, &Item)| {
        let start = if i == 0 { at } else { d.start };
        Parsed::new(start, d.end, DateKind::Date, Point::day(year, month, d.day).into(), "date/day_list")
    };
    let mut all: Vec<Parsed> = items.iter().enumerate().map(point).collect();
    all.push(last);
    Some(all)
}
