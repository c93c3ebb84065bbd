//! Traps of dates, citations and typed text, and the traps of reports, each read wholly: every fact that is found is
//! stated, and nothing else may be found. They lie beside the folder that `SOLIEU_GOLD` names; `suites/readings.txt` says
//! what each yields. Without the variable nothing is checked.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

mod common;

use common::{counts, read, told};
use serde_json::Value;
use solieu::document::{Outside, typed_date};
use solieu::extract::{Extraction, Extractor};
use solieu::fact::{Date, Edtf};
use solieu::resolve;
use solieu::text::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

const READINGS: &str = include_str!("suites/readings.txt");

const FAMILIES: [&str; 3] = ["date", "citation", "text"];

fn beside(path: &str) -> Option<String> {
    let Some(gold) = std::env::var_os("SOLIEU_GOLD") else {
        eprintln!("skipped: SOLIEU_GOLD names no gold folder");
        return None;
    };
    let file = PathBuf::from(gold).join("..").join(path);
    Some(std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
}

/// The characters that a text of the table names.
fn unescaped(text: &str) -> String {
    let mut out = text.replace("\\n", "\n").replace("\\t", "\t");
    while let Some(at) = out.find("\\u{") {
        let end = at + out[at..].find('}').unwrap();
        let number = u32::from_str_radix(&out[at + 3..end], 16).unwrap();
        out.replace_range(at..=end, &char::from_u32(number).unwrap().to_string());
    }
    out
}

/// Every count, date and citation of a text in a line.
fn facts(words: &str) -> String {
    let text = Text::new(words.to_owned());
    let found = read(words).facts;
    let all = found.counts.iter().map(told);
    let all =
        all.chain(found.dates.iter().map(|d| format!("{} {} “{}”", d.kind, d.value, text.slice(d.span))));
    let all: Vec<String> =
        all.chain(found.citations.iter().map(|c| format!("cited {} {}", c.kind, c.number))).collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join("; ") }
}

#[test]
fn every_trap_yields_what_it_says() {
    let Some(traps) = beside("domain/traps.tsv") else { return };
    let mut table: BTreeMap<&str, Vec<(Option<&str>, &str)>> = BTreeMap::new();
    for line in READINGS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = line.split(" | ").collect();
        // a span of a date may hold the sign that parts the cells
        let (text, facts) = match cells[1..] {
            [facts] => (None, facts),
            [text, facts] if !facts.starts_with("10:31") => (Some(text), facts),
            _ => (None, line.split_once(" | ").unwrap().1),
        };
        table.entry(cells[0]).or_default().push((text, facts));
    }
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for line in traps.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let (id, category, input) = (cells[0], cells[1], cells[2]);
        if !FAMILIES.contains(&category) {
            continue;
        }
        seen.insert(id.to_owned());
        let Some(rows) = table.remove(id) else {
            wrong.push(format!("{id}: no line says what it yields"));
            continue;
        };
        for (text, expected) in rows {
            let text = text.map_or_else(|| input.to_owned(), unescaped);
            let (found, expected) = (facts(&text), unescaped(expected));
            if found != expected {
                wrong.push(format!("{id}: {text}\n    expected {expected}\n    found    {found}"));
            }
        }
    }
    assert!(table.is_empty(), "no such traps: {:?}", table.keys());
    assert!(seen.len() >= 53, "{} traps", seen.len());
    assert!(wrong.is_empty(), "{} of {} traps:\n{}", wrong.len(), seen.len(), wrong.join("\n"));
}

/// What a trap of time must give: one date and nothing else, with its first and last day, and its time.
fn time(words: &str, expected: &Value) -> Result<(), String> {
    let found = read_on(words, "2020-07-01").facts;
    let shown = || format!("{:?}; counts {}", found.dates, counts(words));
    let [date] = &found.dates[..] else { return Err(shown()) };
    let right = found.counts.is_empty() && found.citations.is_empty() && found.awards.is_empty();
    if right && spans(date, expected) { Ok(()) } else { Err(shown()) }
}

fn read_on(words: &str, own: &str) -> Extraction {
    let outside = Outside { date: typed_date(own), name: "" };
    resolve::read_as(&Extractor::new(), &Text::new(words.to_owned()), outside)
}

/// Whether a date has the days, and where one is told the time, that are expected; an expected end is exclusive.
fn spans(date: &Date, expected: &Value) -> bool {
    let day = |field: &str| expected[field].as_str().map(|moment| moment[..10].to_owned());
    let clock = expected["start"].as_str().filter(|s| s.contains('T')).map(|s| s[11..16].to_owned());
    let own = match date.resolved {
        Edtf::Point(p) => p.time.map(|(hour, minute)| format!("{hour:02}:{minute:02}")),
        _ => None,
    };
    let (first, last) = date.resolved.days();
    let next = last.and_then(|d| d.tomorrow().ok()).map(|d| d.to_string());
    let end = if clock.is_some() { last.map(|d| d.to_string()) } else { next };
    first.map(|d| d.to_string()) == day("start") && end == day("end") && own == clock
}

/// What a trap of citations must give: one, with its kind word, number and date, and no count.
fn citation(words: &str, expected: &Value) -> Result<(), String> {
    let found = read(words).facts;
    let shown = || format!("{:?}; counts {}", found.citations, counts(words));
    let [citation] = &found.citations[..] else { return Err(shown()) };
    let kind = match expected["kind"].as_str().unwrap() {
        "Nghị quyết" => "resolution",
        "Nghị định" => "decree",
        other => panic!("{other}"),
    };
    let right = citation.kind == kind
        && expected["number"] == citation.number.as_str()
        && citation.date.map(|d| d.to_string()) == expected["date"].as_str().map(str::to_owned)
        && found.counts.is_empty()
        && found.dates.len() == usize::from(citation.date.is_some());
    if right { Ok(()) } else { Err(shown()) }
}

#[test]
fn traps_of_time_and_of_citations() {
    let Some(suite) = beside("suites/anchor_traps_vi.jsonl") else { return };
    let (mut wrong, mut checked) = (Vec::new(), 0);
    for line in suite.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let words = row["text"].as_str().unwrap();
        let told = match row["dimension"].as_str().unwrap() {
            "time" => time(words, &row["expected"]),
            "citation" => citation(words, &row["expected"]),
            // nothing at all may be found
            "none" => {
                let found = facts(words);
                if found == "nothing" { Ok(()) } else { Err(found) }
            }
            _ => continue,
        };
        checked += 1;
        wrong.extend(told.err().map(|found| format!("{words}: {} found {found}", row["expected"])));
    }
    assert!(checked >= 23, "{checked} rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
