//! A text in the making: paragraphs and rows of tables become lines.

use super::font::{self, Run};
use super::{Content, Mark, Meta, Part, Trouble};
use crate::error::Code;
use crate::text::{Decoded, Encoding, decode_as, decode_text};

/// A text that is put together from the paragraphs and tables of a format.
#[derive(Debug, Default)]
pub(super) struct Draft {
    text: String,
    line: usize,
    /// Marks by the line that they begin.
    marks: Vec<(usize, Part)>,
    /// The encoding that a font stood for.
    carried: Option<Encoding>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its paragraphs.
    pub(super) lines: Vec<String>,
    /// How many columns it takes.
    pub(super) columns: usize,
    /// How many rows it takes.
    pub(super) rows: usize,
}

/// The most columns that a table is given; what is right of them keeps its words and loses its place.
const COLUMNS: usize = 200;

impl Draft {
    /// Adds the lines of a paragraph; at most one empty line stands between others.
    pub(super) fn paragraph(&mut self, words: &str) {
        for line in words.split('\n').map(|line| line.trim_matches([' ', '\t', '\r'])) {
            if line.is_empty() && (self.text.is_empty() || self.text.ends_with("\n\n")) {
                continue;
            }
            self.text.push_str(line);
            self.end();
        }
    }

    /// Adds a paragraph whose fonts may stand for an encoding.
    pub(super) fn runs(&mut self, runs: &[Run]) {
        let (words, encoding) = font::shown(runs);
        self.carried = self.carried.or(encoding);
        self.paragraph(&words);
    }

    /// Takes over what the fonts of another draft stood for.
    pub(super) fn note(&mut self, other: &Self) {
        self.carried = self.carried.or(other.carried);
    }

    /// The lines so far, without their ends.
    pub(super) fn lines(&self) -> Vec<String> {
        self.text.lines().map(str::to_owned).collect()
    }

    /// Notes that a page or a paragraph of the format begins here.
    pub(super) fn begin(&mut self, part: Part) {
        self.marks.push((self.line, part));
    }

    /// Adds a table: a line for each row with its cells between pipes, or the paragraphs one after the other where the
    /// table only places them, as in the head of a letter.
    pub(super) fn table(&mut self, rows: &[Vec<Cell>]) {
        let wide = rows.iter().map(Vec::len).max().unwrap_or(0);
        let long =
            |cell: &Cell| cell.lines.len() > 12 || cell.lines.iter().map(String::len).sum::<usize>() > 1500;
        if wide < 2 || (rows.len() < 3 && wide < 3) || rows.iter().flatten().any(long) {
            let lines = rows.iter().flatten().flat_map(|cell| &cell.lines);
            lines.for_each(|line| self.paragraph(line));
            return;
        }
        let mut above: Vec<(usize, String)> = Vec::new();
        let numbered = self.marks.last().is_some_and(|(_, part)| *part == Part::Paragraph);
        for row in rows {
            if numbered {
                self.begin(Part::Paragraph);
            }
            let line = placed(row, &mut above);
            self.text.push_str("| ");
            self.text.push_str(&line.join(" | "));
            self.text.push_str(" |");
            self.end();
        }
    }

    fn end(&mut self) {
        self.text.push('\n');
        self.line += 1;
    }

    /// The content; text that carries another encoding is read again.
    pub(super) fn finish(mut self, media_type: &'static str, meta: Meta) -> Result<Content, Trouble> {
        if self.text.trim().is_empty() {
            return Err(Trouble::new(Code::Empty, "it holds no text"));
        }
        let end = self.text.trim_end_matches('\n').len() + 1;
        self.text.truncate(end);
        let mut decoded = decode_text(self.text);
        if decoded.encoding == Encoding::Utf8 {
            decoded.encoding = self.carried.unwrap_or_default();
        }
        let carried = decoded.encoding;
        let again = |words: String| match carried {
            Encoding::Utf8 => words,
            _ => decode_as(words.as_bytes(), carried).text,
        };
        let meta = Meta { title: again(meta.title), author: again(meta.author), ..meta };
        let marks = places(&decoded.text, &self.marks);
        Ok(Content { meta, marks, ..content(decoded, media_type) })
    }
}

/// The content of a decoded text, with the warnings that its decoding gives.
pub(super) fn content(decoded: Decoded, media_type: &'static str) -> Content {
    let mixed = (decoded.mixed > 0).then(|| {
        let what = format!("{} paragraphs are in another encoding than {}", decoded.mixed, decoded.encoding);
        Trouble::new(Code::EncodingMixed, what)
    });
    Content {
        text: decoded.text,
        media_type,
        encoding: decoded.encoding.as_str(),
        margin: decoded.margin,
        replaced: decoded.replaced,
        warnings: mixed.into_iter().collect(),
        ..Content::default()
    }
}

/// The words of a row's cells in their columns, with those that reach down from rows above.
fn placed(row: &[Cell], above: &mut Vec<(usize, String)>) -> Vec<String> {
    let (mut line, mut below, mut cells) = (Vec::new(), Vec::new(), row.iter());
    loop {
        let reaching = above.get(line.len()).filter(|(rows, _)| *rows > 0 && line.len() < COLUMNS).cloned();
        if let Some((rows, words)) = reaching {
            line.push(words.clone());
            below.push((rows - 1, words));
            continue;
        }
        let Some(cell) = cells.next() else { break };
        let words = cell.lines.join(" ").replace('|', "/").split_whitespace().collect::<Vec<_>>().join(" ");
        for column in 0..cell.columns.clamp(1, COLUMNS) {
            let words = if column == 0 { words.clone() } else { String::new() };
            line.push(words.clone());
            below.push((cell.rows.saturating_sub(1), words));
        }
    }
    *above = below;
    line
}

/// The marks with the offsets of their lines, in code points, numbered by what they begin.
fn places(text: &str, marks: &[(usize, Part)]) -> Vec<Mark> {
    let (mut at, mut line, mut lines) = (0, 0, text.split_inclusive('\n'));
    let (mut pages, mut paragraphs) = (0, 0);
    let place = |&(begins, part): &(usize, Part)| {
        while line < begins {
            at += lines.next().map_or(0, |line| line.chars().count());
            line += 1;
        }
        let number = if part == Part::Page { &mut pages } else { &mut paragraphs };
        *number += 1;
        Mark { at, number: *number, part }
    };
    marks.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::{Cell, Draft, Meta, Part};

    fn cell(words: &str) -> Cell {
        Cell { lines: vec![words.to_owned()], columns: 1, rows: 1 }
    }

    fn text(draft: Draft) -> String {
        draft.finish("text/html", Meta::default()).unwrap().text
    }

    #[test]
    fn a_table_keeps_its_rows() {
        let mut draft = Draft::default();
        let head = vec![cell("Năm"), cell("Danh hiệu"), cell("Số")];
        let first = vec![Cell { rows: 2, ..cell("2019") }, cell("Cờ"), cell("2|3")];
        let second = vec![Cell { columns: 2, ..cell("Bằng khen") }];
        draft.table(&[head, first, second]);
        assert_eq!(text(draft), "| Năm | Danh hiệu | Số |\n| 2019 | Cờ | 2/3 |\n| 2019 | Bằng khen |  |\n");
    }

    #[test]
    fn a_table_that_only_places_is_none() {
        let mut draft = Draft::default();
        draft.table(&[vec![cell("UBND TỈNH"), cell("CỘNG HÒA")], vec![cell("Số: 1"), cell("Hà Giang")]]);
        assert_eq!(text(draft), "UBND TỈNH\nCỘNG HÒA\nSố: 1\nHà Giang\n");
    }

    #[test]
    fn marks_follow_the_text_when_it_is_read_again() {
        let mut draft = Draft::default();
        draft.begin(Part::Paragraph);
        draft.paragraph("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam");
        draft.begin(Part::Paragraph);
        draft.paragraph("Ñoäc laäp");
        let content = draft.finish("text/html", Meta { title: "Nghò quyeát".to_owned(), ..Meta::default() });
        let content = content.unwrap();
        assert_eq!(content.text, "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập\n");
        assert_eq!((content.marks[1].at, content.marks[1].number), (35, 2));
        assert_eq!(content.meta.title, "Nghị quyết");
    }

    #[test]
    fn no_text_is_a_trouble() {
        let mut draft = Draft::default();
        draft.paragraph(" \n\n");
        assert!(draft.finish("text/html", Meta::default()).is_err());
    }
}
