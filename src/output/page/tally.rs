//! What the charts of the page show, of the whole run.

use crate::record::{Record, Totals};
use serde::Serialize;
use std::collections::BTreeMap;

/// Numbers by year; documents and awards without one stand under `None`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Documents by the year of their dateline or signing.
    documents: BTreeMap<Option<i16>, u64>,
    /// Awards by their year and kind.
    awards: BTreeMap<(Option<i16>, String), u64>,
}

impl Tally {
    /// The tally of one document.
    #[allow(clippy::redundant_closure_for_method_calls, reason = "formats name no type of a fact")]
    pub(super) fn of(record: &Record) -> Self {
        let mut tally = Self::default();
        let info = &record.document.info;
        let year = info.published.or(info.signed).and_then(|date| date.year());
        tally.documents.insert(year, 1);
        for award in record.awards.iter().map(|row| &row.fact) {
            *tally.awards.entry((award.year, award.award.clone())).or_default() += 1;
        }
        tally
    }

    pub(super) fn add(&mut self, other: Self) {
        for (year, number) in other.documents {
            *self.documents.entry(year).or_default() += number;
        }
        for (key, number) in other.awards {
            *self.awards.entry(key).or_default() += number;
        }
    }

    /// With the totals of the run, as the page's script reads it.
    pub(super) fn seal<'a>(&'a self, totals: &'a Totals) -> Sealed<'a> {
        let units = totals.units.iter();
        Sealed {
            documents: self.documents.iter().map(|(year, number)| (*year, *number)).collect(),
            awards: self.awards.iter().map(|((year, award), number)| (*year, award, *number)).collect(),
            units: units
                .map(|(unit, n)| (unit, n.facts, n.sum.map(|sum| sum.normalize().to_string())))
                .collect(),
            facts: totals.facts,
            read: totals.read,
            partial: totals.partial,
            failed: totals.failed,
            repeated: totals.repeated.documents,
            repeated_facts: totals.repeated.facts,
            warnings: totals.warnings,
            errors: totals.errors,
        }
    }
}

/// The numbers of the whole run.
#[derive(Serialize)]
pub(super) struct Sealed<'a> {
    documents: Vec<(Option<i16>, u64)>,
    awards: Vec<(Option<i16>, &'a String, u64)>,
    units: Vec<(&'a String, u64, Option<String>)>,
    facts: [u64; 4],
    read: u64,
    partial: u64,
    failed: u64,
    repeated: u64,
    repeated_facts: [u64; 4],
    warnings: u64,
    errors: u64,
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn tallies_add_up() {
        let mut all = Tally::default();
        for year in [Some(2019), None, Some(2019)] {
            let mut one = Tally::default();
            one.documents.insert(year, 1);
            one.awards.insert((year, "badge".to_owned()), 2);
            all.add(one);
        }
        assert_eq!(all.documents[&Some(2019)], 2);
        assert_eq!(all.documents[&None], 1);
        assert_eq!(all.awards[&(Some(2019), "badge".to_owned())], 4);
    }
}
