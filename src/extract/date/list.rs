//! Years, quarters, months and days that follow a point in a list: "năm 2018 và 2019", "quý II và III/2020".

use super::{Page, Parsed, decade, month, relative};
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Edtf, Point};
use crate::grammar::calendar;
use crate::lexicon::TimeRole;
use crate::text::space::{ends_with, is_edge, skip, skip_inline, starts_with};

/// The most members of a list.
const MOST: usize = 20;

/// A comma or "và": the place after it.
pub(super) fn mark(text: &str, at: usize) -> Option<usize> {
    if let Some(end) = starts_with(text, at, &["và", "hoặc", "với"]) {
        return Some(skip(text, end));
    }
    let here = skip_inline(text, at);
    text[here..].starts_with(',').then(|| skip_inline(text, here + 1))
}

/// A point with the members that follow it.
pub(super) fn with_more(page: Page<'_>, p: Parsed) -> Vec<Parsed> {
    let next = match p.value {
        Edtf::Point(Point { part: Part::Whole, .. }) if p.kind == DateKind::Year => next_year,
        Edtf::Point(Point { part: Part::Quarter(_), .. }) => next_quarter,
        Edtf::Point(Point { part: Part::Month(_), .. }) => next_month,
        Edtf::Point(Point { part: Part::Day(..), .. }) if p.kind == DateKind::Date => next_day,
        Edtf::Point(Point { part: Part::Decade, .. }) => decade::next,
        _ => return vec![p],
    };
    let mut all = vec![p];
    while all.len() < MOST
        && let Some(last) = all.last()
        && let Some(at) = mark(page.folded(), last.end)
        && let Some(member) = next(page, at)
    {
        all.push(member);
    }
    share_year(&mut all);
    all
}

/// "quý II và III/2020": the year of the last belongs to those before it.
fn share_year(all: &mut [Parsed]) {
    let mut year = None;
    for p in all.iter_mut().rev() {
        let own = p.value.year();
        if let (None, Some(y), false) = (own, year, p.kind == DateKind::Date) {
            p.value = p.value.map(|point| point.in_year(y));
        }
        year = own;
        if own.is_none() {
            year = p.value.year();
        }
    }
}

fn next_year(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let word = starts_with(text, at, &["năm"]);
    let here = word.map_or(at, |e| skip(text, e));
    let (end, year) = calendar::plain_year(text, here)?;
    let counted = word.is_none()
        && !text[end..].starts_with(['/', '-'])
        && relative::counted(page, end)
        && noun_after(page, end);
    let glued =
        text[end..].starts_with(['/', '%', '.']) && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
    // "2018, 2019-2020": the second begins a span of its own
    (!counted && !glued)
        .then(|| Parsed::new(at, end, DateKind::Year, Point::year(year).into(), "date/year_list"))
}

fn next_quarter(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let word = starts_with(text, at, &["quý", "quí"]);
    let (end, q) = calendar::quarter(text, word.map_or(at, |e| skip(text, e)))?;
    let (stop, year) = calendar::year_after(text, end);
    let roman = text[at..end].bytes().all(|b| matches!(b, b'i' | b'v'));
    let told = word.is_some() || year.is_some() || roman;
    let value = Point { year, part: Part::Quarter(q), time: None };
    told.then(|| Parsed::new(at, stop, DateKind::Quarter, value.into(), "date/quarter_list"))
}

fn next_month(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    if starts_with(text, at, &["tháng"]).is_some() {
        return month::read(page, at);
    }
    let (end, m) = calendar::two_digits(text, at, 12)?;
    let (stop, year) = calendar::year_after(text, end);
    // "tháng 5, 6 hộ": a number alone is a month only with its year, or where a further month follows
    let listed = || mark(text, end).and_then(|next| next_month(page, next)).is_some();
    let told = year.is_some() || is_edge(text, end) && !text[end..].starts_with(['/', '.', '%']) && listed();
    told.then(|| Parsed::new(at, stop, DateKind::Month, Point::month(year, m).into(), "date/month_list"))
}

/// "13/5, 14/5 và 15/5": a further bare D/M, unless it is a share.
fn next_day(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let (end, p) = calendar::day_month_year(text, at).or_else(|| calendar::day_month(text, at))?;
    let share = p.year.is_none() && text[at..end].contains('-')
        || page.lexicon.calendar.at(TimeRole::Fraction, text, skip(text, end)).is_some()
        || text[end..].starts_with('%');
    (!share).then(|| Parsed::new(at, end, DateKind::Date, p.into(), "date/day_month"))
}

/// "và 2000 người": a number with its noun, no year.
fn noun_after(page: Page<'_>, at: usize) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let here = skip_inline(text, at);
    // "năm 2017 và 2018 Đảng ủy tặng": a name
    if crate::grammar::name::is_capital(shown, here) {
        return false;
    }
    page.lexicon.unit_names.at(text, shown, here).is_some()
        || page.lexicon.measure_names.at(text, shown, here).is_some()
}

/// "các năm 2016, 2017 và 2018".
pub(super) fn years(page: Page<'_>, at: usize) -> Option<Vec<Parsed>> {
    let text = page.folded();
    let here = skip(text, starts_with(text, at, &["các năm", "những năm"])?);
    let (end, year) = calendar::plain_year(text, here)?;
    // the first takes the word, and not its plural
    let word = ends_with(text, here, &["năm"]).unwrap_or(at);
    let first = Parsed::new(word, end, DateKind::Year, Point::year(year).into(), "date/year_list");
    let all = with_more(page, first);
    // "những năm 1950" alone is a decade
    (all.len() > 1 || text[at..].starts_with("các")).then_some(all)
}
