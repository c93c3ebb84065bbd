//! One text, typed or saved in another way, holds the same facts: over every fixture document.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use solieu::extract::Extractor;
use solieu::resolve;
use solieu::text::Text;
use std::fs;
use std::path::Path;

/// Every fixture document, by its path.
fn documents() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/documents")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "txt") {
                found.push((path.display().to_string(), fs::read_to_string(path).unwrap()));
            }
        }
    }
    assert!(found.len() >= 12, "the fixture documents are missing");
    found
}

/// What a text says, fact by fact: values, names and the words of the facts with single blanks.
fn told(extractor: &Extractor, text: &str) -> Vec<String> {
    let text = Text::new(text.to_owned());
    let facts = resolve::read(extractor, &text).facts;
    let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = |span| plain(text.slice(span));
    let counts =
        facts.counts.iter().map(|c| format!("{}: {} {} {:?}", words(c.span), c.value, c.unit, c.qualifier));
    let dates = facts.dates.iter().map(|d| format!("{}: {} {}", words(d.span), d.value, d.resolved));
    let awards = facts.awards.iter().map(|a| {
        let names = [&a.grantor, &a.recipient, &a.reason].map(|name| plain(name));
        format!("{}: {:?} {:?} {names:?} {:?}", words(a.span), a.year, a.rank, a.quantity)
    });
    let citations =
        facts.citations.iter().map(|c| format!("{}: {} {}", words(c.span), c.number, plain(&c.issuer)));
    counts.chain(dates).chain(awards).chain(citations).collect()
}

/// Compares each fixture document with the same document typed in another way.
fn same_facts(typed: impl Fn(&str) -> String) {
    assert!(same_facts_where(|_| true, typed) >= 12, "too few documents were typed otherwise");
}

/// The same for some of the documents: how many were typed otherwise.
fn same_facts_where(which: impl Fn(&str) -> bool, typed: impl Fn(&str) -> String) -> usize {
    let extractor = Extractor::new();
    let (mut changed, mut differing) = (0, Vec::new());
    for (name, text) in documents().into_iter().filter(|(name, _)| which(name)) {
        let other = typed(&text);
        changed += usize::from(other != text);
        let (before, after) = (told(&extractor, &text), told(&extractor, &other));
        let lost: Vec<_> = before.iter().filter(|fact| !after.contains(fact)).collect();
        let gained: Vec<_> = after.iter().filter(|fact| !before.contains(fact)).collect();
        if !lost.is_empty() || !gained.is_empty() || before.len() != after.len() {
            differing.push(format!("{name}\nlost: {lost:#?}\ngained: {gained:#?}"));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    changed
}

/// A text broken at blanks into lines of at most 80 characters; lines with bars or tabs stay whole.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let mut width = 0;
        for word in line.split_inclusive(' ') {
            let long = word.trim_end().chars().count();
            if width > 0 && width + long > 80 && !line.contains(['|', '\t']) {
                out.pop();
                out.push('\n');
                width = 0;
            }
            out.push_str(word);
            width += word.chars().count();
        }
    }
    out
}

#[test]
fn with_blanks_typed_twice() {
    same_facts(|text| text.replace("   ", "\u{1}").replace(' ', "  ").replace('\u{1}', "   "));
}

#[test]
fn with_blanks_that_do_not_break() {
    same_facts(|text| text.replace(' ', "\u{a0}"));
}

#[test]
fn with_invisible_characters_between_words() {
    same_facts(|text| text.replace(' ', "\u{200b} "));
}

#[test]
fn with_eth_for_the_vietnamese_letter() {
    same_facts(|text| text.replace('Đ', "Ð"));
}

#[test]
fn broken_into_lines_of_one_width() {
    same_facts(wrapped);
}

/// A text whose tables by tabs are aligned by blanks instead, numbers to the right.
fn aligned(text: &str) -> String {
    let lines: Vec<Vec<&str>> = text.split('\n').map(|line| line.split('\t').collect()).collect();
    let mut out = Vec::new();
    for block in lines.chunk_by(|line, next| (line.len() > 2) == (next.len() > 2)) {
        let columns = block.iter().map(Vec::len).max().unwrap_or(0);
        let width = |at: usize| block.iter().filter_map(|row| row.get(at)).map(|c| c.chars().count()).max();
        for row in block {
            let pad = |(at, cell): (usize, &&str)| {
                let width = if columns > 2 { width(at).unwrap_or(0) } else { 0 };
                let number = cell.starts_with(|c: char| c.is_ascii_digit());
                if number { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
            };
            out.push(row.iter().enumerate().map(pad).collect::<Vec<_>>().join("    ").trim_end().to_owned());
        }
    }
    out.join("\n")
}

#[test]
fn with_tables_aligned_by_blanks() {
    assert_eq!(same_facts_where(|path| path.contains("documents/table/"), aligned), 2);
}
