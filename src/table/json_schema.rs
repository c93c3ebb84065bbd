//! The JSON Schema of `facts.jsonl`, made from the tables.

use super::{Field, Kind, Shape, shapes};
use serde_json::{Map, Value, json};

/// The schema of one line of `facts.jsonl`, which is one element of `facts.json`: JSON Schema, draft 2020-12.
///
/// ```
/// let schema = solieu::table::json_schema();
/// assert_eq!(schema["properties"]["counts"]["items"]["$ref"], "#/$defs/counts");
/// ```
pub fn json_schema() -> Value {
    let shapes = shapes();
    let facts: Vec<&Shape> =
        shapes.iter().filter(|shape| shape.fields.iter().any(|field| field.name == "fact_id")).collect();
    let documents: Vec<Field> = shapes.iter().take(1).flat_map(|shape| shape.fields.clone()).collect();
    let array = |field: &Field| {
        facts.iter().find(|shape| shape.name == field.name).map(|shape| {
            json!({
                "type": "array",
                "items": { "$ref": format!("#/$defs/{}", shape.name) },
                "description": format!("Each is {}.", shape.doc),
            })
        })
    };
    let mut whole = object(&documents, |field| array(field).unwrap_or_else(|| typed(field)));
    let defs: Map<String, Value> = facts
        .iter()
        .map(|shape| {
            let own: Vec<Field> =
                shape.fields.iter().filter(|field| field.name != "doc_id").copied().collect();
            (shape.name.to_owned(), object(&own, typed))
        })
        .collect();
    whole["$defs"] = Value::Object(defs);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "solieu: a document with its facts",
        "description": "One line of facts.jsonl. What is not known is null.",
    });
    for (key, value) in whole.as_object().into_iter().flatten() {
        schema[key] = value.clone();
    }
    schema
}

fn object(fields: &[Field], typed: impl Fn(&Field) -> Value) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.to_owned(), typed(field))).collect();
    let required: Vec<&str> = fields.iter().map(|field| field.name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn typed(field: &Field) -> Value {
    let kind = match field.kind {
        // Identities stand in every row.
        Kind::Text if ["doc_id", "fact_id"].contains(&field.name) => {
            json!({ "type": "string", "minLength": 1 })
        }
        Kind::Text => json!({ "type": ["string", "null"], "minLength": 1 }),
        Kind::Word(words) => {
            let words: Vec<Value> = words.iter().map(|word| json!(word)).chain([Value::Null]).collect();
            json!({ "enum": words })
        }
        Kind::Integer => json!({ "type": ["integer", "null"] }),
        Kind::Decimal => json!({ "type": ["number", "null"] }),
        Kind::Date => {
            json!({ "type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
        }
        Kind::Edtf => json!({ "type": ["string", "null"], "pattern": "^[0-9XPYMWDTQunkow:/.~?+-]+$" }),
    };
    let mut kind = kind;
    kind["description"] = json!(field.doc);
    kind
}
