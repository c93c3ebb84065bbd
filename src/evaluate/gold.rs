//! Reads annotated documents: a folder of `NAME.json` with `NAME.txt`, or a zip file of such a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Half;
use super::load::{EvaluateError, Row};

/// One annotated document.
pub(super) struct Gold {
    pub(super) name: String,
    pub(super) row: Row,
    /// The text beside the annotation; empty where it is absent or was not asked for.
    pub(super) text: String,
}

impl Gold {
    /// The document that the annotation names, where it names one.
    pub(super) fn doc_id(&self) -> Option<&str> {
        self.row.get("doc_id")?.as_str()
    }
}

/// Reads every `NAME.json`, or those of a half, by name, with `NAME.txt` where texts are wanted.
pub(super) fn load_gold(path: &Path, half: Option<Half>, texts: bool) -> Result<Vec<Gold>, EvaluateError> {
    let wanted = |file: &Path| {
        file.extension().is_some_and(|ending| ending == "json")
            && half.is_none_or(|half| Half::of(&name(file)) == half)
    };
    let gold = if path.is_file() { zipped(path, wanted, texts)? } else { folder(path, wanted, texts)? };
    if gold.is_empty() { Err(EvaluateError::NoGold { path: path.to_owned() }) } else { Ok(gold) }
}

fn folder(path: &Path, wanted: impl Fn(&Path) -> bool, texts: bool) -> Result<Vec<Gold>, EvaluateError> {
    let failed = |source| EvaluateError::Read { path: path.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if wanted(&path) {
            files.push(path);
        }
    }
    files.sort();
    let read = |path: &Path| {
        fs::read_to_string(path).map_err(|source| EvaluateError::Read { path: path.to_owned(), source })
    };
    let gold = |path: PathBuf| {
        let text = path.with_extension("txt");
        let text = if texts && text.exists() { read(&text)? } else { String::new() };
        annotated(&path, &read(&path)?, text)
    };
    files.into_iter().map(gold).collect()
}

/// The most that is read of one file in a zip file, in bytes.
#[cfg(feature = "archives")]
const LARGEST: u64 = 256 << 20;

#[cfg(feature = "archives")]
fn zipped(path: &Path, wanted: impl Fn(&Path) -> bool, texts: bool) -> Result<Vec<Gold>, EvaluateError> {
    use std::io::Read as _;
    let failed = |source| EvaluateError::Read { path: path.to_owned(), source };
    let broken = |error: zip::result::ZipError| failed(error.into());
    let file = fs::File::open(path).map_err(failed)?;
    let mut archive = zip::ZipArchive::new(io::BufReader::new(file)).map_err(broken)?;
    let listed = archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned);
    let mut names: Vec<String> = listed.filter(|name| wanted(Path::new(name))).collect();
    names.sort();
    let mut read = |name: &str| {
        let mut text = String::new();
        let entry = archive.by_name(name).map_err(broken)?;
        entry.take(LARGEST).read_to_string(&mut text).map_err(failed)?;
        Ok(text)
    };
    let mut gold = Vec::new();
    for json in names {
        let inside = path.join(&json);
        let beside = format!("{}.txt", json.strip_suffix(".json").unwrap_or(&json));
        // A missing text is no error; only the context of mistakes is shown from it.
        let text = if texts { read(&beside).unwrap_or_default() } else { String::new() };
        gold.push(annotated(&inside, &read(&json)?, text)?);
    }
    Ok(gold)
}

#[cfg(not(feature = "archives"))]
fn zipped(path: &Path, _: impl Fn(&Path) -> bool, _: bool) -> Result<Vec<Gold>, EvaluateError> {
    let source = io::Error::new(io::ErrorKind::Unsupported, "this build reads no zip files; unpack it");
    Err(EvaluateError::Read { path: path.to_owned(), source })
}

fn annotated(path: &Path, json: &str, text: String) -> Result<Gold, EvaluateError> {
    let row = serde_json::from_str(json).map_err(|source| EvaluateError::Json {
        path: path.to_owned(),
        line: source.line(),
        source,
    })?;
    Ok(Gold { name: name(path), row, text })
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
