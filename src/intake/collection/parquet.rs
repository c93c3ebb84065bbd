//! Parquet files, row by row.

use super::columns::Table;
use crate::error::Code;
use crate::intake::opener::{At, End, Opener, Step};
use crate::intake::stream::Stream;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use std::fmt::Display;

/// Hands over the document of every row.
pub(crate) fn parquet(opener: &mut Opener<'_>, stream: Stream<'_>, at: &At) -> Step {
    let file = stream.file().map_err(|error| broken(&error))?;
    let reader = SerializedFileReader::new(file).map_err(|error| broken(&error))?;
    let schema = reader.metadata().file_metadata().schema();
    let names: Vec<String> = schema.get_fields().iter().map(|field| field.name().to_owned()).collect();
    let mut table = Table::new(&names, &opener.reading.columns)?;
    let rows = reader.get_row_iter(None).map_err(|error| broken(&error))?;
    for (row, number) in rows.zip(1..) {
        let row = row.map_err(|error| broken(&error))?;
        table.row(opener, at, number, &|column| cell(&row, column))?;
    }
    Ok(())
}

fn cell(row: &Row, column: usize) -> Option<Vec<u8>> {
    match row.get_column_iter().nth(column)?.1 {
        Field::Null => None,
        Field::Str(text) => Some(text.clone().into_bytes()),
        Field::Bytes(bytes) => Some(bytes.data().to_vec()),
        other => Some(other.to_string().into_bytes()),
    }
}

fn broken(error: &dyn Display) -> End {
    End::Broken(Code::BrokenCollection, format!("the collection cannot be read on: {error}"))
}
