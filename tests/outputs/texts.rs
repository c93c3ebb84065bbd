//! The saved texts: what the offsets of facts count in.

use super::{Case, PLANS, names};
use serde_json::Value;
use solieu::batch::{self, Plan};
use solieu::error::Error;
use solieu::text::Text;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use unicode_normalization::UnicodeNormalization;

/// "Năm 2020, có 25 mô hình, tặng 3 Bằng khen." in TCVN3.
const OLD: &[u8] =
    b"N\xA8m 2020, huy\xD6n c\xE3 25 m\xAB h\xD7nh, t\xC6ng 3 B\xBBng khen cho c\xB8c x\xB7.\r\n";

const PAGE: &str = "<html><head><title>Tin</title></head><body><h1>Tin mới</h1><p>Năm 2019, huyện có\n 16 kế hoạch &amp; 4 đề&nbsp;án.</p>\
                    <table><tr><th>Năm</th><th>Danh hiệu</th><th>Số</th></tr><tr><td>2018</td><td>Cờ</td><td>2</td></tr><tr><td>2019</td><td>Cờ</td><td>3</td></tr></table></body></html>";

fn case() -> Case {
    let apart: String = "“Số liệu” năm 2020: ban hành 12 kế hoạch; ngày 30/6/2020 có 𝟓 tổ.\n".nfd().collect();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["folder/a.html", "folder/a.htm", "../b.txt"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(PAGE.as_bytes()).unwrap();
    }
    let zip = zip.finish().unwrap().into_inner();
    let soft = "Năm\u{a0}2019, đã ban\u{ad}\u{a0}hành\u{200b} 16 kế\u{200b} hoạch".as_bytes();
    Case::new(&[
        ("2020/plain.txt", PLANS),
        ("apart.txt", apart.as_bytes()),
        ("old.txt", OLD),
        ("soft.txt", soft),
        ("archive.zip", &zip),
        ("broken.txt", b"n\0m"),
    ])
}

/// The lines of `facts.jsonl`.
fn documents(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The path of each saved text, by the identity of its document; every fact's words are where its offsets say.
fn checked(case: &Case, documents: &[Value]) -> BTreeMap<String, String> {
    let mut facts = 0;
    let mut files = BTreeMap::new();
    for document in documents.iter().filter(|document| document["status"] != "failed") {
        let file = document["text_file"].as_str().unwrap().to_owned();
        let text = fs::read_to_string(case.folder.path().join("texts").join(&file)).unwrap();
        let text: Vec<char> = text.chars().collect();
        assert_eq!(document["chars"], text.len());
        let tables = ["counts", "dates", "awards", "citations"];
        for fact in tables.iter().flat_map(|table| document[table].as_array().unwrap()) {
            let at = |name: &str| fact[name].as_u64().unwrap() as usize;
            // words are shown composed and with plain blanks
            let cut = Text::new(text[at("start")..at("end")].iter().collect());
            assert_eq!(cut.shown(), fact["words"], "{fact}");
            facts += 1;
        }
        files.insert(document["doc_id"].as_str().unwrap().to_owned(), file);
    }
    assert!(facts > 15, "{facts}");
    files
}

#[test]
fn offsets_of_facts_cut_their_words_from_the_saved_text() {
    let case = case();
    let plan = Plan { texts: Some(case.folder.path().join("texts")), ..case.plan() };
    batch::run(&plan, &|_| {}).unwrap();
    let documents = documents(&case.text("facts.jsonl"));
    assert_eq!(documents.len(), 8);
    let files = checked(&case, &documents);
    assert_eq!(files.len(), 7);
    assert_eq!((files["2020/plain.txt"].as_str(), files["old.txt"].as_str()), ("2020/plain.txt", "old.txt"));
    assert!(files["archive.zip!folder/a.html"].starts_with("archive.zip/folder/a.html-"));
    assert!(files["archive.zip!b.txt"].starts_with("archive.zip/b.txt-"));
    let failed = documents.iter().find(|document| document["doc_id"] == "broken.txt").unwrap();
    assert_eq!(failed["text_file"], Value::Null);
    let mut written: Vec<String> = walkdir::WalkDir::new(case.folder.path().join("texts"))
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            entry.path().strip_prefix(case.folder.path().join("texts")).unwrap().to_str().unwrap().to_owned()
        })
        .collect();
    let mut told: Vec<String> = files.into_values().collect();
    written.sort();
    told.sort();
    assert_eq!(written, told, "nothing half written is left");
}

#[test]
fn a_stream_saves_texts_too() {
    let case = case();
    let mut out = Vec::new();
    let plan = Plan { texts: Some(case.folder.path().join("texts")), ..case.plan() };
    batch::stream(&plan, &mut out, &|_| {}).unwrap();
    assert_eq!(checked(&case, &documents(std::str::from_utf8(&out).unwrap())).len(), 7);
}

#[test]
fn saved_texts_are_no_documents_of_the_next_run() {
    let case = Case::new(&[("a.txt", PLANS)]);
    let plan = Plan { texts: Some(case.folder.path().join("in/texts")), ..case.plan() };
    for _ in 0..2 {
        assert_eq!(batch::run(&plan, &|_| {}).unwrap().totals.read, 1);
    }
}

#[test]
fn no_text_takes_the_place_of_its_document() {
    let case = Case::new(&[("sub/a.txt", OLD), ("sub/b.txt", PLANS)]);
    for (path, texts) in [("in", "in"), ("in/sub", "in"), ("in/sub/a.txt", "in/sub")] {
        let at = |path: &str| case.folder.path().join(path);
        let plan = Plan { paths: vec![at(path)], texts: Some(at(texts)), ..case.plan() };
        let error = batch::run(&plan, &|_| {}).unwrap_err();
        assert!(matches!(&error, Error::Output { path, .. } if *path == at(texts)), "{error}");
        assert!(!case.out().exists());
    }
    assert_eq!(fs::read(case.folder.path().join("in/sub/a.txt")).unwrap(), OLD);
    assert_eq!(names(&case.folder.path().join("in/sub")), ["a.txt", "b.txt"]);
}

#[test]
fn without_the_option_no_text_is_told_of() {
    let case = Case::new(&[("a.txt", PLANS)]);
    case.run();
    assert_eq!(documents(&case.text("facts.jsonl"))[0]["text_file"], Value::Null);
}
