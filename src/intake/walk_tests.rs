use super::list;
use crate::error::Severity;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder with the given files, each holding its own name.
fn tree(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file).unwrap();
    }
    folder
}

fn ids(paths: &[PathBuf]) -> Vec<String> {
    list(paths, &[]).sources.iter().map(super::Source::doc_id).collect()
}

fn at(folder: &tempfile::TempDir, path: &str) -> PathBuf {
    folder.path().join(path)
}

#[test]
fn a_folder_is_listed_by_the_bytes_of_its_paths() {
    let folder = tree(&["b.txt", "a/z.txt", "a.txt", "a-b.md", "Z.TXT", "notes"]);
    assert_eq!(ids(&[folder.path().to_owned()]), ["Z.TXT", "a-b.md", "a.txt", "a/z.txt", "b.txt", "notes"]);
}

#[test]
fn hidden_files_and_pictures_are_not_documents() {
    let folder = tree(&["a.txt", ".hidden.txt", ".git/b.txt", "c.jpg", "d.JPG", "e.css", "f.pdf"]);
    let listing = list(&[folder.path().to_owned()], &[]);
    assert_eq!(listing.sources.len(), 2);
    let what: Vec<&str> = listing.problems.iter().map(|p| p.what.as_str()).collect();
    assert_eq!(what, ["1 files ending in .css were passed over", "2 files ending in .jpg were passed over"]);
    assert!(listing.problems.iter().all(|p| p.severity == Severity::Warning));
}

#[test]
fn what_was_written_before_is_not_read() {
    let folder = tree(&["a.txt", "out/facts.jsonl", "sub/facts.jsonl", "facts.jsonl", "documents.csv"]);
    let root = folder.path().to_owned();
    let ids = |out: &Path| {
        list(std::slice::from_ref(&root), &[out])
            .sources
            .iter()
            .map(super::Source::doc_id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&at(&folder, "out")), ["a.txt", "documents.csv", "facts.jsonl", "sub/facts.jsonl"]);
    assert_eq!(ids(&root), ["a.txt", "out/facts.jsonl", "sub/facts.jsonl"]);
    for name in ["problems.csv", "summary.json", "summary.csv"] {
        fs::write(at(&folder, "sub").join(name), "").unwrap();
    }
    assert_eq!(ids(&root), ["a.txt", "out/facts.jsonl"]);
}

#[test]
fn a_named_file_is_taken_whatever_its_ending() {
    let folder = tree(&["a.log", ".b"]);
    assert_eq!(ids(&[at(&folder, "a.log"), at(&folder, ".b")]), [".b", "a.log"]);
}

#[test]
fn a_missing_path_is_an_error_and_the_others_are_read() {
    let folder = tree(&["a.txt"]);
    let listing = list(&[at(&folder, "none"), folder.path().to_owned()], &[]);
    assert_eq!(listing.sources.len(), 1);
    assert_eq!(listing.problems.len(), 1);
    assert_eq!(listing.problems[0].severity, Severity::Error);
    assert!(listing.problems[0].place.ends_with("/none"));
}

#[cfg(unix)]
#[test]
fn a_broken_link_is_an_error_and_a_loop_does_not_hang() {
    let folder = tree(&["a.txt"]);
    std::os::unix::fs::symlink("nowhere", at(&folder, "b.txt")).unwrap();
    std::os::unix::fs::symlink(".", at(&folder, "c")).unwrap();
    let listing = list(&[folder.path().to_owned()], &[]);
    assert_eq!(listing.sources.len(), 1);
    assert_eq!(listing.problems.len(), 2);
    assert!(listing.problems.iter().all(|p| p.severity == Severity::Error));
}

#[test]
fn equal_names_in_two_folders_get_the_folder_before_them() {
    let folder = tree(&["north/a.txt", "south/a.txt", "east/b.txt"]);
    let paths = ["north", "south", "east"].map(|name| at(&folder, name));
    assert_eq!(ids(&paths), ["north/a.txt", "south/a.txt", "b.txt"]);
}

#[test]
fn equal_folder_names_are_numbered() {
    let folder = tree(&["x/year/a.txt", "y/year/a.txt"]);
    assert_eq!(ids(&[at(&folder, "x/year"), at(&folder, "y/year")]), ["year/a.txt", "year~2/a.txt"]);
}

#[test]
fn a_prefix_makes_no_new_clash() {
    let folder = tree(&["n/a.txt", "s/a.txt", "e/n/a.txt"]);
    let ids = ids(&["n", "s", "e"].map(|name| at(&folder, name)));
    assert_eq!(ids, ["n/a.txt", "s/a.txt", "e/n/a.txt"]);
}

#[test]
fn a_document_that_is_reached_twice_is_read_once() {
    let folder = tree(&["a.txt", "sub/b.txt"]);
    let all = [folder.path().to_owned(), at(&folder, "a.txt"), at(&folder, "sub"), at(&folder, "sub/b.txt")];
    let listing = list(&all, &[]);
    let ids: Vec<String> = listing.sources.iter().map(super::Source::doc_id).collect();
    assert_eq!(ids, ["a.txt", "sub/b.txt"]);
    assert_eq!(listing.problems.len(), 2, "{:?}", listing.problems);
    assert!(
        listing.problems.iter().all(|p| p.what.contains("more than once") && p.severity == Severity::Warning)
    );
}

#[test]
fn the_standard_input_is_a_document() {
    let listing = list(&[Path::new("-").to_owned()], &[]);
    assert_eq!(listing.sources[0].doc_id(), "stdin");
    assert_eq!(listing.sources[0].place(), "-");
}
