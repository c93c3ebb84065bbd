//! The program as it is called: arguments, exit codes, what is printed and what is not.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, is_empty};
use std::fs;
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;

fn solieu() -> Command {
    let mut command = Command::cargo_bin("solieu").unwrap();
    command.env_remove("CLICOLOR_FORCE").env_remove("RUST_BACKTRACE");
    command
}

fn folder(documents: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in documents {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

const PLANS: &str = "Năm 2019, Ban đã ban hành 16 kế hoạch.\n";

fn problems(out: &Path) -> String {
    fs::read_to_string(out.join("problems.csv")).unwrap()
}

#[test]
fn help_and_version_are_no_errors() {
    for command in ["extract", "evaluate", "diff", "sample", "explain", "schema"] {
        solieu().arg("--help").assert().code(0).stdout(contains(command)).stderr(is_empty());
        solieu().args([command, "--help"]).assert().code(0).stderr(is_empty());
    }
    solieu().arg("--version").assert().code(0).stdout(contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn mistakes_in_the_arguments_are_code_2() {
    let mistakes: [&[&str]; 5] = [
        &[],
        &["extract"],
        &["extract", "a", "--format", "xls"],
        &["extract", "a", "--jobs", "many"],
        &["evaluate", "a", "b", "--only", "words"],
    ];
    for arguments in mistakes {
        solieu().args(arguments).assert().code(2).stdout(is_empty()).stderr(is_empty().not());
    }
}

#[test]
fn a_date_is_given_or_read_from_the_name_of_the_file() {
    let folder = folder(&[
        ("a.txt", "Sáng 8/7, hội nghị khai mạc.\n"),
        ("tin-2020-07-10.txt", "Chiều 9/7, bế mạc.\n"),
    ]);
    let explain =
        |arguments: &[&str]| solieu().current_dir(&folder).arg("explain").args(arguments).assert().code(0);
    explain(&["a.txt"]).stdout(contains("resolved=XXXX-07-08"));
    explain(&["a.txt", "--document-date", "1/8/2021"]).stdout(contains("resolved=2021-07-08"));
    explain(&["tin-2020-07-10.txt"]).stdout(contains("resolved=2020-07-09"));
    explain(&["tin-2020-07-10.txt", "--document-date", "2019"]).stdout(contains("resolved=2019-07-09"));
    solieu().args(["extract", "a.txt", "--document-date", "31/2/2021"]).assert().code(2);
}

#[test]
fn facts_below_the_asked_confidence_are_left_out() {
    let folder = folder(&[("a.txt", "Ban đã ban hành 16 kế hoạch. Năm trước, Ban trồng 12 gốc quỳnh.\n")]);
    let rows = |class: &str| {
        let run =
            solieu().current_dir(&folder).args(["extract", "a.txt", "--min-confidence", class]).assert();
        run.code(0);
        let facts = fs::read_to_string(folder.path().join("output/facts.jsonl")).unwrap();
        (facts.matches("\"confidence\":\"").count(), facts.matches("\"confidence\":\"certain\"").count())
    };
    assert_eq!(rows("weak"), (3, 1));
    assert_eq!(rows("certain"), (1, 1));
    let counts = fs::read_to_string(folder.path().join("output/counts.csv")).unwrap();
    assert!(counts.contains("kế hoạch") && !counts.contains("quỳnh"), "{counts}");
    solieu().args(["extract", "a", "--min-confidence", "sure"]).assert().code(2);
}

#[test]
fn a_clean_run_is_code_0_and_silent_on_the_standard_error() {
    let folder = folder(&[("a.txt", PLANS)]);
    let run = solieu().current_dir(&folder).args(["extract", "a.txt"]).assert();
    run.code(0)
        .stderr(is_empty())
        .stdout(contains("1 read").and(contains("summary.csv")).and(contains("problems           0")));
    assert!(folder.path().join("output/facts.jsonl").exists());
}

#[test]
fn a_warning_alone_is_code_0() {
    let folder = folder(&[("a.txt", PLANS), ("b.jpg", "")]);
    solieu().current_dir(&folder).args(["extract", ".", "-o", "out"]).assert().code(0).stderr(is_empty());
    assert!(
        problems(&folder.path().join("out"))
            .contains(",read,warning,passed-over,1 files ending in .jpg were passed over,.")
    );
}

#[test]
fn a_missing_path_is_a_row_and_code_1() {
    let folder = folder(&[("a.txt", PLANS)]);
    let run = solieu().current_dir(&folder).args(["extract", "a.txt", "nowhere.txt", "-o", "out"]).assert();
    run.code(1).stderr(contains("nowhere.txt")).stdout(contains("1 read").and(contains("1 errors")));
    let problems = problems(&folder.path().join("out"));
    assert!(
        problems
            .lines()
            .any(|row| row.starts_with(",read,error,not-found,") && row.ends_with(",nowhere.txt")),
        "{problems}"
    );
    assert!(
        fs::read_to_string(folder.path().join("out/facts.jsonl")).unwrap().contains("\"doc_id\":\"a.txt\"")
    );
}

#[test]
fn an_unreadable_document_is_a_row_and_code_1() {
    let folder = folder(&[("a.txt", PLANS), ("b.txt", "no text\0")]);
    fs::write(folder.path().join("c.txt"), vec![b' '; (1 << 20) + 1]).unwrap();
    let run = solieu().current_dir(&folder).args(["extract", ".", "-o", "out", "--max-size", "1"]).assert();
    run.code(1).stderr(contains("./b.txt: ").and(contains("./c.txt: "))).stdout(contains("2 not read"));
    let problems = problems(&folder.path().join("out"));
    assert!(problems.contains("b.txt,decode,error,not-text,no text: byte 7 is NUL"), "{problems}");
    assert!(problems.contains("c.txt,read,error,document-too-large,larger than 1048576 bytes"), "{problems}");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_a_row() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.txt", PLANS), ("b.txt", PLANS)]);
    let locked = folder.path().join("b.txt");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&locked).is_ok() {
        return; // whoever runs this may read everything
    }
    solieu().current_dir(&folder).args(["extract", ".", "-o", "out"]).assert().code(1);
    assert!(problems(&folder.path().join("out")).contains("b.txt,read,error,unreadable,cannot be read: "));
}

#[test]
fn a_run_that_cannot_be_done_is_code_2() {
    let folder = folder(&[("a.txt", PLANS), ("taken", "")]);
    let cases: [(&[&str], &str); 5] = [
        (&["extract", "nowhere"], "nowhere"),
        (&["extract", "a.txt", "-o", "taken"], "taken"),
        (&["explain", "nowhere"], "nowhere"),
        (&["evaluate", "nowhere", "nothing"], "no"),
        (&["diff", "nowhere", "nothing"], "no"),
    ];
    for (arguments, said) in cases {
        let run = solieu().current_dir(&folder).args(arguments).assert();
        run.code(2).stdout(is_empty()).stderr(contains("error: ").and(contains(said)));
    }
    assert!(!folder.path().join("output").exists());
}

#[test]
fn the_formats_and_the_mark_can_be_chosen() {
    let folder = folder(&[("a.txt", PLANS)]);
    let run =
        solieu().current_dir(&folder).args(["extract", "a.txt", "--format", "json", "--no-bom"]).assert();
    run.code(0);
    let out = folder.path().join("output");
    assert!(out.join("facts.json").exists());
    assert!(!out.join("facts.jsonl").exists() && !out.join("counts.csv").exists());
    assert!(problems(&out).starts_with("document,stage"));
    solieu().current_dir(&folder).args(["extract", "a.txt", "--format", "csv,jsonl"]).assert().code(0);
    assert!(out.join("facts.jsonl").exists());
    assert!(problems(&out).starts_with("\u{feff}document,stage"));
}

#[test]
fn the_standard_input_is_a_document() {
    let folder = tempfile::tempdir().unwrap();
    solieu().current_dir(&folder).args(["extract", "-"]).write_stdin(PLANS).assert().code(0);
    let facts = fs::read_to_string(folder.path().join("output/facts.jsonl")).unwrap();
    assert!(facts.starts_with("{\"doc_id\":\"stdin\",\"source\":\"-\","), "{facts}");
}

#[test]
fn the_fixtures_give_the_same_bytes_for_any_number_of_threads() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/documents");
    let folder = tempfile::tempdir().unwrap();
    for jobs in ["1", "4"] {
        let mut program = solieu();
        program.current_dir(&folder).arg("extract").arg(&fixtures).args(["-o", jobs, "--jobs", jobs]);
        program.args(["--format", "csv,json,jsonl"]).assert().code(0).stderr(is_empty());
    }
    let one = folder.path().join("1");
    let names: Vec<_> = fs::read_dir(&one).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.len() > 10);
    assert!(fs::read_to_string(one.join("facts.jsonl")).unwrap().lines().count() > 1);
    for name in names {
        let same =
            fs::read(one.join(&name)).unwrap() == fs::read(folder.path().join("4").join(&name)).unwrap();
        assert!(same, "{}", name.to_string_lossy());
    }
}

#[test]
fn explain_marks_the_facts_and_names_the_rules() {
    let folder = folder(&[("a.txt", PLANS)]);
    let run = solieu().current_dir(&folder).args(["explain", "a.txt"]).assert();
    let plain = contains("[16]c1 kế hoạch")
        .and(contains("1:27 c1 counts value=16 "))
        .and(contains("unit=plan"))
        .and(contains(" by count/"))
        .and(contains("\u{1b}").not());
    run.code(0).stdout(plain).stderr(is_empty());
    let run = solieu().current_dir(&folder).env("CLICOLOR_FORCE", "1").args(["explain", "a.txt"]).assert();
    run.code(0).stdout(contains("\u{1b}["));
    solieu().args(["explain", "-"]).write_stdin("Trời đẹp.\n").assert().code(0).stdout(contains("Trời đẹp."));
}

#[test]
fn explain_names_the_rule_of_every_number_that_is_no_fact() {
    let text =
        "Lúc 7h30, tổ 3 ở quốc lộ 6 góp 12 cây tre.\nĐiện thoại 0912.345.678; xếp thứ 5; thêm 40 rồi nghỉ.\n";
    let run = solieu().args(["explain", "-"]).write_stdin(text).assert().code(0);
    let out = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    for line in [
        "1:5 no fact by pass/clock: 7h30",
        "1:14 no fact by pass/group: 3",
        "1:26 no fact by pass/road: 6",
        "2:12 no fact by pass/phone: 0912.345.678",
        "2:34 no fact by pass/ordinal: 5",
        "2:42 no fact by pass/no_noun: 40",
    ] {
        assert!(out.contains(line), "{line} is not in\n{out}");
    }
    assert!(!out.contains("no fact by pass/no_noun: 12"), "{out}");
}

#[test]
fn explain_takes_one_document() {
    let folder = folder(&[("a.txt", PLANS), ("b.txt", PLANS)]);
    solieu()
        .arg("explain")
        .arg(folder.path())
        .assert()
        .code(2)
        .stderr(contains("explain takes one document"));
}

#[test]
fn a_run_evaluated_against_itself_and_compared_with_itself() {
    let folder = folder(&[("a.txt", PLANS), ("a.json", "{\"counts\": []}")]);
    solieu().current_dir(&folder).args(["extract", "a.txt"]).assert().code(0);
    let score = |more: &[&str]| {
        let mut program = solieu();
        program.current_dir(&folder).args(["evaluate", ".", "output/facts.jsonl"]).args(more).assert().code(0)
    };
    score(&["--only", "counts"]).stdout(contains("counts").and(contains("citations").not()));
    // the plans of the text are not annotated: false, and no more of them than asked for
    score(&[]).stdout(contains("false").not());
    score(&["--errors", "1"]).stdout(predicate::function(|text: &str| {
        let told: Vec<&str> = text.lines().filter(|line| line.starts_with("counts false a: ")).collect();
        told.len() == 1 && text.contains("⟦")
    }));
    score(&["--json", "--errors", "3"]).stdout(predicate::function(|text: &str| {
        serde_json::from_str::<serde_json::Value>(text).is_ok_and(|json| json["documents"] == 1)
    }));
    let run = solieu().current_dir(&folder).args(["diff", "output", "output", "--json"]).assert();
    run.code(0).stdout(contains("\"gained\": 0").and(contains("\"lost\": 0")));
}

#[test]
fn the_schema_is_the_data_dictionary() {
    solieu().arg("schema").assert().code(0).stdout(solieu::table::dictionary());
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = folder(&[("a.txt", &PLANS.repeat(20_000))]);
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("solieu"))
        .arg("explain")
        .arg(folder.path().join("a.txt"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_code_2() {
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let status = std::process::Command::new(assert_cmd::cargo::cargo_bin("solieu"))
        .arg("schema")
        .stdout(full)
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(2));
}
