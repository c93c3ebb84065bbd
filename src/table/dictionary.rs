//! The data dictionary, made from the schema.

use super::{AWARD_PREFIX, Field, KEPT_PREFIX, Kind, Language, SUMMARY, Shape, all_words, shapes};

const HEAD: &str = "\
# Data dictionary

*Made from the schema in `src/table.rs` by `solieu schema`; do not edit.*

A run writes these files into its output folder, each whole or not at all:

| file | when | holds |
|---|---|---|
| `summary.csv` | always | one row for each document, wide |
| `summary.json` | always | the whole run: totals by unit, award, year and grantor |
| `by_year.csv`, `by_unit.csv`, `by_award.csv`, `by_grantor.csv` | always | sums over the run: no part is added to its whole, no percentage, change or rate at all, and no document that repeats another |
| `datapackage.json` | always | what the CSV files are, as a Frictionless Data Package |
| `problems.csv` | always | one row for each problem |
| `documents.csv`, `counts.csv`, `dates.csv`, `awards.csv`, `citations.csv` | `csv` | one row for each document or fact |
| `facts.jsonl` | `jsonl` | one line for each document: an object with its fields and its arrays of facts |
| `facts.json` | `json` | the same objects in one array |
| `documents.parquet`, `counts.parquet` … | `parquet` | every table, typed; decimals have 38 digits, 9 of them after the point |
| `solieu.xlsx` | `xlsx` | a sheet for each table, and a first one that explains them |
| `solieu.sqlite` | `sqlite` | every table, with indices, views, and a full-text search in the quotes |
| `report.html` | `html` | a page to read, check and mark the run in: see [page.md](page.md) |
| `brat.zip` | `brat` | texts and standoff marks for brat |
| `label-studio.json`, `label-studio.xml` | `label-studio` | tasks with predictions, and the labelling interface for them |
| `annotations.jsonld` | `w3c-annotation` | annotations in the Web Annotation Data Model |

**CSV** is UTF-8 with a byte order mark (`--no-bom` leaves it out), commas between cells, `\"` around cells that
need it, a line feed after each row. An empty cell says that nothing is known. Numbers have a decimal point and
no other sign; `--locale vi` writes a decimal comma and semicolons between cells. A cell of type text that begins with `=`, `+`, `-`, `@`, a tab or the end of a line has an
apostrophe `'` before it, so that no spreadsheet runs it as a formula; JSON has the bare text.

**`--lang vi`** writes the headings of CSV and XLSX in Vietnamese, and in their cells the labels of words and of the keys of `unit`, `kind`
and `award`; the first sheet of the workbook, sentences of `problems`, the closing lines of the run and the page are Vietnamese, too. This page gives both names. Everything that
programs read keeps its keys: names of files, JSON, Parquet, SQLite, the formats of annotation tools, `--rows`, `--columns`
and `--where` of `solieu tabulate`, which reads either. Keys of bodies and provinces, which [bodies.md](bodies.md) and [provinces.md](provinces.md) name, stay keys.
`datapackage.json` keeps the names of fields, has the headings as `title`, the labels as `enum` and both as `categories`, and tells a reader to
pass over the line of headings.

**JSON** has the same names. What is empty in CSV is `null`, and decimals keep every digit. In place of the numbers
of facts, the object of a document has arrays of that name; a fact in them has all its columns but `doc_id`.

Types: **text**; **word**, one of the listed words; **integer**; **decimal**, exact; **date**, a day as
`2020-06-30`; **edtf**, a date in the Extended Date/Time Format (ISO 8601-2): `2020-06-30T17:00`, `2020-06`, `2020`,
quarters `2020-33` to `2020-36`, half-years `2020-40` and `2020-41`, intervals `2015/2020`, open ones `../2019`,
decades `195X`, days without a year `XXXX-07-08`, recurrences `P1Y`, or `unknown`.
";

/// The data dictionary of all tables, in Markdown.
///
/// ```
/// assert!(solieu::table::dictionary().contains("## citations"));
/// ```
pub fn dictionary() -> String {
    let sections = shapes().into_iter().map(|table| section(&table));
    std::iter::once(HEAD.to_owned()).chain(sections).chain([keys()]).collect()
}

fn section(table: &Shape) -> String {
    let Shape { name, doc, fields } = table;
    let lines: String = fields.iter().map(line).collect();
    let more = if *name == SUMMARY.name { by_run() } else { String::new() };
    let title = Language::Vietnamese.title(name);
    format!(
        "\n## {name}\n\n*{title}.* One row: {doc}.\n\n| column | type | Vietnamese | meaning |\n|---|---|---|---|\n{lines}{more}"
    )
}

/// The columns of `summary` that depend on the run.
fn by_run() -> String {
    format!(
        "| `{KEPT_PREFIX}…` | text | {} | One column for each one that `--keep` or `--metadata` carries along, by its name. |\n\
         | `{AWARD_PREFIX}…` | integer | {} | One column for each kind of award that occurs in the run, by its key in \
         `awards.award`, in the order of the keys: number of such awards. |\n",
        Language::Vietnamese.heading(&format!("{KEPT_PREFIX}…")),
        Language::Vietnamese.heading(&format!("{AWARD_PREFIX}…"))
    )
}

fn line(field: &Field) -> String {
    let Field { name, kind, doc } = field;
    let words = match kind {
        Kind::Word(words) => {
            let both = words.iter().map(|word| format!("`{word}` {}", Language::Vietnamese.list_word(word)));
            format!(" One of {}.", both.collect::<Vec<_>>().join(", "))
        }
        _ => String::new(),
    };
    let heading = Language::Vietnamese.heading(name);
    format!("| `{name}` | {} | {heading} | {doc}{words} |\n", kind.as_str())
}

/// The keys of the word lists and what they are called.
fn keys() -> String {
    let [_, _, (_, keys)] = all_words();
    let lines =
        keys.iter().fold(String::new(), |lines, (key, word)| lines + &format!("| `{key}` | {word} |\n"));
    format!("\n## Keys of `unit`, `kind` and `award`\n\n| key | Vietnamese |\n|---|---|\n{lines}")
}
