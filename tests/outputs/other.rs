//! The formats as other programs read them, cell by cell against the CSV.

use super::{AWARD, Case, NOTHING, PLANS};
use solieu::batch::{self, Plan};
use std::path::Path;
use std::process::Command;

/// The code with which a script says that a program it needs is not there.
const MISSING: i32 = 77;

/// Runs a script of this folder; where what it needs is missing, the test is skipped, but not in CI.
pub(crate) fn python(script: &str, arguments: &[&str]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outputs").join(script);
    let done = Command::new("python3").arg(path).args(arguments).output();
    let (code, said) = match &done {
        Ok(done) => {
            let said = [done.stdout.as_slice(), done.stderr.as_slice()].concat();
            (done.status.code(), String::from_utf8_lossy(&said).into_owned())
        }
        Err(error) => (Some(MISSING), error.to_string()),
    };
    if code == Some(MISSING) {
        assert!(std::env::var_os("CI").is_none(), "{script} {arguments:?}: {said}");
        eprintln!("skipped: {script} {arguments:?}: {said}");
        return;
    }
    assert_eq!(code, Some(0), "{script} {arguments:?}:\n{said}");
}

/// Documents that are hard to keep apart: empty ones, broken ones, and texts that look like something else.
pub(crate) fn hard() -> Case {
    let case = Case::new(&hard_documents());
    case.run();
    case
}

/// The documents of [`hard`].
pub(crate) fn hard_documents() -> [(&'static str, &'static [u8]); 9] {
    let formula = "=SUM(A1) có 16 kế hoạch, 1.200.000,05 đồng".as_bytes();
    let numbers =
        "Lợi nhuận âm 1.990 tỷ đồng; vốn 79.228.162.514.264.337 đồng, từ 10 đến 15 mô hình, đạt 28/30 xã.";
    let quotes =
        "Ban nói \"tốt\",\trồi 𝟓 😀\r\nban hành Quyết định số 1034/QĐ-UBND ngày 30/6/2020; ngày 2/9/1890.";
    [
        ("a.txt", PLANS),
        ("2020/b.txt", AWARD),
        ("c.txt", NOTHING),
        ("d, \"x\".txt", b"n\0m"),
        ("=e.txt", formula),
        ("f.txt", numbers.as_bytes()),
        ("g.txt", quotes.as_bytes()),
        ("h.txt", b"c\xC3 16 k\xE1\xBA"),
        ("i.txt", b""),
    ]
}

fn compared(case: &Case, format: &str) {
    python("read_back.py", &[case.out().to_str().unwrap(), format]);
}

#[test]
fn parquet_is_read_by_arrow_and_pandas() {
    compared(&hard(), "parquet");
}

#[test]
fn the_workbook_is_read_by_openpyxl() {
    compared(&hard(), "xlsx");
}

#[test]
fn the_workbook_is_read_by_libreoffice() {
    compared(&hard(), "office");
}

#[test]
fn the_database_is_read_by_the_shell_of_sqlite() {
    compared(&hard(), "sqlite");
}

#[test]
fn views_count_a_repeated_report_once_unless_asked() {
    let copy = [AWARD, PLANS].concat();
    let case = Case::new(&[("a.txt", &copy), ("b.txt", &copy), ("c.txt", NOTHING)]);
    case.run();
    compared(&case, "sqlite");
    let ask = |wanted: &str| {
        let path = case.out().join("solieu.sqlite");
        python("read_back.py", &[case.out().to_str().unwrap(), "views", path.to_str().unwrap(), wanted]);
    };
    ask("16");
    batch::run(&Plan { keep_duplicates: true, ..case.plan() }, &|_| {}).unwrap();
    ask("32");
}

#[test]
fn empty_tables_are_read_too() {
    let case = Case::new(&[("a.txt", "Trời rất đẹp.\n".as_bytes())]);
    case.run();
    for format in ["parquet", "xlsx", "sqlite"] {
        compared(&case, format);
    }
}
