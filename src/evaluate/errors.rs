//! What went wrong, fact by fact, with the words around it.

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::Table;
use super::gold::Gold;
use super::load::Fact;
use super::pair::{Overlaps, Pair};
use super::value::{is_space, repr, repr_dict};

/// Fields that say which fact is meant.
const TELLING: [&str; 6] = ["value", "unit", "award", "number", "kind", "year"];
/// Code points of text shown on each side of a fact.
const AROUND: usize = 40;

/// How a prediction and the annotation differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MistakeKind {
    /// The fact was found, with a wrong field that keeps the record from being right.
    Field,
    /// An annotated fact was not found.
    Missed,
    /// A prediction is no annotated fact.
    False,
}

impl fmt::Display for MistakeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Field => "field",
            Self::Missed => "missed",
            Self::False => "false",
        })
    }
}

/// One place where a prediction and the annotation differ; its `Display` is what `score.py --errors` prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// The table of the fact.
    pub table: Table,
    /// The document's name.
    pub document: String,
    /// How the two differ.
    pub kind: MistakeKind,
    /// The fields that tell the fact, or that are wrong.
    pub detail: String,
    /// The words around the fact, itself between ⟦ and ⟧.
    pub context: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, document, kind, detail, context } = self;
        write!(f, "{table} {kind} {document}: {detail}\n    … {context} …")
    }
}

/// One table of one document, as annotated and as predicted.
pub(super) struct Place<'a> {
    pub(super) table: Table,
    pub(super) document: &'a Gold,
    pub(super) wanted: &'a [Fact<'a>],
    pub(super) given: &'a [Fact<'a>],
}

/// Collects mistakes up to a limit for each table and kind.
pub(super) struct Mistakes {
    limit: usize,
    seen: HashMap<(Table, MistakeKind), usize>,
    list: Vec<Mistake>,
}

impl Mistakes {
    pub(super) fn at_most(limit: usize) -> Self {
        Self { limit, seen: HashMap::new(), list: Vec::new() }
    }

    pub(super) fn into_list(self) -> Vec<Mistake> {
        self.list
    }

    /// Notes what is wrong in one place: fields first, then what was missed, then what is false.
    pub(super) fn note(&mut self, place: &Place<'_>, pairs: &[Pair], overlaps: &Overlaps<'_>) {
        if self.limit == 0 {
            return;
        }
        for pair in pairs.iter().filter(|pair| !pair.is_whole(place.table)) {
            let fact = &place.wanted[pair.gold];
            self.add(place, MistakeKind::Field, fact, || wrong_fields(place, pair));
        }
        let mut gold_hit = vec![false; place.wanted.len()];
        let mut given_hit = vec![false; place.given.len()];
        for pair in pairs {
            gold_hit[pair.gold] = true;
            given_hit[pair.given] = true;
        }
        for (fact, _) in place.wanted.iter().zip(gold_hit).filter(|(_, hit)| !hit) {
            self.add(place, MistakeKind::Missed, fact, || missed(place, fact, overlaps));
        }
        for (fact, _) in place.given.iter().zip(given_hit).filter(|(_, hit)| !hit) {
            self.add(place, MistakeKind::False, fact, || repr_dict(telling(fact)));
        }
    }

    fn add(
        &mut self,
        place: &Place<'_>,
        kind: MistakeKind,
        fact: &Fact<'_>,
        detail: impl FnOnce() -> String,
    ) {
        let seen = self.seen.entry((place.table, kind)).or_default();
        *seen += 1;
        if *seen <= self.limit {
            self.list.push(Mistake {
                table: place.table,
                document: place.document.name.clone(),
                kind,
                detail: detail(),
                context: context(&place.document.text, fact.start, fact.end),
            });
        }
    }
}

fn wrong_fields(place: &Place<'_>, pair: &Pair) -> String {
    let (gold, given) = (&place.wanted[pair.gold], &place.given[pair.given]);
    let said = |name| format!("{name}: gold {}, got {}", repr(gold.get(name)), repr(given.get(name)));
    pair.wrong(place.table).map(said).collect::<Vec<_>>().join("; ")
}

/// The fact's telling fields, and the same fields of the first two predictions that overlap it.
fn missed(place: &Place<'_>, fact: &Fact<'_>, overlaps: &Overlaps<'_>) -> String {
    let mut near: Vec<usize> = overlaps.of(fact).collect();
    near.sort_unstable();
    let same_fields = |&at: &usize| {
        let other = &place.given[at];
        repr_dict(telling(fact).map(|(name, _)| (name, other.get(name))))
    };
    let got: Vec<String> = near.iter().take(2).map(same_fields).collect();
    format!("{} got [{}]", repr_dict(telling(fact)), got.join(", "))
}

fn telling<'a>(fact: &Fact<'a>) -> impl Iterator<Item = (&'a str, &'a Value)> {
    fact.fields.iter().map(|(name, value)| (name.as_str(), value)).filter(|(name, _)| TELLING.contains(name))
}

/// The words around a span in code points, on one line.
fn context(text: &str, start: usize, end: usize) -> String {
    let slice = |from: usize, to: usize| text.chars().skip(from).take(to.saturating_sub(from));
    let before = slice(start.saturating_sub(AROUND), start);
    let after = slice(end, end.saturating_add(AROUND));
    let marked: String = before.chain(['⟦']).chain(slice(start, end)).chain(['⟧']).chain(after).collect();
    marked.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_context_is_cut_by_code_points_and_put_on_one_line() {
        assert_eq!(context("đã có\n\t02 nghị quyết", 7, 9), "đã có ⟦02⟧ nghị quyết");
        assert_eq!(context(&"ạ".repeat(100), 50, 51), format!("{0}⟦ạ⟧{0}", "ạ".repeat(40)));
    }

    #[test]
    fn a_span_outside_the_text_shows_nothing() {
        assert_eq!(context("", 7, 9), "⟦⟧");
        assert_eq!(context("ab", 2, 1), "ab⟦⟧b");
    }
}
