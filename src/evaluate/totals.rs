//! Counts what is right over all documents.

use std::collections::{BTreeMap, HashMap};

use super::Table;
use super::errors::{Mistakes, Place};
use super::gold::Gold;
use super::load::{EvaluateError, Fact, Row, facts};
use super::pair::{Overlaps, Pair, pair};
use super::score::{Precision, Scores, TableScores, ratio};
use super::value::{is_blank, plain, same};

/// Units that count documents, and the model beside them.
const DOCUMENT_UNITS: [&str; 20] = [
    "resolution",
    "directive",
    "plan",
    "decision",
    "regulation",
    "rule",
    "program",
    "scheme",
    "project",
    "conclusion",
    "guideline",
    "report",
    "notice",
    "submission",
    "official_letter",
    "circular",
    "decree",
    "law",
    "document",
    "model",
];

/// Counts whose unit is a kind of document or the model.
#[derive(Default)]
struct Documents {
    gold: usize,
    given: usize,
    right: usize,
}

/// What one table's documents add up to.
#[derive(Default)]
struct Totals {
    gold: usize,
    given: usize,
    hit: usize,
    record: usize,
    overlapped: usize,
    documents: Documents,
    fields: Vec<usize>,
    rules: BTreeMap<String, Precision>,
    confidence: BTreeMap<String, Precision>,
}

/// Scores one table over all documents and notes its mistakes.
pub(super) fn score(
    table: Table,
    gold: &[Gold],
    given: &HashMap<String, Row>,
    mistakes: &mut Mistakes,
) -> Result<TableScores, EvaluateError> {
    let mut totals = Totals { fields: vec![0; table.fields().len()], ..Totals::default() };
    for document in gold {
        let wanted = facts(&document.row, table, &document.name)?;
        let predicted = match given.get(&document.name) {
            Some(row) => facts(row, table, &document.name)?,
            None => Vec::new(),
        };
        let overlaps = Overlaps::new(&predicted);
        let pairs = pair(table, &wanted, &predicted, &overlaps);
        totals.overlapped += wanted.iter().filter(|fact| overlaps.of(fact).next().is_some()).count();
        totals.add(table, &wanted, &predicted, &pairs);
        let place = Place { table, document, wanted: &wanted, given: &predicted };
        mistakes.note(&place, &pairs, &overlaps);
    }
    Ok(totals.scores(table))
}

impl Totals {
    fn add(&mut self, table: Table, gold: &[Fact<'_>], given: &[Fact<'_>], pairs: &[Pair]) {
        self.gold += gold.len();
        self.given += given.len();
        self.hit += pairs.len();
        self.record += pairs.iter().filter(|pair| pair.is_whole(table)).count();
        for pair in pairs {
            for (sum, &right) in self.fields.iter_mut().zip(&pair.right) {
                *sum += usize::from(right);
            }
        }
        let mut hit = vec![false; given.len()];
        for pair in pairs {
            hit[pair.given] = true;
        }
        tally(&mut self.rules, "rule", given, &hit);
        tally(&mut self.confidence, "confidence", given, &hit);
        if table == Table::Counts {
            self.documents.gold += gold.iter().filter(|fact| counts_documents(fact)).count();
            self.documents.given += given.iter().filter(|fact| counts_documents(fact)).count();
            let right = |pair: &&Pair| {
                let fact = &gold[pair.gold];
                counts_documents(fact) && same(fact.get("unit"), given[pair.given].get("unit"))
            };
            self.documents.right += pairs.iter().filter(right).count();
        }
    }

    fn scores(self, table: Table) -> TableScores {
        let share = |right: usize| (self.hit > 0).then(|| ratio(right, self.hit));
        let names = table.fields().iter().map(|field| field.name);
        let documents = &self.documents;
        TableScores {
            fact: Scores::new(self.hit, self.gold, self.given),
            record: Scores::new(self.record, self.gold, self.given),
            span_recall: if self.gold == 0 { 1.0 } else { ratio(self.overlapped, self.gold) },
            fields: names.zip(self.fields.iter().map(|&right| share(right))).collect(),
            documents_and_models: (table == Table::Counts)
                .then(|| Scores::new(documents.right, documents.gold, documents.given)),
            rules: self.rules,
            confidence: self.confidence,
        }
    }
}

fn counts_documents(fact: &Fact<'_>) -> bool {
    fact.get("unit").as_str().is_some_and(|unit| DOCUMENT_UNITS.contains(&unit))
}

/// Counts the predictions under each value of `field`, and those of them that are facts.
fn tally(by: &mut BTreeMap<String, Precision>, field: &str, given: &[Fact<'_>], hit: &[bool]) {
    let value = |fact: &Fact<'_>| Some(fact.get(field)).filter(|value| !is_blank(value)).map(plain);
    for (fact, &hit) in given.iter().zip(hit) {
        if let Some(value) = value(fact) {
            by.entry(value).or_default().add(hit);
        }
    }
}
