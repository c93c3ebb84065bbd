//! `datapackage.json`: what the CSV files are, as a Frictionless Data Package.

use super::book::{Heading, Label, place};
use super::csv::Style;
use super::summary::Settings;
use crate::table::{Kind, Language};
use serde_json::{Value, json};
use std::io;

/// Name of the file.
pub(super) const FILE: &str = "datapackage.json";

/// The description of the tables that lie beside it as CSV.
pub(super) fn json(tables: &[Heading], settings: &Settings, style: Style) -> io::Result<Vec<u8>> {
    let documents = tables.iter().any(|table| table.name == "documents");
    let resources: Vec<Value> = tables.iter().map(|table| resource(table, documents, style)).collect();
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": "solieu",
        "title": "Figures from reports",
        "description": "Counts, dates, awards and citations that were read from Vietnamese reports.",
        "version": env!("CARGO_PKG_VERSION"),
        "licenses": [licence(settings.licence.as_deref())],
        "resources": resources,
    });
    if !settings.sources.is_empty() {
        let sources = settings.sources.iter().map(|path| json!({ "title": path }));
        package["sources"] = sources.collect();
    }
    let mut out = serde_json::to_vec_pretty(&package)?;
    out.push(b'\n');
    Ok(out)
}

/// The licence of the archive, which only the user knows.
fn licence(name: Option<&str>) -> Value {
    match name {
        Some(name) => json!({ "name": name }),
        None => json!({ "name": "notspecified", "title": "License not specified" }),
    }
}

fn resource(table: &Heading, documents: bool, style: Style) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(|column| field(table, column, style)).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if let Some(key) = key(table) {
        schema["primaryKey"] = json!([key]);
    }
    let foreign = foreign(table, documents);
    if !foreign.is_empty() {
        schema["foreignKeys"] = Value::Array(foreign);
    }
    json!({
        "profile": "tabular-data-resource",
        "name": table.name.replace('_', "-"),
        "title": style.language.title(&table.name),
        "description": style.language.message(&format!("One row: {}.", style.language.meaning(&table.doc))),
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": dialect(style),
        "schema": schema,
    })
}

/// How the file is written; where its headings are not the names of the fields, they are a line to be passed over.
fn dialect(style: Style) -> Value {
    let mut dialect = json!({ "delimiter": style.delimiter(), "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "header": true });
    if style.language != Language::English {
        dialect["header"] = json!(false);
        dialect["commentRows"] = json!([1]);
    }
    dialect
}

/// The column by which a row is known.
fn key(table: &Heading) -> Option<&'static str> {
    let keyed = ["documents", "summary"].contains(&table.name.as_str());
    let key = if keyed { "doc_id" } else { "fact_id" };
    place(table, key).map(|_| key)
}

fn foreign(table: &Heading, documents: bool) -> Vec<Value> {
    let reference = |field: &str, resource: &str, to: &str| {
        place(table, field)
            .map(|_| json!({ "fields": [field], "reference": { "resource": resource, "fields": [to] } }))
    };
    let own = table.name == "documents";
    let known = documents && !own;
    let parts = [
        known.then(|| reference("doc_id", "documents", "doc_id")).flatten(),
        reference("duplicate_of", "", "doc_id").filter(|_| own),
        reference("part_of", "", "fact_id"),
    ];
    parts.into_iter().flatten().collect()
}

fn field(table: &Heading, column: &Label, style: Style) -> Value {
    let kind = match column.kind {
        Kind::Text | Kind::Word(_) | Kind::Edtf => "string",
        Kind::Integer => "integer",
        Kind::Decimal => "number",
        Kind::Date => "date",
    };
    let mut field =
        json!({ "name": column.name, "type": kind, "description": style.language.meaning(&column.doc) });
    let language = style.language;
    if language != Language::English {
        field["title"] = json!(language.heading(&column.name));
    }
    if column.kind == Kind::Decimal && style.decimal() != '.' {
        field["decimalChar"] = json!(style.decimal());
    }
    match column.kind {
        Kind::Word(words) => {
            let shown: Vec<&str> = words.iter().map(|word| language.list_word(word)).collect();
            field["constraints"] = json!({ "enum": shown });
            if language != Language::English {
                let pairs =
                    shown.iter().zip(words).map(|(value, word)| json!({ "value": value, "label": word }));
                field["categories"] = pairs.collect();
            }
        }
        Kind::Edtf => field["rdfType"] = json!("http://id.loc.gov/datatypes/edtf"),
        _ => {}
    }
    if key(table) == Some(column.name.as_str()) {
        field["constraints"] = json!({ "required": true, "unique": true });
    }
    if let Some(unit) = unit(&column.name) {
        field["unit"] = json!(unit);
    }
    field
}

/// In what a number is counted; where it differs from row to row, the column that says it.
fn unit(column: &str) -> Option<&'static str> {
    Some(match column {
        "value" | "value_max" | "total" => "see the column `unit`",
        "quantity" => "see the column `recipient_unit`",
        "chars" | "start" | "end" | "column" => "code point",
        "line" => "line",
        "year" | "first_year" | "last_year" => "year of the Gregorian calendar",
        _ => return None,
    })
}
