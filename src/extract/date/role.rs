//! What a date does in the document, as far as the words around it tell.

use super::{Page, Parsed, bound, is_year, term};
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Edtf, Point, Role};
use crate::lexicon::TimeRole;
use crate::span::Span;
use crate::text::space::{back, ends_with, starts_with};

/// The role of a date; datelines, citations and awards set theirs later.
pub(super) fn of(page: Page<'_>, p: &Parsed) -> Role {
    let text = page.folded();
    let unit = is_year(p.value) || matches!(p.kind, DateKind::Quarter | DateKind::Month);
    // "Giấy khen … hoàn thành xuất sắc nhiệm vụ năm 2022": of an award, not of a report
    let reported = page
        .lexicon
        .context
        .reported
        .before(text, back(text, p.start))
        .filter(|_| page.lexicon.context.done.precedes(text, p.start).is_none());
    // "theo báo cáo, trong quý I doanh thu đạt …" against "… khởi công trong quý III"
    let opens = reported.is_some_and(|start| {
        let before = text[..start].trim_end_matches(' ');
        p.kind == DateKind::Quarter && (before.is_empty() || before.ends_with(['.', ',', ';', '\n']))
    });
    let plan = !opens
        && reported.is_some_and(|start| text[start..p.start].trim_end() == "trong")
        && p.kind != DateKind::Year;
    let heading = starts_with(text, p.end, &["qua những con số"]).is_some();
    let months = p.rule == "date/months" && matches!(p.kind, DateKind::Range | DateKind::Relative);
    let period = match p.kind {
        // "cuối năm học 2012 - 2013" is a point of time
        DateKind::Range if p.rule == term::TERM => {
            page.lexicon.calendar.at(TimeRole::Edge, text, p.start).is_none()
        }
        DateKind::Range if p.rule == bound::HORIZON => {
            page.lexicon.context.vision.precedes(text, p.start).is_some()
        }
        DateKind::Range => months || spans_years(p.value),
        DateKind::Half => true,
        _ => {
            months
                || heading
                || p.kind == DateKind::Quarter && quarterly(page, p)
                || unit && reported.is_some() && !plan
                || titled(page, p)
        }
    };
    if period && p.rule != super::year::EDITION { Role::Period } else { Role::Event }
}

/// "quý III ước tăng 7%", "mức tăng của quý I": a quarter for which figures are reported.
fn quarterly(page: Page<'_>, p: &Parsed) -> bool {
    let text = page.folded();
    page.lexicon.context.year_reported.follows(text, p.end).is_some()
        || ends_with(text, p.start, &["của"]).is_some()
}

/// How many days a span of days has that is reported on: about a year.
const YEAR: std::ops::RangeInclusive<i32> = 300..=400;

/// "từ năm 1994 đến năm 2016", "7/2014 - 10/2017", "năm 2017 đến nay": years or months of certain years.
fn spans_years(value: Edtf) -> bool {
    let broad =
        |p: Point| p.year.is_some() && matches!(p.part, Part::Whole | Part::Month(_) | Part::Quarter(_));
    // "từ 15/11/2022 đến 14/11/2023": a year of reporting
    let long = || {
        let (first, last) = value.days();
        first.zip(last).is_some_and(|(a, b)| a.until(b).is_ok_and(|span| YEAR.contains(&span.get_days())))
    };
    match value {
        Edtf::Interval(Some(a), Some(b)) => broad(a) && broad(b) || a.year.is_some() && long(),
        Edtf::Interval(Some(a), None) => a.year.is_some() && a.part == Part::Whole,
        _ => false,
    }
}

/// A year, month, quarter or half in the title of a report is what it reports on.
fn titled(page: Page<'_>, p: &Parsed) -> bool {
    let broad = matches!(p.kind, DateKind::Year | DateKind::Month | DateKind::Quarter | DateKind::Range);
    page.info.title_span.is_some_and(|t| broad && t.contains(Span::new(p.start, p.end)))
}
