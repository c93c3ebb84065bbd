//! Parquet: a file for each table, typed, written in row groups.

mod column;

use super::book::{Book, Heading, Label};
use super::draft::Draft;
use crate::error::{Code, Error, Problem, Severity, Stage};
use crate::table::{Cell, Kind};
use column::Column;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{WriterProperties, WriterPropertiesPtr};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{ColumnPath, Type};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rows of a group, at most.
const ROWS: usize = 1 << 17;

/// Bytes that wait in memory for their groups, those of all tables together; then the group of the largest is written.
const BYTES: usize = 16 << 20;

/// Bytes that a cell takes beside its text, about.
const CELL: usize = 10;

/// Digits of a decimal, and those after the point: every integer of a cell fits.
const PRECISION: i32 = 38;
const SCALE: u32 = 9;

/// A file `NAME.parquet` for each table.
pub(super) struct Files {
    folder: PathBuf,
    tables: Vec<File>,
    problems: Vec<Problem>,
}

impl Files {
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), tables: Vec::new(), problems: Vec::new() }
    }

    fn error(&self, table: usize, error: ParquetError) -> Error {
        let name = self.tables.get(table).map_or_else(String::new, |file| file.name.clone());
        Error::Output { path: self.folder.join(name), source: io::Error::other(error) }
    }
}

impl Book for Files {
    fn begin(&mut self, heading: Heading) -> std::result::Result<(), Error> {
        let name = format!("{}.parquet", heading.name);
        let draft = Draft::create(&self.folder, &name)?;
        let number = self.tables.len();
        let file = File::new(name, &heading, draft).map_err(|error| self.error(number, error))?;
        self.tables.push(file);
        Ok(())
    }

    fn push(&mut self, table: usize, cells: &[Cell<'_>]) -> std::result::Result<(), Error> {
        let Some(file) = self.tables.get_mut(table) else { return Ok(()) };
        let rounded = file.push(cells);
        let mut written = if file.rows >= ROWS { file.write_group() } else { Ok(()) };
        if let Some(column) = rounded {
            let place = format!("{}, column {column}", file.name);
            let what = format!("a number has more than {SCALE} digits after the point; it was rounded");
            let doc_id = document(cells);
            let (stage, severity, code) = (Stage::Write, Severity::Warning, Code::NumberRounded);
            self.problems.push(Problem { doc_id, stage, severity, code, what, place });
        }
        if self.tables.iter().map(|file| file.bytes).sum::<usize>() >= BYTES
            && let Some(largest) = self.tables.iter_mut().max_by_key(|file| file.bytes)
        {
            written = written.and_then(|()| largest.write_group());
        }
        written.map_err(|error| self.error(table, error))
    }

    fn problems(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.problems)
    }

    fn finish(self: Box<Self>) -> std::result::Result<Vec<Draft>, Error> {
        let Self { folder, tables, .. } = *self;
        let ended = tables.into_iter().map(|file| {
            let path = folder.join(&file.name);
            file.end().map_err(|error| Error::Output { path, source: io::Error::other(error) })
        });
        ended.collect()
    }
}

/// The document that a row of facts is about: its identity stands in one of the first two columns.
fn document(cells: &[Cell<'_>]) -> String {
    cells.get(1).map_or_else(String::new, ToString::to_string)
}

/// One table while it grows.
struct File {
    name: String,
    writer: SerializedFileWriter<Draft>,
    columns: Vec<Column>,
    names: Vec<String>,
    rows: usize,
    bytes: usize,
}

impl File {
    fn new(name: String, heading: &Heading, draft: Draft) -> Result<Self> {
        let fields = heading.columns.iter().map(|column| field(column).map(Arc::new));
        let fields = fields.collect::<Result<Vec<_>>>()?;
        let schema = Type::group_type_builder("schema").with_fields(fields).build()?;
        let writer = SerializedFileWriter::new(draft, Arc::new(schema), properties(heading)?)?;
        let columns = heading.columns.iter().map(|column| Column::new(column.kind)).collect();
        let names = heading.columns.iter().map(|column| column.name.clone()).collect();
        Ok(Self { name, writer, columns, names, rows: 0, bytes: 0 })
    }

    /// Takes a row; the name of a column whose number had to be rounded.
    fn push(&mut self, cells: &[Cell<'_>]) -> Option<String> {
        let mut rounded = None;
        for ((column, cell), name) in self.columns.iter_mut().zip(cells).zip(&self.names) {
            self.bytes += CELL + if let Cell::Text(text) = cell { text.len() } else { 0 };
            if !column.push(cell) {
                rounded = Some(name.clone());
            }
        }
        self.rows += 1;
        rounded
    }

    fn write_group(&mut self) -> Result<()> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        for column in &mut self.columns {
            let Some(mut writer) = group.next_column()? else { break };
            // its memory is given back
            column.take().write(&mut writer)?;
            writer.close()?;
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }

    fn end(mut self) -> Result<Draft> {
        self.write_group()?;
        self.writer.into_inner()
    }
}

/// Every column can be empty; its type follows from the schema.
fn field(column: &Label) -> Result<Type> {
    let (physical, logical) = match column.kind {
        Kind::Text | Kind::Word(_) | Kind::Edtf => (Physical::BYTE_ARRAY, LogicalType::String),
        Kind::Integer => (Physical::INT64, LogicalType::integer(64, true)),
        Kind::Date => (Physical::INT32, LogicalType::Date),
        Kind::Decimal => {
            (Physical::FIXED_LEN_BYTE_ARRAY, LogicalType::decimal(SCALE.cast_signed(), PRECISION))
        }
    };
    let builder = Type::primitive_type_builder(&column.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(Some(logical));
    if column.kind == Kind::Decimal {
        let scale = SCALE.cast_signed();
        return builder.with_length(16).with_precision(PRECISION).with_scale(scale).build();
    }
    builder.build()
}

/// Words are written as numbers into a dictionary; the meaning of table and columns stands in the foot of the file.
fn properties(heading: &Heading) -> Result<WriterPropertiesPtr> {
    let mut builder = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3)?))
        .set_created_by(format!("solieu {}", env!("CARGO_PKG_VERSION")))
        .set_max_row_group_row_count(Some(ROWS));
    let mut about = vec![KeyValue::new("solieu:table".to_owned(), heading.doc.clone())];
    for column in &heading.columns {
        let path = ColumnPath::from(column.name.as_str());
        let again = !matches!(column.kind, Kind::Decimal | Kind::Integer | Kind::Date);
        builder = builder.set_column_dictionary_enabled(path, again);
        about.push(KeyValue::new(format!("solieu:column:{}", column.name), column.doc.clone()));
    }
    Ok(Arc::new(builder.set_key_value_metadata(Some(about)).build()))
}
