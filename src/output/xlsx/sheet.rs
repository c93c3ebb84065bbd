//! The sheets of one table, and the first sheet, which explains them all.

use super::cell;
use crate::output::book::{Heading, Label};
use crate::table::{Cell, Kind, Language};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// How cells look and in which language they speak.
pub(super) struct Looks {
    language: Language,
    head: Format,
    day: Format,
    wrap: Format,
}

impl Looks {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            head: Format::new().set_bold().set_background_color(0x00DD_E6F0).set_align(FormatAlign::Top),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            wrap: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// The sheets of one table: one, and more beyond the limit of rows.
pub(super) struct Sheets {
    pub(super) heading: Heading,
    parts: Vec<Worksheet>,
    /// The next row of the last sheet.
    row: u32,
    /// Rows of a sheet, the head among them.
    limit: u32,
    rows: u64,
}

impl Sheets {
    /// A table with its first sheet.
    pub(super) fn new(
        workbook: &mut Workbook,
        heading: Heading,
        looks: &Looks,
        limit: u32,
    ) -> Result<Self, XlsxError> {
        let mut sheets = Self { heading, parts: Vec::new(), row: 1, limit, rows: 0 };
        sheets.grow(workbook, looks)?;
        Ok(sheets)
    }

    /// Whether the last sheet holds no more rows.
    pub(super) fn is_full(&self) -> bool {
        self.row >= self.limit
    }

    /// Begins a further sheet, whose head stays in view; its name.
    pub(super) fn grow(&mut self, workbook: &mut Workbook, looks: &Looks) -> Result<String, XlsxError> {
        let title = looks.language.title(&self.heading.name);
        let name = match self.parts.len() {
            0 => title.to_owned(),
            before => format!("{title} ({})", before + 1),
        };
        let mut sheet = workbook.new_worksheet_with_constant_memory()?;
        sheet.set_name(&name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (at, column) in (0_u16..).zip(&self.heading.columns) {
            let heading = looks.language.heading(&column.name);
            sheet.set_column_width(at, width(column, &heading))?;
            sheet.write_string_with_format(0, at, heading, &looks.head)?;
        }
        self.parts.push(sheet);
        self.row = 1;
        Ok(name)
    }

    /// Writes a row; whether a text had to be cut.
    pub(super) fn push(&mut self, cells: &[Cell<'_>], looks: &Looks) -> Result<bool, XlsxError> {
        let Some(sheet) = self.parts.last_mut() else { return Ok(false) };
        let mut cut = false;
        for ((at, cell), column) in (0_u16..).zip(cells).zip(&self.heading.columns) {
            cut |= match cell {
                Cell::Text(text) if column.kind != Kind::Date => {
                    cell::text(sheet, self.row, at, &looks.language.label(&column.name, column.kind, text))?
                }
                other => cell::write(sheet, self.row, at, other, &looks.day)?,
            };
        }
        self.row += 1;
        self.rows += 1;
        Ok(cut)
    }

    /// Puts the sheets into the workbook, with filters, which need the last row.
    pub(super) fn close(self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        let last = u16::try_from(self.heading.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let full = self.parts.len().saturating_sub(1);
        for (at, mut sheet) in self.parts.into_iter().enumerate() {
            let end = if at < full { self.limit } else { self.row };
            sheet.autofilter(0, 0, end.saturating_sub(1).max(1), last)?;
            workbook.push_worksheet(sheet);
        }
        Ok(())
    }
}

/// Width of a column in characters: enough for the heading, and for what usually stands below it.
fn width(column: &Label, heading: &str) -> f64 {
    let usual = match (column.kind, column.name.as_str()) {
        (_, "quote" | "what" | "reason") => 60,
        (_, "title" | "phrase" | "recipient" | "source") => 40,
        (Kind::Text, _) => 20,
        (Kind::Edtf | Kind::Word(_), _) => 14,
        (Kind::Date | Kind::Decimal, _) => 12,
        (Kind::Integer, _) => 9,
    };
    let name = u32::try_from(heading.chars().count()).unwrap_or(0) + 4;
    f64::from(name.max(usual))
}

/// The first sheet: what stands in the others, and by which key a column is known where its heading is another word.
pub(super) fn explained(tables: &[Sheets], looks: &Looks) -> Result<Worksheet, XlsxError> {
    let language = looks.language;
    let mut sheet = Worksheet::new();
    sheet.set_name(language.title("readme"))?;
    for (at, width) in [(0, 16.0), (1, 30.0), (2, 24.0), (3, 14.0), (4, 100.0)] {
        sheet.set_column_width(at, width)?;
    }
    let mut row = 0;
    let mut line = |cells: [&str; 5], look: &Format| -> Result<(), XlsxError> {
        for (at, cell) in (0_u16..).zip(cells) {
            sheet.write_string_with_format(row, at, cell, look)?;
        }
        row += 1;
        Ok(())
    };
    let heads = ["sheet", "column", "key", "type", "meaning"].map(|head| language.message(head));
    line(heads.each_ref().map(|head| &**head), &looks.head)?;
    for Sheets { heading, rows, .. } in tables {
        let about = format!("{rows} rows; one row: {}.", language.meaning(&heading.doc));
        let about = language.message(&about);
        line([language.title(&heading.name), "", &heading.name, "", &about], &looks.head)?;
        for column in &heading.columns {
            let (name, kind) = (language.heading(&column.name), language.list_word(column.kind.as_str()));
            line(["", &name, &column.name, kind, &meaning(column, language)], &looks.wrap)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(sheet)
}

/// What a column means, with the words that it takes.
fn meaning(column: &Label, language: Language) -> String {
    let doc = language.meaning(&column.doc);
    let Kind::Word(words) = column.kind else { return doc.into_owned() };
    let shown = words.iter().map(|word| match language {
        Language::English => (*word).to_owned(),
        Language::Vietnamese => format!("{} ({word})", language.list_word(word)),
    });
    format!("{doc} {}", shown.collect::<Vec<_>>().join(", "))
}
