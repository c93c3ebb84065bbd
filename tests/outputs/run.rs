//! A run as a whole: its files, their order, and what becomes of documents that cannot be read.

use super::{AWARD, Case, PLANS, cells, names};
use solieu::batch::{self, Plan, Progress};
use solieu::error::Error;
use solieu::intake::{Limits, Reading};
use solieu::output::Format;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

#[test]
fn every_file_is_there_and_nothing_else() {
    let case = Case::new(&[("a.txt", PLANS)]);
    let report = case.run();
    let expected = [
        "annotations.jsonld",
        "awards.csv",
        "awards.parquet",
        "brat.zip",
        "by_award.csv",
        "by_award.parquet",
        "by_grantor.csv",
        "by_grantor.parquet",
        "by_unit.csv",
        "by_unit.parquet",
        "by_year.csv",
        "by_year.parquet",
        "citations.csv",
        "citations.parquet",
        "counts.csv",
        "counts.parquet",
        "datapackage.json",
        "dates.csv",
        "dates.parquet",
        "documents.csv",
        "documents.parquet",
        "facts.json",
        "facts.jsonl",
        "label-studio.json",
        "label-studio.xml",
        "problems.csv",
        "problems.parquet",
        "report.html",
        "solieu.sqlite",
        "solieu.xlsx",
        "summary.csv",
        "summary.json",
        "summary.parquet",
    ];
    assert_eq!(names(&case.out()), expected);
    assert_eq!(report.files.len(), expected.len());
    assert!(report.is_clean());
}

#[test]
fn only_what_is_asked_for_is_written() {
    let case = Case::new(&[("a.txt", PLANS)]);
    batch::run(&Plan { formats: vec![Format::Jsonl], ..case.plan() }, &|_| {}).unwrap();
    assert_eq!(
        names(&case.out()),
        [
            "by_award.csv",
            "by_grantor.csv",
            "by_unit.csv",
            "by_year.csv",
            "datapackage.json",
            "facts.jsonl",
            "problems.csv",
            "summary.csv",
            "summary.json"
        ]
    );
}

#[cfg(unix)]
#[test]
fn files_can_be_read_as_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::new(&[("a.txt", PLANS)]);
    case.run();
    let plain = case.folder.path().join("plain");
    fs::write(&plain, "").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for name in names(&case.out()) {
        assert_eq!(mode(&case.out().join(&name)), mode(&plain), "{name}");
    }
}

#[test]
fn a_fact_names_its_paragraph() {
    let rtf = br"{\rtf1 x\par Ban h\u224?nh 16 k\u7871? ho\u7841?ch.\par}";
    let case = Case::new(&[("a.rtf", rtf), ("b.txt", PLANS)]);
    case.run();
    let places: Vec<[String; 3]> =
        case.rows("counts").iter().map(|row| cells(row, ["doc_id", "page", "paragraph"])).collect();
    assert_eq!(places[0], ["a.rtf", "", "2"]);
    assert_eq!(places[1], ["b.txt", "", ""]);
    assert_eq!(case.rows("documents")[0]["media_type"], "application/rtf");
}

#[test]
fn a_broken_file_is_a_row_and_the_run_goes_on() {
    let broken = [PLANS, b"c\xC3 16 k\xE1\xBA, ", PLANS].concat();
    let case = Case::new(&[("a.txt", b"n\0\0m"), ("b.txt", PLANS), ("c.txt", &broken)]);
    let report = case.run();
    let documents = case.rows("documents");
    let states: Vec<&str> = documents.iter().map(|row| row["status"].as_str()).collect();
    assert_eq!(states, ["failed", "ok", "partial"]);
    assert_eq!((documents[0]["chars"].as_str(), documents[0]["sha256"].len()), ("", 64));
    assert_eq!(documents[2]["warnings"], "1");
    let problems = case.rows("problems");
    let said: Vec<[String; 3]> =
        problems.iter().map(|row| cells(row, ["document", "stage", "severity"])).collect();
    assert_eq!(said, [["a.txt", "decode", "error"], ["c.txt", "decode", "warning"]]);
    assert!(problems[1]["what"].starts_with("2 broken sequences"), "{problems:?}");
    assert!(case.rows("counts").iter().any(|row| row["doc_id"] == "b.txt" && row["unit"] == "plan"));
    assert_eq!((report.totals.errors, report.totals.warnings, report.is_clean()), (1, 1, false));
    assert_eq!(report.errors.len(), 1);
}

#[test]
fn problems_of_paths_stand_before_those_of_documents() {
    let case = Case::new(&[("a.txt", b"\0"), ("b.jpg", b"\xFF\xD8")]);
    let mut plan = case.plan();
    plan.paths.push(case.folder.path().join("nowhere"));
    batch::run(&plan, &|_| {}).unwrap();
    let problems = case.rows("problems");
    let severities: Vec<&str> = problems.iter().map(|row| row["severity"].as_str()).collect();
    assert_eq!(severities, ["warning", "error", "error"]);
    assert!(problems[1]["where"].ends_with("nowhere") && problems[1]["document"].is_empty());
    assert_eq!(problems[2]["document"], "a.txt");
}

#[test]
fn a_document_over_the_limit_is_not_read() {
    let case = Case::new(&[("a.txt", PLANS), ("b.txt", b"ok")]);
    let limits = Limits { document: 10, ..Limits::default() };
    let reading = Reading { limits, ..Reading::default() };
    batch::run(&Plan { reading, ..case.plan() }, &|_| {}).unwrap();
    let documents = case.rows("documents");
    assert_eq!(cells(&documents[0], ["status", "sha256"]), ["failed", ""]);
    assert_eq!(documents[1]["status"], "ok");
    assert_eq!(case.rows("problems")[0]["what"], "larger than 10 bytes");
}

#[test]
fn spans_point_into_the_decoded_text_however_it_is_composed() {
    let composed = String::from_utf8(PLANS.to_vec()).unwrap();
    let apart = composed.replace('ế', "e\u{302}\u{301}").replace('ạ', "a\u{323}").replace('ă', "a\u{306}");
    let case = Case::new(&[("a.txt", PLANS), ("b.txt", apart.as_bytes())]);
    case.run();
    let rows = case.rows("counts");
    assert_eq!(rows.len(), 2);
    for (row, text) in rows.iter().zip([&composed, &apart]) {
        let [start, end] = cells(row, ["start", "end"]).map(|cell| cell.parse::<usize>().unwrap());
        assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), "16");
        assert_eq!(row["quote"], composed.trim_end());
    }
    assert_ne!(rows[0]["start"], rows[1]["start"]);
}

#[test]
fn rows_are_numbered_and_placed() {
    let case = Case::new(&[("x/a.txt", "Một dòng.\nBan hành 16 kế hoạch và 5 chỉ thị.\n".as_bytes())]);
    case.run();
    let rows = case.rows("counts");
    assert_eq!(cells(&rows[0], ["fact_id", "line", "column"]), ["x/a.txt#c1", "2", "10"]);
    assert_eq!(rows[1]["fact_id"], "x/a.txt#c2");
}

#[test]
fn a_run_that_cannot_write_leaves_nothing_behind() {
    let case = Case::new(&[("a.txt", PLANS)]);
    fs::create_dir_all(case.out().join("counts.csv")).unwrap();
    let error = batch::run(&case.plan(), &|_| {}).unwrap_err();
    assert!(matches!(error, Error::Output { .. }), "{error}");
    assert!(names(&case.out()).iter().all(|name| !name.starts_with('.')), "{:?}", names(&case.out()));
}

#[test]
fn nothing_to_read_is_an_error_of_the_run() {
    let case = Case::new(&[("a.jpg", b"\xFF\xD8")]);
    let error = batch::run(&case.plan(), &|_| {}).unwrap_err();
    assert!(matches!(error, Error::NoInput), "{error}");
    let plan = Plan { paths: vec![case.folder.path().join("nowhere")], ..case.plan() };
    let error = batch::run(&plan, &|_| {}).unwrap_err();
    assert!(matches!(error, Error::Input { .. }), "{error}");
    assert!(!case.out().exists());
}

#[test]
fn progress_is_told_once_for_each_document() {
    let case = Case::new(&[("a.txt", PLANS), ("b.txt", b"\0"), ("c.txt", AWARD)]);
    let told = Mutex::new(Vec::new());
    batch::run(&case.plan(), &|progress| told.lock().unwrap().push(progress)).unwrap();
    let told = told.into_inner().unwrap();
    assert_eq!(told, [Progress::Found(3), Progress::Done, Progress::Done, Progress::Done]);
}

#[test]
fn every_number_of_threads_gives_the_same_bytes() {
    let document = |n: usize| {
        let text = match n % 5 {
            0 => format!("Năm {}, ban hành {n} kế hoạch.\n", 1990 + n % 30).repeat(n % 40 + 1).into_bytes(),
            1 => b"\0".to_vec(),
            2 => b"\xFF 5 k".to_vec(),
            _ => AWARD.to_vec(),
        };
        (format!("{}/{n}.txt", n % 7), text)
    };
    let texts: Vec<(String, Vec<u8>)> = (0..600).map(document).collect();
    let documents: Vec<(&str, &[u8])> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect();
    let case = Case::new(&documents);
    let run = |jobs| {
        batch::run(&Plan { jobs, ..case.plan() }, &|_| {}).unwrap();
        names(&case.out()).into_iter().map(|name| (case.bytes(&name), name)).collect::<Vec<_>>()
    };
    let one = run(1);
    assert_eq!(case.rows("documents").len(), 600);
    for jobs in [2, 3, 8] {
        for (one, many) in one.iter().zip(run(jobs)) {
            assert!(*one == many, "{} differs with {jobs} threads", one.1);
        }
    }
}
