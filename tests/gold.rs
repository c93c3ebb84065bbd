//! The figures on annotated documents, which `SOLIEU_GOLD` names: a folder with the sets `seed`, `dev` and `devgenre`.
//!
//! Where the variable is absent each test says so and passes, but fails where `CI` is set.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a test may break, and says why"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value, json};
use solieu::evaluate::{Evaluation, Half, Options, Scores, Table, evaluate};
use solieu::fact::Confidence;
use tempfile::TempDir;

/// The folder of the sets; nothing where it is not at hand.
fn gold() -> Option<PathBuf> {
    let gold = std::env::var_os("SOLIEU_GOLD").map(PathBuf::from);
    if gold.is_none() {
        assert!(std::env::var_os("CI").is_none_or(|ci| ci.is_empty()), "SOLIEU_GOLD must be set where CI is");
        eprintln!("skipped: SOLIEU_GOLD names no folder of annotated documents");
    }
    gold
}

/// Annotated documents and what is predicted for them.
struct Bench {
    folder: TempDir,
}

impl Bench {
    /// The documents of some sets in one folder.
    fn new(gold: &Path, sets: &[&str]) -> Self {
        let bench = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(bench.path("gold")).unwrap();
        fs::create_dir(bench.path("texts")).unwrap();
        for set in sets {
            for entry in fs::read_dir(gold.join(set)).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap();
                fs::copy(&path, bench.path("gold").join(name)).unwrap();
                if path.extension().is_some_and(|ending| ending == "txt") {
                    fs::copy(&path, bench.path("texts").join(name)).unwrap();
                }
            }
        }
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Predicts with the program itself.
    fn extracted(self) -> Self {
        let mut run = Command::new(env!("CARGO_BIN_EXE_solieu"));
        run.arg("extract")
            .arg(self.path("texts"))
            .arg("-o")
            .arg(self.path("out"))
            .args(["--format", "jsonl"]);
        let run = run.output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        self
    }

    /// Predicts the annotation itself, with mistakes.
    fn perturbed(self) -> Self {
        let mut lines = String::new();
        for path in fs::read_dir(self.path("gold")).unwrap().map(|entry| entry.unwrap().path()) {
            if path.extension().is_some_and(|ending| ending == "json") {
                let row = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
                lines += &perturbed(&row, path.file_stem().unwrap().to_str().unwrap()).to_string();
                lines.push('\n');
            }
        }
        fs::create_dir(self.path("out")).unwrap();
        fs::write(self.predictions(), lines).unwrap();
        self
    }

    fn predictions(&self) -> PathBuf {
        self.path("out").join("facts.jsonl")
    }

    fn score(&self, errors: usize) -> Evaluation {
        let options = Options { errors, ..Options::default() };
        evaluate(&self.path("gold"), &self.predictions(), &options).unwrap()
    }

    /// What the reference scorer prints: its table or object, and its list of mistakes.
    fn reference(&self, script: &Path, flags: &[&str]) -> (String, String) {
        let mut run = Command::new("python3");
        run.arg(script).arg(self.path("gold")).arg(self.predictions()).args(flags);
        let run = run.output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap())
    }
}

/// The annotation with every fifth fact dropped and every seventh moved to another value or key.
fn perturbed(gold: &Map<String, Value>, name: &str) -> Value {
    let mut row = json!({"doc_id": format!("{name}.txt")});
    for table in Table::ALL {
        let facts = gold.get(table.as_str()).and_then(Value::as_array).cloned().unwrap_or_default();
        let kept = (1..).zip(facts).filter(|(at, _)| at % 5 != 0).map(|(at, mut fact)| {
            if at % 7 == 0 {
                let key =
                    ["value", "award", "number"].into_iter().find(|key| fact.get(key).is_some()).unwrap();
                fact[key] = fact[key].as_i64().map_or_else(|| json!(format!("x{at}")), |n| json!(n + 1));
            }
            if at % 3 == 0 {
                fact["noun"] = json!("hai  tổ ĐẢNG");
                fact["kind"] = json!("other");
                fact["end"] = json!(fact["end"].as_u64().unwrap() + 3);
            }
            fact
        });
        row[table.as_str()] = kept.collect();
    }
    row
}

/// Everything that the reference says, we say.
#[track_caller]
fn assert_agrees(reference: &Value, ours: &Value, at: &str) {
    match (reference, ours) {
        (Value::Object(fields), Value::Object(_)) => {
            for (name, value) in fields {
                assert_agrees(value, &ours[name.as_str()], &format!("{at}.{name}"));
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            assert!((a - b).abs() < 1e-9, "{at}: score.py says {a}, we say {b}");
        }
        (a, b) => assert_eq!(a, b, "{at}"),
    }
}

/// The figures, the table and every listed mistake of both programs are the same.
fn assert_same_as_reference(bench: &Bench, script: &Path, at: &str) {
    let ours = bench.score(usize::MAX);
    let json = serde_json::from_str(&bench.reference(script, &["--json"]).0).unwrap();
    assert_agrees(&json, &serde_json::to_value(&ours).unwrap(), at);
    let (table, errors) = bench.reference(script, &["--errors", "1000000"]);
    let shown = ours.to_string();
    // the reference knows nothing of rules and classes
    let ours_alone = |line: &&str| !line.starts_with("   rules:") && !line.starts_with("   confidence:");
    assert_eq!(
        shown.lines().filter(ours_alone).collect::<Vec<_>>(),
        table.lines().collect::<Vec<_>>(),
        "{at}"
    );
    let listed: Vec<String> = ours.errors(usize::MAX).map(ToString::to_string).collect();
    assert_eq!(listed.join("\n"), errors.trim_end(), "{at}");
}

/// Needs `score/score.py` beside the folder of the sets, and Python.
#[test]
fn figures_are_those_of_the_reference_scorer() {
    let Some(gold) = gold() else { return };
    let script = gold.join("../score/score.py");
    assert!(script.is_file(), "{} is missing", script.display());
    for set in ["seed", "dev", "devgenre"] {
        assert_same_as_reference(
            &Bench::new(&gold, &[set]).perturbed(),
            &script,
            &format!("{set} perturbed"),
        );
        assert_same_as_reference(&Bench::new(&gold, &[set]).extracted(), &script, set);
    }
}

#[test]
fn the_reference_document_is_read_without_a_mistake() {
    let Some(gold) = gold() else { return };
    let evaluation = Bench::new(&gold, &["seed"]).extracted().score(0);
    print!("{evaluation}");
    let perfect = |s: &Scores| s.precision >= 1.0 && s.recall >= 1.0;
    for (table, scores) in &evaluation.tables {
        assert!(perfect(&scores.fact) && perfect(&scores.record), "{table}");
        assert!(scores.documents_and_models.as_ref().is_none_or(perfect), "{table}: documents and models");
    }
}

/// A class with fewer facts than this in a half says nothing of its precision.
const ENOUGH: usize = 10;

/// `certain` and `likely` hold what their names promise, in the half that rules are written from and in the other.
#[test]
fn classes_of_confidence_deserve_their_names() {
    let Some(gold) = gold() else { return };
    let bench = Bench::new(&gold, &["dev", "devgenre"]).extracted();
    let mut below = Vec::new();
    for half in Half::ALL {
        let options = Options { half: Some(half), ..Options::default() };
        let evaluation = evaluate(&bench.path("gold"), &bench.predictions(), &options).unwrap();
        for (table, scores) in &evaluation.tables {
            for class in Confidence::ALL {
                let Some(measured) = scores.confidence.get(class.as_str()) else { continue };
                let share = measured.share().unwrap();
                let line =
                    format!("half {}: {table} {class} {share:.3} of {}", half.as_str(), measured.given);
                println!("{line}");
                if measured.given >= ENOUGH && share < class.floor() {
                    below.push(line);
                }
            }
        }
    }
    assert!(below.is_empty(), "{}", below.join("\n"));
}

/// The least that a table may reach.
struct Floor {
    table: Table,
    precision: f64,
    recall: f64,
    f1: f64,
    /// F1 of whole records.
    record: f64,
}

const FLOORS: [Floor; 4] = [
    Floor { table: Table::Counts, precision: 0.99, recall: 0.99, f1: 0.99, record: 0.97 },
    Floor { table: Table::Dates, precision: 0.985, recall: 0.985, f1: 0.985, record: 0.985 },
    Floor { table: Table::Awards, precision: 0.965, recall: 0.935, f1: 0.95, record: 0.91 },
    Floor { table: Table::Citations, precision: 0.99, recall: 0.99, f1: 0.99, record: 0.97 },
];

/// The least F1 of counts of documents and models.
const DOCUMENTS_AND_MODELS: f64 = 0.99;

#[test]
fn figures_stand_above_their_floors() {
    let Some(gold) = gold() else { return };
    let evaluation = Bench::new(&gold, &["dev", "devgenre"]).extracted().score(0);
    print!("{evaluation}");
    let mut below = Vec::new();
    let mut check = |what: String, figure: f64, floor: f64| {
        if figure < floor {
            below.push(format!("{what}: {figure:.3} < {floor:.3}"));
        }
    };
    for Floor { table, precision, recall, f1, record } in FLOORS {
        let scores = evaluation.table(table).unwrap();
        check(format!("{table} precision"), scores.fact.precision, precision);
        check(format!("{table} recall"), scores.fact.recall, recall);
        check(format!("{table} F1"), scores.fact.f1, f1);
        check(format!("{table} whole record F1"), scores.record.f1, record);
        if let Some(documents) = &scores.documents_and_models {
            check("documents and models F1".to_owned(), documents.f1, DOCUMENTS_AND_MODELS);
        }
    }
    assert!(below.is_empty(), "below the floor:\n{}", below.join("\n"));
}
