//! A point joined with the end of its span: "đến nay", "- 15/6/2020", "đến tháng 6".

use super::lead::{self, Lead};
use super::{Page, Parsed, day, month, term, year};
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Edtf, Point};
use crate::grammar::calendar;
use crate::text::space::{ends_with, starts_with};

/// The span that begins with `first`, if one does.
pub(super) fn with_end(page: Page<'_>, first: &Parsed) -> Option<Parsed> {
    let text = page.folded();
    let from = page.lexicon.context.since.precedes(text, first.start).is_some();
    let Edtf::Point(a) = first.value else { return None };
    let make = |end, value| Some(Parsed::new(first.start, end, DateKind::Range, value, "date/range"));
    if let Some(end) = page.lexicon.context.until_now.follows(text, first.end) {
        return make(end, Edtf::since(a)).filter(|_| from || !text[..end].ends_with("trở đi"));
    }
    if let Some(end) = starts_with(text, first.end, &["về trước", "trở về trước"]) {
        return make(end, Edtf::until(a));
    }
    let (next, said) = term::to(page, first.end)?;
    let (end, b) = end_point(page, next, a)?;
    let growth = said && !from && ends_with(text, first.start, &["tăng từ", "giảm từ"]).is_some();
    if growth || !(same_part(a, b) || said && from && finer(a, b)) {
        return None;
    }
    let a = start_year(a, b);
    let later = b.year.is_none_or(|y| a.year.is_none_or(|x| x <= y));
    let value = Edtf::Interval(Some(Point { time: None, ..a }), Some(Point { time: None, ..b }));
    make(end, value).filter(|_| later)
}

/// "năm học 2018 - 2019 đến năm học 2022 - 2023": from the first year of the one span to the last of the other.
pub(super) fn spans(page: Page<'_>, first: Parsed) -> Parsed {
    let joined = || {
        let Edtf::Interval(Some(a), _) = first.value else { return None };
        let (next, said) = term::to(page, first.end)?;
        let last = term::years(page, next).filter(|_| said)?;
        let Edtf::Interval(_, Some(b)) = last.value else { return None };
        let value = Edtf::Interval(Some(a), Some(b));
        (a.year < b.year).then(|| Parsed::new(first.start, last.end, DateKind::Range, value, "date/range"))
    };
    joined().unwrap_or(first)
}

fn end_point(page: Page<'_>, at: usize, a: Point) -> Option<(usize, Point)> {
    let text = page.folded();
    let (here, lead) = lead::read(page, at);
    let told = Lead { part_of_day: true, ..lead };
    let point =
        day::read(page, here, told).or_else(|| month::read(page, here)).or_else(|| year::worded(page, here));
    let bare = || {
        let (end, y) = calendar::plain_year(text, here).filter(|_| a.part == Part::Whole)?;
        Some(Parsed::new(here, end, DateKind::Year, Point::year(y).into(), "date/year"))
    };
    let p = point.or_else(bare)?;
    let Edtf::Point(b) = p.value else { return None };
    Some((p.end, b))
}

fn same_part(a: Point, b: Point) -> bool {
    std::mem::discriminant(&a.part) == std::mem::discriminant(&b.part)
}

/// "từ ngày 1/1 đến hết tháng 6/2020": the end may be told less finely than the beginning.
fn finer(a: Point, b: Point) -> bool {
    matches!((a.part, b.part), (Part::Day(..), Part::Month(_) | Part::Whole) | (Part::Month(_), Part::Whole))
}

/// The year of the beginning: that of the end, or the one before it where the months run over: 25/12 - 5/1/2021.
fn start_year(from: Point, to: Point) -> Point {
    let over = match (from.part, to.part) {
        (Part::Day(month, day), Part::Day(last, last_day)) => (month, day) > (last, last_day),
        (Part::Month(month), Part::Month(last)) => month > last,
        _ => false,
    };
    to.year.map_or(from, |year| from.in_year(year - i16::from(over)))
}
