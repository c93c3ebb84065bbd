//! What is read from each fixture, kept in snapshots that a person has compared with the document.
//!
//! `INSTA_UPDATE=always cargo test --test golden` writes them anew; read every changed line in git.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use serde_json::{Map, Value};
use solieu::batch::{self, Plan};
use solieu::output::Format;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const FAMILIES: [&str; 4] = ["counts", "dates", "awards", "citations"];

/// Fields of a fact that say where it stands: its words and its place in the text are shown instead.
const PLACES: [&str; 8] = ["fact_id", "start", "end", "line", "column", "words", "quote", "quote_at"];

/// Fields of a document that change with every byte of it or repeat the path.
const UNSTABLE: [&str; 3] = ["doc_id", "source", "sha256"];

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/documents")
}

/// Paths of all fixture documents below their folder, in order.
fn documents() -> Vec<String> {
    let below = walkdir::WalkDir::new(fixtures()).sort_by_file_name().into_iter();
    let files = below.map(|entry| entry.unwrap()).filter(|entry| entry.file_type().is_file());
    files.map(|file| file.path().strip_prefix(fixtures()).unwrap().to_str().unwrap().to_owned()).collect()
}

/// The facts of one run over all fixtures, a document a line.
fn run() -> Vec<Map<String, Value>> {
    let out = tempfile::tempdir().unwrap();
    let plan = Plan { formats: vec![Format::Jsonl], ..Plan::new(vec![fixtures()], out.path().to_owned()) };
    batch::run(&plan, &|_| {}).unwrap();
    let lines = fs::read_to_string(out.path().join("facts.jsonl")).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn said(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(format!("“{}”", text.replace('\n', "⏎"))),
        Value::Array(all) if all.is_empty() => None,
        other => Some(other.to_string()),
    }
}

/// The fields that hold something, as `name=value`.
fn fields(of: &Map<String, Value>, left_out: &[&str]) -> String {
    let held = of.iter().filter(|(name, _)| !left_out.contains(&name.as_str()));
    let told = held.filter_map(|(name, value)| Some(format!("{name}={}", said(value)?)));
    told.collect::<Vec<_>>().join(" ")
}

fn told(document: &Map<String, Value>, text: &str) -> String {
    let left_out = [&FAMILIES[..], &UNSTABLE[..]].concat();
    let mut out = format!("document {}\n", fields(document, &left_out));
    let chars: Vec<char> = text.chars().collect();
    for family in FAMILIES {
        let facts = document[family].as_array().unwrap();
        writeln!(out, "\n{family} {}", facts.len()).unwrap();
        for fact in facts.iter().map(|fact| fact.as_object().unwrap()) {
            let at = |name: &str| usize::try_from(fact[name].as_u64().unwrap()).unwrap();
            let words: String = chars[at("start")..at("end")].iter().collect();
            let (line, column) = (at("line"), at("column"));
            writeln!(out, "  {line}:{column} ⟦{words}⟧ {}", fields(fact, &PLACES)).unwrap();
        }
    }
    out
}

/// The text that spans point into: decoded, without its byte order mark.
fn text(name: &str) -> String {
    let text = fs::read_to_string(fixtures().join(name)).unwrap();
    text.strip_prefix('\u{FEFF}').map_or(text.clone(), str::to_owned)
}

#[test]
fn every_fixture_reads_as_reviewed() {
    let read = run();
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for document in &read {
            let name = document["doc_id"].as_str().unwrap();
            insta::assert_snapshot!(name.replace('/', "__"), told(document, &text(name)));
        }
    });
    assert_eq!(read.len(), documents().len());
}

#[test]
fn every_snapshot_has_its_fixture() {
    let snapshots = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let wanted: BTreeSet<String> = documents().iter().map(|name| name.replace('/', "__") + ".snap").collect();
    let entries = fs::read_dir(snapshots).unwrap().map(|entry| entry.unwrap().file_name());
    let kept: BTreeSet<String> = entries.map(|name| name.into_string().unwrap()).collect();
    assert_eq!(kept, wanted);
}

#[test]
fn every_fixture_stands_in_the_list_and_is_varied() {
    let list = fs::read_to_string(fixtures().join("../README.md")).unwrap();
    let documents = documents();
    for name in &documents {
        assert!(list.contains(&format!("| `{name}` |")), "fixtures/README.md does not list {name}");
    }
    let kinds: BTreeSet<&str> = documents.iter().map(|name| name.split('/').next().unwrap()).collect();
    assert!(documents.len() >= 12 && kinds.len() >= 10, "{} documents of {kinds:?}", documents.len());
}

#[test]
fn the_fixture_without_facts_has_none() {
    let read = run();
    let none = read.iter().filter(|document| document["doc_id"].as_str().unwrap().starts_with("none/"));
    for document in none {
        for family in FAMILIES {
            assert_eq!(document[family].as_array().unwrap().len(), 0, "{}", document["doc_id"]);
        }
    }
}
