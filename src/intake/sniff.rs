//! What a stream of bytes is, told by its first bytes and only then by its name.

use std::path::Path;
use std::str::FromStr;

/// How many bytes are looked at.
pub(super) const HEAD: usize = 4096;

/// What a stream of bytes is to be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One compressed stream.
    Packed(Packing),
    Tar,
    Zip,
    SevenZip,
    /// An archive that is known and not read: its name.
    Foreign(&'static str),
    Collection(Collection),
    /// One document; its format is settled later.
    Document,
}

/// How one stream is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Gzip,
    Zstd,
    Xz,
    Bzip2,
}

/// A file with many documents, as it is asked for by `--input-format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    /// A JSON object in each line.
    Jsonl,
    /// An array of JSON objects, or one object.
    Json,
    /// A table with commas, semicolons, tabs or bars between its cells.
    Csv,
    /// A Parquet file.
    Parquet,
    /// A crawl.
    Warc,
}

impl Collection {
    /// Every kind, in the order of the help.
    pub const ALL: &'static [Self] = &[Self::Jsonl, Self::Json, Self::Csv, Self::Parquet, Self::Warc];

    /// The name by which it is asked for.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Parquet => "parquet",
            Self::Warc => "warc",
        }
    }
}

impl FromStr for Collection {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = Self::ALL.iter().find(|kind| kind.as_str() == name);
        known.copied().ok_or_else(|| format!("no such format: {name}"))
    }
}

/// First bytes that belong to one kind alone.
const MAGIC: [(&[u8], Kind); 14] = [
    (b"\x1F\x8B\x08", Kind::Packed(Packing::Gzip)),
    (b"\x28\xB5\x2F\xFD", Kind::Packed(Packing::Zstd)),
    (b"\xFD7zXZ\0", Kind::Packed(Packing::Xz)),
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"PK\x07\x08", Kind::Zip),
    (b"7z\xBC\xAF\x27\x1C", Kind::SevenZip),
    (b"PAR1", Kind::Collection(Collection::Parquet)),
    (b"WARC/0.", Kind::Collection(Collection::Warc)),
    (b"WARC/1.", Kind::Collection(Collection::Warc)),
    (b"Rar!\x1A\x07", Kind::Foreign("RAR archives")),
    (b"\x1F\x9D", Kind::Foreign("files of compress (.Z)")),
    (b"MSCF\0\0\0\0", Kind::Foreign("cabinet files")),
    (b"LZIP\x01", Kind::Foreign("files of lzip")),
];

/// Names with which the zip of an office document begins.
const OFFICE: [&[u8]; 7] =
    [b"[Content_Types].xml", b"mimetypeapplication/", b"_rels/", b"docProps/", b"word/", b"xl/", b"ppt/"];

impl Kind {
    /// What the bytes are that begin with `head`, under this name.
    pub(super) fn of(head: &[u8], name: &str) -> Self {
        if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
            return if *kind == Self::Zip && is_office(head) { Self::Document } else { *kind };
        }
        // The digit after BZh and the mark of the first block, so that a word is no archive.
        let block = head.get(4..10);
        if head.starts_with(b"BZh") && (block == Some(b"1AY&SY") || block == Some(b"\x17rE8P\x90")) {
            return Self::Packed(Packing::Bzip2);
        }
        if is_tar(head) {
            return Self::Tar;
        }
        let ending = Path::new(name).extension().map(|e| e.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("csv" | "tsv" | "tab") if !head.is_empty() => Self::Collection(Collection::Csv),
            ending => json(head, ending).map_or(Self::Document, Self::Collection),
        }
    }
}

/// The first local header of a zip names a part of an office document.
fn is_office(head: &[u8]) -> bool {
    head.get(30..).is_some_and(|name| OFFICE.iter().any(|part| name.starts_with(part)))
}

/// The first 512 bytes hold the sum of themselves, as every header of tar does.
fn is_tar(head: &[u8]) -> bool {
    let Some(header) = head.get(..512) else { return false };
    let Ok(told) = std::str::from_utf8(&header[148..156]) else { return false };
    let Ok(told) = u64::from_str_radix(told.trim_matches([' ', '\0']), 8) else { return false };
    let sum = |bytes: &[u8]| bytes.iter().map(|&byte| u64::from(byte)).sum::<u64>();
    header[0] != 0 && told == sum(&header[..148]) + 8 * u64::from(b' ') + sum(&header[156..])
}

/// Objects of JSON: in lines, in an array, or a single one.
fn json(head: &[u8], ending: Option<&str>) -> Option<Collection> {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let named = matches!(ending, Some("json" | "jsonl" | "ndjson" | "jl"));
    let after = |open: u8| text.strip_prefix(&[open]).map(<[u8]>::trim_ascii_start);
    if let Some(inner) = after(b'[') {
        let object = inner.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
        return (named || object.is_some_and(|inner| inner.starts_with(b"\""))).then_some(Collection::Json);
    }
    let inner = after(b'{')?;
    if !named && !inner.starts_with(b"\"") {
        return None;
    }
    if matches!(ending, Some("jsonl" | "ndjson" | "jl")) {
        return Some(Collection::Jsonl);
    }
    let line = memchr::memchr(b'\n', text).map(|end| &text[..end]);
    let whole = line.is_some_and(|line| serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok());
    Some(if whole || (line.is_none() && ending != Some("json")) {
        Collection::Jsonl
    } else {
        Collection::Json
    })
}

#[cfg(test)]
mod tests {
    use super::{Collection, Kind, Packing};

    #[test]
    fn content_goes_before_the_name() {
        assert_eq!(Kind::of(b"\x1F\x8B\x08\0", "a.txt"), Kind::Packed(Packing::Gzip));
        assert_eq!(Kind::of(b"PK\x03\x04abc", "a.csv"), Kind::Zip);
        assert_eq!(Kind::of("Ban hành 16 kế hoạch".as_bytes(), "a.zip"), Kind::Document);
    }

    #[test]
    fn an_office_document_is_no_archive() {
        let head = |name: &str| [b"PK\x03\x04".as_slice(), &[0; 26], name.as_bytes()].concat();
        assert_eq!(Kind::of(&head("[Content_Types].xml"), "a"), Kind::Document);
        assert_eq!(Kind::of(&head("mimetypeapplication/vnd.oasis"), "a"), Kind::Document);
        assert_eq!(Kind::of(&head("words.txt"), "a"), Kind::Zip);
    }

    #[test]
    fn a_word_that_looks_like_magic_is_text() {
        assert_eq!(Kind::of(b"BZh9 is how bzip2 begins", "a"), Kind::Document);
        assert_eq!(Kind::of(b"WARC is a format", "a"), Kind::Document);
        assert_eq!(Kind::of(b"{ not json }", "a.txt"), Kind::Document);
        assert_eq!(Kind::of(b"[1] footnote", "a.txt"), Kind::Document);
        assert_eq!(Kind::of(&[b'7'; 512], "a.txt"), Kind::Document);
    }

    #[test]
    fn lines_of_json_are_told_from_one_object() {
        let of = |text: &str, name: &str| Kind::of(text.as_bytes(), name);
        assert_eq!(of("{\"a\":1}\n{\"a\":2}\n", "x"), Kind::Collection(Collection::Jsonl));
        assert_eq!(of("{\n  \"a\": 1\n}\n", "x"), Kind::Collection(Collection::Json));
        assert_eq!(of(" [ {\"a\":1}]", "x.txt"), Kind::Collection(Collection::Json));
        assert_eq!(of("\u{feff}{\"a\":1}", "x.jsonl"), Kind::Collection(Collection::Jsonl));
    }
}
