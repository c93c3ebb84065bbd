//! One document in one wide row.

use super::{Record, State};
use crate::fact::{Count, Edtf, Measure};
use rust_decimal::Decimal;
use std::sync::Arc;

/// One row of `summary`: a document at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Identity of the document.
    pub doc_id: Arc<str>,
    /// Headline or subject.
    pub title: String,
    /// Dateline.
    pub published: Option<Edtf>,
    /// Affiliation in the byline.
    pub agency: String,
    /// Body that issued it.
    pub issuer: String,
    /// How far it was read.
    pub state: State,
    /// For each unit that is counted, the sum of the counts that are no part of another.
    pub sums: Vec<(String, Decimal)>,
    /// For each kind of award, how many awards.
    pub awards: Vec<(String, u64)>,
    /// How many dates.
    pub dates: usize,
    /// First year that the dates cover.
    pub first_year: Option<i16>,
    /// Last year that the dates cover.
    pub last_year: Option<i16>,
    /// How many citations.
    pub citations: usize,
}

impl Summary {
    /// The summary of one record.
    pub fn of(record: &Record) -> Self {
        let info = &record.document.info;
        let days = record.dates.iter().map(|row| row.fact.resolved.days());
        let years = days.flat_map(|(first, last)| [first, last]).flatten().map(jiff::civil::Date::year);
        Self {
            doc_id: Arc::clone(&record.document.origin.doc_id),
            title: info.title.clone(),
            published: info.published,
            agency: info.agency.clone(),
            issuer: info.issuer.clone(),
            state: record.document.state,
            sums: sums(record),
            awards: awards(record),
            dates: record.dates.len(),
            first_year: years.clone().min(),
            last_year: years.max(),
            citations: record.citations.len(),
        }
    }

    /// The sum for one unit; `None` where the document counts none.
    pub fn sum(&self, unit: &str) -> Option<Decimal> {
        self.sums.iter().find(|(known, _)| known == unit).map(|(_, sum)| *sum)
    }
}

/// Whether a count may be added to others of its unit: it counts things, and is no part of another, no change and no rate.
fn adds(count: &Count) -> bool {
    count.measure == Measure::Count
        && count.part_of.is_none()
        && count.direction.is_none()
        && count.per.is_empty()
}

fn sums(record: &Record) -> Vec<(String, Decimal)> {
    let mut sums: Vec<(String, Decimal)> = Vec::new();
    let whole = record.counts.iter().map(|row| &row.fact);
    for count in whole.filter(|count| adds(count)) {
        match sums.iter_mut().find(|(unit, _)| *unit == count.unit) {
            Some((_, sum)) => *sum = sum.saturating_add(count.value),
            None => sums.push((count.unit.to_string(), count.value)),
        }
    }
    sums
}

fn awards(record: &Record) -> Vec<(String, u64)> {
    let mut awards: Vec<(String, u64)> = Vec::new();
    for row in &record.awards {
        match awards.iter_mut().find(|(award, _)| *award == row.fact.award) {
            Some((_, number)) => *number += 1,
            None => awards.push((row.fact.award.clone(), 1)),
        }
    }
    awards
}
