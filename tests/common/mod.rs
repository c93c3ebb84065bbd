//! Counts and awards in lines, for tests that compare what a sentence yields.
#![allow(dead_code, reason = "each test takes what it needs")]

use solieu::extract::{Extraction, Extractor};
use solieu::fact::{Award, Count, Measure, Qualifier};
use solieu::resolve;
use solieu::text::Text;
use std::fmt::Write as _;
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// Reads a text as a document.
pub(crate) fn read(text: &str) -> Extraction {
    resolve::read(&EXTRACTOR, &Text::new(text.to_owned()))
}

/// A count in a line: value, range or share, unit, noun, then what is not plain.
pub(crate) fn told(count: &Count) -> String {
    let mut out = count.value.normalize().to_string();
    if let Some(max) = count.value_max {
        write!(out, "..{}", max.normalize()).unwrap();
    }
    if let Some(total) = count.total {
        write!(out, "/{}", total.normalize()).unwrap();
    }
    write!(out, " {}", count.unit).unwrap();
    if !count.noun.is_empty() {
        write!(out, " “{}”", count.noun).unwrap();
    }
    if count.measure == Measure::Ratio && count.total.is_none() {
        out.push_str(" times");
    }
    if count.qualifier != Qualifier::Exact {
        write!(out, " {}", count.qualifier).unwrap();
    }
    if let Some(direction) = count.direction {
        write!(out, " {direction}").unwrap();
    }
    if !count.per.is_empty() {
        write!(out, " per {}", count.per).unwrap();
    }
    if let Some(whole) = count.part_of {
        write!(out, " of {}", whole + 1).unwrap();
    }
    out
}

/// All counts of a text.
pub(crate) fn counts(text: &str) -> String {
    let all: Vec<String> = read(text).facts.counts.iter().map(told).collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join("; ") }
}

/// The awards of a text in lines: key, rank, giver, recipient, quantity with its unit, year, status.
pub(crate) fn awards(text: &str) -> Vec<String> {
    let shown = |value: Option<String>| value.unwrap_or_default();
    let line = |a: &Award| {
        let unit = a.recipient_unit.map(|u| format!(" {u}"));
        let quantity = a.quantity.map(|q| format!("{}{}", q.normalize(), shown(unit)));
        [
            a.award.clone(),
            shown(a.rank.map(|r| r.to_string())),
            a.grantor.clone(),
            a.recipient.clone(),
            shown(quantity),
            shown(a.year.map(|y| y.to_string())),
            a.status.to_string(),
        ]
        .join("|")
    };
    read(text).facts.awards.iter().map(line).collect()
}
