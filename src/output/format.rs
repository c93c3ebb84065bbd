//! The formats by name.

use super::book::Book;
use super::csv::{CsvSheet, DocumentSheet, Style};
#[cfg(feature = "parquet")]
use super::parquet;
#[cfg(feature = "sqlite")]
use super::sqlite;
#[cfg(feature = "xlsx")]
use super::xlsx;
use super::{Encoder, Sheet, json, jsonl, label_studio, w3c};
use crate::error::Error;
use crate::table::{AWARDS, CITATIONS, COUNTS, DATES};
use std::path::Path;
use std::str::FromStr;

/// A format in which the facts can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// An archive of files for brat.
    #[cfg(feature = "archives")]
    Brat,
    /// A file for each table.
    Csv,
    /// A page to read, check and mark the run in.
    Html,
    /// All documents in one array.
    Json,
    /// A line for each document.
    Jsonl,
    /// Tasks for Label Studio.
    LabelStudio,
    /// A typed file for each table.
    #[cfg(feature = "parquet")]
    Parquet,
    /// A database with all tables.
    #[cfg(feature = "sqlite")]
    Sqlite,
    /// Annotations as JSON-LD.
    W3cAnnotation,
    /// A workbook with a sheet for each table.
    #[cfg(feature = "xlsx")]
    Xlsx,
}

impl Format {
    /// Every format, in the order of their names.
    pub const ALL: &'static [Self] = &[
        #[cfg(feature = "archives")]
        Self::Brat,
        Self::Csv,
        Self::Html,
        Self::Json,
        Self::Jsonl,
        Self::LabelStudio,
        #[cfg(feature = "parquet")]
        Self::Parquet,
        #[cfg(feature = "sqlite")]
        Self::Sqlite,
        Self::W3cAnnotation,
        #[cfg(feature = "xlsx")]
        Self::Xlsx,
    ];

    /// The name by which it is asked for.
    pub const fn as_str(self) -> &'static str {
        match self {
            #[cfg(feature = "archives")]
            Self::Brat => "brat",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::LabelStudio => "label-studio",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
            #[cfg(feature = "sqlite")]
            Self::Sqlite => "sqlite",
            Self::W3cAnnotation => "w3c-annotation",
            #[cfg(feature = "xlsx")]
            Self::Xlsx => "xlsx",
        }
    }

    /// The files that it writes document by document.
    pub(super) fn sheets(self, style: Style) -> Vec<Box<dyn Sheet>> {
        match self {
            Self::Csv => vec![
                Box::new(DocumentSheet { style }),
                Box::new(CsvSheet { table: &COUNTS, rows: |r| &r.counts, style }),
                Box::new(CsvSheet { table: &DATES, rows: |r| &r.dates, style }),
                Box::new(CsvSheet { table: &AWARDS, rows: |r| &r.awards, style }),
                Box::new(CsvSheet { table: &CITATIONS, rows: |r| &r.citations, style }),
            ],
            Self::Json => vec![Box::new(json::Array)],
            Self::Jsonl => vec![Box::new(jsonl::Lines)],
            Self::LabelStudio => vec![Box::new(label_studio::Tasks), Box::new(label_studio::Interface)],
            Self::W3cAnnotation => vec![Box::new(w3c::Annotations)],
            // These are no files that grow by bytes.
            _ => Vec::new(),
        }
    }

    /// Whether it takes typed rows.
    pub(super) fn is_book(self) -> bool {
        ["parquet", "sqlite", "xlsx"].contains(&self.as_str())
    }

    /// Its book, begun in `folder` as the run of the encoder asks.
    #[cfg_attr(
        not(any(feature = "parquet", feature = "sqlite", feature = "xlsx")),
        allow(unused_variables, reason = "no book is built in")
    )]
    pub(super) fn book(self, folder: &Path, encoder: &Encoder) -> Option<Result<Box<dyn Book>, Error>> {
        match self {
            #[cfg(feature = "parquet")]
            Self::Parquet => Some(Ok(Box::new(parquet::Files::new(folder)))),
            #[cfg(feature = "sqlite")]
            Self::Sqlite => Some(sqlite::Database::new(folder, encoder.keep_duplicates).map(boxed)),
            #[cfg(feature = "xlsx")]
            Self::Xlsx => Some(xlsx::Excel::new(folder, encoder.style.language).map(boxed)),
            _ => None,
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = Self::ALL.iter().find(|format| format.as_str() == name);
        known.copied().ok_or_else(|| format!("no such format: {name}"))
    }
}

#[cfg(any(feature = "sqlite", feature = "xlsx"))]
fn boxed<B: Book + 'static>(book: B) -> Box<dyn Book> {
    Box::new(book)
}
