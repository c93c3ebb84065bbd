//! The data package and the JSON Schema, as validators of other makers see them.

use super::other::{hard, python};
use super::{Case, NOTHING};
use serde_json::Value;
use solieu::batch::{self, Plan};
use solieu::output::Format;
use solieu::table;
use std::fs;
use std::path::Path;

#[test]
fn the_package_is_valid_by_frictionless() {
    let case = hard();
    python("package.py", &["package", case.out().join("datapackage.json").to_str().unwrap()]);
}

#[test]
fn a_package_without_the_tables_of_facts_is_valid_too() {
    let case = Case::new(&[("a.txt", NOTHING)]);
    batch::run(
        &Plan { formats: vec![Format::Jsonl], licence: Some("CC-BY-4.0".into()), ..case.plan() },
        &|_| {},
    )
    .unwrap();
    let package = case.json("datapackage.json");
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
    let names: Vec<&Value> =
        package["resources"].as_array().unwrap().iter().map(|resource| &resource["path"]).collect();
    assert_eq!(
        names,
        ["problems.csv", "summary.csv", "by_year.csv", "by_unit.csv", "by_award.csv", "by_grantor.csv"]
    );
    python("package.py", &["package", case.out().join("datapackage.json").to_str().unwrap()]);
}

#[test]
fn the_package_describes_every_column_of_every_file() {
    let case = hard();
    let package = case.json("datapackage.json");
    for resource in package["resources"].as_array().unwrap() {
        let name = resource["path"].as_str().unwrap().trim_end_matches(".csv");
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let named: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(named, case.table(name).0, "{name}");
        assert!(fields.iter().all(|field| !field["description"].as_str().unwrap().is_empty()));
    }
    assert_eq!(package["licenses"][0]["name"], "notspecified");
    assert!(package["sources"][0]["title"].as_str().unwrap().ends_with("in"));
}

/// `SOLIEU_UPDATE=1 cargo test --test outputs schema` writes it anew.
#[test]
fn the_json_schema_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/facts.schema.json");
    let made = format!("{:#}\n", table::json_schema());
    if std::env::var_os("SOLIEU_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &made).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap();
    assert!(written == made, "schema/facts.schema.json is stale: set SOLIEU_UPDATE=1 and run this again");
}

#[test]
fn the_lines_are_valid_by_the_json_schema_and_broken_ones_are_not() {
    let case = hard();
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/facts.schema.json");
    python(
        "package.py",
        &["lines", schema.to_str().unwrap(), case.out().join("facts.jsonl").to_str().unwrap()],
    );
}
