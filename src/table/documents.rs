//! The tables of documents and of problems.

use super::{Kind, Table, columns, word};
use crate::error::{Code, Problem};
use crate::fact::Level;
use crate::record::{Document, State};

/// One row for each document.
pub static DOCUMENTS: Table<Document> = Table {
    name: "documents",
    doc: "a document that was found, whether it could be read or not",
    columns: columns!(Document {
        "doc_id", Kind::Text, |d| &*d.origin.doc_id, "Identity of the document: its path below the given folder, with `/` between the parts.";
        "source", Kind::Text, |d| &d.origin.source, "Where it lies: the path as given, `-` for the standard input.";
        "sha256", Kind::Text, |d| &d.origin.sha256, "SHA-256 of its bytes, in hexadecimal digits.";
        "media_type", Kind::Text, |d| d.origin.media_type, "Media type by its content, as `text/html`.";
        "encoding", Kind::Text, |d| d.origin.encoding, "Encoding of its text, as `utf-8` or `tcvn3`; `…-as-windows-1252` where it was read as that and saved as Unicode.";
        "encoding_margin", Kind::Decimal, |d| d.origin.margin, "How far the encoding was ahead of the next, as a share of the words outside ASCII; empty where the bytes left no choice.";
        "chars", Kind::Integer, |d| d.chars, "Length of its text in code points.";
        "text_file", Kind::Text, |d| &d.origin.text_file, "Where its text lies below the folder of `--save-text`; the offsets of facts count in it. Empty without that option.";
        "title", Kind::Text, |d| &d.info.title, "Headline, or subject of an official document.";
        "section", Kind::Text, |d| &d.info.section, "Rubric above the title.";
        "published", Kind::Edtf, |d| d.info.published, "Day, or day and time, of the dateline.";
        "author", Kind::Text, |d| &d.info.author, "Who wrote it, by the byline.";
        "agency", Kind::Text, |d| &d.info.agency, "Affiliation in the byline.";
        "kind", Kind::Text, |d| &d.info.kind, "Kind of an official document, as `decision`; the keys are those of `counts.unit`.";
        "number", Kind::Text, |d| &d.info.number, "Number of an official document, as `25-NQ/TW`.";
        "issuer", Kind::Text, |d| &d.info.issuer, "Body that issued an official document.";
        "issuer_body", Kind::Text, |d| &d.issuer.body, "Canonical key of the issuer, as in `docs/bodies.md`, by its words, else by the codes of the number; empty where neither tells.";
        "issuer_level", word!(Level), |d| d.issuer.level.map(Level::as_str), "Level of the issuer; empty where the words leave it open.";
        "issuer_province", Kind::Text, |d| &d.issuer.province, "Province of the issuer, named or the document's own: code and year of the code list, `15@2004`; see `docs/provinces.md`.";
        "province", Kind::Text, |d| &d.province, "Province that the document is of, by its header, place of signing, byline or the single one it names: `15@2004`; see `docs/provinces.md`.";
        "place", Kind::Text, |d| &d.info.place, "Place of signing.";
        "signed", Kind::Edtf, |d| d.info.signed, "Day of signing.";
        "dated", Kind::Edtf, |d| d.info.dated, "The date from which dates without a year were completed: its own, else one that was given, else that of the file's name.";
        "metadata_fields", Kind::Text, |d| &d.origin.given, "Columns of this row that its text did not give and that a collection or `--metadata` gave, with a blank between them.";
        "kept", Kind::Text, |d| &d.origin.kept, "Columns that `--keep` or `--metadata` carries along, as an object of JSON; in `summary` each is a column of its own.";
        "counts", Kind::Integer, |d| d.facts[0], "Number of its rows in `counts`.";
        "dates", Kind::Integer, |d| d.facts[1], "Number of its rows in `dates`.";
        "awards", Kind::Integer, |d| d.facts[2], "Number of its rows in `awards`.";
        "citations", Kind::Integer, |d| d.facts[3], "Number of its rows in `citations`.";
        "status", word!(State), |d| d.state.as_str(), "`ok`; `partial`: some bytes stood for no character; `failed`: not read, see `problems`.";
        "warnings", Kind::Integer, |d| d.warnings, "Number of warnings about it in `problems`.";
        "duplicate_of", Kind::Text, |d| d.duplicate_of.as_deref(), "The `doc_id` of an earlier document that says the same in nearly the same words; sums pass over such a document unless `--keep-duplicates` is given.";
    }),
};

/// The words of the codes, as a type of column.
const CODES: [&str; Code::ALL.len()] = {
    let mut words = [""; Code::ALL.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = Code::ALL[at].as_str();
        at += 1;
    }
    words
};

/// One row for each problem.
pub static PROBLEMS: Table<Problem> = Table {
    name: "problems",
    doc: "something that went wrong, or that a reader of the tables should know",
    columns: columns!(Problem {
        "document", Kind::Text, |p| &p.doc_id, "Identity of the document; empty where the problem is about a path that gave none.";
        "stage", Kind::Word(&["read", "decode", "extract", "write"]), |p| p.stage.as_str(), "Stage at which it arose.";
        "severity", Kind::Word(&["warning", "error"]), |p| p.severity.as_str(), "`error`: the document was not read; `warning`: it was.";
        "code", Kind::Word(&CODES), |p| p.code.as_str(), "What kind of problem it is; [problems.md](problems.md) lists the codes.";
        "what", Kind::Text, |p| &p.what, "What happened.";
        "where", Kind::Text, |p| &p.place, "Path, or line and column.";
    }),
};
