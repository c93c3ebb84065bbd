//! What one mark before three digits means: "1,250" groups thousands in one document and is a decimal in another.

use super::Page;
use crate::grammar::numeral::Number;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// How a document writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Nothing tells; read as Vietnamese.
    Unknown,
    /// "1.234,5"
    Vietnamese,
    /// "1,234.5"
    English,
}

impl Style {
    /// Lets every number with marks vote; what could be either way does not.
    pub(super) fn of(page: Page<'_>) -> Self {
        let text = page.folded();
        let (mut english, mut vietnamese) = (0_u32, 0_u32);
        let mut done = 0;
        for run in &page.anchors.digits {
            if run.start < done {
                continue;
            }
            let end = text[run.start..]
                .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
                .map_or(text.len(), |len| run.start + len);
            done = end;
            match vote(text[run.start..end].trim_end_matches(['.', ','])) {
                Some(Self::English) => english += 1,
                Some(Self::Vietnamese) => vietnamese += 1,
                Some(Self::Unknown) | None => {}
            }
        }
        match english.cmp(&vietnamese) {
            Ordering::Greater => Self::English,
            Ordering::Less => Self::Vietnamese,
            Ordering::Equal => Self::Unknown,
        }
    }

    /// The value that a number has: `whole` things have no fractions, whatever the document's style.
    pub(super) fn settle(self, number: Number, whole: bool) -> Decimal {
        let english = self == Self::English;
        number
            .grouped
            .filter(|_| english || whole)
            .or(number.fraction.filter(|_| english && !whole))
            .unwrap_or(number.value)
    }
}

/// The style of a number that can be read in one way only.
fn vote(number: &str) -> Option<Style> {
    let mark = number.chars().find(|c| matches!(c, '.' | ','))?;
    let mut parts = number.split(['.', ',']);
    let head = parts.next().filter(|h| (1..=3).contains(&h.len()))?;
    let rest: Vec<&str> = parts.collect();
    let (last, groups) = rest.split_last()?;
    let marks: Vec<char> = number.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let alike = marks.iter().all(|m| *m == mark);
    let grouped = groups.iter().all(|g| g.len() == 3) && !head.starts_with('0');
    let (by_groups, by_decimals) = match mark {
        ',' => (Style::English, Style::Vietnamese),
        _ => (Style::Vietnamese, Style::English),
    };
    if !groups.is_empty() {
        let decimal = !alike && marks[..marks.len() - 1].iter().all(|m| *m == mark);
        let whole = alike && last.len() == 3;
        return (grouped && (decimal || whole)).then_some(by_groups);
    }
    // one mark: with one digit or two behind it a decimal; dots also stand in dates and outlines
    match (mark, last.len()) {
        (',', 1 | 2) => Some(by_decimals),
        (_, 3) if head == "0" => Some(by_decimals),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Style, vote};

    #[test]
    fn numbers_that_can_be_read_in_one_way_vote() {
        for text in ["2.525,5", "1.234.567", "12,5", "0,518"] {
            assert_eq!(vote(text), Some(Style::Vietnamese), "{text}");
        }
        for text in ["19,777.07", "1,234,567", "0.518"] {
            assert_eq!(vote(text), Some(Style::English), "{text}");
        }
    }

    #[test]
    fn others_do_not() {
        for text in ["1,250", "2.833", "30.6.2020", "1.2", "12", "1234,567"] {
            assert_eq!(vote(text), None, "{text}");
        }
    }
}
