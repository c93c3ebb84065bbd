//! The arguments that say how files are read.

use crate::intake::{Collection, Columns, Limits, Metadata, Reading, Sidecar};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Args, Debug)]
#[command(next_help_heading = "Archives and collections")]
pub(super) struct ReadingArgs {
    /// What every given file is, where its content does not tell.
    ///
    /// Without it, archives (zip, tar, gz, zst, xz, bz2, 7z), JSON, Parquet and WARC are known by their content, and CSV by
    /// the ending of its name. The standard input is read as a stream, one record in and one document out.
    #[arg(long, value_name = "FORMAT", value_parser = collection_parser())]
    input_format: Option<Collection>,
    /// Column of a collection that holds the text; else text, content, body, `noi_dung` and the like are looked for.
    #[arg(long, value_name = "NAME")]
    text_column: Option<String>,
    /// Column that names the documents; else `doc_id`, id, url and the like, else the number of the record.
    #[arg(long, value_name = "NAME")]
    id_column: Option<String>,
    /// Column with the date of a document; else published, date, `ngay_dang` and the like.
    #[arg(long, value_name = "NAME")]
    date_column: Option<String>,
    /// Columns that travel into documents.csv.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    keep: Vec<String>,
    /// Table in CSV with a row about each document, found by `doc_id` or the name of its file.
    ///
    /// What the text does not say (published, title, agency, …) is taken from it; its other columns travel into documents.csv.
    #[arg(long, value_name = "CSV")]
    metadata: Option<PathBuf>,
    /// Largest document that is read, in MiB.
    #[arg(long, value_name = "MIB", default_value_t = Limits::default().document >> 20)]
    max_size: u64,
    /// How many archives may lie in each other.
    #[arg(long, value_name = "N", default_value_t = Limits::default().depth)]
    max_depth: usize,
    /// Members of one given file that are read.
    #[arg(long, value_name = "N", default_value_t = Limits::default().members)]
    max_members: u64,
    /// What one given file may expand to, in GiB.
    #[arg(long, value_name = "GIB", default_value_t = Limits::default().expanded >> 30)]
    max_expanded: u64,
    /// How many times its size a compressed file may expand to, if that is more than 16 MiB.
    #[arg(long, value_name = "N", default_value_t = Limits::default().ratio)]
    max_ratio: u64,
}

fn collection_parser() -> impl TypedValueParser<Value = Collection> {
    PossibleValuesParser::new(Collection::ALL.iter().map(|kind| kind.as_str()))
        .try_map(|name| name.parse::<Collection>().map_err(io::Error::other))
}

impl ReadingArgs {
    /// Whether it is told what the files are.
    pub(super) fn is_told(&self) -> bool {
        self.input_format.is_some()
    }

    pub(super) fn reading(self) -> anyhow::Result<Reading> {
        let limits = Limits {
            document: self.max_size.saturating_mul(1 << 20),
            depth: self.max_depth,
            members: self.max_members,
            expanded: self.max_expanded.saturating_mul(1 << 30),
            ratio: self.max_ratio,
        };
        let columns =
            Columns { text: self.text_column, id: self.id_column, date: self.date_column, keep: self.keep };
        let sidecar = |path: PathBuf| -> anyhow::Result<Sidecar> {
            let table = Arc::new(Metadata::read(&path)?);
            Ok(Sidecar { path, table })
        };
        let sidecar = self.metadata.map(sidecar).transpose()?;
        Ok(Reading { limits, format: self.input_format, columns, sidecar })
    }
}
