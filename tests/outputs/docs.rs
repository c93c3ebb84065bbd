//! The commands of the documentation, run as they stand.
#![cfg(unix)]

use super::other::python;
use assert_cmd::Command;
use std::path::Path;

fn run(page: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let solieu = assert_cmd::cargo::cargo_bin("solieu");
    std::os::unix::fs::symlink(root.join("fixtures"), folder.path().join("fixtures")).unwrap();
    let mut extract = Command::cargo_bin("solieu").unwrap();
    let formats = "csv,jsonl,parquet,xlsx,sqlite";
    let done = extract
        .args(["extract", "--quiet", "--format", formats, "-o"])
        .arg(folder.path().join("output"))
        .arg(root.join("fixtures/documents"))
        .assert();
    assert!(matches!(done.get_output().status.code(), Some(0 | 1)));
    let page = root.join("docs").join(page);
    let arguments = [page.as_path(), folder.path(), &solieu].map(|path| path.to_str().unwrap());
    python("docs.py", &arguments);
}

#[test]
fn the_blocks_of_the_cookbook_run() {
    run("cookbook.md");
}

#[test]
fn the_blocks_of_the_tutorial_run() {
    run("tutorial.md");
}
