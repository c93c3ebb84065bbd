//! The law of imports: a module imports only from those declared before it in `lib.rs`.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What a module may not import although it stands earlier.
const FORBIDDEN: [(&str, &[&str]); 2] = [
    ("output", &["fact", "document", "extract", "resolve", "grammar", "scan", "lexicon"]),
    ("evaluate", &["extract", "resolve", "grammar", "scan", "lexicon", "document", "fact", "record", "text"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The modules of the crate in the order of their declaration.
fn law() -> Vec<String> {
    let declared = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    read(&root().join("src/lib.rs")).lines().filter_map(declared).collect()
}

/// Every file of Rust below `src/`, with the name of the module of the crate that it belongs to.
fn files(law: &[String]) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for module in law {
        let single = root().join(format!("src/{module}.rs"));
        found.extend(single.exists().then(|| (module.clone(), single)));
        let folder = root().join(format!("src/{module}"));
        if folder.exists() {
            let below = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
            let rust = below.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
            found.extend(rust.map(|path| (module.clone(), path)));
        }
    }
    found
}

/// The modules of the crate that a source names after `crate::`, outside comments.
fn imports(source: &str) -> BTreeSet<String> {
    let code: String = source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let mut found = BTreeSet::new();
    for (at, start) in code.match_indices("crate::") {
        let rest = &code[at + start.len()..];
        if let Some(group) = rest.strip_prefix('{') {
            found.extend(heads(group));
        } else {
            found.insert(word(rest).to_owned());
        }
    }
    found.remove("");
    found
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| c != '_' && !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

/// The first words of the parts of a braced group that has been opened.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                found.push(word(group[start..at].trim_start()).to_owned());
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn imports_point_to_earlier_stages() {
    let law = law();
    let rank = |name: &str| law.iter().position(|module| module == name);
    let mut broken = Vec::new();
    for (module, path) in files(&law) {
        for import in imports(&read(&path)) {
            // macros and items of the root have no rank
            if rank(&import).is_some_and(|r| r > rank(&module).unwrap()) {
                broken.push(format!("{} imports {import}, which comes later", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn some_earlier_stages_are_closed_to_some_later_ones() {
    let mut broken = Vec::new();
    for (module, path) in files(&law()) {
        let closed = FORBIDDEN.iter().find(|(name, _)| *name == module).map_or(&[][..], |(_, closed)| closed);
        let source = read(&path);
        let code = source.split("#[cfg(test)]").next().unwrap();
        for import in imports(code).iter().filter(|import| closed.contains(&import.as_str())) {
            broken.push(format!("{} imports {import}", path.display()));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn families_do_not_import_each_other() {
    let families = ["award", "citation", "count", "date"];
    let mut broken = Vec::new();
    for family in families {
        let below = walkdir::WalkDir::new(root().join("src/extract").join(family));
        for path in below.into_iter().map(|entry| entry.unwrap().into_path()).filter(|path| path.is_file()) {
            let source = read(&path);
            let code = source.split("#[cfg(test)]").next().unwrap();
            for other in families.iter().filter(|other| **other != family) {
                let (deep, near) = (format!("extract::{other}"), format!("super::super::{other}"));
                if code.contains(&deep) || code.contains(&near) {
                    broken.push(format!("{} imports {other}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_guide_names_every_module_in_the_order_of_the_law() {
    let guide = read(&root().join("ARCHITECTURE.md"));
    let line = guide.lines().find(|line| line.starts_with('`') && line.contains(" · ")).unwrap();
    let named: Vec<&str> = line.trim_matches('`').split(" · ").collect();
    assert_eq!(named, law());
}

#[test]
fn the_paths_that_the_guides_name_exist() {
    for guide in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
        for path in read(&root().join(guide)).split('`').skip(1).step_by(2) {
            let below = ["src/", "tests/", "benches/", "fixtures/", "docs/", "examples/"];
            let plain =
                below.iter().any(|folder| path.starts_with(folder)) && !path.contains(['<', '*', ' ']);
            assert!(!plain || root().join(path).exists(), "{guide} names {path}");
        }
    }
}

#[test]
fn imports_are_read_from_every_spelling() {
    let source = "use crate::{error::{Error, Problem}, span};\n// crate::cli\nlet x = crate::text::fold(y);";
    assert_eq!(imports(source).into_iter().collect::<Vec<_>>(), ["error", "span", "text"]);
    assert!(imports("use super::Page;").is_empty());
}
