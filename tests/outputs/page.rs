//! `report.html`: the data it holds, and that nothing of a document can run in it.

use super::Case;
use serde_json::{Value, json};
use solieu::table::{COUNTS, DOCUMENTS, PROBLEMS, shapes};

/// Columns of a fact that the page takes from its document and its text.
const IMPLIED: [&str; 3] = ["doc_id", "words", "quote_at"];

/// Columns of a document that stand with its text.
const APART: [&str; 2] = ["source", "sha256"];

const TABLES: [&str; 4] = ["counts", "dates", "awards", "citations"];

fn page(documents: &[(&str, &[u8])]) -> String {
    let case = Case::new(documents);
    case.run();
    case.text("report.html")
}

fn data(page: &str, name: &str) -> Value {
    let open = format!("id=\"data-{name}\">");
    let from = page.find(&open).unwrap() + open.len();
    let to = from + page[from..].find("</script>").unwrap();
    serde_json::from_str(&page[from..to]).unwrap()
}

/// The cell of the first count of the first document.
fn first_count(page: &str, column: &str) -> Value {
    let mut kept = COUNTS.fields().filter(|field| !IMPLIED.contains(&field.name));
    let place = kept.position(|field| field.name == column).unwrap();
    data(page, "texts")[0]["facts"][0][0][place].clone()
}

#[test]
fn columns_are_those_of_the_schema() {
    let page = page(&[("a.txt", super::PLANS)]);
    let run = data(&page, "run");
    let shapes = shapes();
    for table in run["tables"].as_array().unwrap() {
        let shape = shapes.iter().find(|shape| table["name"] == shape.name).unwrap();
        let is_facts = TABLES.contains(&shape.name);
        let names =
            table["columns"].as_array().unwrap().iter().map(|column| column["name"].as_str().unwrap());
        let wanted = shape.fields.iter().map(|field| field.name);
        assert!(names.eq(wanted.filter(|name| !is_facts || !IMPLIED.contains(name))), "{}", shape.name);
    }
    let counts = &data(&page, "texts")[0]["facts"][0];
    assert_eq!(counts[0].as_array().unwrap().len(), COUNTS.columns.len() - IMPLIED.len());
    assert_eq!(first_count(&page, "fact_id"), "#c1");
    let row = &data(&page, "index")[0]["row"];
    assert_eq!(row.as_array().unwrap().len(), DOCUMENTS.columns.len() - APART.len());
}

#[test]
fn sentences_point_into_the_text() {
    let text = "😀 Mở đầu. Ban đã ban hành 16 kế hoạch. Hết.";
    let ends = first_count(&page(&[("a.txt", text.as_bytes())]), "quote");
    let (start, end) = (ends[0].as_u64().unwrap(), ends[1].as_u64().unwrap());
    let quote: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
    assert_eq!(quote, "Ban đã ban hành 16 kế hoạch.");
}

#[test]
fn the_sentence_of_a_decomposed_text_is_written_out() {
    let text = "Ban đa\u{303} ban hành 16 kế hoạch.";
    let page = page(&[("a.txt", text.as_bytes())]);
    assert_eq!(data(&page, "texts")[0]["text"], text);
    assert_eq!(first_count(&page, "quote"), json!(["Ban đã ban hành 16 kế hoạch.", 16]));
}

#[test]
fn hostile_documents_stay_data() {
    let text =
        "</script><script>alert(1)</script><img src=x onerror=alert(2)>]]>{{7*7}}<!-- 16 kế hoạch\u{2028}";
    let name = "<script>alert(3)<.txt";
    let hostile = page(&[(name, text.as_bytes())]);
    let clean = page(&[("a.txt", b"x")]);
    assert_eq!(hostile.matches("<script").count(), clean.matches("<script").count());
    assert!(!hostile.contains("<img") && !hostile.contains("alert(1)</") && !hostile.contains('\u{2028}'));
    assert_eq!(data(&hostile, "texts")[0]["text"], text);
    assert_eq!(data(&hostile, "index")[0]["row"][0], name);
}

#[test]
fn a_document_that_was_not_read_is_listed_without_a_text() {
    let page = page(&[("<b>.txt", b"")]);
    assert_eq!(data(&page, "index").as_array().unwrap().len(), 1);
    assert_eq!(data(&page, "texts"), json!([]));
    let document = PROBLEMS.fields().position(|field| field.name == "document").unwrap();
    assert_eq!(data(&page, "problems")[0][document], "<b>.txt");
}

#[test]
fn other_documents_make_another_run() {
    let hash = |name| data(&page(&[(name, super::PLANS)]), "run")["hash"].clone();
    assert_eq!(hash("a.txt"), hash("a.txt"));
    assert_ne!(hash("a.txt"), hash("b.txt"));
}
