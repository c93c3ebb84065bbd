//! The tables of dates, awards and citations.

use super::{Kind, Table, fact_columns, word};
use crate::fact::{Award, Citation, Date, DateKind, Level, RecipientUnit, Role, Status};
use crate::record::Row;

/// One row for each expression that names a time.
pub static DATES: Table<Row<Date>> = Table {
    name: "dates",
    doc: "an expression that names a calendar point or span",
    columns: fact_columns!(Date {
        "kind", word!(DateKind), |r| r.fact.kind.as_str(), "What the expression names.";
        "value", Kind::Edtf, |r| r.fact.value, "The date as the words alone give it; digits that they leave open are `X`.";
        "resolved", Kind::Edtf, |r| r.fact.resolved, "The value completed from the document's own date, where that is known.";
        "first_day", Kind::Date, |r| r.fact.resolved.days().0, "First calendar day of `resolved`; empty where open or unknown.";
        "last_day", Kind::Date, |r| r.fact.resolved.days().1, "Last calendar day of `resolved`; empty where open or unknown.";
        "role", word!(Role), |r| r.fact.role.as_str(), "What the date does in the document.";
    }),
};

/// One row for each honour given to one recipient.
pub static AWARDS: Table<Row<Award>> = Table {
    name: "awards",
    doc: "one kind of honour for one recipient, or one stated number of them, by one grantor in one year",
    columns: fact_columns!(Award {
        "award", Kind::Text, |r| &r.fact.award, "Canonical key of the award, as `certificate_of_merit`.";
        "name", Kind::Text, |r| &r.fact.name, "The award as written; each of a list of ranks has its name in full.";
        "rank", Kind::Integer, |r| r.fact.rank, "1, 2 or 3.";
        "grantor", Kind::Text, |r| &r.fact.grantor, "Who gives it, as written.";
        "grantor_body", Kind::Text, |r| &r.name(0).body, "Canonical key of the grantor, as in `docs/bodies.md`; empty where it is no body that is known.";
        "grantor_level", word!(Level), |r| r.name(0).level.map(Level::as_str), "Level of the grantor; empty where the words leave it open.";
        "grantor_province", Kind::Text, |r| &r.name(0).province, "Province of the grantor, named or the document's own: code and year of the code list, `15@2004`; see `docs/provinces.md`.";
        "recipient", Kind::Text, |r| &r.fact.recipient, "Who gets it, as written.";
        "recipient_body", Kind::Text, |r| &r.name(1).body, "Canonical key of the recipient, as in `docs/bodies.md`; empty where it is no body that is known.";
        "recipient_level", word!(Level), |r| r.name(1).level.map(Level::as_str), "Level of the recipient; empty where the words leave it open.";
        "recipient_province", Kind::Text, |r| &r.name(1).province, "Province of the recipient, named or the document's own: code and year of the code list, `15@2004`; see `docs/provinces.md`.";
        "quantity", Kind::Decimal, |r| r.fact.quantity, "How many recipients, which share of them, or how many awards.";
        "recipient_unit", word!(RecipientUnit), |r| r.fact.recipient_unit.map(RecipientUnit::as_str), "What `quantity` counts.";
        "year", Kind::Integer, |r| r.fact.year, "Year of the award.";
        "period", Kind::Edtf, |r| r.fact.period.as_deref(), "The time of the achievement, from the reason.";
        "reason", Kind::Text, |r| &r.fact.reason, "What it is for, as written.";
        "status", word!(Status), |r| r.fact.status.as_str(), "Given, proposed or planned.";
    }),
};

/// One row for each reference to a numbered document.
pub static CITATIONS: Table<Row<Citation>> = Table {
    name: "citations",
    doc: "a reference to a numbered document",
    columns: fact_columns!(Citation {
        "kind", Kind::Text, |r| &r.fact.kind, "Kind of the cited document; the keys are those of `counts.unit`.";
        "number", Kind::Text, |r| &r.fact.number, "Its number as written, as `1034/QĐ-UBND`.";
        "date", Kind::Edtf, |r| r.fact.date, "Its day of signing, where given.";
        "issuer", Kind::Text, |r| &r.fact.issuer, "Who issued it, where said beside it.";
        "issuer_body", Kind::Text, |r| &r.name(0).body, "Canonical key of the issuer, as in `docs/bodies.md`, by its words, else by the codes of the number; empty where neither tells.";
        "issuer_level", word!(Level), |r| r.name(0).level.map(Level::as_str), "Level of the issuer; empty where the words leave it open.";
        "issuer_province", Kind::Text, |r| &r.name(0).province, "Province of the issuer, named or the document's own: code and year of the code list, `15@2004`; see `docs/provinces.md`.";
        "pinpoint", Kind::Text, |r| &r.fact.pinpoint, "The part that is meant, as `khoản 2 Điều 54`.";
        "refers_to", Kind::Text, |r| &r.fact.refers_to, "The full number of the document that a short form stands for: `05-CT/TW` for `05`.";
    }),
};
