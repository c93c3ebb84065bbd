//! Facts as marks in the decoded text, for annotation tools.

use crate::record::{Record, Row};
use crate::table::{AWARDS, CITATIONS, COUNTS, Cell, DATES, Field, Table};
use std::ops::Range;

/// The labels of facts and the tables whose rows they stand for.
pub(super) const LABELS: [(&str, &str); 4] =
    [("count", "counts"), ("date", "dates"), ("award", "awards"), ("citation", "citations")];

/// A fact and the code points it was read from.
pub(super) struct Mark<'a> {
    /// `count`, `date`, `award` or `citation`.
    pub(super) label: &'static str,
    pub(super) fact_id: &'a str,
    /// Code points of the decoded text.
    pub(super) place: Range<usize>,
    /// What the fact says: every cell that is not empty but those of the place.
    pub(super) cells: Vec<(&'static Field, Cell<'a>)>,
}

/// The marks of a record, table by table.
pub(super) fn marks(record: &Record) -> Vec<Mark<'_>> {
    let mut marks = Vec::new();
    collect("count", &COUNTS, &record.counts, &mut marks);
    collect("date", &DATES, &record.dates, &mut marks);
    collect("award", &AWARDS, &record.awards, &mut marks);
    collect("citation", &CITATIONS, &record.citations, &mut marks);
    marks
}

/// Columns that say where a fact stands, which a mark does by itself.
const PLACE: [&str; 7] = ["fact_id", "doc_id", "start", "end", "line", "column", "quote"];

fn collect<'a, F>(label: &'static str, table: &Table<Row<F>>, rows: &'a [Row<F>], marks: &mut Vec<Mark<'a>>) {
    marks.extend(rows.iter().filter(|row| row.start < row.end).map(|row| {
        let said =
            |(field, cell): &(&'static Field, Cell<'_>)| *cell != Cell::Empty && !PLACE.contains(&field.name);
        let cells = table.cells(row).filter(said).collect();
        Mark { label, fact_id: &row.fact_id, place: row.start..row.end, cells }
    }));
}

/// A text whose parts are found by code points.
pub(super) struct Places<'a> {
    text: &'a str,
    /// Byte offset of every 64th character.
    steps: Vec<usize>,
}

const STRIDE: usize = 64;

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let steps = text.char_indices().step_by(STRIDE).map(|(at, _)| at).collect();
        Self { text, steps }
    }

    /// The words between two code points.
    pub(super) fn slice(&self, place: Range<usize>) -> &'a str {
        let (start, end) = (self.byte(place.start), self.byte(place.end));
        self.text.get(start..end.max(start)).unwrap_or_default()
    }

    fn byte(&self, point: usize) -> usize {
        let Some(from) = self.steps.get(point / STRIDE) else { return self.text.len() };
        let more = self.text[*from..].char_indices().nth(point % STRIDE);
        more.map_or(self.text.len(), |(at, _)| from + at)
    }
}

/// The text with a blank for each character that tools take for the end of a line though it is not `\n`; no offset changes.
pub(super) fn plain(text: &str) -> String {
    let blank = |c: char| c != '\n' && (c.is_control() || c == '\u{2028}' || c == '\u{2029}');
    let plain = |c: char| if blank(c) { ' ' } else { c };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::{Places, plain};

    #[test]
    fn parts_are_found_by_code_points() {
        let text = "𝟓e\u{302}\u{301} ".repeat(100);
        let places = Places::new(&text);
        for at in [0, 63, 64, 65, 200, 499] {
            let expected: String = text.chars().skip(at).take(3).collect();
            assert_eq!(places.slice(at..at + 3), expected, "{at}");
        }
        assert_eq!(places.slice(500..510), "");
    }

    #[test]
    fn no_offset_changes() {
        let text = "a\r\nb\u{85}c\u{2028}d\te";
        assert_eq!(plain(text), "a \nb c d e");
        assert_eq!(plain(text).chars().count(), text.chars().count());
    }
}
