//! `summary.json`: the whole run in numbers.

use crate::record::{Totals, UnitTotal, YearTotal};
use serde::Serialize;
use serde_json::{Map, Number, Value, json};
use std::cmp::Reverse;
use std::io;

/// What was asked of the run, as far as it shapes the files.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Settings {
    /// The formats that were written.
    pub formats: Vec<&'static str>,
    /// Whether CSV files begin with a byte order mark.
    pub bom: bool,
    /// The country whose signs CSV files have.
    pub locale: &'static str,
    /// The language of headings, labels and messages, where one was asked for.
    pub lang: Option<&'static str>,
    /// Whether sums count documents that repeat another.
    pub keep_duplicates: bool,
    /// The largest document that was read, in bytes.
    pub max_bytes: u64,
    /// The date that was given for documents without one of their own.
    pub document_date: Option<String>,
    /// The least confidence of the facts that were written.
    pub min_confidence: &'static str,
    /// The paths that were read, as given.
    #[serde(skip)]
    pub sources: Vec<String>,
    /// The licence of what was read, by its identifier, where it was given.
    #[serde(skip)]
    pub licence: Option<String>,
}

/// The text of `summary.json`. It has no times and no paths, so that equal runs give equal bytes.
pub(super) fn json(totals: &Totals, lexicon: &str, settings: &Settings) -> io::Result<Vec<u8>> {
    let Totals { read, partial, failed, warnings, errors, repeated, .. } = totals;
    let whole = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "lexicon": lexicon,
        "settings": settings,
        "documents": { "read": read, "partial": partial, "failed": failed, "repeated": repeated.documents },
        "problems": { "warnings": warnings, "errors": errors },
        "facts": named(totals.facts),
        "facts_of_repeated": named(repeated.facts),
        "by_unit": totals.units.iter().map(unit).collect::<Map<_, _>>(),
        "by_award": totals.awards,
        "by_year": totals.years.iter().map(year).collect::<Map<_, _>>(),
        "by_grantor": grantors(totals),
    });
    let mut out = serde_json::to_vec_pretty(&whole)?;
    out.push(b'\n');
    Ok(out)
}

fn named([counts, dates, awards, citations]: [u64; 4]) -> Value {
    json!({ "counts": counts, "dates": dates, "awards": awards, "citations": citations })
}

fn unit((unit, total): (&String, &UnitTotal)) -> (String, Value) {
    let sum = total.sum.and_then(|sum| sum.normalize().to_string().parse::<Number>().ok());
    (unit.clone(), json!({ "facts": total.facts, "sum": sum }))
}

fn year((year, total): (&i16, &YearTotal)) -> (String, Value) {
    (year.to_string(), json!({ "dates": total.dates, "awards": total.awards }))
}

/// Who gave most comes first.
fn grantors(totals: &Totals) -> Vec<Value> {
    let mut grantors: Vec<_> = totals.grantors.iter().collect();
    grantors.sort_by_key(|(name, awards)| (Reverse(**awards), *name));
    grantors.into_iter().map(|(name, awards)| json!({ "grantor": name, "awards": awards })).collect()
}

#[cfg(test)]
mod tests {
    use super::{Settings, json};
    use crate::record::{Totals, UnitTotal};

    #[test]
    fn sums_are_exact_and_grantors_stand_by_their_number() {
        let mut totals = Totals::default();
        let sum = Some("12345678901234567890.10".parse().unwrap());
        totals.units.insert("plan".to_owned(), UnitTotal { facts: 2, sum });
        totals.units.insert("VND".to_owned(), UnitTotal { facts: 1, sum: None });
        for (name, number) in [("b", 1), ("a", 1), ("c", 7)] {
            totals.grantors.insert(name.to_owned(), number);
        }
        let settings =
            Settings { formats: vec!["csv"], max_bytes: 1, min_confidence: "weak", ..Settings::default() };
        let text = String::from_utf8(json(&totals, "0a", &settings).unwrap()).unwrap();
        assert!(text.contains("\"sum\": 12345678901234567890.1\n"), "{text}");
        assert!(text.contains("\"sum\": null"), "{text}");
        let order: Vec<_> = ["\"c\"", "\"a\"", "\"b\""].iter().map(|name| text.find(name).unwrap()).collect();
        assert!(order.is_sorted(), "{text}");
    }
}
