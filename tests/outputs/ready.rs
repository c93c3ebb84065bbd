//! The ready tables, a free table, and documents that repeat another.

use super::{AWARD, Case, PLANS, Row, cells};
use assert_cmd::Command;
use solieu::batch::{self, Plan};
use solieu::output::{Format, Locale};
use solieu::table::Language;

const REPORT: &str = "Năm 2020, Ban Dân vận huyện đã ban hành 16 kế hoạch và 4 hướng dẫn về công tác dân vận. \
    Toàn huyện có 2.833 mô hình, trong đó có 468 mô hình hiệu quả. Số vụ khiếu nại giảm 47 vụ so với năm trước. \
    Các xã đã báo cáo kết quả xây dựng mô hình và nêu nhiều kinh nghiệm hay để các đơn vị cùng học tập.\n\
    Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho 3 tập thể và 5 cá nhân.\n";

fn run(documents: &[(&str, &str)], keep_duplicates: bool) -> Case {
    let documents: Vec<(&str, &[u8])> =
        documents.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let case = Case::new(&documents);
    batch::run(&Plan { keep_duplicates, ..case.plan() }, &|_| {}).unwrap();
    case
}

fn unit(case: &Case, unit: &str) -> Row {
    case.rows("by_unit").into_iter().find(|row| row["unit"] == unit).unwrap()
}

fn repeats(case: &Case) -> Vec<String> {
    case.rows("documents").iter().map(|row| row["duplicate_of"].clone()).collect()
}

#[test]
fn neither_parts_nor_changes_are_added() {
    let case = run(&[("a.txt", REPORT)], false);
    assert_eq!(cells(&unit(&case, "model"), ["facts", "documents", "sum"]), ["2", "1", "2833"]);
    assert_eq!(cells(&unit(&case, "plan"), ["facts", "sum"]), ["1", "16"]);
    let awards = case.rows("by_award");
    assert_eq!(
        cells(&awards[0], ["award", "granted", "proposed", "collectives", "individuals"]),
        ["certificate_of_merit", "2", "0", "3", "5"]
    );
    assert_eq!(case.rows("by_grantor").len(), 1);
}

#[test]
fn a_document_that_repeats_another_is_marked_and_counted_once() {
    let copy = format!("{REPORT}\nTin và ảnh: Ban biên tập\n");
    let documents = [("a.txt", REPORT), ("b.txt", copy.as_str()), ("c.txt", REPORT)];
    let case = run(&documents, false);
    assert_eq!(repeats(&case), ["", "a.txt", "a.txt"]);
    assert_eq!(cells(&unit(&case, "model"), ["facts", "documents", "sum"]), ["2", "1", "2833"]);
    let whole = case.json("summary.json");
    assert_eq!(
        (&whole["by_unit"]["model"]["sum"], &whole["documents"]["repeated"]),
        (&2833.into(), &2.into())
    );
    assert_eq!(
        whole["facts_of_repeated"]["counts"].as_u64().unwrap() * 3,
        whole["facts"]["counts"].as_u64().unwrap() * 2
    );
    assert_eq!(case.rows("counts").iter().filter(|row| row["unit"] == "plan").count(), 3);
    let lines = case.json("facts.json");
    assert_eq!(
        (&lines[0]["duplicate_of"], &lines[2]["duplicate_of"]),
        (&serde_json::Value::Null, &"a.txt".into())
    );
    let kept = run(&documents, true);
    assert_eq!(repeats(&kept), ["", "a.txt", "a.txt"]);
    assert_eq!(cells(&unit(&kept, "model"), ["facts", "documents", "sum"]), ["6", "3", "8499"]);
}

#[test]
fn a_report_with_other_figures_stands_for_itself() {
    let other = REPORT.replace("16 kế hoạch", "18 kế hoạch").replace("2020", "2021");
    let retold = "Trong năm 2020, có 16 kế hoạch cùng 4 hướng dẫn được Ban Dân vận huyện ban hành; 2.833 mô hình đang hoạt động \
        trên địa bàn, bao gồm 468 mô hình hiệu quả.";
    let case = run(&[("a.txt", REPORT), ("b.txt", &other), ("c.txt", retold)], false);
    assert_eq!(repeats(&case), ["", "", ""]);
    assert_eq!(cells(&unit(&case, "plan"), ["facts", "sum"]), ["3", "50"]);
}

fn tabulate(case: &Case, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("solieu").unwrap();
    command.arg("tabulate").args(arguments).arg("--from").arg(case.out());
    String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap()
}

#[test]
fn a_free_table_is_the_same_from_lines_and_from_csv() {
    let case =
        run(&[("a.txt", REPORT), ("b.txt", std::str::from_utf8(AWARD).unwrap()), ("c.txt", REPORT)], false);
    let lines = || {
        [
            tabulate(&case, &["awards", "--rows", "year", "--columns", "award", "--where", "level=province"]),
            tabulate(&case, &["counts", "--rows", "doc_id", "--where", "unit=model", "--sum", "value"]),
            tabulate(
                &case,
                &["counts", "--rows", "unit", "--documents", "--keep-duplicates", "--where", "unit=model"],
            ),
        ]
    };
    let from_lines = lines();
    assert!(from_lines[0].starts_with("year,certificate_of_merit\n"), "{from_lines:?}");
    assert_eq!(from_lines[1], "doc_id,value\na.txt,2833\n");
    assert_eq!(from_lines[2], "unit,documents\nmodel,2\n");
    std::fs::remove_file(case.out().join("facts.jsonl")).unwrap();
    assert_eq!(lines(), from_lines);
    // The files speak Vietnamese; the table is asked for by keys, and is the same.
    let plan = Plan { language: Some(Language::Vietnamese), locale: Locale::Vi, ..case.plan() };
    batch::run(&plan, &|_| {}).unwrap();
    std::fs::remove_file(case.out().join("facts.jsonl")).unwrap();
    assert_eq!(lines(), from_lines);
    let vietnamese =
        tabulate(&case, &["awards", "--rows", "year,status", "--columns", "award", "--lang", "vi"]);
    assert!(
        vietnamese.starts_with("Năm,Tình trạng,bằng khen\n") && vietnamese.contains("2020,đã tặng,1\n"),
        "{vietnamese}"
    );
}

#[test]
fn a_table_in_a_file_opens_in_a_spreadsheet_and_one_behind_a_pipe_is_bare() {
    let case = run(&[("a.txt", REPORT)], false);
    let file = case.folder.path().join("x.csv");
    let by = ["counts", "--rows", "unit", "--where", "unit=model", "--sum", "value", "--locale", "vi"];
    tabulate(&case, &[&by[..], &["-o", file.to_str().unwrap()]].concat());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "\u{feff}unit;value\nmodel;2833\n");
    tabulate(&case, &[&by[..], &["--no-bom", "-o", file.to_str().unwrap()]].concat());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "unit;value\nmodel;2833\n");
    assert_eq!(tabulate(&case, &by), "unit;value\nmodel;2833\n");
}

#[test]
fn lines_of_an_earlier_run_are_not_read() {
    let case = run(&[("a.txt", REPORT)], false);
    std::fs::write(case.folder.path().join("in/b.txt"), PLANS).unwrap();
    let plans = ["counts", "--rows", "unit", "--where", "unit=plan"];
    assert_eq!(tabulate(&case, &plans), "unit,facts\nplan,1\n");
    batch::run(&Plan { formats: vec![Format::Csv], ..case.plan() }, &|_| {}).unwrap();
    assert!(case.out().join("facts.jsonl").exists());
    assert_eq!(tabulate(&case, &plans), "unit,facts\nplan,2\n");
}

#[test]
fn the_ready_tables_can_be_written_anew() {
    let case = run(&[("a.txt", REPORT), ("b.txt", std::str::from_utf8(PLANS).unwrap())], false);
    let names = ["by_year.csv", "by_unit.csv", "by_award.csv", "by_grantor.csv"];
    let before = names.map(|name| case.bytes(name));
    for name in &names {
        std::fs::remove_file(case.out().join(name)).unwrap();
    }
    tabulate(&case, &[]);
    assert_eq!(names.map(|name| case.bytes(name)), before);
}

#[test]
fn what_cannot_be_tabulated_is_said() {
    let case = run(&[("a.txt", REPORT)], false);
    for (arguments, said) in [
        (vec!["counts", "--rows", "noun", "--sum", "value"], "different units"),
        (vec!["counts", "--rows", "colour"], "no column colour"),
        (vec!["awards", "--where", "year"], "COLUMN=VALUE"),
    ] {
        let mut command = Command::cargo_bin("solieu").unwrap();
        let assert = command.arg("tabulate").args(&arguments).arg("--from").arg(case.out()).assert().code(2);
        let stderr = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
        assert!(stderr.contains(said), "{stderr}");
    }
    let plan = Plan { formats: vec![Format::Parquet], ..case.plan() };
    assert!(batch::run(&plan, &|_| {}).is_ok());
}
