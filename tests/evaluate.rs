//! Our figures against figures worked out by hand; `gold.rs` holds them against the reference scorer.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use solieu::evaluate::{
    Change, EvaluateError, Evaluation, Half, MistakeKind, Options, Precision, Table, TableScores, diff,
    evaluate, halves, sample,
};
use tempfile::TempDir;

/// A folder of gold documents with a `facts.jsonl` of predictions beside them.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn gold(self, name: &str, row: &Value, text: &str) -> Self {
        fs::write(self.folder.path().join(format!("{name}.json")), row.to_string()).unwrap();
        fs::write(self.folder.path().join(format!("{name}.txt")), text).unwrap();
        self
    }

    fn given(self, rows: &[Value]) -> Self {
        let lines: Vec<String> = rows.iter().map(Value::to_string).collect();
        self.lines(&lines.join("\n"))
    }

    fn lines(self, lines: &str) -> Self {
        fs::write(self.predictions(), lines).unwrap();
        self
    }

    fn predictions(&self) -> PathBuf {
        self.folder.path().join("facts.jsonl")
    }

    fn score(&self, options: &Options) -> Result<Evaluation, EvaluateError> {
        evaluate(self.folder.path(), &self.predictions(), options)
    }
}

/// Scores one document's table, as annotated and as predicted.
fn scored(table: Table, gold: &Value, given: &Value) -> TableScores {
    let bench = Bench::new()
        .gold("a", &json!({table.as_str(): gold}), "")
        .given(&[json!({"doc_id": "a.txt", table.as_str(): given})]);
    let evaluation = bench.score(&Options::default()).unwrap();
    evaluation.table(table).unwrap().clone()
}

#[track_caller]
fn assert_close(got: f64, wanted: f64) {
    assert!((got - wanted).abs() < 1e-12, "got {got}, wanted {wanted}");
}

/// How many of the annotated facts are found.
fn hits(table: Table, gold: &Value, given: &Value) -> usize {
    let fact = scored(table, gold, given).fact;
    let all = gold.as_array().unwrap().len();
    (0..=all).find(|&n| (fact.recall * f64::from(all as u32) - f64::from(n as u32)).abs() < 1e-9).unwrap()
}

fn two_documents() -> Bench {
    let gold_a = json!({"counts": [
        {"start": 0, "end": 2, "value": 2, "measure": "count", "unit": "resolution", "noun": "nghị quyết"},
        {"start": 15, "end": 17, "value": 6, "measure": "count", "unit": "directive", "noun": "chỉ thị"},
        {"start": 27, "end": 29, "value": 28, "measure": "count", "unit": "collective", "noun": "tập thể"},
    ]});
    let gold_b = json!({"counts": [
        {"start": 0, "end": 1, "value": 9, "measure": "count", "unit": "model", "noun": "mô hình"},
    ]});
    let given_a = json!({"doc_id": "in/x.zip!y/a.txt", "counts": [
        // right in every field: the value is the same number, the noun the same word
        {"start": 0, "end": 2, "value": "2.0", "measure": "count", "unit": "resolution", "noun": "Nghị quyết", "rule": "digits"},
        // found, with a wrong unit
        {"start": 15, "end": 17, "value": 6, "measure": "count", "unit": "plan", "noun": "chỉ thị", "rule": "digits"},
        // overlaps, with a wrong value: not found, and false
        {"start": 27, "end": 28, "value": 2, "measure": "count", "unit": "collective", "noun": "tập thể", "rule": "words"},
        // nothing is annotated there
        {"start": 40, "end": 41, "value": 5, "measure": "count", "unit": "model", "noun": "mô hình", "rule": "words"},
    ]});
    Bench::new()
        .gold("a", &gold_a, "02 nghị quyết, 06 chỉ thị; 28 tập thể")
        .gold("b", &gold_b, "9 mô hình")
        .given(&[
            given_a,
            json!({"doc_id": "not-annotated.txt", "counts": [{"start": 0, "end": 1, "value": 1}]}),
        ])
}

#[test]
fn figures_worked_out_by_hand() {
    let evaluation = two_documents().score(&Options::default()).unwrap();
    assert_eq!(evaluation.documents, 2);
    assert_eq!(evaluation.without_prediction, ["b"]);
    let counts = evaluation.table(Table::Counts).unwrap();
    // 2 of the 4 predictions are facts, 2 of the 4 annotated facts are found
    assert_close(counts.fact.precision, 0.5);
    assert_close(counts.fact.recall, 0.5);
    assert_close(counts.fact.f1, 0.5);
    // only the first is right as a whole
    assert_close(counts.record.precision, 0.25);
    // three of four annotated spans are overlapped: the wrong value still overlaps
    assert_close(counts.span_recall, 0.75);
    assert_eq!(counts.field("unit"), Some(0.5));
    assert_eq!(counts.field("noun"), Some(1.0));
    assert_eq!(counts.field("nothing"), None);
    // annotated: resolution, directive, model; given: resolution, plan, model; right: resolution
    let documents = counts.documents_and_models.unwrap();
    assert_eq!((documents.gold, documents.predicted), (3, 3));
    assert_close(documents.f1, 1.0 / 3.0);
    assert_eq!(counts.rules["digits"], Precision { right: 2, given: 2 });
    assert_eq!(counts.rules["words"], Precision { right: 0, given: 2 });
    assert!(counts.confidence.is_empty());
    // nothing asked and nothing said is perfect, and has no fields to judge
    let dates = evaluation.table(Table::Dates).unwrap();
    assert_close(dates.fact.f1, 1.0);
    assert_eq!(dates.field("kind"), None);
}

#[test]
fn the_table_reads_as_that_of_the_reference() {
    let only = Options { only: vec![Table::Counts], ..Options::default() };
    let evaluation = two_documents().score(&only).unwrap();
    let wanted = "\
2 gold documents, 1 without a prediction
table                  precision    recall      F1   gold  given
counts                     0.500     0.500   0.500      4      4
counts whole record        0.250     0.250   0.250      4      4
counts doc+model           0.333     0.333   0.333      3      3
   fields right: measure 1.000, unit 0.500, noun 1.000, qualifier 1.000, direction 1.000, value_max 1.000
   rules: digits 1.000 (2/2), words 0.000 (0/2)
";
    assert_eq!(evaluation.to_string(), wanted);
    assert!(evaluation.table(Table::Dates).is_none());
    let json = serde_json::to_value(&evaluation).unwrap();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["documents", "without_prediction", "counts"]);
}

#[test]
fn halves_share_no_document_and_show_their_gap() {
    assert_eq!((Half::of("a"), Half::of("b")), (Half::A, Half::B));
    let bench = two_documents();
    let both = halves(bench.folder.path(), &bench.predictions(), &Options::default()).unwrap();
    assert_eq!((both.a.documents, both.b.documents), (1, 1));
    assert!(both.a.without_prediction.is_empty());
    assert_eq!(both.b.without_prediction, ["b"]);
    // half a: 2 of 4 predictions are facts, 2 of 3 annotated facts are found
    assert!(both.to_string().contains("\ncounts                     0.571   0.000  +0.571\n"), "{both}");
    assert!(both.to_string().contains("\ndates                      1.000   1.000  +0.000\n"), "{both}");
    let lone = Bench::new().gold("a", &json!({}), "").given(&[]);
    let refused = halves(lone.folder.path(), &lone.predictions(), &Options::default()).unwrap_err();
    assert!(matches!(refused, EvaluateError::NoGold { .. }), "{refused}");
}

#[test]
fn mistakes_show_their_place() {
    let bench = two_documents();
    let evaluation = bench.score(&Options { errors: 9, ..Options::default() }).unwrap();
    let lines: Vec<String> = evaluation.errors(1).map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "counts field a: unit: gold 'directive', got 'plan'\n    … 02 nghị quyết, ⟦06⟧ chỉ thị; 28 tập thể …",
            "counts missed a: {'value': 28, 'unit': 'collective'} got [{'value': 2, 'unit': 'collective'}]\n    \
             … 02 nghị quyết, 06 chỉ thị; ⟦28⟧ tập thể …",
            "counts false a: {'value': 2, 'unit': 'collective'}\n    … 02 nghị quyết, 06 chỉ thị; ⟦2⟧8 tập thể …",
        ]
    );
    let missed = evaluation.errors(9).filter(|mistake| mistake.kind == MistakeKind::Missed);
    assert_eq!(missed.map(|mistake| mistake.document.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(bench.score(&Options::default()).unwrap().errors(9).count(), 0);
}

#[test]
fn facts_that_only_touch_or_differ_in_the_key_are_not_the_same() {
    let count = |start, end, value: Value| json!([{"start": start, "end": end, "value": value}]);
    let gold = count(10, 12, json!(2833));
    assert_eq!(hits(Table::Counts, &gold, &count(11, 30, json!("2833"))), 1);
    assert_eq!(hits(Table::Counts, &gold, &count(12, 14, json!(2833))), 0);
    assert_eq!(hits(Table::Counts, &gold, &count(10, 12, json!("2.833.0"))), 0);
    assert_eq!(hits(Table::Counts, &gold, &count(10, 10, json!(2833))), 0);

    let award = |key: &str| json!([{"start": 0, "end": 8, "award": key}]);
    assert_eq!(hits(Table::Awards, &award("medal"), &award("medal")), 1);
    assert_eq!(hits(Table::Awards, &award("medal"), &award("Medal")), 0);

    let citation = |number: &str| json!([{"start": 0, "end": 8, "number": number}]);
    assert_eq!(hits(Table::Citations, &citation("25-NQ/TW"), &citation("25-nq/tw.")), 1);
    assert_eq!(hits(Table::Citations, &citation("25-NQ/TW"), &citation("25-NQ/TU")), 0);
}

#[test]
fn a_date_is_found_by_its_value_or_by_what_it_resolves_to() {
    let date = |fields: Value| {
        let mut fact = json!({"start": 0, "end": 8});
        fact.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        json!([fact])
    };
    let gold = date(json!({"value": "XXXX-07-08", "resolved": "2024-07-08"}));
    assert_eq!(hits(Table::Dates, &gold, &date(json!({"value": "2024-07-08"}))), 1);
    assert_eq!(hits(Table::Dates, &gold, &date(json!({"value": "XXXX-07-08", "resolved": "2023-07-08"}))), 1);
    assert_eq!(hits(Table::Dates, &gold, &date(json!({"value": "2023-07-08"}))), 0);
    assert_eq!(hits(Table::Dates, &gold, &date(json!({"value": ""}))), 0);
    let unknown = date(json!({"value": "unknown", "kind": "relative"}));
    assert_eq!(hits(Table::Dates, &unknown, &date(json!({"value": "2024", "kind": "relative"}))), 1);
    assert_eq!(hits(Table::Dates, &unknown, &date(json!({"value": "unknown", "kind": "date"}))), 0);
}

#[test]
fn one_prediction_answers_one_fact_and_the_best_pairs_come_first() {
    let award = |to: &str| json!({"start": 0, "end": 8, "award": "medal", "recipient": to});
    let gold = json!([award("đội A"), award("đội B")]);
    assert_eq!(hits(Table::Awards, &gold, &json!([award("đội B")])), 1);
    let crossed = scored(Table::Awards, &gold, &json!([award("Đội B"), award("Đội A")]));
    assert_eq!(crossed.field("recipient"), Some(1.0));
}

#[test]
fn a_seed_draws_the_same_facts_from_any_order() {
    let row = |doc: u32| {
        let fact = |n: u32| {
            json!({"start": n, "end": n + 1, "value": n, "rule": "digits", "confidence": "certain",
            "line": 1, "column": n + 1, "words": "5", "quote": "có 5 hộ,\n5 xã", "quote_at": 9})
        };
        json!({"doc_id": format!("{doc}.txt"), "counts": (0..5).map(fact).collect::<Vec<_>>()})
    };
    let draw = |rows: &[Value], n, seed| {
        let bench = Bench::new().given(rows);
        let drawn = sample(&bench.predictions(), n, seed, &Options::default()).unwrap();
        drawn.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let rows: Vec<Value> = (0..40).map(row).collect();
    let back: Vec<Value> = rows.iter().rev().cloned().collect();
    assert_eq!(draw(&rows, 7, 1), draw(&back, 7, 1));
    assert_ne!(draw(&rows, 7, 1), draw(&rows, 7, 2));
    assert_eq!(draw(&rows, 7, 1).len(), 7);
    assert_eq!(draw(&rows, 1000, 1).len(), 200);
    let one = draw(&rows[3..4], 1000, 1);
    let wanted = "counts 3.txt:1:1 by digits certain\n    value=0\n    có 5 hộ, ⟦5⟧ xã\n";
    assert!(one.contains(&wanted.to_owned()), "{one:?}");
}

#[test]
fn what_cannot_be_scored_says_where() {
    let bench = || Bench::new().gold("a", &json!({}), "");
    let bad = bench().lines("{\"doc_id\": \"a.txt\"}\n\n{oops").score(&Options::default()).unwrap_err();
    assert!(matches!(bad, EvaluateError::Json { line: 3, .. }), "{bad}");
    let nameless = bench().lines("{\"counts\": []}").score(&Options::default()).unwrap_err();
    assert!(matches!(nameless, EvaluateError::DocId { line: 1, .. }), "{nameless}");
    let spanless = bench().lines(r#"{"doc_id": "a", "dates": [{"start": -1, "end": 2}]}"#);
    assert_eq!(
        spanless.score(&Options::default()).unwrap_err().to_string(),
        "a: dates: expected start and end, two whole numbers, in fact 1"
    );
    let empty = Bench::new().lines("").score(&Options::default()).unwrap_err();
    assert!(matches!(empty, EvaluateError::NoGold { .. }), "{empty}");
    let absent = evaluate(Path::new("/no/such/folder"), Path::new("x"), &Options::default()).unwrap_err();
    assert!(matches!(absent, EvaluateError::Read { .. }), "{absent}");
}

fn compared(old: &Value, new: &Value) -> solieu::evaluate::Diff {
    let (old, new) =
        (Bench::new().given(std::slice::from_ref(old)), Bench::new().given(std::slice::from_ref(new)));
    diff(&old.predictions(), new.folder.path()).unwrap()
}

#[test]
fn a_diff_tells_gained_lost_and_changed_apart() {
    let old = json!({"doc_id": "d", "counts": [
        {"fact_id": "1", "start": 0, "end": 2, "value": 2, "unit": "model", "quote": "02"},
        {"fact_id": "2", "start": 10, "end": 12, "value": 12, "unit": "other", "quote": "12"},
        {"fact_id": "3", "start": 20, "end": 21, "value": 5, "part_of": "1", "quote": "5"},
    ]});
    let new = json!({"doc_id": "d", "counts": [
        // only its identifier, its quote and a blank field differ: the same fact
        {"fact_id": "7", "start": 0, "end": 2, "value": 2.0, "unit": "model", "noun": null, "quote": "“02”"},
        {"fact_id": "8", "start": 10, "end": 12, "value": 12, "unit": "model", "noun": "mô hình", "quote": "12"},
        // the reference points at the same place
        {"fact_id": "9", "start": 20, "end": 21, "value": 5, "part_of": "7", "quote": "5"},
        {"fact_id": "0", "start": 30, "end": 31, "value": 9, "unit": "person", "noun": "đại biểu", "quote": "9"},
    ], "dates": [{"start": 4, "end": 8, "value": "2019"}]});
    let forth = compared(&old, &new);
    let wanted = "\
~ counts d 10..12 unit: other → model; noun: ∅ → \"mô hình\" \"12\"
+ counts d 30..31 value=9 unit=person noun=\"đại biểu\" \"9\"
+ dates d 4..8 value=2019
2 gained, 0 lost, 1 changed, 2 unchanged in 1 documents
";
    assert_eq!(forth.to_string(), wanted);
    let back = compared(&new, &old);
    assert_eq!((back.gained, back.lost, back.changed, back.unchanged), (0, 2, 1, 2));
    assert!(compared(&old, &old).differences.is_empty());
}

#[test]
fn another_value_or_document_is_another_fact() {
    let row = |doc_id: &str, value: u32| json!({"doc_id": doc_id, "counts": [{"start": 0, "end": 2, "value": value}]});
    let values = compared(&row("d", 2), &row("d", 3));
    assert_eq!(
        values.differences.iter().map(|d| d.change).collect::<Vec<_>>(),
        [Change::Lost, Change::Gained]
    );
    let documents = compared(&row("x/d", 2), &row("y/d", 2));
    assert_eq!((documents.documents, documents.gained, documents.lost), (2, 1, 1));
}

#[test]
fn equal_facts_in_one_span_are_matched_before_changed_ones() {
    let award = |to: &str| json!({"start": 0, "end": 8, "award": "medal", "recipient": to});
    let row = |awards: Value| json!({"doc_id": "d", "awards": awards});
    let result = compared(&row(json!([award("A"), award("B")])), &row(json!([award("C"), award("A")])));
    assert_eq!((result.unchanged, result.changed, result.gained), (1, 1, 0));
    assert_eq!(result.differences[0].to_string(), "~ awards d 0..8 recipient: B → C");
}

#[test]
fn an_annotation_that_names_its_document_is_not_taken_for_its_namesake() {
    let fact =
        |value: u32| json!([{"start": 0, "end": 1, "value": value, "measure": "count", "unit": "plan"}]);
    let bench = Bench::new()
        .gold("a", &json!({"doc_id": "2020/a.txt", "counts": fact(1)}), "")
        .gold("a~2", &json!({"doc_id": "2021/a.txt", "counts": fact(2)}), "")
        .given(&[
            json!({"doc_id": "2020/a.txt", "counts": fact(1)}),
            json!({"doc_id": "2021/a.txt", "counts": fact(2)}),
            json!({"doc_id": "2022/a.txt", "counts": fact(3)}),
        ]);
    let evaluation = bench.score(&Options::default()).unwrap();
    assert_eq!(evaluation.without_prediction, Vec::<String>::new());
    assert_close(evaluation.table(Table::Counts).unwrap().fact.f1, 1.0);
}

#[cfg(feature = "archives")]
#[test]
fn a_zip_file_is_read_as_the_folder_it_holds() {
    use std::io::Write as _;
    let bench = two_documents();
    let path = bench.folder.path().join("gold.zip");
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    for entry in fs::read_dir(bench.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json" || ending == "txt") {
            let name = format!("gold/{}", path.file_name().unwrap().to_str().unwrap());
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&fs::read(path).unwrap()).unwrap();
        }
    }
    zip.finish().unwrap();
    let options = Options { errors: 9, ..Options::default() };
    let zipped = evaluate(&path, &bench.predictions(), &options).unwrap();
    assert_eq!(zipped.to_string(), bench.score(&options).unwrap().to_string());
    let other = bench.predictions();
    assert!(matches!(evaluate(&other, &other, &options), Err(EvaluateError::Read { .. })), "no zip file");
}
