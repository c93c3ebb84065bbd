use super::encode::IMPLIED;
use super::{Page, Part};
use crate::error::{Code, Problem, Severity, Stage};
use crate::extract::Extractor;
use crate::output::draft::Draft;
use crate::output::summary::Settings;
use crate::record::{Origin, Record, Summary, Totals};
use crate::resolve;
use crate::table::{COUNTS, DOCUMENTS, PROBLEMS, shapes};
use crate::text::Text;
use serde_json::Value;
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

fn record(doc_id: &str, text: &str) -> Record {
    let origin = Origin { doc_id: doc_id.into(), ..Origin::default() };
    let decoded = Text::new(text.to_owned());
    let extraction = resolve::read(&EXTRACTOR, &decoded);
    Record { text: Some(text.to_owned()), ..Record::new(origin, &decoded, EXTRACTOR.lexicon(), extraction) }
}

/// The page of a run over the given documents.
fn written(records: &[Record]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut page = Page::new();
    let mut totals = Totals::default();
    for record in records {
        page.push(Part::of(record, page.bar()).unwrap());
        totals.add(Totals::of(record, &Summary::of(record)));
    }
    let settings = Settings {
        formats: vec!["html"],
        bom: true,
        max_bytes: 1,
        document_date: None,
        min_confidence: "weak",
        sources: Vec::new(),
        licence: None,
    };
    let mut draft = Draft::create(folder.path(), "p.html").unwrap();
    page.write(&totals, "0a", &settings, &mut draft).unwrap();
    draft.flush().unwrap();
    std::fs::read_to_string(draft.place().unwrap()).unwrap()
}

fn data(page: &str, name: &str) -> Value {
    let open = format!("id=\"data-{name}\">");
    let from = page.find(&open).unwrap() + open.len();
    let to = from + page[from..].find("</script>").unwrap();
    serde_json::from_str(&page[from..to]).unwrap()
}

#[test]
fn a_run_without_documents_has_a_whole_page() {
    let page = written(&[]);
    for name in ["problems", "index", "texts"] {
        assert_eq!(data(&page, name), Value::Array(Vec::new()), "{name}");
    }
    assert_eq!(data(&page, "run")["totals"]["read"], 0);
    assert!(page.trim_end().ends_with("</html>"));
}

#[test]
fn columns_are_those_of_the_schema() {
    let page = written(&[record("a.txt", "Năm 2019, Ban đã ban hành 16 kế hoạch.")]);
    let tables = &data(&page, "run")["tables"];
    for (shape, table) in shapes().iter().zip(tables.as_array().unwrap()) {
        let names =
            table["columns"].as_array().unwrap().iter().map(|column| column["name"].as_str().unwrap());
        let wanted = shape.fields.iter().map(|field| field.name);
        let kept = |name: &&str| shape.name == DOCUMENTS.name || !IMPLIED.contains(name);
        assert!(names.eq(wanted.filter(kept)), "{}", shape.name);
    }
    let texts = data(&page, "texts");
    let counts = texts[0]["facts"][0].as_array().unwrap();
    assert_eq!(counts.len(), 1);
    assert_eq!(counts[0].as_array().unwrap().len(), COUNTS.columns.len() - IMPLIED.len());
    assert_eq!(counts[0][0], "#c1");
    let index = data(&page, "index");
    assert_eq!(index[0]["row"].as_array().unwrap().len(), DOCUMENTS.columns.len() - super::APART.len());
}

/// The place of a column of counts in a row of the page.
fn place(name: &str) -> usize {
    let mut kept = COUNTS.fields().filter(|field| !IMPLIED.contains(&field.name));
    kept.position(|field| field.name == name).unwrap()
}

#[test]
fn the_sentence_of_a_decomposed_text_is_written_out() {
    let text = "Ban đa\u{303} ban hành 16 kế hoạch.";
    let page = written(&[record("a.txt", text)]);
    let texts = data(&page, "texts");
    assert_eq!(texts[0]["text"], text);
    assert_eq!(
        texts[0]["facts"][0][0][place("quote")],
        serde_json::json!(["Ban đã ban hành 16 kế hoạch.", 16])
    );
}

#[test]
fn sentences_point_into_the_text() {
    let text = "😀 Mở đầu. Ban đã ban hành 16 kế hoạch. Hết.";
    let page = written(&[record("a.txt", text)]);
    let texts = data(&page, "texts");
    let ends = &texts[0]["facts"][0][0][place("quote")];
    let (start, end) = (ends[0].as_u64().unwrap(), ends[1].as_u64().unwrap());
    let quote: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
    assert_eq!(quote, "Ban đã ban hành 16 kế hoạch.");
}

#[test]
fn hostile_documents_stay_data() {
    let text =
        "</script><script>alert(1)</script><img src=x onerror=alert(2)>]]>{{7*7}}<!-- 16 kế hoạch\u{2028}";
    let name = "</title><script>alert(3)</script>.txt";
    let page = written(&[record(name, text)]);
    let clean = written(&[record("a.txt", "x")]);
    assert_eq!(page.matches("<script").count(), clean.matches("<script").count());
    assert!(!page.contains("<img") && !page.contains("alert(1)</") && !page.contains('\u{2028}'));
    assert_eq!(data(&page, "texts")[0]["text"], text);
    assert_eq!(data(&page, "index")[0]["row"][0], name);
}

#[test]
fn a_document_that_was_not_read_is_listed_without_a_text() {
    let origin = Origin { doc_id: "b.txt".into(), ..Origin::default() };
    let problem = Problem {
        doc_id: "b.txt".into(),
        stage: Stage::Read,
        severity: Severity::Error,
        code: Code::Unreadable,
        what: "<b>".into(),
        place: String::new(),
    };
    let page = written(&[Record::failed(origin, problem)]);
    assert_eq!(data(&page, "index").as_array().unwrap().len(), 1);
    assert_eq!(data(&page, "texts").as_array().unwrap().len(), 0);
    let what = PROBLEMS.fields().position(|field| field.name == "what").unwrap();
    assert_eq!(data(&page, "problems")[0][what], "<b>");
}

#[test]
fn equal_runs_give_equal_pages_and_other_runs_another_name() {
    let one = || written(&[record("a.txt", "Có 16 kế hoạch.")]);
    assert_eq!(one(), one());
    let other = written(&[record("b.txt", "Có 16 kế hoạch.")]);
    assert_ne!(data(&one(), "run")["hash"], data(&other, "run")["hash"]);
}
