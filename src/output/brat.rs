//! An archive of standoff files for brat: <https://brat.nlplab.org/standoff.html>.

use super::draft::Draft;
use super::marks::{LABELS, Mark, Places, marks, plain};
use super::texts::stem;
use crate::error::Error;
use crate::record::Record;
use crate::table::{Cell, Kind, shapes};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Name of the archive.
const FILE: &str = "brat.zip";

/// The two files of one document.
#[derive(Debug)]
pub(super) struct Part {
    /// Name without its ending.
    name: String,
    text: String,
    marks: String,
}

impl Part {
    /// The files of a record; `None` where it has no text.
    pub(super) fn of(record: &Record) -> Option<Self> {
        let text = plain(record.text.as_deref()?);
        let marks = standoff(&marks(record), &Places::new(&text));
        Some(Self { name: stem(&record.document.origin.doc_id), text, marks })
    }

    pub(super) fn len(&self) -> usize {
        self.text.len() + self.marks.len()
    }
}

/// The archive while it grows.
pub(super) struct Archive {
    writer: ZipWriter<Draft>,
}

impl Archive {
    pub(super) fn new(folder: &Path) -> Result<Self, Error> {
        let mut archive = Self { writer: ZipWriter::new(Draft::create(folder, FILE)?) };
        archive.file("annotation.conf", &configuration()).map_err(|source| error(folder, source))?;
        Ok(archive)
    }

    pub(super) fn push(&mut self, folder: &Path, part: &Part) -> Result<(), Error> {
        let text = self.file(&format!("{}.txt", part.name), &part.text);
        let both = text.and_then(|()| self.file(&format!("{}.ann", part.name), &part.marks));
        both.map_err(|source| error(folder, source))
    }

    fn file(&mut self, name: &str, content: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.writer.start_file(name, options)?;
        self.writer.write_all(content.as_bytes())
    }

    pub(super) fn finish(self, folder: &Path) -> Result<Draft, Error> {
        self.writer.finish().map_err(|broken| error(folder, broken.into()))
    }
}

fn error(folder: &Path, source: io::Error) -> Error {
    Error::Output { path: folder.join(FILE), source }
}

/// What the tool must know of the labels; the attributes are the columns of words.
fn configuration() -> String {
    let types = LABELS.map(|(label, _)| format!("{}\n", title(label))).concat();
    let mut attributes = String::new();
    for (label, table) in LABELS {
        let fields = shapes().into_iter().filter(|shape| shape.name == table).flat_map(|shape| shape.fields);
        for field in fields {
            if let Kind::Word(words) = field.kind {
                let (label, values) = (title(label), words.join("|"));
                // Writing to a String cannot fail.
                let _ = writeln!(attributes, "{label}_{}\tArg:{label}, Value:{values}", field.name);
            }
        }
    }
    format!(
        "[entities]\n{types}\n[relations]\nPart_of\tArg1:Count, Arg2:Count\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n\
         [events]\n\n[attributes]\n{attributes}"
    )
}

fn title(label: &str) -> String {
    let (first, rest) = label.split_at(1);
    first.to_ascii_uppercase() + rest
}

/// A line for each fact, its words, what it is part of, and what else it says as a note.
fn standoff(marks: &[Mark<'_>], places: &Places<'_>) -> String {
    let numbers: HashMap<&str, usize> =
        (1..).zip(marks).map(|(number, mark)| (mark.fact_id, number)).collect();
    let (mut out, mut attributes, mut relations) = (String::new(), 0, 0);
    for (number, mark) in (1..).zip(marks) {
        let words = places.slice(mark.place.clone());
        let label = title(mark.label);
        let _ = writeln!(out, "T{number}\t{label} {}\t{}", fragments(mark.place.start, words), joined(words));
        for (field, cell) in &mark.cells {
            if matches!(field.kind, Kind::Word(_)) {
                attributes += 1;
                let _ = writeln!(out, "A{attributes}\t{label}_{} T{number} {cell}", field.name);
            }
            let whole = (field.name == "part_of").then(|| numbers.get(&*cell.to_string())).flatten();
            if let Some(whole) = whole {
                relations += 1;
                let _ = writeln!(out, "R{relations}\tPart_of Arg1:T{number} Arg2:T{whole}");
            }
        }
        let _ = writeln!(out, "#{number}\tAnnotatorNotes T{number}\t{}", note(mark));
    }
    out
}

/// The offsets of each line of the words; a mark may not hold the end of a line.
fn fragments(start: usize, words: &str) -> String {
    let mut at = start;
    let mut parts = Vec::new();
    for line in words.split('\n') {
        let length = line.chars().count();
        if length > 0 {
            parts.push(format!("{at} {}", at + length));
        }
        at += length + 1;
    }
    parts.join(";")
}

/// The words of all lines, a blank between two.
fn joined(words: &str) -> String {
    words.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn note(mark: &Mark<'_>) -> String {
    let said = |cell: &Cell<'_>| plain(&cell.to_string()).replace('\n', " ");
    let cells = mark.cells.iter().filter(|(field, _)| !matches!(field.kind, Kind::Word(_)));
    let cells: Vec<String> = cells.map(|(field, cell)| format!("{}={}", field.name, said(cell))).collect();
    cells.join("; ")
}

#[cfg(test)]
mod tests {
    use super::{configuration, fragments, joined};

    #[test]
    fn a_mark_over_lines_has_a_fragment_for_each() {
        assert_eq!(fragments(7, "16"), "7 9");
        assert_eq!(fragments(0, "𝟓𝟔\nkế"), "0 2;3 5");
        assert_eq!(fragments(0, "a\n\nb"), "0 1;3 4");
        assert_eq!(joined("a\n\nb"), "a b");
    }

    #[test]
    fn the_configuration_has_the_words_of_the_schema() {
        let text = configuration();
        assert!(text.contains("Count_qualifier\tArg:Count, Value:exact|approximate|"), "{text}");
        assert!(
            text.contains("\nAward\n") && text.contains("Award_status\tArg:Award, Value:granted|"),
            "{text}"
        );
    }
}
