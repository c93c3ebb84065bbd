//! What is known of a document from beside its text, put where the text says nothing.

use crate::document::{Info, typed_date};
use crate::error::{Code, Problem, Severity, Stage};
use crate::fact::Edtf;
use crate::intake::Given;
use crate::record::Origin;
use serde_json::{Map, Value};

/// What a collection, and after it a table of metadata, say of one document.
pub(super) struct Beside<'a> {
    rows: [Option<&'a Given>; 2],
    /// What its format states, before all others.
    stated: Option<&'a Given>,
}

impl<'a> Beside<'a> {
    pub(super) fn new(own: &'a Given, table: Option<&'a Given>) -> Self {
        Self { rows: [Some(own), table], stated: None }
    }

    /// The same after what the format of the document states.
    pub(super) fn after(&self, stated: &'a Given) -> Self {
        Self { rows: self.rows, stated: Some(stated) }
    }

    fn fields(&self) -> impl Iterator<Item = (&'static str, &'a str)> {
        let rows = self.stated.into_iter().chain(self.rows.into_iter().flatten());
        rows.flat_map(|given| given.fields.iter().map(|(field, words)| (*field, words.as_str())))
    }

    /// The day of publication.
    pub(super) fn date(&self) -> Option<Edtf> {
        self.fields().filter(|(field, _)| *field == "published").find_map(|(_, words)| date(words))
    }

    /// The columns that are carried along, as an object of JSON.
    pub(super) fn kept(&self) -> String {
        let mut kept = Map::new();
        for (name, cell) in self.rows.into_iter().flatten().flat_map(|given| &given.kept) {
            kept.entry(&**name).or_insert_with(|| Value::String(cell.clone()));
        }
        if kept.is_empty() { String::new() } else { Value::Object(kept).to_string() }
    }

    /// Fills what the text left empty; the names of what was filled, with a blank between them.
    pub(super) fn fill(&self, info: &mut Info) -> String {
        let mut filled: Vec<&str> = Vec::new();
        for (field, words) in self.fields() {
            let taken = match field {
                "published" => fill_date(&mut info.published, words),
                "signed" => fill_date(&mut info.signed, words),
                "title" => fill(&mut info.title, words),
                "author" => fill(&mut info.author, words),
                "section" => fill(&mut info.section, words),
                "agency" => fill(&mut info.agency, words),
                "number" => fill(&mut info.number, words),
                "issuer" => fill(&mut info.issuer, words),
                "place" => fill(&mut info.place, words),
                _ => false,
            };
            if taken {
                filled.push(field);
            }
        }
        filled.join(" ")
    }

    /// A warning for each date that cannot be read.
    pub(super) fn problems(&self, origin: &Origin) -> Vec<Problem> {
        let given = Self { stated: None, ..*self };
        let dates = given.fields().filter(|(field, _)| matches!(*field, "published" | "signed"));
        let wrong = dates.filter(|(_, words)| date(words).is_none());
        let problem = |(field, words): (&str, &str)| Problem {
            doc_id: origin.doc_id.to_string(),
            stage: Stage::Read,
            severity: Severity::Warning,
            code: Code::MetadataInvalid,
            what: format!("{field}: no date can be read from \"{words}\""),
            place: origin.source.clone(),
        };
        wrong.map(problem).collect()
    }
}

fn fill(field: &mut String, words: &str) -> bool {
    let empty = field.is_empty();
    if empty {
        words.clone_into(field);
    }
    empty
}

fn fill_date(field: &mut Option<Edtf>, words: &str) -> bool {
    let date = date(words).filter(|_| field.is_none());
    *field = field.or(date);
    date.is_some()
}

/// A date as tables have it: alone, or with a time of day or a weekday beside it.
fn date(words: &str) -> Option<Edtf> {
    let parts = words.split([' ', ',', 'T', ';']).filter(|part| part.contains(['-', '/', '.']));
    typed_date(words).or_else(|| parts.filter(|part| part.len() >= 8).find_map(typed_date))
}

#[cfg(test)]
mod tests {
    use super::{Beside, date};
    use crate::document::Info;
    use crate::intake::Given;

    fn read(words: &str) -> String {
        date(words).map_or_else(String::new, |date| date.to_string())
    }

    #[test]
    fn dates_of_tables() {
        assert_eq!(read("30/06/2020"), "2020-06-30");
        assert_eq!(read("2020-06-30T17:00:00Z"), "2020-06-30");
        assert_eq!(read("2020-06-30 00:00:00 +00:00"), "2020-06-30");
        assert_eq!(read("Thứ ba, 30/6/2020, 17:00 (GMT+7)"), "2020-06-30");
        assert_eq!(read("2020"), "2020");
        for words in ["", "hôm qua", "31/02/2020", "1593510000", "17:00"] {
            assert_eq!(read(words), "", "{words}");
        }
    }

    #[test]
    fn the_text_goes_before_the_collection_and_that_before_the_table() {
        let given = |fields: &[(&'static str, &str)]| Given {
            fields: fields.iter().map(|(field, words)| (*field, (*words).to_owned())).collect(),
            ..Given::default()
        };
        let own = given(&[("author", "An")]);
        let table = given(&[("title", "Khác"), ("author", "Bình"), ("published", "2020-06-30")]);
        let mut info = Info { title: "Tin".to_owned(), ..Info::default() };
        assert_eq!(Beside::new(&own, Some(&table)).fill(&mut info), "author published");
        assert_eq!((info.title.as_str(), info.author.as_str()), ("Tin", "An"));
        assert_eq!(info.published.map(|date| date.to_string()).as_deref(), Some("2020-06-30"));
    }
}
