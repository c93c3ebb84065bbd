//! Round trips: documents that other programs wrote in other formats and encodings give the facts of the original.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use solieu::extract::Extractor;
use solieu::format::{self, Content, Hint, Trouble};
use solieu::resolve;
use solieu::text::Text;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The documents of the fixtures by the name of their file without its ending.
fn originals() -> BTreeMap<String, PathBuf> {
    let files = walkdir::WalkDir::new(root().join("fixtures/documents"))
        .into_iter()
        .map(|entry| entry.unwrap().into_path());
    let texts = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    texts.map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path)).collect()
}

fn read(path: &Path) -> Result<Content, Trouble> {
    let name = path.to_string_lossy();
    format::read(fs::read(path).unwrap(), &Hint { name: &name, ..Hint::default() })
}

/// What a text says, a line for each fact, without its place.
fn facts(text: String) -> Vec<String> {
    let text = Text::new(text);
    let found = resolve::read(&Extractor::new(), &text).facts;
    let words = |span| text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines = Vec::new();
    lines.extend(
        found.counts.iter().map(|c| format!("count {} = {} {} {}", words(c.span), c.value, c.unit, c.noun)),
    );
    lines.extend(found.dates.iter().map(|d| format!("date {} = {}", words(d.span), d.value)));
    lines.extend(found.awards.iter().map(|a| {
        format!(
            "award {} {:?} by {} to {} {:?} {:?}",
            a.award, a.rank, a.grantor, a.recipient, a.quantity, a.year
        )
    }));
    lines.extend(found.citations.iter().map(|c| format!("citation {} {}", c.kind, c.number)));
    lines.sort();
    lines
}

/// Lines of one list that the other has not.
fn missing<'a>(of: &'a [String], from: &[String]) -> Vec<&'a String> {
    let mut rest: Vec<&String> = from.iter().collect();
    let mut gone = Vec::new();
    for line in of {
        match rest.iter().position(|other| *other == line) {
            Some(at) => drop(rest.swap_remove(at)),
            None => gone.push(line),
        }
    }
    gone
}

/// `SOLIEU_FORMATS=FOLDER cargo test --test formats -- --ignored --nocapture` compares files that make.py has just made.
#[test]
#[ignore = "needs files made by LibreOffice"]
fn a_folder_of_conversions() {
    let Some(folder) = std::env::var_os("SOLIEU_FORMATS") else { return };
    let originals = originals();
    let mut report = String::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten() {
        let path = entry.path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let Some(original) = originals.get(&stem).filter(|_| path.is_file()) else { continue };
        let before = facts(read(original).unwrap().text);
        let after = match read(path) {
            Ok(content) => facts(content.text),
            Err(trouble) => vec![format!("{trouble:?}")],
        };
        let (lost, gained) = (missing(&before, &after), missing(&after, &before));
        report += &format!(
            "{}: {} facts, lost {}, gained {}\n",
            path.display(),
            before.len(),
            lost.len(),
            gained.len()
        );
        lost.iter().take(12).for_each(|line| report += &format!("  - {line}\n"));
        gained.iter().take(12).for_each(|line| report += &format!("  + {line}\n"));
    }
    println!("{report}");
}
