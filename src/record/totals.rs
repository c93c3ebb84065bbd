//! What a whole run found, in numbers.

use super::{Record, State, Summary};
use crate::error::Severity;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What one or more documents hold, in numbers.
///
/// Totals are built document by document and added up; the order does not matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// Documents that were read, those that were read in part among them.
    pub read: u64,
    /// Documents that were read in part.
    pub partial: u64,
    /// Documents that were not read.
    pub failed: u64,
    /// Problems that are warnings.
    pub warnings: u64,
    /// Problems that are errors.
    pub errors: u64,
    /// Facts of each table: counts, dates, awards, citations.
    pub facts: [u64; 4],
    /// What of these stands in documents that repeat another.
    pub repeated: Repeated,
    /// Counts by unit.
    pub units: BTreeMap<String, UnitTotal>,
    /// Awards by kind.
    pub awards: BTreeMap<String, u64>,
    /// Dates and awards by year.
    pub years: BTreeMap<i16, YearTotal>,
    /// Awards by grantor, as written.
    pub grantors: BTreeMap<String, u64>,
}

/// Documents that repeat another, and their facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repeated {
    /// Documents.
    pub documents: u64,
    /// Facts of each table: counts, dates, awards, citations.
    pub facts: [u64; 4],
}

/// The counts of one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitTotal {
    /// How many counts.
    pub facts: u64,
    /// Sum of those that count things and are no part of another; `None` where there is none.
    pub sum: Option<Decimal>,
}

/// The facts of one year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearTotal {
    /// Dates whose value lies or ends in the year.
    pub dates: u64,
    /// Awards of the year.
    pub awards: u64,
}

impl Totals {
    /// The totals of one document, whose summary is known.
    pub fn of(record: &Record, summary: &Summary) -> Self {
        let mut totals = Self::default();
        match record.document.state {
            State::Ok => totals.read = 1,
            State::Partial => (totals.read, totals.partial) = (1, 1),
            State::Failed => totals.failed = 1,
        }
        for problem in &record.problems {
            totals.problem(problem.severity);
        }
        totals.facts = record.document.facts.map(|number| number as u64);
        for row in &record.counts {
            at(&mut totals.units, &row.fact.unit).facts += 1;
        }
        for (unit, sum) in &summary.sums {
            at(&mut totals.units, unit).sum = Some(*sum);
        }
        for year in record.dates.iter().filter_map(|row| row.fact.resolved.year()) {
            totals.years.entry(year).or_default().dates += 1;
        }
        for award in record.awards.iter().map(|row| &row.fact) {
            if let Some(year) = award.year {
                totals.years.entry(year).or_default().awards += 1;
            }
            if !award.grantor.is_empty() {
                *at(&mut totals.grantors, &award.grantor) += 1;
            }
        }
        totals.awards = summary.awards.iter().cloned().collect();
        totals
    }

    /// Notes that the document repeats another.
    #[must_use]
    pub fn repeating(mut self) -> Self {
        self.repeated = Repeated { documents: 1, facts: self.facts };
        self
    }

    /// Leaves only what is true of the document itself, where it repeats another: no sums.
    #[must_use]
    pub fn without_sums(mut self) -> Self {
        self.units.clear();
        self.awards.clear();
        self.years.clear();
        self.grantors.clear();
        self
    }

    /// Counts one problem.
    pub fn problem(&mut self, severity: Severity) {
        match severity {
            Severity::Warning => self.warnings += 1,
            Severity::Error => self.errors += 1,
        }
    }

    /// Adds the totals of other documents.
    pub fn add(&mut self, other: Self) {
        self.read += other.read;
        self.partial += other.partial;
        self.failed += other.failed;
        self.warnings += other.warnings;
        self.errors += other.errors;
        self.repeated.documents += other.repeated.documents;
        let facts = self.facts.iter_mut().chain(&mut self.repeated.facts);
        facts.zip(other.facts.into_iter().chain(other.repeated.facts)).for_each(|(sum, more)| *sum += more);
        merge(&mut self.units, other.units, |unit, more| {
            unit.facts += more.facts;
            unit.sum = match (unit.sum, more.sum) {
                (Some(a), Some(b)) => Some(a.saturating_add(b)),
                (a, b) => a.or(b),
            };
        });
        merge(&mut self.awards, other.awards, |number, more| *number += more);
        merge(&mut self.grantors, other.grantors, |number, more| *number += more);
        merge(&mut self.years, other.years, |year, more| {
            year.dates += more.dates;
            year.awards += more.awards;
        });
    }
}

fn at<'a, V: Default>(map: &'a mut BTreeMap<String, V>, key: &str) -> &'a mut V {
    map.entry(key.to_owned()).or_default()
}

fn merge<K: Ord, V: Default>(into: &mut BTreeMap<K, V>, from: BTreeMap<K, V>, add: impl Fn(&mut V, V)) {
    for (key, value) in from {
        add(into.entry(key).or_default(), value);
    }
}
