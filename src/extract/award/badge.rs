//! Further grades of a badge whose name is not said again: "Huy hiệu 60 năm tuổi Đảng cho 2 đảng viên; 55 năm cho 3".

use super::mention::Mention;
use super::sheet::Sheet;
use crate::grammar::name::tidy;
use crate::grammar::numeral;
use crate::span::Span;
use crate::text::space::{back, ends_with, floor, skip, starts_with, words};
use rust_decimal::Decimal;

/// How far a further grade stands behind the one before it, in bytes.
const REACH: usize = 200;

/// The grades that go on behind a badge for years in the Party, each with those who get it.
pub(super) fn further(sheet: &Sheet<'_>, first: &Mention) -> Vec<Mention> {
    let mut all: Vec<Mention> = Vec::new();
    let badge = first.name.to_lowercase().starts_with("huy hiệu") && first.name.contains("năm");
    let end = sheet.sentence(first.span).end;
    let mut here = first.tail;
    while let Some(span) = grade(sheet, here, end).filter(|_| badge && all.len() < 20) {
        let name = format!("Huy hiệu {}", tidy(sheet.page.text, span));
        all.push(Mention { span, name, tail: span.end, chain: span.end, counted: None, ..first.clone() });
        here = span.end;
    }
    all
}

/// "; 55 năm cho 3 đảng viên": the next grade in `from..end`, before any badge that is named.
fn grade(sheet: &Sheet<'_>, from: usize, end: usize) -> Option<Span> {
    let flat = sheet.flat();
    let near = sheet.words(from, floor(flat, end.min(from + REACH)));
    let near = near.find("huy hiệu").map_or(near, |i| &near[..i]);
    words(near).map(|w| from + w.start).find_map(|at| {
        let n = numeral::number(flat, at).filter(|n| n.digits && is_grade(n.value))?;
        let stop = starts_with(flat, n.end, &["năm tuổi đảng", "tuổi đảng", "năm"])?;
        let joined =
            flat[..back(flat, at)].ends_with([',', ';', ':', '(']) || ends_with(flat, at, &["và"]).is_some();
        let to = starts_with(flat, stop, &["cho", "có", "là"]).or_else(|| {
            let mark = skip(flat, stop);
            flat[mark..].starts_with([':', '(']).then_some(mark + 1)
        })?;
        let told = numeral::number(flat, skip(flat, to)).is_some();
        (joined && told).then(|| Span::new(at, stop))
    })
}

/// 30, 40, 45 … 90: the years for which the Party gives badges.
fn is_grade(years: Decimal) -> bool {
    let five = Decimal::from(5);
    years >= Decimal::from(30) && years <= Decimal::from(95) && (years % five).is_zero()
}
