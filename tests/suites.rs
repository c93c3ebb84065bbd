//! Traps and other tools' examples of numbers, money and counts, where `SOLIEU_GOLD` names a gold folder.
//!
//! Beside that folder lie `domain/traps.tsv` and `suites/*.jsonl`. What a trap expects is written there in words; the
//! table in `suites/traps.txt` says the same in facts: one line a trap with its id, the text that is read (by default
//! the trap's own), and every count in it. Without the variable nothing is checked.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, reason = "a test may break")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

mod common;

use common::{counts, read};
use rust_decimal::Decimal;
use serde_json::Value;
use solieu::fact::{Count, Measure, Qualifier};
use solieu::grammar::numeral;
use solieu::text::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::str::FromStr as _;

/// What the traps of each family must yield.
const EXPECTED: &str = include_str!("suites/traps.txt");

/// Families of traps that are checked here; the others are in `suites_traps.rs`.
const FAMILIES: [&str; 3] = ["count", "number", "award"];

/// Examples of numbers that are none in a report, each with its reason.
const NUMBERS_LEFT_OUT: [(&str, &str); 7] = [
    ("trăm", "“hàng trăm”: a scale word alone is no count"),
    (",77", "no digit before the mark: not written in Vietnamese"),
    (",0012G", "no digit before the mark, and G is no scale word"),
    ("-,0012G", "no digit before the mark, and G is no scale word"),
    ("3M", "M is the sign of the metre and no scale word of Vietnamese"),
    ("1,2M", "M is the sign of the metre and no scale word of Vietnamese"),
    ("-1,2M", "M is the sign of the metre and no scale word of Vietnamese"),
];

/// Examples of money that the definition of facts does not cover, each with its reason.
const MONEY_LEFT_OUT: [(&str, &str); 9] = [
    ("mười xen", "a hundredth of a currency has no code in ISO 4217, which the unit of money is"),
    ("mười xu", "a hundredth of a currency has no code in ISO 4217, which the unit of money is"),
    ("hai đô 23", "what the second number counts is not said; only “5 tỷ 2” leaves out the next lower power"),
    (
        "20 Rupees 43",
        "what the second number counts is not said; only “5 tỷ 2” leaves out the next lower power",
    ),
    (
        "hai mươi rupees 43",
        "what the second number counts is not said; only “5 tỷ 2” leaves out the next lower power",
    ),
    ("trên một đô la và 42 xu", "“một” counts only documents, awards and models"),
    ("cao hơn $1,42", "“cao hơn” states by how much something differs, and bounds nothing"),
    ("ít hơn bảy nghìn đồng", "“ít hơn” states by how much something differs, and bounds nothing"),
    ("kém hơn 7k đồng", "“kém hơn” states by how much something differs, and bounds nothing"),
];

/// A file beside the gold folder; `None`, with a word, where no folder is named.
fn beside(path: &str) -> Option<String> {
    let Some(gold) = std::env::var_os("SOLIEU_GOLD") else {
        eprintln!("skipped: SOLIEU_GOLD names no gold folder");
        return None;
    };
    let file = PathBuf::from(gold).join("..").join(path);
    Some(std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
}

fn examples(file: &str) -> Option<Vec<Value>> {
    Some(beside(file)?.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// The table: of a trap its id, the texts that are read in its place, and what each must yield.
fn expected() -> BTreeMap<&'static str, Vec<(Option<String>, &'static str)>> {
    let mut table: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for line in EXPECTED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (id, rest) = line.split_once(" | ").unwrap();
        let (text, facts) = rest.rsplit_once(" | ").map_or((None, rest), |(text, facts)| (Some(text), facts));
        let text = text.map(|text| text.replace("\\n", "\n").replace("\\t", "\t"));
        table.entry(id.trim()).or_default().push((text, facts.trim()));
    }
    table
}

#[test]
fn every_trap_yields_what_it_says() {
    let Some(traps) = beside("domain/traps.tsv") else { return };
    let mut table = expected();
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
        for (text, facts) in rows {
            let text = text.unwrap_or_else(|| input.to_owned());
            let found = counts(&text);
            if found != facts {
                wrong.push(format!("{id}: {text}\n    expected {facts}\n    found    {found}"));
            }
        }
    }
    assert!(table.is_empty(), "no such traps: {:?}", table.keys());
    assert!(wrong.is_empty(), "{} of {} traps:\n{}", wrong.len(), seen.len(), wrong.join("\n"));
}

/// The value of a number with a sign: a bare sign may be a bullet, so that it is read in a clause.
fn signed(text: &str) -> Option<Decimal> {
    let facts = read(&format!("Số dư: {text} đồng.")).facts;
    let [count] = &facts.counts[..] else { return None };
    Some(count.value)
}

/// What the traps of awards must yield.
const AWARDS: &str = include_str!("suites/award_traps.txt");

/// All awards of a text in a line.
fn awards(text: &str) -> String {
    let all = common::awards(text);
    if all.is_empty() { "nothing".to_owned() } else { all.join(" ; ") }
}

#[test]
fn every_trap_of_awards_yields_what_it_says() {
    let Some(traps) = beside("domain/traps.tsv") else { return };
    let traps = traps.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let inputs: BTreeMap<String, String> = traps
        .filter(|cells| cells[1] == "award")
        .map(|cells| (cells[0].to_owned(), cells[2].to_owned()))
        .collect();
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for line in AWARDS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let parts: Vec<&str> = line.split(" => ").collect();
        let input = &inputs[parts[0]];
        let text = if parts.len() == 3 { parts[1].replace("{}", input) } else { input.clone() };
        let (wanted, found) = (parts[parts.len() - 1], awards(&text));
        seen.insert(parts[0].to_owned());
        if found != wanted {
            wrong.push(format!("{}: {text}\n    expected {wanted}\n    found    {found}", parts[0]));
        }
    }
    assert_eq!(seen, inputs.into_keys().collect(), "each trap has its line");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn awards_of_the_anchors() {
    let Some(examples) = examples("suites/anchor_traps_vi.jsonl") else { return };
    for example in examples.iter().filter(|e| e["dimension"] == "award") {
        let text = example["text"].as_str().unwrap();
        let quantity =
            example["expected"]["quantity"].as_u64().map(|n| format!("{n} award")).unwrap_or_default();
        assert_eq!(awards(text), "nothing", "a name alone is no event: {text}");
        let given = format!("Xã được tặng {text}.");
        assert_eq!(awards(&given), format!("labour_order|2||Xã|{quantity}||granted"), "in: {given}");
    }
}

/// The value of a number that stands alone.
fn value(text: &str) -> Option<Decimal> {
    let text = Text::new(text.to_owned());
    let number = numeral::number(text.folded(), 0)?;
    (number.end == text.folded().len()).then_some(number.value)
}

#[test]
fn numbers_of_other_tools() {
    let Some(examples) = examples("suites/duckling_vi.jsonl") else { return };
    let mut wrong = Vec::new();
    for example in examples.iter().filter(|e| e["dimension"] == "number") {
        let text = example["text"].as_str().unwrap();
        let expected = Decimal::from_str(&example["expected"].to_string()).unwrap();
        let plain = text.strip_prefix("âm ").unwrap_or(text);
        let (plain, expected) = if plain == text { (plain, expected) } else { (plain, -expected) };
        let left_out = NUMBERS_LEFT_OUT.iter().any(|(number, _)| *number == text);
        let found = if plain.starts_with('-') { signed(plain) } else { value(plain) };
        if left_out == (found == Some(expected)) {
            wrong.push(format!("{text}: {expected}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn signs_before_numbers() {
    assert_eq!(counts("Số dư: -1.200.000 đồng."), "-1200000 VND");
    assert_eq!(counts("Số dư: - 1.200.000 đồng."), "-1200000 VND");
    assert_eq!(counts("Lợi nhuận âm 1.990 tỷ đồng."), "-1990000000000 VND");
    assert_eq!(counts("- 12 tập thể được khen."), "12 collective “tập thể”");
    assert_eq!(counts("Mỗi xe chở từ 3-5 tấn."), "3..5 t per xe");
}

/// Whether the only count of a text is an amount of money as expected.
fn money(text: &str, expected: &Value) -> Result<(), String> {
    let facts = read(text).facts;
    let [count] = &facts.counts[..] else { return Err(counts(text)) };
    let number = |field: &str| expected.get(field).map(|n| Decimal::from_str(&n.to_string()).unwrap());
    let unit = match expected["unit"].as_str().unwrap() {
        "$" => "USD",
        "£" => "GBP",
        other => other,
    };
    let bounds = match (number("value"), number("from"), number("to")) {
        (Some(value), _, _) => (value, None, [Qualifier::Exact].as_slice()),
        (_, Some(from), Some(to)) => (from, Some(to), [Qualifier::Exact, Qualifier::Approximate].as_slice()),
        (_, Some(from), None) => (from, None, [Qualifier::AtLeast, Qualifier::MoreThan].as_slice()),
        (_, None, Some(to)) => (to, None, [Qualifier::AtMost, Qualifier::LessThan].as_slice()),
        _ => panic!("{expected}"),
    };
    let right = count.measure == Measure::Money
        && count.unit == unit
        && count.value == bounds.0
        && count.value_max == bounds.1
        && bounds.2.contains(&count.qualifier);
    if right { Ok(()) } else { Err(counts(text)) }
}

#[test]
fn money_of_other_tools() {
    let Some(examples) = examples("suites/duckling_vi.jsonl") else { return };
    let mut wrong = Vec::new();
    for example in examples.iter().filter(|e| e["dimension"] == "amount-of-money") {
        let text = example["text"].as_str().unwrap();
        let left_out = MONEY_LEFT_OUT.iter().any(|(money, _)| *money == text);
        match money(text, &example["expected"]) {
            Ok(()) if left_out => wrong.push(format!("{text}: is read, and need not be left out")),
            Err(found) if !left_out => wrong.push(format!("{text}: {} found {found}", example["expected"])),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the traps of reports expect of numbers and things; dates, citations and awards have tests of their own.
fn trap(example: &Value) -> Result<(), String> {
    let text = example["text"].as_str().unwrap();
    let expected = &example["expected"];
    let decimal = |v: &Value| Decimal::from_str(&v.to_string()).unwrap();
    let right = |ok: bool| if ok { Ok(()) } else { Err(counts(text)) };
    let found = read(text).facts.counts;
    let things = |wanted: &Value, count: &Count| {
        let unit = wanted["unit"].as_str().unwrap().to_lowercase();
        count.value == decimal(&wanted["value"]) && unit.starts_with(&count.noun) && !count.noun.is_empty()
    };
    match example["dimension"].as_str().unwrap() {
        "number" => right(value(text) == Some(decimal(expected))),
        "amount-of-money" => money(text, expected),
        "percent" => {
            right(found.len() == 1 && found[0].unit == "percent" && found[0].value == decimal(expected))
        }
        "quantity" | "duration" => right(
            found.len() == 1
                && found[0].value == decimal(&expected["value"])
                && found[0].unit == expected["unit"].as_str().unwrap(),
        ),
        "count" => {
            let wanted = expected.as_array().cloned().unwrap_or_else(|| vec![expected.clone()]);
            let same = wanted.len() == found.len() && wanted.iter().zip(&found).all(|(w, c)| things(w, c));
            let parts = wanted.iter().zip(&found).all(|(w, c)| {
                let whole = c.part_of.map(|at| found[at].value);
                w.get("part_of").map(decimal) == whole
            });
            right(same && parts)
        }
        "award" => right(found.iter().all(|c| c.unit == "award")),
        // dates and citations are read in a test of their own; here they must give no count
        "none" | "time" | "citation" => right(found.is_empty()),
        other => panic!("{other}"),
    }
}

#[test]
fn anchor_traps() {
    let Some(examples) = examples("suites/anchor_traps_vi.jsonl") else { return };
    let wrong: Vec<String> = examples
        .iter()
        .filter_map(|e| trap(e).err().map(|found| format!("{}: {} found {found}", e["text"], e["expected"])))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
