//! Dates without a year, and dates that lean on another, completed from the document's own.

use crate::document::{self, Outside};
use crate::extract::{Extraction, Page};
use crate::fact::edtf::Part;
use crate::fact::{Date, DateKind, Edtf, Lean, Point};
use crate::text::space::{floor, starts_with};
use jiff::ToSpan as _;
use jiff::civil::Date as Day;

/// A date without a year that lies further ahead of the document than this, in days, is one of the year before.
const AHEAD: i32 = 183;

/// What the document's own date is known to be.
#[derive(Clone, Copy)]
struct Own {
    /// Its year. A year that the text only mentions is none to complete from.
    year: Option<i16>,
    /// Its day.
    day: Option<Day>,
}

/// What the text has named so far.
#[derive(Clone, Copy, Default)]
struct Said {
    day: Option<Point>,
    school: Option<Edtf>,
}

/// Completes every date of a document.
pub(super) fn dates(page: Page<'_>, out: &mut Extraction, outside: Outside<'_>) {
    let dated = out.info.dated.or_else(|| issue(&out.facts.dates)).or_else(|| today(page, &out.facts.dates));
    out.info.dated = dated;
    let named = document::date_of_name(outside.name).and_then(Edtf::year);
    let own = Own { year: dated.and_then(Edtf::year).or(named), day: dated.and_then(|e| e.days().1) };
    let exact = matches!(dated, Some(Edtf::Point(Point { part: Part::Day(..), .. })));
    let mut said = Said::default();
    for i in 0..out.facts.dates.len() {
        let Some((date, after)) = out.facts.dates[i..].split_first_mut() else { break };
        let bracket = after.first().filter(|next| next.span.start <= date.span.end + 2).map(|d| d.value);
        if date.kind == DateKind::Relative {
            leaning(date, own, said, bracket);
        } else if let Some(year) = own.year {
            let shift = if exact { nearest(page, date, own) } else { 0 };
            date.resolved = date.value.map(|p| p.in_year(year + shift));
        }
        if date.rule == "date/term" {
            said.school = Some(date.value);
        }
        let day = |p: &Point| matches!(p.part, Part::Day(..));
        match date.value {
            Edtf::Point(p) if day(&p) => said.day = Some(Point { time: None, ..p }),
            // "tính đến hết ngày 29/9 …. Chiều cùng ngày": where no other day was told
            Edtf::Interval(_, Some(p)) if day(&p) && said.day.is_none() => said.day = Some(p),
            _ => {}
        }
    }
}

/// A relative date: from what stands in brackets after it, else from the document's date.
fn leaning(date: &mut Date, own: Own, said: Said, bracket: Option<Edtf>) {
    if date.value != Edtf::Unknown {
        // "2/9 năm nay": the day is told, the year leans
        let shift = if let Some(Lean::Year(n)) = date.lean { n } else { 0 };
        if let Some(y) = own.year {
            date.value = date.value.map(|p| p.in_year(y + shift));
        }
        date.resolved = date.value;
        return;
    }
    let told = bracket.filter(|_| {
        matches!(date.lean, Some(Lean::Day(_) | Lean::Other | Lean::Nearest(..) | Lean::Weekday(..)))
    });
    let complete = |value: Edtf| own.year.map_or(value, |y| value.map(|p| p.in_year(y)));
    date.value = told.or_else(|| relative(date, own, said).map(complete)).unwrap_or(Edtf::Unknown);
    date.resolved = complete(date.value);
}

/// How many years a date without one lies from the document's: "ngày 30/12" in a text of January is of the year before.
fn nearest(page: Page<'_>, date: &Date, own: Own) -> i16 {
    let (Some(day), Some(year), Edtf::Point(point)) = (own.day, own.year, date.value) else { return 0 };
    if point.year.is_some() || !matches!(point.part, Part::Day(..) | Part::Month(_)) {
        return 0;
    }
    let Some(first) = point.in_year(year).first() else { return 0 };
    let ahead = day.until(first).map_or(0, |span| span.get_days());
    let future = future(page, date);
    if ahead > AHEAD && !future { -1 } else { i16::from(ahead < -AHEAD && future) }
}

/// Whether the words around a date say that it is to come.
fn future(page: Page<'_>, date: &Date) -> bool {
    let text = page.folded();
    let clause = &text[floor(text, date.span.start.saturating_sub(80))..date.span.start];
    let clause = clause.rsplit(['.', ';', '\n']).next().unwrap_or_default();
    starts_with(text, date.span.end, &["tới", "sắp tới", "năm sau"]).is_some()
        || page.lexicon.context.future.is_in(clause)
}

/// "Tháng 3/2023" in the head of a bulletin: the month of its issue.
fn issue(dates: &[Date]) -> Option<Edtf> {
    dates
        .first()
        .filter(|d| d.kind == DateKind::Month && d.span.start < 120 && d.value.year().is_some())
        .map(|d| d.value)
}

/// "Chiều nay (18/11/2022)", "hôm nay, 18/11/2022": the text says which day its own is.
fn today(page: Page<'_>, dates: &[Date]) -> Option<Edtf> {
    let own = |pair: &[Date]| {
        let between = page.folded().get(pair[0].span.end..pair[1].span.start)?;
        let told = pair[0].lean == Some(Lean::Day(0)) && matches!(between.trim(), "(" | "," | "");
        let day = matches!(pair[1].value, Edtf::Point(Point { year: Some(_), part: Part::Day(..), .. }));
        (told && day).then_some(pair[1].value)
    };
    dates.windows(2).find_map(own)
}

fn point(d: Day) -> Point {
    Point::day(Some(d.year()), d.month().unsigned_abs(), d.day().unsigned_abs())
}

/// The value that the document's date gives to a relative one.
fn relative(date: &Date, own: Own, said: Said) -> Option<Edtf> {
    let Own { year, day } = own;
    let value = match date.lean? {
        Lean::Day(days) => match day {
            Some(d) => point(d.checked_add(days.days()).ok()?).into(),
            None if days == 0 => said.day.filter(|d| d.year.is_none() || d.year == own.year)?.into(),
            None => return None,
        },
        Lean::Week(weeks) => {
            let monday = monday(day?)?.checked_add(weeks.weeks()).ok()?;
            Edtf::Interval(Some(point(monday)), Some(point(monday.checked_add(6.days()).ok()?)))
        }
        Lean::Weekday(number, weeks) => {
            let monday = monday(day?)?.checked_add(weeks.weeks()).ok()?;
            point(monday.checked_add((i64::from(number) - 1).days()).ok()?).into()
        }
        Lean::Nearest(number, next) => {
            let own = i64::from(day?.weekday().to_monday_one_offset());
            let back = (own - i64::from(number)).rem_euclid(7);
            let shift = if next { (7 - back) % 7 + if back == 0 { 7 } else { 0 } } else { -back };
            point(day?.checked_add(shift.days()).ok()?).into()
        }
        Lean::Month(months) => {
            let d = day?.first_of_month().checked_add(months.months()).ok()?;
            Point::month(Some(d.year()), d.month().unsigned_abs()).into()
        }
        Lean::Quarter(quarters) => {
            let d = day?.first_of_month().checked_add((quarters * 3).months()).ok()?;
            let part = Part::Quarter((d.month().unsigned_abs() - 1) / 3 + 1);
            Point { year: Some(d.year()), part, time: None }.into()
        }
        // "năm qua" is the year that ends, said at its end
        Lean::Year(-1) if day.is_some_and(|d| d.month() >= 11) && date.rule == "date/past_year" => {
            Point::year(year?).into()
        }
        Lean::Year(years) => Point::year(year? + years).into(),
        Lean::Months(_, value, years) => value.map(|p| Point { year: year.map(|y| y + years), ..p }),
        Lean::Since => Edtf::since(Point::year(year?)),
        Lean::SchoolYear(years) => match said.school {
            Some(school) => school.map(|p| Point { year: p.year.map(|y| y + years), ..p }),
            None => return None,
        },
        Lean::Other => said.day?.into(),
    };
    let empty = |p: Point| p.year.is_none() && !matches!(p.part, Part::Day(..) | Part::Month(_));
    (!matches!(value, Edtf::Point(p) if empty(p))).then_some(value)
}

fn monday(day: Day) -> Option<Day> {
    day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()
}
