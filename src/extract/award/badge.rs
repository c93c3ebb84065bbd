//! Grades of the Party's badge whose name is not said again: "Huy hiệu 60 năm tuổi Đảng cho 2 đảng viên; 55 năm cho 3",
//! "Huy hiệu Đảng cho 15 đảng viên, trong đó 03 đồng chí 50 năm, 12 đồng chí 30 năm tuổi Đảng".

use super::mention::Mention;
use super::recipient;
use super::sheet::Sheet;
use crate::fact::RecipientUnit;
use crate::grammar::name::tidy;
use crate::grammar::numeral;
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{back, ends_with, floor, skip, skip_inline, starts_with, words};
use rust_decimal::Decimal;

/// How far a further grade stands behind the one before it, in bytes.
const REACH: usize = 200;

/// A grade, and the group before it that got it.
struct Grade {
    span: Span,
    getters: Option<Span>,
}

/// The grades that go on behind a badge, each with those who get it.
pub(super) fn further(sheet: &Sheet<'_>, first: &Mention) -> Vec<Mention> {
    let mut all: Vec<Mention> = Vec::new();
    let name = first.name.to_lowercase();
    let badge = name.starts_with("huy hiệu") && (name.contains("năm") || name.contains("đảng"));
    let end = sheet.sentence(first.span).end;
    let mut here = first.tail;
    while let Some(grade) = next(sheet, here, end).filter(|_| badge && all.len() < 20) {
        let name = format!("Huy hiệu {}", tidy(sheet.page.text, grade.span));
        let (span, getters) = (grade.span, grade.getters);
        all.push(Mention {
            span,
            name,
            tail: span.end,
            chain: span.end,
            counted: None,
            getters,
            ..first.clone()
        });
        here = span.end;
    }
    all
}

/// Whether grades break down the total that a badge without a grade stands for: it is no award beside them.
pub(super) fn is_total(first: &Mention, grades: &[Mention]) -> bool {
    !first.name.contains(|c: char| c.is_ascii_digit()) && grades.iter().any(|m| m.getters.is_some())
}

/// The next grade in `from..end`, before any badge that is named.
fn next(sheet: &Sheet<'_>, from: usize, end: usize) -> Option<Grade> {
    let near = sheet.words(from, floor(sheet.flat(), end.min(from + REACH)));
    let near = near.find("huy hiệu").map_or(near, |i| &near[..i]);
    words(near)
        .map(|w| from + w.start)
        .filter(|at| opens(sheet, *at))
        .find_map(|at| behind(sheet, at).or_else(|| before(sheet, at)))
}

/// Whether an item of a list begins at `at`.
fn opens(sheet: &Sheet<'_>, at: usize) -> bool {
    let flat = sheet.flat();
    flat[..back(flat, at)].ends_with([',', ';', ':', '('])
        || ends_with(flat, at, &["và", "gồm", "trong đó có", "trong đó", "có"]).is_some()
}

/// "55 năm tuổi Đảng cho 3 đảng viên", "45 năm: 12 đồng chí": who gets it stands behind.
fn behind(sheet: &Sheet<'_>, at: usize) -> Option<Grade> {
    let flat = sheet.flat();
    let span = years(flat, at)?;
    let to = starts_with(flat, span.end, &["cho", "có", "là"]).or_else(|| {
        let mark = skip_inline(flat, span.end);
        flat[mark..].starts_with([':', '(']).then_some(mark + 1)
    })?;
    let who = skip(flat, to);
    let told = numeral::number(flat, who).is_some() || sheet.starts(Role::Persons, who).is_some();
    told.then_some(Grade { span, getters: None })
}

/// "03 đồng chí 50 năm tuổi Đảng": who gets it stands before.
fn before(sheet: &Sheet<'_>, at: usize) -> Option<Grade> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let noun = skip(flat, recipient::counted(sheet, at)?.end);
    let people = matches!(recipient::unit_at(sheet, noun), RecipientUnit::Person | RecipientUnit::Individual);
    let (stop, _) = sheet.page.lexicon.unit_names.at(flat, shown, noun).filter(|_| people)?;
    let span = years(flat, skip(flat, stop))?;
    let rest = flat[skip_inline(flat, span.end)..].chars().next();
    let closed = rest.is_none_or(|c| matches!(c, ',' | ';' | '.' | ')' | '\n'))
        || starts_with(flat, span.end, &["và"]).is_some();
    closed.then_some(Grade { span, getters: Some(Span::new(at, stop)) })
}

/// "50 năm", "50 năm tuổi Đảng": the years for which the Party gives badges, 30, 40, 45 … 90.
fn years(flat: &str, at: usize) -> Option<Span> {
    let n = numeral::number(flat, at).filter(|n| n.digits)?;
    let five = Decimal::from(5);
    let given = n.value >= Decimal::from(30) && n.value <= Decimal::from(95) && (n.value % five).is_zero();
    let stop = starts_with(flat, n.end, &["năm tuổi đảng", "tuổi đảng", "năm"]).filter(|_| given)?;
    Some(Span::new(at, stop))
}
