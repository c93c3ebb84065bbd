//! The wide table with one row for each document.

use super::{Kind, Table, columns, word};
use crate::record::{State, Summary};

/// Begins the name of each column of awards in `summary`: `award_certificate_of_merit`.
pub const AWARD_PREFIX: &str = "award_";

/// Begins the name of each column in `summary` that is carried along from beside the documents: `kept_province`.
pub const KEPT_PREFIX: &str = "kept_";

/// One row for each document, for a spreadsheet; a column for each one that is carried along, and for each kind of award
/// that occurs in the run, follows these.
pub static SUMMARY: Table<Summary> = Table {
    name: "summary",
    doc: "a document at a glance; the columns of units hold the sum of `counts.value` where `measure` is `count` and `part_of`, `direction` and `per` are empty, and are empty where the document counts none",
    columns: columns!(Summary {
        "doc_id", Kind::Text, |s| &*s.doc_id, "Identity of the document; the key to `documents`.";
        "title", Kind::Text, |s| &s.title, "Headline, or subject of an official document.";
        "published", Kind::Edtf, |s| s.published, "Day, or day and time, of the dateline.";
        "agency", Kind::Text, |s| &s.agency, "Affiliation in the byline.";
        "issuer", Kind::Text, |s| &s.issuer, "Body that issued an official document.";
        "status", word!(State), |s| s.state.as_str(), "How far it was read; see `documents`.";
        "resolutions", Kind::Decimal, |s| s.sum("resolution"), "Sum for the unit `resolution`: nghị quyết.";
        "directives", Kind::Decimal, |s| s.sum("directive"), "Sum for the unit `directive`: chỉ thị.";
        "plans", Kind::Decimal, |s| s.sum("plan"), "Sum for the unit `plan`: kế hoạch.";
        "decisions", Kind::Decimal, |s| s.sum("decision"), "Sum for the unit `decision`: quyết định.";
        "regulations", Kind::Decimal, |s| s.sum("regulation"), "Sum for the unit `regulation`: quy chế.";
        "rules", Kind::Decimal, |s| s.sum("rule"), "Sum for the unit `rule`: quy định.";
        "programs", Kind::Decimal, |s| s.sum("program"), "Sum for the unit `program`: chương trình.";
        "schemes", Kind::Decimal, |s| s.sum("scheme"), "Sum for the unit `scheme`: đề án.";
        "projects", Kind::Decimal, |s| s.sum("project"), "Sum for the unit `project`: dự án.";
        "conclusions", Kind::Decimal, |s| s.sum("conclusion"), "Sum for the unit `conclusion`: kết luận.";
        "guidelines", Kind::Decimal, |s| s.sum("guideline"), "Sum for the unit `guideline`: hướng dẫn.";
        "reports", Kind::Decimal, |s| s.sum("report"), "Sum for the unit `report`: báo cáo.";
        "notices", Kind::Decimal, |s| s.sum("notice"), "Sum for the unit `notice`: thông báo.";
        "submissions", Kind::Decimal, |s| s.sum("submission"), "Sum for the unit `submission`: tờ trình.";
        "official_letters", Kind::Decimal, |s| s.sum("official_letter"), "Sum for the unit `official_letter`: công văn.";
        "circulars", Kind::Decimal, |s| s.sum("circular"), "Sum for the unit `circular`: thông tư.";
        "decrees", Kind::Decimal, |s| s.sum("decree"), "Sum for the unit `decree`: nghị định.";
        "laws", Kind::Decimal, |s| s.sum("law"), "Sum for the unit `law`: luật.";
        "documents", Kind::Decimal, |s| s.sum("document"), "Sum for the unit `document`: văn bản.";
        "models", Kind::Decimal, |s| s.sum("model"), "Sum for the unit `model`: mô hình, điển hình.";
        "collectives", Kind::Decimal, |s| s.sum("collective"), "Sum for the unit `collective`: tập thể.";
        "individuals", Kind::Decimal, |s| s.sum("individual"), "Sum for the unit `individual`: cá nhân.";
        "households", Kind::Decimal, |s| s.sum("household"), "Sum for the unit `household`: hộ, gia đình.";
        "persons", Kind::Decimal, |s| s.sum("person"), "Sum for the unit `person`: people by any word.";
        "dates", Kind::Integer, |s| s.dates, "Number of dates.";
        "first_year", Kind::Integer, |s| s.first_year, "First year that the dates cover.";
        "last_year", Kind::Integer, |s| s.last_year, "Last year that the dates cover.";
        "citations", Kind::Integer, |s| s.citations, "Number of citations.";
    }),
};
