//! The summaries.

use super::{AWARD, Case, NOTHING, PLANS, cells};
use serde_json::json;
use solieu::batch::{self, Plan};
use solieu::intake::{Columns, Reading};
use solieu::table::{AWARD_PREFIX, KEPT_PREFIX};

#[test]
fn it_sums_by_document_and_is_empty_where_nothing_is_counted() {
    let text = "Ban hành 16 kế hoạch.\nSau đó ban hành 4 kế hoạch.\n";
    let case = Case::new(&[("a.txt", text.as_bytes()), ("b.txt", AWARD), ("c.txt", NOTHING)]);
    case.run();
    let rows = case.rows("summary");
    let columns =
        ["plans", "resolutions", "award_certificate_of_merit", "first_year", "last_year", "citations"];
    let rows: Vec<[String; 6]> = rows.iter().map(|row| cells(row, columns)).collect();
    assert_eq!(
        rows,
        [["20", "", "", "", "", "0"], ["", "", "1", "2020", "2020", "0"], ["", "", "", "", "", "0"]]
    );
}

#[test]
fn a_part_is_not_added_to_its_whole() {
    let text = "Toàn tỉnh có 2.833 mô hình, trong đó có 468 mô hình hiệu quả.\n";
    let case = Case::new(&[("a.txt", text.as_bytes())]);
    case.run();
    let counts = case.rows("counts");
    assert_eq!((counts.len(), counts[1]["part_of"].as_str()), (2, "a.txt#c1"), "{counts:?}");
    assert_eq!(case.rows("summary")[0]["models"], "2833");
    assert_eq!(case.json("summary.json")["by_unit"]["model"], json!({ "facts": 2, "sum": 2833 }));
}

#[test]
fn sums_do_not_go_by_way_of_floats() {
    let case = Case::new(&[("a.txt", "Có 0,1 kế hoạch và 0,2 kế hoạch.\n".as_bytes())]);
    case.run();
    assert_eq!(case.rows("summary")[0]["plans"], "0.3");
    let text = case.text("summary.json");
    assert!(text.contains("\"sum\": 0.3\n"), "{text}");
}

#[test]
fn there_is_no_column_for_an_award_that_does_not_occur() {
    let case = Case::new(&[("a.txt", PLANS)]);
    case.run();
    let (head, _) = case.table("summary");
    assert!(head.iter().all(|name| !name.starts_with(AWARD_PREFIX)), "{head:?}");
}

#[test]
fn a_column_that_is_kept_is_a_column_of_its_own() {
    let table = "id,text,Tỉnh,tỉnh,ghi chú,other\n1,Ban hành 16 kế hoạch.,Lai Châu,x,\"a\nb\",o\n2,Có 3 xã.,,Nghệ An,=1+1,o\n";
    let case = Case::new(&[("a.csv", table.as_bytes()), ("b.txt", PLANS)]);
    let keep = ["Tỉnh", "tỉnh", "ghi chú"].map(str::to_owned).to_vec();
    let columns = Columns { keep, ..Columns::default() };
    let plan = Plan { reading: Reading { columns, ..Reading::default() }, ..case.plan() };
    batch::run(&plan, &|_| {}).unwrap();
    let (head, _) = case.table("summary");
    let kept: Vec<&String> = head.iter().filter(|name| name.starts_with(KEPT_PREFIX)).collect();
    assert_eq!(kept, ["kept_ghi chú", "kept_Tỉnh"], "names that differ in case alone are one column");
    let rows: Vec<[String; 4]> = case
        .rows("summary")
        .iter()
        .map(|row| cells(row, ["doc_id", "kept_Tỉnh", "kept_ghi chú", "plans"]))
        .collect();
    assert_eq!(
        rows,
        [["a.csv!1", "Lai Châu", "a\nb", "16"], ["a.csv!2", "Nghệ An", "'=1+1", ""], ["b.txt", "", "", "16"]]
    );
    let package = case.json("datapackage.json").to_string();
    assert!(package.contains("kept_Tỉnh") && !package.contains("kept_other"));
}

#[test]
fn the_whole_run_is_summed_up() {
    let other = "Cũng trong năm 2019, Ban còn ban hành 16 kế hoạch nữa.\n";
    let case =
        Case::new(&[("a.txt", PLANS), ("b.txt", other.as_bytes()), ("c.txt", AWARD), ("d.txt", b"\0")]);
    let report = case.run();
    let whole = case.json("summary.json");
    assert_eq!(whole["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(whole["lexicon"].as_str().map(str::len), Some(64));
    assert_eq!(whole["documents"], json!({ "read": 3, "partial": 0, "failed": 1, "repeated": 0 }));
    assert_eq!(whole["problems"], json!({ "warnings": 0, "errors": 1 }));
    assert_eq!(whole["by_unit"]["plan"], json!({ "facts": 2, "sum": 32 }));
    assert_eq!(whole["by_award"], json!({ "certificate_of_merit": 1 }));
    assert_eq!(whole["by_year"]["2019"], json!({ "dates": 2, "awards": 0 }));
    assert_eq!(whole["by_grantor"][0]["awards"], 1);
    assert_eq!((report.totals.read, report.totals.failed), (3, 1));
}

#[test]
fn settings_are_those_that_shape_the_files() {
    let case = Case::new(&[("a.txt", PLANS)]);
    case.run();
    let settings = case.json("summary.json")["settings"].clone();
    assert_eq!(
        settings,
        json!({ "formats": ["brat", "csv", "html", "json", "jsonl", "label-studio", "parquet", "sqlite", "w3c-annotation", "xlsx"], "bom": true, "locale": "en", "lang": null, "keep_duplicates": false, "max_bytes": 67_108_864, "document_date": null, "min_confidence": "weak" })
    );
}
