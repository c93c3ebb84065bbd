//! Bad inputs: each becomes its problem, and the documents beside it are whole.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use assert_cmd::Command;
use solieu::batch::{self, Plan};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tempfile::TempDir;

const GOOD: &str = "Năm 2019, Ban đã ban hành 16 kế hoạch.\n";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/broken")
}

/// The files, with the codes of their problems.
fn expected() -> Vec<(String, BTreeSet<String>)> {
    let text = fs::read_to_string(fixtures().join("expected.txt")).unwrap();
    let row = |line: &str| {
        let (name, codes) = line.split_once('\t').unwrap();
        (name.to_owned(), codes.split_whitespace().map(str::to_owned).collect())
    };
    text.lines().map(row).collect()
}

/// A folder `in` with two good documents around whatever a test puts there.
fn case() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    for name in ["0-good.txt", "~good.txt"] {
        fs::write(folder.path().join("in").join(name), GOOD).unwrap();
    }
    folder
}

/// Rows of a table of the run, by the names of its columns.
fn rows(folder: &Path, table: &str) -> Vec<BTreeMap<String, String>> {
    let bytes = fs::read(folder.join("out").join(table)).unwrap();
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let mut reader = csv::Reader::from_reader(bytes);
    let head = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| head.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()).collect()
}

/// The codes of the problems, by the given file that they are about.
fn codes(folder: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut codes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows(folder, "problems.csv") {
        let path = if row["document"].is_empty() { &row["where"] } else { &row["document"] };
        let file = path.split('!').next().unwrap().rsplit('/').next().unwrap();
        codes.entry(file.to_owned()).or_default().insert(row["code"].clone());
    }
    codes
}

fn assert_good(folder: &Path) {
    let counts = rows(folder, "counts.csv");
    for name in ["0-good.txt", "~good.txt"] {
        let plans = counts
            .iter()
            .filter(|row| row["doc_id"] == name && row["unit"] == "plan" && row["value"] == "16");
        assert_eq!(plans.count(), 1, "{name}");
    }
}

fn run(folder: &Path) -> bool {
    let plan = Plan::new(vec![folder.join("in")], folder.join("out"));
    batch::run(&plan, &|_| {}).unwrap().is_clean()
}

fn solieu(folder: &Path, arguments: &[&str]) -> i32 {
    let mut program = Command::cargo_bin("solieu").unwrap();
    let output =
        program.current_dir(folder).args(["extract", "in", "-o", "out"]).args(arguments).output().unwrap();
    output.status.code().unwrap()
}

#[test]
fn each_bad_input_has_its_code_and_spares_the_others() {
    let expected = expected();
    assert!(expected.len() >= 40, "{}", expected.len());
    let folder = case();
    for (name, _) in &expected {
        fs::copy(fixtures().join(name), folder.path().join("in").join(name)).unwrap();
    }
    assert_eq!(solieu(folder.path(), &[]), 1);
    assert_good(folder.path());
    let found = codes(folder.path());
    for (name, codes) in &expected {
        assert_eq!(found.get(name), Some(codes), "{name}");
    }
    assert_eq!(found.len(), expected.len(), "{:?}", found.keys());
}

#[test]
fn whatever_stands_before_the_damage_is_read() {
    let whole = [
        ("lines.jsonl", 2),
        ("truncated.json", 3),
        ("truncated.warc", 2),
        ("without-directory.zip", 1),
        ("checksum.zip", 1),
        ("encrypted.zip", 0),
        ("bomb.zip", 1),
        ("truncated.tar", 1),
        ("broken-bytes.jsonl", 2),
    ];
    for (name, number) in whole {
        let folder = case();
        fs::copy(fixtures().join(name), folder.path().join("in").join(name)).unwrap();
        assert!(!run(folder.path()), "{name}");
        assert_good(folder.path());
        let documents = rows(folder.path(), "documents.csv");
        let inside = documents.iter().filter(|row| row["doc_id"].starts_with(name) && row["status"] == "ok");
        assert!(inside.count() >= number, "{name}");
    }
}

#[test]
fn limits_are_kept() {
    let zip = |members: usize, length: usize| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for number in 0..members {
            writer.start_file(format!("{number}.txt"), zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(&GOOD.repeat(length / GOOD.len() + 1).into_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    let cases: [(&[&str], Vec<u8>, &str, usize); 3] = [
        (&["--max-members", "3"], zip(5, 0), "too-many-members", 3),
        (&["--max-size", "1"], zip(1, 2 << 20), "member-too-large", 0),
        (&["--max-depth", "0"], zip(1, 0), "archive-too-deep", 0),
    ];
    for (arguments, bytes, code, read) in cases {
        let folder = case();
        fs::write(folder.path().join("in/a.zip"), bytes).unwrap();
        assert_eq!(solieu(folder.path(), arguments), 1, "{code}");
        assert_good(folder.path());
        assert_eq!(codes(folder.path())["a.zip"], BTreeSet::from([code.to_owned()]));
        let documents = rows(folder.path(), "documents.csv");
        let inside =
            documents.iter().filter(|row| row["doc_id"].starts_with("a.zip!") && row["status"] == "ok");
        assert_eq!(inside.count(), read, "{code}");
    }
}

#[test]
fn names_in_archives_lead_nowhere() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["../../up.txt", "/root.txt", "C:\\disk\\a.txt", "báo cáo.txt", ".hidden/a.txt"] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(GOOD.as_bytes()).unwrap();
    }
    let folder = case();
    fs::write(folder.path().join("in/a.zip"), writer.finish().unwrap().into_inner()).unwrap();
    assert!(run(folder.path()));
    let documents = rows(folder.path(), "documents.csv");
    let names: BTreeSet<&str> =
        documents.iter().filter_map(|row| row["doc_id"].strip_prefix("a.zip!")).collect();
    assert_eq!(names, BTreeSet::from(["C:/disk/a.txt", "báo cáo.txt", "root.txt", "up.txt"]));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_a_problem_and_never_opened() {
    use std::os::unix::fs::symlink;
    let folder = case();
    let inside = folder.path().join("in");
    fs::create_dir(inside.join("a.txt")).unwrap();
    fs::write(inside.join("a.txt/b.txt"), GOOD).unwrap();
    symlink("nowhere", inside.join("dangling.txt")).unwrap();
    symlink("loop-b", inside.join("loop-a")).unwrap();
    symlink("loop-a", inside.join("loop-b")).unwrap();
    symlink(".", inside.join("ring")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(inside.join("pipe.txt")).status();
    assert_eq!(solieu(folder.path(), &[]), 1);
    assert_good(folder.path());
    let found = codes(folder.path());
    let one = |code: &str| Some(BTreeSet::from([code.to_owned()]));
    assert_eq!(found.get("dangling.txt").cloned(), one("not-found"));
    assert_eq!(found.get("loop-a").cloned(), one("link-loop"));
    assert_eq!(found.get("ring").cloned(), one("link-loop"));
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(found.get("pipe.txt").cloned(), one("not-a-regular-file"));
    }
    assert!(!found.contains_key("b.txt"));
    assert!(rows(folder.path(), "documents.csv").iter().any(|row| row["doc_id"] == "a.txt/b.txt"));
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_a_problem() {
    use std::os::unix::fs::PermissionsExt;
    let folder = case();
    let locked = folder.path().join("in/locked.txt");
    fs::write(&locked, GOOD).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&locked).is_ok() {
        return; // whoever runs this may read everything
    }
    assert_eq!(solieu(folder.path(), &[]), 1);
    assert_good(folder.path());
    assert_eq!(codes(folder.path())["locked.txt"], BTreeSet::from(["unreadable".to_owned()]));
}

#[test]
fn a_line_of_a_gigabyte_is_too_large_and_is_not_kept_in_memory() {
    let folder = case();
    // A hole is read as NULs, and takes no room on the disk.
    let file = fs::File::create(folder.path().join("in/line.txt")).unwrap();
    file.set_len(1 << 30).unwrap();
    let compressed = fs::File::create(folder.path().join("in/line.jsonl.gz")).unwrap();
    let mut encoder = flate2::write::GzEncoder::new(compressed, flate2::Compression::fast());
    encoder.write_all(b"{\"text\": \"").unwrap();
    let mut digits = 0_u64;
    for _ in 0..3000 {
        let piece: Vec<u8> = (0..65536)
            .map(|_| {
                digits = digits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                b'a' + (digits >> 60) as u8
            })
            .collect();
        encoder.write_all(&piece).unwrap();
    }
    encoder.write_all(format!("\"}}\n{{\"text\": \"{}\"}}\n", GOOD.trim()).as_bytes()).unwrap();
    encoder.finish().unwrap();
    assert_eq!(solieu(folder.path(), &[]), 1);
    assert_good(folder.path());
    let found = codes(folder.path());
    assert_eq!(found["line.txt"], BTreeSet::from(["document-too-large".to_owned()]));
    assert_eq!(found["line.jsonl.gz"], BTreeSet::from(["member-too-large".to_owned()]));
    assert!(rows(folder.path(), "counts.csv").iter().any(|row| row["doc_id"] == "line.jsonl.gz!2"));
}

#[test]
fn lines_come_out_while_others_go_in() {
    use std::io::{BufRead, BufReader};
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("solieu"))
        .args(["extract", "-", "--input-format", "jsonl", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for number in 1..=3 {
        let text = if number == 2 { "" } else { "Ban hành 16 kế hoạch." };
        writeln!(stdin, "{{\"id\": \"n{number}\", \"text\": \"{text}\", \"x\": 1}}").unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let json: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(json["doc_id"], format!("stdin!n{number}"));
        assert_eq!(json["problems"].as_array().unwrap().len(), usize::from(number == 2));
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}
