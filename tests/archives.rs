//! Archives and collections made by other programs give the facts of the plain files; see fixtures/archives/make.py.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Every document of a run, by its identity; it must end with `code`.
fn documents(arguments: &[&Path], more: &[&str], code: i32) -> BTreeMap<String, Value> {
    let mut program = Command::cargo_bin("solieu").unwrap();
    let run = program.arg("extract").args(arguments).args(["-o", "-"]).args(more).output().unwrap();
    assert_eq!(run.status.code(), Some(code), "{}", String::from_utf8_lossy(&run.stderr));
    let lines = String::from_utf8(run.stdout).unwrap();
    let documents = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    documents.map(|document| (document["doc_id"].as_str().unwrap().to_owned(), document)).collect()
}

/// The facts of a document as text, without its identity.
fn facts(document: &Value) -> String {
    let id = document["doc_id"].as_str().unwrap();
    let tables = ["counts", "dates", "awards", "citations"].map(|table| document[table].to_string());
    tables.join("\n").replace(&format!("\"{id}#"), "\"#")
}

fn names() -> Vec<String> {
    let names = fs::read_to_string(fixtures().join("archives/names.txt")).unwrap();
    names.lines().map(str::to_owned).collect()
}

#[test]
fn every_packing_gives_the_facts_of_the_plain_files() {
    let plain = documents(&[&fixtures().join("documents")], &[], 0);
    let packings = [
        ("python.zip", "!"),
        ("python.tar.gz", "!"),
        ("python.tar.bz2", "!"),
        ("python.tar.xz", "!"),
        ("python.tar.zst", "!"),
        ("py7zr.7z", "!"),
        ("nested.zip", "!old/backup.dat!"),
        ("pandas.parquet", "!"),
        ("pandas.csv", "!"),
        ("pandas.json", "!"),
        ("pandas.jsonl", "!"),
        ("excel.csv", "!"),
        ("excel-unicode.tsv", "!"),
        ("wget.warc.gz", "!http://127.0.0.1:8199/"),
    ];
    for (file, joint) in packings {
        let packed = documents(&[&fixtures().join("archives").join(file)], &[], 0);
        assert_eq!(packed.len(), names().len(), "{file}: {:?}", packed.keys());
        for name in names() {
            let (packed, plain) = (&packed[&format!("{file}{joint}{name}")], &plain[&name]);
            assert!(facts(plain).len() > 100, "{name}");
            assert_eq!(facts(packed), facts(plain), "{file}: {name}");
            assert_eq!(packed["chars"], plain["chars"], "{file}: {name}");
        }
    }
}

#[test]
fn kept_columns_travel() {
    for (file, column) in
        [("pandas.parquet", "province"), ("pandas.jsonl", "province"), ("excel.csv", "Tỉnh")]
    {
        let documents = documents(&[&fixtures().join("archives").join(file)], &["--keep", column], 0);
        for document in documents.values() {
            let kept: Value = serde_json::from_str(document["kept"].as_str().unwrap()).unwrap();
            assert_eq!(kept[column], "Tỉnh A", "{file}");
        }
    }
    let crawl = documents(&[&fixtures().join("archives/wget.warc.gz")], &[], 0);
    assert!(crawl.values().all(|document| document["kept"].as_str().unwrap().contains("\"crawled\":\"20")));
}

#[test]
fn columns_can_be_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.csv");
    fs::write(&file, "when,words,text,code\n30/6/2020,\"Sáng 8/7, ban hành 16 kế hoạch.\",khác,x1\n")
        .unwrap();
    let named = ["--text-column", "words", "--id-column", "code", "--date-column", "when"];
    let documents = documents(&[&file], &named, 0);
    let document = &documents["a.csv!x1"];
    assert_eq!(document["dates"][0]["resolved"], "2020-07-08");
    assert_eq!(
        (&document["published"], &document["metadata_fields"]),
        (&"2020-06-30".into(), &"published".into())
    );
}

#[test]
fn metadata_fill_what_the_text_leaves_empty() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("in");
    fs::create_dir(&inside).unwrap();
    fs::write(inside.join("a.txt"), "Sáng 8/7, Ban đã ban hành 16 kế hoạch.\n").unwrap();
    fs::write(inside.join("b.txt"), "Ban đã ban hành 5 kế hoạch.\n").unwrap();
    fs::write(inside.join("c.txt"), "Ban đã ban hành 3 kế hoạch.\n").unwrap();
    let table = folder.path().join("metadata.csv");
    let rows =
        "file;published;agency;province\na.txt;09/07/2021;Ban Dân vận;Nghệ An\nb;không rõ;;\nz.txt;;x;\n";
    fs::write(&table, format!("\u{feff}{rows}")).unwrap();
    let documents = documents(&[&inside], &["--metadata", table.to_str().unwrap()], 0);
    let a = &documents["a.txt"];
    assert_eq!(a["dates"][0]["resolved"], "2021-07-08");
    assert_eq!((&a["published"], &a["agency"]), (&"2021-07-09".into(), &"Ban Dân vận".into()));
    assert_eq!(a["metadata_fields"], "published agency");
    assert_eq!(a["kept"], "{\"province\":\"Nghệ An\"}");
    let b = &documents["b.txt"];
    assert_eq!((&b["published"], &b["metadata_fields"]), (&Value::Null, &Value::Null));
    assert_eq!(b["problems"][0]["code"], "metadata-invalid");
    assert_eq!(
        (&documents["c.txt"]["kept"], documents["c.txt"]["problems"].as_array().unwrap().len()),
        (&Value::Null, 0)
    );
}

#[test]
fn rows_of_metadata_that_belong_to_nothing_are_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "Ban đã ban hành 16 kế hoạch.\n").unwrap();
    fs::write(folder.path().join("m.csv"), "doc_id,province\na.txt,x\nb.txt,y\n").unwrap();
    let mut program = Command::cargo_bin("solieu").unwrap();
    let run = ["extract", "a.txt", "-o", "out", "--metadata", "m.csv"];
    program.current_dir(&folder).args(run).assert().code(0);
    let problems = fs::read_to_string(folder.path().join("out/problems.csv")).unwrap();
    assert!(
        problems.contains(",warning,metadata-unmatched,1 rows belong to no document: b.txt,m.csv"),
        "{problems}"
    );
    let mut program = Command::cargo_bin("solieu").unwrap();
    program.current_dir(&folder).args(["extract", "a.txt", "--metadata", "none.csv"]).assert().code(2);
}

/// A file with a few bytes changed, the same ones every time.
fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let mut dice = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = |below: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(dice >> 33).unwrap() % below
    };
    for _ in 0..=next(4) {
        let at = next(bytes.len());
        bytes[at] ^= u8::try_from(1 + next(255)).unwrap();
    }
    if next(4) == 0 {
        bytes.truncate(next(bytes.len()).max(1));
    }
    bytes
}

#[test]
fn damage_anywhere_ends_in_rows_and_never_in_a_panic() {
    use solieu::error::Code;
    use solieu::intake::{Content, Feed, Item, Reading, list};
    let folder = tempfile::tempdir().unwrap();
    let reading = Reading::default();
    let mut items = 0;
    for entry in fs::read_dir(fixtures().join("archives")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        for seed in 0..60 {
            let file = folder.path().join(path.file_name().unwrap());
            fs::write(&file, damaged(&bytes, seed)).unwrap();
            let listing = list(&[file], &[]);
            Feed::new(&reading).run(&listing.sources, &mut |item| {
                items += 1;
                let code = match &item {
                    Item::Problem(problem) => Some(problem.code),
                    Item::Document(raw) => match raw.content {
                        Content::Failed(code, _) => Some(code),
                        _ => None,
                    },
                    Item::Closed => None,
                };
                assert_ne!(code, Some(Code::Internal), "{}, seed {seed}", path.display());
                true
            });
        }
    }
    assert!(items > 1000, "{items}");
}

/// Records of a crawl, each a gzip member of its own, as Common Crawl writes them.
fn crawl(records: &[(&str, &str, &str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    for (number, (kind, uri, media, body)) in records.iter().enumerate() {
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2021-03-05T11:22:{number:02}Z\r\nWARC-Record-ID: \
             <urn:uuid:00000000-0000-4000-8000-0000000000{number:02}>\r\nContent-Length: {}\r\nContent-Type: {media}\r\n\
             WARC-Target-URI: {uri}\r\nWARC-Identified-Payload-Type: text/html\r\n\r\n",
            body.len()
        );
        let mut member = flate2::write::GzEncoder::new(&mut out, flate2::Compression::default());
        member.write_all(&[head.as_bytes(), body, b"\r\n\r\n"].concat()).unwrap();
        member.finish().unwrap();
    }
    out
}

fn answer(media: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: {media}\r\nX-Crawler-Content-Encoding: gzip\r\n\
         X-Crawler-Content-Length: 99\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

#[test]
fn a_crawl_as_common_crawl_writes_it() {
    const HTTP: &str = "application/http; msgtype=response";
    let words = "Sáu tháng đầu năm 2020, huyện <b>ban hành 16 kế hoạch</b> và <i>5 nghị quyết</i>.</p>";
    let page = answer("text/html; charset=UTF-8", words);
    let plain = answer("text/plain", "Năm 2019, xã có 7 mô hình; so sánh x <b y.");
    let moved = b"HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n9 nghe".to_vec();
    let picture = answer("image/jpeg", "\u{fffd}");
    let (a, b) = ("https://tin.example.vn/bai/123?trang=2", "https://tin.example.vn/ghi-chu");
    let bytes = crawl(&[
        (
            "warcinfo",
            "",
            "application/warc-fields",
            b"software: Nutch 1.6 (CC)\r\nisPartOf: CC-MAIN-2021-10\r\n",
        ),
        ("request", a, "application/http; msgtype=request", b"GET /bai/123 HTTP/1.1\r\n\r\n"),
        ("response", a, HTTP, &page),
        ("metadata", a, "application/warc-fields", b"fetchTimeMs: 12\r\n"),
        ("response", b, HTTP, &plain),
        ("response", "https://tin.example.vn/cu", HTTP, &moved),
        ("response", "https://tin.example.vn/anh", HTTP, &picture),
        ("conversion", "https://tin.example.vn/wet", "text/plain", "Năm 2018, tỉnh có 3 đề án.".as_bytes()),
    ]);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cc.warc.gz"), bytes).unwrap();
    let documents = documents(&[&folder.path().join("cc.warc.gz")], &[], 0);
    let names: Vec<&str> = documents.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            format!("cc.warc.gz!{a}"),
            format!("cc.warc.gz!{b}"),
            "cc.warc.gz!https://tin.example.vn/wet".to_owned()
        ]
    );
    // only the type says that this is a page: it begins with words and bears no ending
    let page = &documents[&format!("cc.warc.gz!{a}")];
    assert_eq!(page["media_type"], "text/html");
    let quote = page["counts"][0]["quote"].as_str().unwrap();
    assert_eq!(quote, "Sáu tháng đầu năm 2020, huyện ban hành 16 kế hoạch và 5 nghị quyết.");
    assert_eq!(page["kept"], "{\"crawled\":\"2021-03-05T11:22:02+00:00\"}");
    let plain = &documents[&format!("cc.warc.gz!{b}")];
    assert_eq!((&plain["media_type"], &plain["counts"][0]["value"]), (&"text/plain".into(), &7.into()));
    assert_eq!(documents["cc.warc.gz!https://tin.example.vn/wet"]["counts"][0]["value"], 3);
}

#[test]
fn an_address_that_is_no_unicode_loses_no_record() {
    let record = |uri: &[u8], body: &str| {
        let head = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Date: 2021-03-05T11:22:33Z\r\nWARC-Record-ID: <urn:x>\r\n";
        let rest =
            format!("\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n", body.len());
        [head, b"WARC-Target-URI: ".as_slice(), uri, rest.as_bytes()].concat()
    };
    let bytes = [
        record(b"http://tin.example.vn/b\xE1o", "Năm 2019, xã có 7 mô hình."),
        record(b"http://tin.example.vn/sau", "Năm 2020, xã có 9 mô hình."),
    ];
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.warc"), bytes.concat()).unwrap();
    let documents = documents(&[&folder.path().join("a.warc")], &[], 0);
    assert_eq!(documents["a.warc!http://tin.example.vn/b\u{fffd}o"]["counts"][0]["value"], 7);
    assert_eq!(documents["a.warc!http://tin.example.vn/sau"]["counts"][0]["value"], 9);
}

#[test]
fn a_record_without_an_identity_takes_none_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "{\"id\":\"2\",\"text\":\"Có 7 xã.\"}\n{\"text\":\"Có 8 xã.\"}\n{\"id\":\"2\",\"text\":\"Có 9 xã.\"}\n";
    fs::write(folder.path().join("a.jsonl"), lines).unwrap();
    let documents = documents(&[&folder.path().join("a.jsonl")], &[], 0);
    let names: Vec<&str> = documents.keys().map(String::as_str).collect();
    assert_eq!(names, ["a.jsonl!2", "a.jsonl!2~2", "a.jsonl!2~3"]);
}

#[test]
fn a_record_that_could_not_be_read_shares_its_number_with_none() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "{\"id\":\"a\",\"text\":\"Có 6 xã.\"}\n{\"id\":\n{\"id\":\"2\",\"text\":\"Có 7 xã.\"}\n";
    fs::write(folder.path().join("a.jsonl"), lines).unwrap();
    let documents = documents(&[&folder.path().join("a.jsonl")], &[], 1);
    assert_eq!(documents["a.jsonl!a"]["counts"][0]["value"], 6);
    assert_eq!(documents["a.jsonl!2~2"]["counts"][0]["value"], 7);
    assert!(
        !documents.contains_key("a.jsonl!2")
            || documents["a.jsonl!2"]["counts"].as_array().unwrap().is_empty()
    );
}
