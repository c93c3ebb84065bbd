//! Files in Vietnamese: headings and labels where people read, the same keys where programs do.

use super::other::{hard_documents, python};
use super::{AWARD, Case, PLANS};
use solieu::batch::{self, Plan};
use solieu::output::Locale;
use solieu::table::{Kind, Language, shapes};

fn run(documents: &[(&str, &[u8])], language: Language, locale: Locale) -> Case {
    let case = Case::new(documents);
    batch::run(&Plan { language: Some(language), locale, ..case.plan() }, &|_| {}).unwrap();
    case
}

#[test]
fn headings_and_labels_are_vietnamese_and_everything_else_is_as_it_was() {
    let documents: [(&str, &[u8]); 3] = [("a.txt", PLANS), ("b.txt", AWARD), ("c.txt", b"n\0m")];
    let english = run(&documents, Language::English, Locale::En);
    let vietnamese = run(&documents, Language::Vietnamese, Locale::En);
    let mut labels = 0;
    for shape in shapes() {
        let ((heads, rows), (headings, shown)) = (english.table(shape.name), vietnamese.table(shape.name));
        let wanted: Vec<_> = heads.iter().map(|head| Language::Vietnamese.heading(head)).collect();
        assert_eq!(headings, wanted, "{}", shape.name);
        assert_eq!(rows.len(), shown.len());
        for (row, shown) in rows.iter().zip(&shown) {
            for ((field, cell), label) in shape.fields.iter().zip(row).zip(shown) {
                let wanted = Language::Vietnamese.label(field.name, field.kind, cell);
                let place = cell.contains("/in/");
                assert!(*label == wanted || place, "{}.{}: {label}", shape.name, field.name);
                labels += usize::from(matches!(field.kind, Kind::Word(_)) && label != cell);
            }
        }
    }
    assert!(labels > 20, "{labels} labels");
    let problem = &vietnamese.rows("problems")[0];
    assert_eq!(
        (problem["Mức độ"].as_str(), problem["Việc gì"].as_str()),
        ("lỗi", "không phải văn bản: byte 1 là NUL")
    );
    for name in ["counts.parquet", "awards.parquet", "brat.zip", "label-studio.json", "annotations.jsonld"] {
        assert!(english.bytes(name) == vietnamese.bytes(name), "{name} has keys in every language");
    }
    let keys = |case: &Case| case.text("facts.jsonl").replace(case.folder.path().to_str().unwrap(), "");
    assert_eq!(keys(&english), keys(&vietnamese));
}

#[test]
fn the_package_keeps_the_names_of_fields_and_is_valid_by_frictionless() {
    let case = run(&hard_documents(), Language::Vietnamese, Locale::Vi);
    let package = case.json("datapackage.json");
    let counts = package["resources"]
        .as_array()
        .unwrap()
        .iter()
        .find(|resource| resource["name"] == "counts")
        .unwrap();
    let field = counts["schema"]["fields"]
        .as_array()
        .unwrap()
        .iter()
        .find(|field| field["name"] == "qualifier")
        .unwrap();
    assert_eq!((&field["title"], &field["constraints"]["enum"][0]), (&"Mức".into(), &"đúng".into()));
    assert_eq!(field["categories"][0], serde_json::json!({ "value": "đúng", "label": "exact" }));
    python("package.py", &["package", case.out().join("datapackage.json").to_str().unwrap()]);
}

#[test]
fn the_page_opens_in_the_language_that_was_asked_for() {
    let case = run(&[("a.txt", PLANS)], Language::Vietnamese, Locale::En);
    assert!(case.text("report.html").contains("\"lang\":\"vi\""));
    assert_eq!(case.json("summary.json")["settings"]["lang"], "vi");
}

#[test]
fn a_spreadsheet_of_vietnam_reads_the_files_as_they_are_meant() {
    let case = run(&hard_documents(), Language::Vietnamese, Locale::Vi);
    python("vietnamese.py", &[case.out().to_str().unwrap()]);
}
