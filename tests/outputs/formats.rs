//! What stands in the files: columns, numbers, and text that is safe to open.

use super::{AWARD, BOM, Case, NOTHING, PLANS, names};
use serde_json::Value;
use solieu::batch::{self, Plan};
use solieu::table::{self, Kind};
use std::fs;
use std::path::Path;

#[test]
fn columns_are_those_of_the_schema() {
    let case = Case::new(&[("a.txt", PLANS), ("b.txt", AWARD)]);
    case.run();
    for shape in table::shapes() {
        let (head, rows) = case.table(shape.name);
        let fields: Vec<&str> = shape.fields.iter().map(|field| field.name).collect();
        assert_eq!(head[..fields.len()], fields[..], "{}", shape.name);
        let more: &[&str] = if shape.name == "summary" { &["award_certificate_of_merit"] } else { &[] };
        assert_eq!(head[fields.len()..], *more, "{}", shape.name);
        assert!(rows.iter().all(|row| row.len() == head.len()), "{}", shape.name);
    }
}

#[test]
fn names_of_columns_are_unique_and_plain() {
    for shape in table::shapes() {
        let mut names: Vec<&str> = shape.fields.iter().map(|field| field.name).collect();
        assert!(
            names
                .iter()
                .all(|name| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit()))
        );
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{}", shape.name);
    }
}

#[test]
fn cells_are_of_the_type_of_their_column() {
    let case = Case::new(&[("a.txt", PLANS), ("b.txt", AWARD), ("c.txt", b"\0")]);
    case.run();
    let mut seen = 0;
    for shape in table::shapes() {
        for row in case.rows(shape.name) {
            for field in &shape.fields {
                let cell = row[field.name].as_str();
                let fits = match field.kind {
                    Kind::Word(words) => words.contains(&cell),
                    Kind::Integer => cell.parse::<i64>().is_ok(),
                    Kind::Decimal => cell.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-'),
                    Kind::Date => cell.len() == 10 && cell.parse::<jiff::civil::Date>().is_ok(),
                    Kind::Edtf => !cell.starts_with('\''),
                    Kind::Text => true,
                };
                assert!(fits || cell.is_empty(), "{}.{}: {cell}", shape.name, field.name);
                seen += usize::from(!cell.is_empty());
            }
        }
    }
    assert!(seen > 50, "{seen} cells");
}

/// `SOLIEU_UPDATE=1 cargo test --test outputs dictionary` writes it anew.
#[test]
fn the_data_dictionary_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/data-dictionary.md");
    if std::env::var_os("SOLIEU_UPDATE").is_some() {
        fs::write(&path, table::dictionary()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap();
    assert!(
        written == table::dictionary(),
        "docs/data-dictionary.md is stale: set SOLIEU_UPDATE=1 and run this again"
    );
}

#[test]
fn the_data_dictionary_names_every_column() {
    let dictionary = table::dictionary();
    for shape in table::shapes() {
        let section = dictionary.split(&format!("\n## {}\n", shape.name)).nth(1).unwrap();
        let section = section.split("\n## ").next().unwrap();
        for field in &shape.fields {
            let line = format!("| `{}` | {} |", field.name, field.kind.as_str());
            assert!(section.contains(&line), "{}.{}", shape.name, field.name);
        }
    }
}

#[test]
fn the_byte_order_mark_stands_once_before_every_csv_file_or_before_none() {
    let case = Case::new(&[("a.txt", PLANS), ("b.txt", AWARD)]);
    let marks = |bytes: &[u8]| bytes.windows(3).filter(|window| *window == BOM).count();
    for (bom, number) in [(true, 1), (false, 0)] {
        batch::run(&Plan { bom, ..case.plan() }, &|_| {}).unwrap();
        for name in names(&case.out()) {
            let bytes = case.bytes(&name);
            let expected = if Path::new(&name).extension() == Some("csv".as_ref()) { number } else { 0 };
            assert_eq!(marks(&bytes), expected, "{name}");
            assert_eq!(bytes.starts_with(BOM), expected == 1, "{name}");
        }
    }
}

#[test]
fn decimals_are_exact_in_every_format() {
    let case = Case::new(&[("a.txt", "Tổng kinh phí là 1.200.000,05 đồng.\n".as_bytes())]);
    case.run();
    assert_eq!(case.rows("counts")[0]["value"], "1200000.05");
    for name in ["facts.jsonl", "facts.json"] {
        let text = case.text(name);
        assert!(text.contains("\"value\":1200000.05,"), "{name}: {text}");
    }
}

#[test]
fn no_cell_of_text_runs_as_a_formula() {
    for start in ["=SUM(A1)", "+84", "-5", "@SUM(A1)"] {
        let line = format!("{start} có 16 kế hoạch");
        let case = Case::new(&[("a.txt", line.as_bytes()), ("=cmd.txt", PLANS)]);
        case.run();
        let counts = case.rows("counts");
        assert!(counts.iter().any(|row| row["quote"] == format!("'{line}")), "{counts:?}");
        assert!(counts.iter().any(|row| row["doc_id"] == "'=cmd.txt"), "{counts:?}");
        for shape in table::shapes() {
            for (row, field) in
                case.rows(shape.name).iter().flat_map(|row| shape.fields.iter().map(move |f| (row, f)))
            {
                let cell = &row[field.name];
                let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                assert!(!runs || field.kind != Kind::Text, "{}.{}: {cell}", shape.name, field.name);
            }
        }
        let json = case.text("facts.jsonl");
        assert!(json.contains(&format!("\"quote\":\"{line}")) && !json.contains("\"'"), "{json}");
    }
}

#[test]
fn negative_numbers_stay_numbers() {
    let case = Case::new(&[("a.txt", "Lợi nhuận âm 1.990 tỷ đồng.\n".as_bytes())]);
    case.run();
    let counts = case.rows("counts");
    assert!(!counts.is_empty() && counts.iter().all(|row| !row["value"].starts_with('\'')), "{counts:?}");
}

#[test]
fn cells_with_commas_quotes_and_line_ends_come_back() {
    let text = "Ban nói \"tốt\", rồi\r\nban hành 16 kế hoạch";
    let case = Case::new(&[("a, \"b\".txt", text.as_bytes())]);
    case.run();
    let row = &case.rows("counts")[0];
    assert_eq!(row["doc_id"], "a, \"b\".txt");
    let document = case.json("facts.json")[0].clone();
    assert_eq!(document["counts"][0]["quote"], row["quote"]);
    assert_eq!(document["doc_id"], "a, \"b\".txt");
}

#[test]
fn json_has_null_for_what_is_empty_and_arrays_of_facts() {
    let case = Case::new(&[("a.txt", PLANS), ("b.txt", NOTHING)]);
    case.run();
    let all = case.json("facts.json");
    let (a, b) = (&all[0], &all[1]);
    assert_eq!(a["doc_id"], "a.txt");
    assert_eq!(a["issuer"], Value::Null);
    assert_eq!(a["counts"][0]["value_max"], Value::Null);
    assert_eq!(a["counts"][0]["fact_id"], "a.txt#c1");
    assert!(a["counts"][0].get("doc_id").is_none());
    assert_eq!(b["counts"], Value::Array(Vec::new()));
    assert_eq!(b["status"], "ok");
}

#[test]
fn the_array_holds_the_same_objects_as_the_lines() {
    let case = Case::new(&[("a.txt", PLANS), ("b.txt", NOTHING), ("c.txt", AWARD)]);
    case.run();
    let lines = case.text("facts.jsonl");
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(case.json("facts.json"), Value::Array(lines));
}

#[test]
fn json_and_csv_say_the_same() {
    let case = Case::new(&[("a.txt", PLANS), ("c.txt", AWARD)]);
    case.run();
    let all = case.json("facts.json");
    for name in ["counts", "dates", "awards", "citations"] {
        let facts = all.as_array().unwrap().iter().flat_map(|document| document[name].as_array().unwrap());
        let rows = case.rows(name);
        assert_eq!(facts.clone().count(), rows.len(), "{name}");
        assert_eq!(rows.is_empty(), name == "citations");
        for (fact, row) in facts.zip(&rows) {
            for (field, value) in fact.as_object().unwrap() {
                let shown = match value {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                assert_eq!(shown, row[field], "{name}.{field}");
            }
        }
    }
}
