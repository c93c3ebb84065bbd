//! What sentences count, and what must not be counted.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

#[path = "../common/mod.rs"]
mod common;
mod elided;
mod forms;

/// Compares every sentence with what it must yield; all that is wrong is told at once.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = common::counts(text);
            (found != *expected).then(|| format!("{text}\n    expected {expected}\n    found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Texts in which nothing is counted.
#[track_caller]
fn nothing(texts: &[&str]) {
    check(&texts.iter().map(|text| (*text, "nothing")).collect::<Vec<_>>());
}
