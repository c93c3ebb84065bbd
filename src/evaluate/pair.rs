//! Pairs annotated facts with predicted ones and judges the fields of each pair.

use std::cmp::Reverse;

use super::Table;
use super::load::Fact;
use super::text::{fold, same_name, words_f1};
use super::value::{is_blank, number, or, same};

/// How a field of two paired facts is compared.
enum Test {
    /// Equal by value or by folded words, or blank on both sides.
    Equal,
    /// One name contains the other.
    Name,
    /// Equal as written, where a blank stands for the default.
    Default(&'static str),
    /// The same span to the code point.
    Span,
    /// Six tenths of the words are shared.
    Words,
}

/// A field, its test, and whether a record is only right where the field is.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) whole: bool,
    test: Test,
}

impl Field {
    const fn part(name: &'static str, test: Test) -> Self {
        Self { name, whole: true, test }
    }

    const fn extra(name: &'static str, test: Test) -> Self {
        Self { name, whole: false, test }
    }

    fn agrees(&self, gold: &Fact<'_>, given: &Fact<'_>) -> bool {
        let (a, b) = (gold.get(self.name), given.get(self.name));
        match self.test {
            Test::Equal if is_blank(a) || is_blank(b) => is_blank(a) && is_blank(b),
            Test::Equal => match (number(a), number(b)) {
                (Some(a), Some(b)) => Some(a) == Some(b),
                _ => fold(a) == fold(b),
            },
            Test::Name => same_name(a, b),
            Test::Default(word) => {
                let word = word.into();
                same(or(a, &word), or(b, &word))
            }
            Test::Span => (gold.start, gold.end) == (given.start, given.end),
            Test::Words => words_f1(a, b) >= 0.6,
        }
    }
}

static COUNTS: [Field; 6] = [
    Field::part("measure", Test::Equal),
    Field::part("unit", Test::Equal),
    Field::part("noun", Test::Name),
    Field::part("qualifier", Test::Default("exact")),
    Field::extra("direction", Test::Equal),
    Field::extra("value_max", Test::Equal),
];
static DATES: [Field; 3] =
    [Field::part("kind", Test::Equal), Field::extra("span", Test::Span), Field::extra("role", Test::Equal)];
static AWARDS: [Field; 8] = [
    Field::part("year", Test::Equal),
    Field::part("rank", Test::Equal),
    Field::part("grantor", Test::Name),
    Field::extra("recipient", Test::Name),
    Field::part("quantity", Test::Equal),
    Field::extra("recipient_unit", Test::Equal),
    Field::part("status", Test::Default("granted")),
    Field::extra("reason", Test::Words),
];
static CITATIONS: [Field; 3] =
    [Field::part("kind", Test::Equal), Field::extra("date", Test::Equal), Field::extra("issuer", Test::Name)];

impl Table {
    /// The fields that are judged, in the order of the report.
    pub(super) fn fields(self) -> &'static [Field] {
        match self {
            Self::Counts => &COUNTS,
            Self::Dates => &DATES,
            Self::Awards => &AWARDS,
            Self::Citations => &CITATIONS,
        }
    }

    /// The field that makes two overlapping facts the same fact.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Counts | Self::Dates => "value",
            Self::Awards => "award",
            Self::Citations => "number",
        }
    }

    fn same_fact(self, gold: &Fact<'_>, given: &Fact<'_>) -> bool {
        let (a, b) = (gold.get(self.key()), given.get(self.key()));
        match self {
            Self::Counts => number(a) == number(b),
            Self::Dates => same_date(gold, given),
            Self::Awards => same(a, b),
            Self::Citations => fold(a) == fold(b),
        }
    }
}

/// A date is right where its value or its resolved value is; one without a value where it is relative.
fn same_date(gold: &Fact<'_>, given: &Fact<'_>) -> bool {
    let (value, other) = (gold.get("value"), given.get("value"));
    if value == "unknown" {
        return given.get("kind") == "relative";
    }
    let wanted = [value, or(gold.get("resolved"), value)];
    let given = [other, or(given.get("resolved"), other)];
    wanted.iter().any(|a| !is_blank(a) && given.iter().any(|b| same(a, b)))
}

/// Predicted facts, ready to be asked which of them overlap a span.
pub(super) struct Overlaps<'a> {
    facts: &'a [Fact<'a>],
    /// Indices of the facts, by start.
    order: Vec<usize>,
    /// The furthest end among the facts up to here in `order`.
    reach: Vec<usize>,
}

impl<'a> Overlaps<'a> {
    pub(super) fn new(facts: &'a [Fact<'a>]) -> Self {
        let mut order: Vec<usize> = (0..facts.len()).collect();
        order.sort_by_key(|&at| facts[at].start);
        let furthest = |reach: &mut usize, &at: &usize| {
            *reach = facts[at].end.max(*reach);
            Some(*reach)
        };
        let reach = order.iter().scan(0, furthest).collect();
        Self { facts, order, reach }
    }

    /// Indices of the facts that overlap `fact`, the last to start first.
    pub(super) fn of(&self, fact: &Fact<'a>) -> impl Iterator<Item = usize> {
        let fact = *fact;
        let after = self.order.partition_point(|&at| self.facts[at].start < fact.end);
        (0..after)
            .rev()
            .take_while(move |&rank| self.reach[rank] > fact.start)
            .map(|rank| self.order[rank])
            .filter(move |&at| self.facts[at].overlaps(&fact))
    }
}

/// An annotated and a predicted fact, by index, that are the same fact.
pub(super) struct Pair {
    pub(super) gold: usize,
    pub(super) given: usize,
    /// Whether each of the table's fields is right.
    pub(super) right: Vec<bool>,
}

impl Pair {
    /// Whether every field is right that makes a record whole.
    pub(super) fn is_whole(&self, table: Table) -> bool {
        self.wrong(table).next().is_none()
    }

    /// The fields that keep the record from being right.
    pub(super) fn wrong(&self, table: Table) -> impl Iterator<Item = &'static str> {
        let judged = table.fields().iter().zip(&self.right);
        judged.filter(|(field, right)| field.whole && !**right).map(|(field, _)| field.name)
    }
}

/// Pairs facts that overlap and agree in their key, those that agree in most fields first.
pub(super) fn pair(
    table: Table,
    gold: &[Fact<'_>],
    given: &[Fact<'_>],
    overlaps: &Overlaps<'_>,
) -> Vec<Pair> {
    let mut options = Vec::new();
    for (i, wanted) in gold.iter().enumerate() {
        for j in overlaps.of(wanted).filter(|&j| table.same_fact(wanted, &given[j])) {
            let right: Vec<bool> = table.fields().iter().map(|f| f.agrees(wanted, &given[j])).collect();
            let agree = right.iter().filter(|&&yes| yes).count();
            let rank = (Reverse(agree), wanted.start.abs_diff(given[j].start), i, j);
            options.push((rank, Pair { gold: i, given: j, right }));
        }
    }
    options.sort_unstable_by_key(|(rank, _)| *rank);
    let (mut gold_used, mut given_used) = (vec![false; gold.len()], vec![false; given.len()]);
    let mut free = |pair: &Pair| {
        let free = !gold_used[pair.gold] && !given_used[pair.given];
        if free {
            gold_used[pair.gold] = true;
            given_used[pair.given] = true;
        }
        free
    };
    options.into_iter().map(|(_, pair)| pair).filter(|pair| free(pair)).collect()
}
