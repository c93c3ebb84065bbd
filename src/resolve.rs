//! What no family knows alone: the order of claims, and dates that lean on the document's date.

use crate::document::{self, Outside, Sentences};
use crate::extract::{Claims, Extraction, Extractor, Page, award, citation, count, date};
use crate::fact::edtf::Part;
use crate::fact::{Date, DateKind, Edtf, Lean, Point, Role};
use crate::text::Text;
use jiff::ToSpan as _;
use jiff::civil::Date as Day;

/// Reads a text from beginning to end: its identity, its facts, all dates resolved.
///
/// The families claim their digits in this order: citations, dates, awards, counts.
pub fn read(extractor: &Extractor, text: &Text) -> Extraction {
    read_as(extractor, text, Outside::default())
}

/// Reads a text of which something is known from outside: a date given by hand, the name of its file.
///
/// ```
/// use solieu::{document::Outside, extract::Extractor, resolve, text::Text};
/// let text = Text::new("Sáng 8/7, hội nghị khai mạc.".to_owned());
/// let outside = Outside { name: "tin/2021-07-09.txt", ..Outside::default() };
/// let read = resolve::read_as(&Extractor::new(), &text, outside);
/// assert_eq!(read.facts.dates[0].resolved.to_string(), "2021-07-08");
/// ```
pub fn read_as(extractor: &Extractor, text: &Text, outside: Outside<'_>) -> Extraction {
    let anchors = extractor.scan(text);
    let sentences = Sentences::new(text);
    let mut info = document::read(text, extractor.lexicon());
    info.settle(outside);
    let grids = document::grids(text);
    let mut out = Extraction { info: info.clone(), ..Extraction::default() };
    let page = Page {
        text,
        lexicon: extractor.lexicon(),
        anchors: &anchors,
        sentences: &sentences,
        info: &info,
        grids: &grids,
    };
    let mut claims = Claims::default();
    citation::read(page, &mut claims, &mut out);
    date::read(page, &mut claims, &mut out);
    roles(page, &mut out);
    dates(&mut out, outside);
    award::read(page, &mut claims, &mut out);
    count::read(page, &claims, &mut out);
    out
}

/// The dateline is `published`; dates beside citations and in the official header are `signed`.
fn roles(page: Page<'_>, out: &mut Extraction) {
    let published = out.info.published;
    let signed = out.info.signed;
    let mut dateline = false;
    for date in &mut out.facts.dates {
        let own = published.is_some_and(|p| same_day(p, date.value));
        if own && !dateline && date.span.start < 3000 && date.role == Role::Event {
            date.role = Role::Published;
            dateline = true;
        }
        let head = signed == Some(date.value) && date.span.start < 2500;
        let beside = out.facts.citations.iter().any(|c| {
            let gap = page.folded().get(c.span.end..date.span.start);
            gap.is_some_and(|g| g.len() < 40 && c.date == Some(date.value) && !g.contains(['\n', ';']))
        });
        let law =
            page.folded()[..date.span.start].trim_end().rsplit([',', '.', ';', '(']).next().is_some_and(
                |clause| {
                    let clause = clause.trim();
                    date.kind == DateKind::Year
                        && clause.len() < 60
                        && (clause.starts_with("luật ") || clause.contains("bộ luật "))
                        && !clause.contains("năm ")
                },
            );
        if head || beside || law {
            date.role = Role::Signed;
        }
    }
}

fn same_day(a: Edtf, b: Edtf) -> bool {
    match (a, b) {
        (Edtf::Point(a), Edtf::Point(b)) => a.year == b.year && a.part == b.part,
        _ => false,
    }
}

/// Completes dates without a year and relative dates from the document's own date.
fn dates(out: &mut Extraction, outside: Outside<'_>) {
    let own = out.info.dated.or_else(|| issue(&out.facts.dates));
    out.info.dated = own;
    let day = own.and_then(|e| e.days().1);
    let year = own.and_then(Edtf::year).or_else(|| full_year(&out.facts.dates));
    let year = year.or_else(|| document::date_of_name(outside.name).and_then(Edtf::year));
    let mut last: Option<Point> = None;
    let mut school: Option<Edtf> = None;
    for i in 0..out.facts.dates.len() {
        let bracket = out
            .facts
            .dates
            .get(i + 1)
            .filter(|next| next.span.start <= out.facts.dates[i].span.end + 2)
            .map(|d| d.value);
        let date = &mut out.facts.dates[i];
        if date.kind == DateKind::Relative && date.value != Edtf::Unknown {
            let shift = if let Some(Lean::Year(n)) = date.lean { n } else { 0 };
            if let Some(y) = own.and_then(Edtf::year) {
                date.value = date.value.map(|p| p.in_year(y + shift));
            }
            date.resolved = year.map_or(date.value, |y| date.value.map(|p| p.in_year(y + shift)));
        } else if date.kind == DateKind::Relative {
            let told = bracket.filter(|_| matches!(date.lean, Some(Lean::Day(_) | Lean::Other)));
            let read = told.or_else(|| match date.lean {
                Some(Lean::SchoolYear(n)) => {
                    school.map(|s| s.map(|p| Point { year: p.year.map(|y| y + n), ..p }))
                }
                _ => relative(date, day, year, last),
            });
            date.value = read.unwrap_or(Edtf::Unknown);
            date.value = if told.is_some() {
                date.value
            } else {
                year.map_or(date.value, |y| date.value.map(|p| p.in_year(y)))
            };
            date.resolved = year.map_or(date.value, |y| date.value.map(|p| p.in_year(y)));
        } else if let Some(year) = year {
            date.resolved = date.value.map(|p| p.in_year(year));
        }
        if date.rule == "date/term" {
            school = Some(date.value);
        }
        if let Edtf::Point(p) = date.value
            && matches!(p.part, Part::Day(..))
        {
            last = Some(Point { time: None, ..p });
        }
    }
}

/// "Tháng 3/2023" in the head of a bulletin: the month of its issue.
fn issue(dates: &[Date]) -> Option<Edtf> {
    dates
        .first()
        .filter(|d| d.kind == DateKind::Month && d.span.start < 120 && d.value.year().is_some())
        .map(|d| d.value)
}

/// The year that the text itself gives, where it has no date of its own: of a day, else of a month, else the latest.
fn full_year(dates: &[Date]) -> Option<i16> {
    let of = |wanted: fn(&Part) -> bool| {
        dates.iter().find_map(|d| match d.value {
            Edtf::Point(p) if wanted(&p.part) && d.role == Role::Event => p.year,
            _ => None,
        })
    };
    let latest = || {
        dates
            .iter()
            .filter(|d| d.kind == DateKind::Year && d.role != Role::Signed)
            .filter_map(|d| d.value.year())
            .max()
    };
    of(|p| matches!(p, Part::Day(..))).or_else(|| of(|p| matches!(p, Part::Month(_)))).or_else(latest)
}

fn relative(date: &Date, day: Option<Day>, year: Option<i16>, last: Option<Point>) -> Option<Edtf> {
    let point =
        |d: Day| Edtf::from(Point::day(Some(d.year()), d.month().unsigned_abs(), d.day().unsigned_abs()));
    let from_last = || last.map(Edtf::from);
    Some(match date.lean? {
        Lean::Day(days) => match day {
            Some(d) => point(d.checked_add(days.days()).ok()?),
            None if days == 0 => from_last()?,
            None => return None,
        },
        Lean::Week(weeks) => {
            let monday = day?.checked_sub(i64::from(day?.weekday().to_monday_zero_offset()).days()).ok()?;
            let first = monday.checked_add(weeks.weeks()).ok()?;
            let (Edtf::Point(a), Edtf::Point(b)) = (point(first), point(first.checked_add(6.days()).ok()?))
            else {
                return None;
            };
            Edtf::Interval(Some(a), Some(b))
        }
        Lean::Month(months) => {
            let d = day?.first_of_month().checked_add(months.months()).ok()?;
            Point::month(Some(d.year()), d.month().unsigned_abs()).into()
        }
        Lean::Quarter(quarters) => {
            let d = day?.first_of_month().checked_add((quarters * 3).months()).ok()?;
            Point {
                year: Some(d.year()),
                part: Part::Quarter((d.month().unsigned_abs() - 1) / 3 + 1),
                time: None,
            }
            .into()
        }
        // "năm qua" is the year that ends, said at its end
        Lean::Year(-1) if day.is_some_and(|d| d.month() >= 11) && date.rule == "date/past_year" => {
            Point::year(year?).into()
        }
        Lean::Year(years) => Point::year(year? + years).into(),
        Lean::Months(_, value, years) => value.map(|p| Point { year: year.map(|y| y + years), ..p }),
        Lean::Since => Edtf::since(Point::year(year?)),
        Lean::Other | Lean::SchoolYear(_) => from_last()?,
    })
    .filter(|e| {
        !matches!(
            e,
            Edtf::Point(Point { year: None, part: Part::Half(_) | Part::Quarter(_) | Part::Whole, .. })
        )
    })
}
