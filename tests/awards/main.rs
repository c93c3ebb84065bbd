//! Awards in sentences and small documents, each with what must be read in it, and texts that speak of awards and give none.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test explains itself, and may break")]

#[path = "../common/mod.rs"]
mod common;
mod finer;
mod frames;
mod lists;
mod said;
mod who;
mod winners;
mod wording;

/// The awards of a text, each as `award|rank|grantor|recipient|quantity unit|year|status`.
#[track_caller]
fn check(text: &str, wanted: &[&str]) {
    assert_eq!(common::awards(text), wanted, "in: {text}");
}

/// Texts that give no award.
#[track_caller]
fn none(texts: &[&str]) {
    for text in texts {
        assert_eq!(common::awards(text), Vec::<String>::new(), "in: {text}");
    }
}
