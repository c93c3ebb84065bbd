//! How the program behaves towards its user: quiet, logs, configuration, completions, manual.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use assert_cmd::Command;
use std::fs;
use tempfile::TempDir;

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    fs::write(folder.path().join("in/a.txt"), "Ban hành 16 kế hoạch.\n").unwrap();
    fs::write(folder.path().join("in/b.txt"), b"n\0m").unwrap();
    folder
}

fn solieu(folder: &TempDir, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("solieu").unwrap();
    let done = command.current_dir(folder.path()).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

#[test]
fn quiet_tells_only_errors() {
    let folder = folder();
    let (code, out, err) = solieu(&folder, &["extract", "in", "--quiet"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.starts_with("error: ") && err.lines().count() == 1, "{err}");
    assert!(!err.contains('\u{1b}'), "no colours where there is no terminal: {err}");
}

#[test]
fn logs_are_objects() {
    let folder = folder();
    let (_, out, err) = solieu(&folder, &["extract", "in", "--log-format", "json"]);
    let error: serde_json::Value = serde_json::from_str(err.trim()).unwrap();
    assert_eq!((&error["level"], &error["document"]), (&"error".into(), &"b.txt".into()));
    let whole: serde_json::Value = serde_json::from_str(out.trim()).unwrap();
    assert_eq!((&whole["read"], &whole["failed"], &whole["counts"]), (&1.into(), &1.into(), &1.into()));
}

#[test]
fn a_dry_run_reads_nothing() {
    let folder = folder();
    let (code, out, _) = solieu(&folder, &["extract", "in", "--dry-run"]);
    assert_eq!(code, 0);
    assert!(out.contains("a.txt") && out.contains("b.txt") && out.lines().count() == 2, "{out}");
    assert!(!folder.path().join("output").exists());
}

#[test]
fn the_configuration_stands_behind_the_arguments() {
    let folder = folder();
    fs::write(folder.path().join("solieu.toml"), "format = [\"json\"]\nquiet = true\noutput = \"x\"\n")
        .unwrap();
    let (code, out, _) = solieu(&folder, &["extract", "in/a.txt"]);
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(folder.path().join("x/facts.json").exists() && !folder.path().join("x/facts.jsonl").exists());
    solieu(&folder, &["extract", "in/a.txt", "-o", "y", "--format", "jsonl"]);
    assert!(folder.path().join("y/facts.jsonl").exists() && !folder.path().join("y/facts.json").exists());
    fs::write(folder.path().join("other.toml"), "output = \"z\"\n").unwrap();
    solieu(&folder, &["extract", "in/a.txt", "--config", "other.toml"]);
    assert!(folder.path().join("z/facts.jsonl").exists());
}

#[test]
fn a_wrong_configuration_is_said() {
    let folder = folder();
    for (text, said) in
        [("colour = 1", "no option colour"), ("quiet = 3", "true or false"), ("= x", "no TOML")]
    {
        fs::write(folder.path().join("solieu.toml"), text).unwrap();
        let (code, _, err) = solieu(&folder, &["extract", "in"]);
        assert!(code == 2 && err.contains(said), "{text}: {err}");
        assert_eq!(solieu(&folder, &["schema"]).0, 0, "other commands do not read it");
    }
    let (code, _, err) = solieu(&folder, &["extract", "in", "--config", "nowhere.toml"]);
    assert!(code == 2 && err.contains("nowhere.toml"), "{err}");
}

#[test]
fn completions_and_manual_name_every_command() {
    let folder = folder();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, out, _) = solieu(&folder, &["completions", shell]);
        assert!(code == 0 && out.contains("tabulate") && out.contains("min-confidence"), "{shell}");
    }
    let (_, out, _) = solieu(&folder, &["man"]);
    assert!(out.contains(".TH solieu") && out.contains("extract"), "{out}");
    solieu(&folder, &["man", "-o", "man"]);
    let page = fs::read_to_string(folder.path().join("man/solieu-extract.1")).unwrap();
    assert!(page.contains("dry\\-run"), "{page}");
}

#[test]
fn help_has_examples() {
    let folder = folder();
    for command in ["extract", "tabulate"] {
        let (code, out, _) = solieu(&folder, &[command, "--help"]);
        assert!(code == 0 && out.contains("Examples:\n  solieu "), "{out}");
    }
}

/// The value of the one count of a run, as it stands in the table.
fn value(folder: &TempDir, arguments: &[&str], delimiter: u8) -> String {
    let (code, _, err) = solieu(folder, &[&["extract", "in/c.txt", "--no-bom"], arguments].concat());
    assert_eq!(code, 0, "{err}");
    let file = folder.path().join("output/counts.csv");
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_path(file).unwrap();
    let place = reader.headers().unwrap().iter().position(|name| name == "value").unwrap();
    let row = reader.records().next().unwrap().unwrap();
    row[place].to_owned()
}

#[test]
fn numbers_are_written_as_the_country_does() {
    let folder = folder();
    fs::write(folder.path().join("in/c.txt"), "Các hộ dân hiến 18,4 ha đất.\n").unwrap();
    assert_eq!(value(&folder, &[], b','), "18.4");
    assert_eq!(value(&folder, &["--locale", "vi"], b';'), "18,4");
    let facts = fs::read_to_string(folder.path().join("output/facts.jsonl")).unwrap();
    assert!(facts.contains("\"value\":18.4,"), "JSON is the same in every country: {facts}");
    let (code, ..) = solieu(&folder, &["extract", "in/c.txt", "--locale", "fr"]);
    assert_eq!(code, 2);
}
