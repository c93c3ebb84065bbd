//! The table of counts.

use super::{Kind, Table, fact_columns, word};
use crate::fact::{Count, Direction, Measure, Qualifier};
use crate::record::{Row, fact_id};

/// One row for each stated number.
pub static COUNTS: Table<Row<Count>> = Table {
    name: "counts",
    doc: "a number that says how many or how much of something the text reports",
    columns: fact_columns!(Count {
        "value", Kind::Decimal, |r| r.fact.value, "The number in full: 2.833 is 2833, 1,2 triệu is 1200000; the lower end of a range.";
        "value_max", Kind::Decimal, |r| r.fact.value_max, "Upper end of a range.";
        "total", Kind::Decimal, |r| r.fact.total, "The whole of a ratio: 30 in 28/30 xã.";
        "qualifier", word!(Qualifier), |r| r.fact.qualifier.as_str(), "How the text bounds the number.";
        "measure", word!(Measure), |r| r.fact.measure.as_str(), "What sort of quantity it is.";
        "unit", Kind::Text, |r| &*r.fact.unit, "Canonical key of what is counted: a kind of document (`resolution`, `plan` …), `model`, `collective`, `individual`, `household`, `person`, `award`, `percent`, `percentage_point`, an ISO currency, a physical unit, a unit of time, or `other`.";
        "noun", Kind::Text, |r| &r.fact.noun, "The head noun that is counted, in lower case.";
        "per", Kind::Text, |r| &r.fact.per, "What a rate is per: `ha`, `người/năm`.";
        "phrase", Kind::Text, |r| &r.fact.phrase, "From the noun to the end of its phrase, as written.";
        "direction", word!(Direction), |r| r.fact.direction.map(Direction::as_str), "Set where the number states a change.";
        "part_of", Kind::Text, |r| r.fact.part_of.map(|whole| fact_id::<Count>(&r.doc_id, whole)), "The `fact_id` of the count that this one is a stated part of.";
        "period", Kind::Edtf, |r| r.fact.period.as_deref(), "The time that governs it in its clause.";
    }),
};
