//! Dates: every form is read forward from the first word that can belong to it.
//!
//! | file | reads |
//! |---|---|
//! | `lead` | what stands before a body: "sáng", "thứ Ba,", "đầu", "17h30" |
//! | `day` | "ngày 30 tháng 6 năm 2020", "30/06/2020 17:00", "sáng 8/7" |
//! | `month` | "tháng 6/2020", "tháng tư", "quý III/2019" |
//! | `year` | "năm 2015", "(2015)", "so với 2011", "Sao Khuê 2021" |
//! | `term` | "giai đoạn 2010-2015", "năm học 2019 – 2020", "2016 - 2020" |
//! | `decade` | "những năm 1950", "thập niên 90", "thế kỷ XX" |
//! | `months` | "6 tháng đầu năm 2020", "9 tháng năm 2021", "hai quý đầu năm" |
//! | `days` | "các ngày 3, 5 và 7/8/2019", "từ ngày 10-15/6" |
//! | `list` | "năm 2018 và 2019", "quý II và III/2020", "13/5, 14/5" |
//! | `join` | "tháng 6/2012 đến tháng 11/2016", "năm 2017 đến nay" |
//! | `relative` | "năm ngoái", "chiều nay", "thứ năm tuần tới" |
//! | `every` | "hằng năm" |
//! | `bound` | "(đến) hết năm 2019", "tính đến 15/6", "phấn đấu đến năm 2030" |
//! | `named` | no date: "đường 30/4", "dịp 2/9", "15/7 âm lịch", "31/02/2020" |
//! | `clock` | no date: "17h30", "8 giờ sáng" |

mod bound;
mod clock;
mod day;
mod days;
mod decade;
mod every;
mod join;
mod lead;
mod list;
mod month;
mod months;
mod named;
mod place;
mod relative;
mod role;
mod term;
mod year;

use super::{Claims, Extraction, Note, Page, Passed};
use crate::fact::edtf::Part;
use crate::fact::{Date, DateKind, Edtf, Lean};
use crate::span::Span;

/// A form as it was read, before its role and its resolution.
#[derive(Clone, Copy, Debug)]
struct Parsed {
    start: usize,
    end: usize,
    kind: DateKind,
    value: Edtf,
    lean: Option<Lean>,
    rule: &'static str,
}

impl Parsed {
    const fn new(start: usize, end: usize, kind: DateKind, value: Edtf, rule: &'static str) -> Self {
        Self { start, end, kind, value, lean: None, rule }
    }

    /// An expression whose value only the document's date can give.
    const fn leaning(start: usize, end: usize, how: Lean, rule: &'static str) -> Self {
        Self { lean: Some(how), ..Self::new(start, end, DateKind::Relative, Edtf::Unknown, rule) }
    }

    const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Reads all dates of a page; the spans of times of day and of days that are names are claimed too.
pub fn read(page: Page<'_>, claims: &mut Claims, out: &mut Extraction) {
    let mut found: Vec<Parsed> = Vec::new();
    let (mut taken, mut barren) = (Vec::new(), Vec::new());
    let mut done = 0;
    for anchor in place::anchors(page) {
        if anchor.start < done || claims.covers(anchor).is_some() {
            continue;
        }
        let read = place::at(page, anchor, done, &mut barren);
        if let Some(last) = read.iter().map(|p| p.end).max() {
            done = last;
            found.extend(read);
        } else if let Some(span) = clock::read(page, anchor) {
            taken.push(Passed { span, rule: "pass/clock".into() });
            done = span.end;
        } else if let Some(span) = named::read(page, anchor) {
            taken.push(Passed { span, rule: "pass/named_day".into() });
            done = span.end;
        } else if let Some(span) = named::impossible(page, anchor) {
            taken.push(Passed { span, rule: "pass/impossible_day".into() });
            done = span.end;
            let what = format!("“{}” is no day of the calendar", page.text.slice(span));
            out.notes.push(Note { what, span: Some(span) });
        }
    }
    let found: Vec<Parsed> = found.into_iter().map(|p| bound::bounded(page, p)).collect();
    let found = every::without_leaning(page, found);
    let found: Vec<Parsed> =
        found.into_iter().filter(|p| p.rule != year::EDITION || year::named(page, p)).collect();
    claims.extend(found.iter().map(Parsed::span));
    claims.pass(taken);
    out.facts.dates = found.into_iter().map(|p| date(page, p)).collect();
}

fn date(page: Page<'_>, p: Parsed) -> Date {
    let role = role::of(page, &p);
    Date { span: p.span(), kind: p.kind, value: p.value, resolved: p.value, role, lean: p.lean, rule: p.rule }
}

/// Whether a point is a whole year.
fn is_year(value: Edtf) -> bool {
    matches!(value, Edtf::Point(p) if p.part == Part::Whole)
}
