//! Every code of a problem: the stage and the severity that it comes with, and that nothing beside it is lost.
#![cfg(target_os = "linux")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use assert_cmd::Command;
use solieu::error::Code;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const GOOD: &str = "Năm 2019, Ban đã ban hành 16 kế hoạch.\n";

/// A way to a problem.
struct Case {
    code: &'static str,
    stage: &'static str,
    severity: &'static str,
    /// Puts the bad input into the folder `in`; more arguments of the run.
    make: fn(&Path) -> Vec<String>,
}

const fn case(
    code: &'static str,
    stage: &'static str,
    severity: &'static str,
    make: fn(&Path) -> Vec<String>,
) -> Case {
    Case { code, stage, severity, make }
}

const READ: &str = "read";
const DECODE: &str = "decode";
const ERROR: &str = "error";
const WARNING: &str = "warning";

/// Each code whose cause can be made in a folder.
const CASES: [Case; 32] = [
    case("not-found", READ, ERROR, |folder| linked(folder, "nowhere")),
    case("unreadable", READ, ERROR, |folder| linked(folder, "/proc/self/mem")),
    case("link-loop", READ, ERROR, |folder| linked(folder, ".")),
    case("not-a-regular-file", READ, ERROR, |folder| linked(folder, "/dev/null")),
    case("repeated", READ, WARNING, |_| vec!["in/0-good.txt".to_owned()]),
    case("passed-over", READ, WARNING, |folder| written(folder, "bad.jpg", b"picture")),
    case("empty", READ, ERROR, |folder| written(folder, "bad.txt", b" \n")),
    case("document-too-large", READ, ERROR, |folder| {
        written(folder, "bad.txt", &vec![b'a'; 2 << 20]);
        limit("size", 1)
    }),
    case("not-text", DECODE, ERROR, |folder| written(folder, "bad.txt", b"a\0b")),
    case("encoding-broken", DECODE, WARNING, |folder| {
        written(folder, "bad.txt", &[GOOD.as_bytes(), b"x\xE1\xBA y"].concat())
    }),
    case("encoding-uncertain", DECODE, ERROR, |folder| {
        written(folder, "bad.txt", b"caf\xE9 cr\xE8me \xE0 Gen\xE8ve, d\xE9j\xE0 vu \xE0 la carte")
    }),
    case("encoding-mixed", DECODE, WARNING, |folder| {
        kept(folder, "formats/encodings/ubnd-tinh-tang-bang-khen.mixed.txt")
    }),
    case("unsupported", DECODE, ERROR, |folder| written(folder, "bad.txt", b"GIF89a\x01\0\x01\0")),
    case("broken-document", DECODE, ERROR, |folder| kept(folder, "formats/broken/truncated.doc")),
    case("pdf-no-text-layer", DECODE, ERROR, |folder| kept(folder, "formats/broken/scanned.pdf")),
    case("encrypted", DECODE, ERROR, |folder| kept(folder, "formats/broken/encrypted.pdf")),
    case("broken-archive", READ, ERROR, |folder| kept(folder, "broken/header.tar")),
    case("broken-member", READ, ERROR, |folder| kept(folder, "broken/checksum.zip")),
    case("member-too-large", READ, ERROR, |folder| {
        zipped(folder, 1, 2 << 20);
        limit("size", 1)
    }),
    case("archive-too-deep", READ, ERROR, |folder| kept(folder, "broken/deep.zip")),
    case("too-many-members", READ, ERROR, |folder| {
        zipped(folder, 5, 1);
        limit("members", 3)
    }),
    case("archive-too-large", READ, ERROR, |folder| {
        zipped(folder, 1, 1);
        limit("expanded", 0)
    }),
    case("ratio-too-high", READ, ERROR, |folder| kept(folder, "broken/bomb.txt.gz")),
    case("broken-record", READ, ERROR, |folder| kept(folder, "broken/numbers.json")),
    case("broken-collection", READ, ERROR, |folder| kept(folder, "broken/truncated.json")),
    case("no-text-column", READ, ERROR, |folder| kept(folder, "broken/without-text.csv")),
    case("no-text", READ, ERROR, |folder| kept(folder, "broken/empty-texts.csv")),
    case("metadata-unmatched", READ, WARNING, |folder| metadata(folder, "nobody.txt,2020")),
    case("metadata-invalid", READ, WARNING, |folder| metadata(folder, "0-good.txt,không rõ")),
    case("reading-uncertain", "extract", WARNING, |folder| {
        written(folder, "bad.txt", "Ngày 31/02/2020, họp.".as_bytes())
    }),
    case("number-rounded", "write", WARNING, |folder| {
        written(folder, "bad.txt", "Xã có 1,12345678901234567890 ha rừng.".as_bytes());
        vec!["--format".to_owned(), "csv,parquet".to_owned()]
    }),
    case("cell-cut", "write", WARNING, |folder| {
        let table = format!("text,note\nBan hành 16 kế hoạch.,{}\n", "ghi chú ".repeat(5000));
        written(folder, "bad.csv", table.as_bytes());
        ["--keep", "note", "--format", "csv,xlsx"].map(str::to_owned).to_vec()
    }),
];

/// Codes whose cause is too large for a folder, or a fault of the program, with the tests of the module that gives them.
const ELSEWHERE: [(&str, &str); 2] = [
    ("sheet-full", "output::xlsx::tests::rows_beyond_the_limit_stand_in_another_sheet"),
    ("internal", "batch::work::tests::a_panic_becomes_its_message"),
];

fn written(folder: &Path, name: &str, bytes: &[u8]) -> Vec<String> {
    fs::write(folder.join("in").join(name), bytes).unwrap();
    Vec::new()
}

fn kept(folder: &Path, fixture: &str) -> Vec<String> {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(fixture);
    let name = from.file_name().unwrap().to_owned();
    fs::copy(&from, folder.join("in").join(name)).unwrap();
    Vec::new()
}

fn linked(folder: &Path, to: &str) -> Vec<String> {
    std::os::unix::fs::symlink(to, folder.join("in/bad")).unwrap();
    Vec::new()
}

fn zipped(folder: &Path, members: usize, length: usize) {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for number in 0..members {
        writer.start_file(format!("{number}.txt"), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(GOOD.repeat(length / GOOD.len() + 1).as_bytes()).unwrap();
    }
    written(folder, "bad.zip", &writer.finish().unwrap().into_inner());
}

fn metadata(folder: &Path, row: &str) -> Vec<String> {
    fs::write(folder.join("table.csv"), format!("file,published\n{row}\n")).unwrap();
    vec!["--metadata".to_owned(), "table.csv".to_owned()]
}

fn limit(name: &str, value: usize) -> Vec<String> {
    vec![format!("--max-{name}"), value.to_string()]
}

/// Rows of a table of the run, by the names of its columns.
fn rows(folder: &Path, table: &str) -> Vec<BTreeMap<String, String>> {
    let path: PathBuf = folder.join("out").join(table);
    let bytes = fs::read(path).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap());
    let head = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| head.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()).collect()
}

/// A folder with two good documents around whatever a case puts there.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    for name in ["0-good.txt", "~good.txt"] {
        fs::write(folder.path().join("in").join(name), GOOD).unwrap();
    }
    folder
}

#[test]
fn each_code_comes_with_its_stage_and_severity_and_spares_the_others() {
    for Case { code, stage, severity, make } in CASES {
        let folder = folder();
        let more = make(folder.path());
        let mut program = Command::cargo_bin("solieu").unwrap();
        let arguments = ["extract", "in", "-o", "out", "--format", "csv"];
        let plain = if more.iter().any(|argument| argument == "--format") { 4 } else { 6 };
        let run = program.current_dir(folder.path()).args(&arguments[..plain]).args(&more).output().unwrap();
        assert_eq!(run.status.code(), Some(i32::from(severity == ERROR)), "{code}: {run:?}");
        let problems = rows(folder.path(), "problems.csv");
        let told: Vec<_> = problems.iter().filter(|row| row["code"] == code).collect();
        assert!(!told.is_empty(), "{code}: {problems:?}");
        for row in told {
            assert_eq!((row["stage"].as_str(), row["severity"].as_str()), (stage, severity), "{code}");
            assert!(
                !(row["what"].is_empty() || row["where"].is_empty() && row["document"].is_empty()),
                "{row:?}"
            );
        }
        let others = problems.iter().filter(|row| row["code"] != code && row["severity"] == ERROR);
        assert_eq!(others.count(), 0, "{code}: {problems:?}");
        for name in ["0-good.txt", "~good.txt"] {
            let documents = rows(folder.path(), "documents.csv");
            let document = documents.iter().find(|row| row["doc_id"] == name).unwrap();
            assert_eq!(
                (document["status"].as_str(), document["counts"].as_str()),
                ("ok", "1"),
                "{code}: {name}"
            );
            let counts = rows(folder.path(), "counts.csv");
            let count = counts.iter().find(|row| row["doc_id"] == name).unwrap();
            assert_eq!((count["value"].as_str(), count["unit"].as_str()), ("16", "plan"), "{code}: {name}");
        }
    }
}

#[test]
fn no_code_is_forgotten() {
    let all: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let tested: Vec<&str> =
        CASES.iter().map(|case| case.code).chain(ELSEWHERE.map(|(code, _)| code)).collect();
    assert_eq!(tested.iter().copied().collect::<BTreeSet<_>>(), all);
    assert_eq!(tested.len(), all.len(), "each stands once");
}
