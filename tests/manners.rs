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
fn keys_at_the_top_are_shared_and_sections_are_of_one_command() {
    let folder = folder();
    let config = "output = \"x\"\nlang = \"vi\"\nquiet = true\nformat = [\"jsonl\"]\n[tabulate]\nlocale = \"vi\"\n[evaluate]\njson = true\n";
    fs::write(folder.path().join("solieu.toml"), config).unwrap();
    assert_eq!(solieu(&folder, &["extract", "in/a.txt"]).0, 0);
    let by_unit = || fs::read_to_string(folder.path().join("x/by_unit.csv")).unwrap();
    assert!(
        by_unit().starts_with("\u{feff}Đơn vị,Số dữ kiện,"),
        "the section of tabulate is not that of extract"
    );
    let (code, out, err) = solieu(&folder, &["tabulate", "counts", "--rows", "unit,measure"]);
    assert_eq!((code, out.as_str()), (0, "Đơn vị;Đại lượng;Số dữ kiện\nkế hoạch;số đếm;1\n"), "{err}");
    let (_, out, _) =
        solieu(&folder, &["tabulate", "counts", "--rows", "unit", "--lang=en", "--locale", "en"]);
    assert_eq!(out, "unit,facts\nplan,1\n");
    fs::create_dir(folder.path().join("gold")).unwrap();
    fs::write(folder.path().join("gold/a.txt"), "Ban hành 16 kế hoạch.\n").unwrap();
    let gold = "{\"counts\": [{\"start\": 9, \"end\": 11, \"value\": 16, \"measure\": \"count\", \"unit\": \"plan\"}]}";
    fs::write(folder.path().join("gold/a.json"), gold).unwrap();
    let (code, out, err) = solieu(&folder, &["evaluate", "gold", "x"]);
    assert!(code == 0 && serde_json::from_str::<serde_json::Value>(&out).is_ok(), "{out}{err}");
    for (text, said) in
        [("[tabulate]\njobs = 2", "tabulate has no option jobs"), ("[colours]\na = 1", "no option colours")]
    {
        fs::write(folder.path().join("solieu.toml"), text).unwrap();
        for command in [&["tabulate"][..], &["extract", "in"]] {
            let (code, _, err) = solieu(&folder, command);
            assert!(code == 2 && err.contains(said), "{text}: {err}");
        }
    }
}

#[test]
fn messages_are_in_the_language_that_was_asked_for() {
    let folder = folder();
    let (code, out, err) = solieu(&folder, &["extract", "in", "--lang", "vi"]);
    assert_eq!(code, 1);
    assert!(out.contains("văn bản") && out.contains("đã ghi vào") && !out.contains("documents "), "{out}");
    assert!(err.starts_with("lỗi: ") && err.contains("không phải văn bản: byte 1 là NUL"), "{err}");
    let (code, _, err) = solieu(&folder, &["extract", "nowhere", "--lang=vi"]);
    assert_eq!((code, err.as_str()), (2, "lỗi: không đọc được nowhere: không có tệp hoặc thư mục này\n"));
    let (_, _, err) = solieu(&folder, &["tabulate", "--from", "nowhere", "--lang", "vi"]);
    assert!(err.starts_with("lỗi: không đọc được đợt chạy trong nowhere: "), "{err}");
    let (_, out, _) = solieu(&folder, &["extract", "in", "--lang", "vi", "--log-format", "json"]);
    assert!(out.contains("\"read\":1"), "keys stay: {out}");
    assert_eq!(solieu(&folder, &["extract", "in", "--lang", "fr"]).0, 2);
}

/// What a command prints to a terminal that is made for it; nothing where there is no program that makes one.
#[cfg(target_os = "linux")]
fn on_a_terminal(folder: &TempDir, line: &str, variable: Option<&str>) -> Option<String> {
    let program = assert_cmd::cargo::cargo_bin("solieu");
    let mut command = std::process::Command::new("script");
    command.args(["-qec", &format!("'{}' {line}", program.display()), "/dev/null"]);
    command.current_dir(folder.path()).env("TERM", "xterm").env_remove("NO_COLOR").env_remove("CI");
    let done = command.envs(variable.map(|name| (name, "1"))).stdin(std::process::Stdio::null()).output();
    match done {
        Ok(done) => Some(String::from_utf8_lossy(&done.stdout).into_owned()),
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "script: {error}");
            None
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn colours_are_for_terminals_and_for_those_who_ask() {
    let folder = folder();
    let coloured = |text: &str| text.contains("\u{1b}[3");
    for (line, variable, wanted) in [
        ("explain in/a.txt", None, true),
        ("explain in/a.txt", Some("NO_COLOR"), false),
        ("explain in/a.txt --color never", None, false),
        ("--color=always explain in/a.txt", Some("NO_COLOR"), true),
        ("extract in/b.txt --quiet", None, true),
        ("extract in/b.txt --quiet", Some("NO_COLOR"), false),
    ] {
        let Some(out) = on_a_terminal(&folder, line, variable) else { return };
        assert!(out.contains("[16]") || out.contains("in/b.txt") || out.contains("16"), "{out}");
        assert_eq!(coloured(&out), wanted, "{line} {variable:?}: {out:?}");
    }
    for (arguments, wanted) in
        [(&["explain", "in/a.txt"][..], false), (&["explain", "in/a.txt", "--color", "always"], true)]
    {
        let (_, out, _) = solieu(&folder, arguments);
        assert_eq!(coloured(&out), wanted, "behind a pipe: {arguments:?}: {out:?}");
    }
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
    let (_, out, _) = solieu(&folder, &["--help"]);
    assert!(out.contains("Examples:\n  solieu "), "{out}");
    let commands = out.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    for command in names.filter(|name| !name.is_empty() && *name != "help") {
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
