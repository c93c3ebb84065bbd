//! Precision, recall and F1, as a value, as JSON and as a table.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Table;
use super::errors::Mistake;

/// How well predictions meet the annotation.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Scores {
    /// The share of the predictions that is right.
    pub precision: f64,
    /// The share of the annotation that was found.
    pub recall: f64,
    /// The harmonic mean of both.
    pub f1: f64,
    /// How many were annotated.
    pub gold: usize,
    /// How many were predicted.
    pub predicted: usize,
}

impl Scores {
    /// Scores `right` hits among `predicted` answers to `gold` questions; nothing asked and nothing said is perfect.
    ///
    /// ```
    /// use solieu::evaluate::Scores;
    /// let scores = Scores::new(3, 4, 6);
    /// assert_eq!((scores.precision, scores.recall), (0.5, 0.75));
    /// assert_eq!(Scores::new(0, 0, 0).f1, 1.0);
    /// assert_eq!(Scores::new(0, 0, 2).f1, 0.0);
    /// ```
    pub fn new(right: usize, gold: usize, predicted: usize) -> Self {
        let precision = if predicted == 0 { f64::from(u8::from(gold == 0)) } else { ratio(right, predicted) };
        let recall = if gold == 0 { 1.0 } else { ratio(right, gold) };
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Self { precision, recall, f1, gold, predicted }
    }
}

#[expect(clippy::cast_precision_loss, reason = "facts are far fewer than 2^52")]
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// How often the predictions of one rule, or of one confidence, were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Precision {
    /// Predictions that are annotated facts.
    pub right: usize,
    /// All predictions.
    pub given: usize,
}

impl Precision {
    /// The share that is right; nothing where nothing was predicted.
    pub fn share(self) -> Option<f64> {
        (self.given > 0).then(|| ratio(self.right, self.given))
    }

    pub(super) fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.given += 1;
    }
}

impl Serialize for Precision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("precision", &self.share())?;
        map.serialize_entry("right", &self.right)?;
        map.serialize_entry("given", &self.given)?;
        map.end()
    }
}

/// The scores of one table.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct TableScores {
    /// Facts that were found: an overlapping span and the same key.
    pub fact: Scores,
    /// Facts that were found with every field that makes the record whole.
    pub record: Scores,
    /// The share of the annotated facts that some prediction overlaps.
    pub span_recall: f64,
    /// The share of the found facts whose field is right, by field; nothing where no fact was found.
    #[serde(serialize_with = "as_map")]
    pub fields: Vec<(&'static str, Option<f64>)>,
    /// Of counts: documents and models by unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents_and_models: Option<Scores>,
    /// How often each rule was right, where predictions name their rule.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<String, Precision>,
    /// How often predictions of each confidence were right, where they state it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub confidence: BTreeMap<String, Precision>,
}

impl TableScores {
    /// The share of the found facts whose field is right; nothing where no fact was found.
    pub fn field(&self, name: &str) -> Option<f64> {
        self.fields.iter().find(|(field, _)| *field == name).and_then(|(_, share)| *share)
    }
}

fn as_map<S: Serializer>(fields: &[(&str, Option<f64>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(fields.iter().copied())
}

/// How well predictions meet the annotation, table by table.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// How many documents are annotated.
    pub documents: usize,
    /// The annotated documents that no prediction is about.
    pub without_prediction: Vec<String>,
    /// The scores of each table that was asked for.
    pub tables: Vec<(Table, TableScores)>,
    pub(super) mistakes: Vec<Mistake>,
}

impl Evaluation {
    /// The scores of a table; nothing where it was not asked for.
    pub fn table(&self, table: Table) -> Option<&TableScores> {
        self.tables.iter().find(|(scored, _)| *scored == table).map(|(_, scores)| scores)
    }

    /// At most `n` mistakes of each table and kind, of those that [`Options::errors`](super::Options) kept.
    pub fn errors(&self, n: usize) -> impl Iterator<Item = &Mistake> {
        let mut shown = HashMap::new();
        self.mistakes.iter().filter(move |mistake| {
            let shown: &mut usize = shown.entry((mistake.table, mistake.kind)).or_default();
            *shown += 1;
            *shown <= n
        })
    }
}

impl Serialize for Evaluation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("documents", &self.documents)?;
        map.serialize_entry("without_prediction", &self.without_prediction)?;
        for (table, scores) in &self.tables {
            map.serialize_entry(table, scores)?;
        }
        map.end()
    }
}

impl fmt::Display for Evaluation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} gold documents, {} without a prediction",
            self.documents,
            self.without_prediction.len()
        )?;
        writeln!(
            f,
            "{:<22}{:>10}{:>10}{:>8}{:>7}{:>7}",
            "table", "precision", "recall", "F1", "gold", "given"
        )?;
        for (table, scores) in &self.tables {
            write_scores(f, table.as_str(), &scores.fact)?;
            write_scores(f, &format!("{table} whole record"), &scores.record)?;
            if let Some(documents) = &scores.documents_and_models {
                write_scores(f, "counts doc+model", documents)?;
            }
            let fields = scores.fields.iter();
            let fields = fields.filter_map(|(name, share)| share.map(|share| format!("{name} {share:.3}")));
            writeln!(f, "   fields right: {}", fields.collect::<Vec<_>>().join(", "))?;
            write_precisions(f, "rules", &scores.rules)?;
            write_precisions(f, "confidence", &scores.confidence)?;
        }
        Ok(())
    }
}

fn write_scores(f: &mut fmt::Formatter<'_>, label: &str, s: &Scores) -> fmt::Result {
    let Scores { precision, recall, f1, gold, predicted } = s;
    writeln!(f, "{label:<22}{precision:>10.3}{recall:>10.3}{f1:>8.3}{gold:>7}{predicted:>7}")
}

fn write_precisions(
    f: &mut fmt::Formatter<'_>,
    label: &str,
    by: &BTreeMap<String, Precision>,
) -> fmt::Result {
    let item = |(name, p): (&String, &Precision)| {
        format!("{name} {:.3} ({}/{})", p.share().unwrap_or_default(), p.right, p.given)
    };
    if by.is_empty() {
        return Ok(());
    }
    writeln!(f, "   {label}: {}", by.iter().map(item).collect::<Vec<_>>().join(", "))
}
