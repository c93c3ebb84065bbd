//! The keys of bodies and provinces, made from the lexicon.

use crate::lexicon::{Body, Code, Lexicon, Province};

const BODIES: &str = "\
# Bodies

*Made from `src/lexicon/bodies.toml` by `solieu schema bodies`; do not edit.*

The keys of the columns that end in `_body`. A key names a kind of body and, with `_level` and `_province`, one body: the
People's Committee of Hà Giang is `provincial_people_committee`, `province`, `02@2004`.

- An office that acts for a body stands for it: *Bộ trưởng Bộ Y tế* is `min_moh`. A person who receives an award does not.
- *Thành phố* is of provincial level where it is centrally run, else of district level; without a name it is that of the
  document's own province, and where that is not known the level is empty.
- A body that has branches at several levels (*Hội Nông dân*) has the level that its words state, else none.
- A foreign body (*Chính phủ Nhật Bản*) has no key.
- An issuer that is not named is known by a code in the number of its document; codes that several bodies share (`TW`, `TU`,
  `ĐU`) tell nothing.

| key | name | codes | levels | from | until | then |
|---|---|---|---|---|---|---|
";

const PROVINCES: &str = "\
# Provinces

*Made from `src/lexicon/provinces.toml` by `solieu schema provinces`; do not edit.*

The keys of the columns that end in `province`: a code of the national code list, `@`, and the year of the list. There were 63
provinces and centrally run cities until 2025-06-30 (list of 2004) and there are 34 since 2025-07-01 (list of 2025). Seven codes
have another owner in the new list, so a code without its year is no key; and a name that went on may name another territory.

The list is chosen by the year of the fact, else by the date of the document, else by the dates that the document names.

- Where none of these is known, or they lie on both sides of 2025-07-01, and both lists have the name, the year is left
  empty (`01@`); the cell is empty where the name has two codes (Lào Cai).
- A province that is named has the code of its name: Yên Bái is `15@2004` at any later time.
- A body whose province is not named is of the document's own province. Across the merger (a document of 2026 about 2019) it has
  a code only where the province went through it unchanged.
- The document's own province stands in its header, else in the place of signing of a body that is not central, else in the byline,
  else it is the single one that the text names. Where two contend it is empty.
- A name is taken only where it can mean nothing else: after *tỉnh*, *thành phố*, a body of a province (*Tỉnh ủy Hòa Bình*), or
  at the end of a chain (*huyện Hoài Nhơn, Bình Định*); never after *huyện*, *xã*, *đường* …
- Former provinces without a code of these lists (Hà Bắc, until 1996) have none, nor has a province before it came to be in its
  form of the list (Lai Châu until 2003).

| key | name | from | until | then, or made of |
|---|---|---|---|---|
";

/// The keys of bodies, in Markdown.
///
/// ```
/// let page = solieu::table::bodies(&solieu::lexicon::Lexicon::new());
/// assert!(page.contains("| `min_mpi` | bộ kế hoạch và đầu tư | `BKHĐT` `BKH` | central |  | 2025-02-28 | `min_mof` |"));
/// ```
pub fn bodies(lexicon: &Lexicon) -> String {
    let line = |body: &Body| {
        let Body { id, signs, levels, from, until, into, .. } = body;
        let name = body.forms.first().map_or("", String::as_str);
        let signs: Vec<String> = signs.iter().map(|sign| ticked(sign)).collect();
        let (signs, levels, into) = (signs.join(" "), levels.join(", "), ticked(into));
        format!("| `{id}` | {name} | {signs} | {levels} | {from} | {until} | {into} |\n")
    };
    std::iter::once(BODIES.to_owned()).chain(lexicon.bodies.iter().map(line)).collect()
}

/// The keys of provinces, in Markdown.
///
/// ```
/// let page = solieu::table::provinces(&solieu::lexicon::Lexicon::new());
/// assert!(page.contains("| `15@2004` | Yên Bái |  | 2025-06-30 | `15@2025` |"));
/// assert!(page.contains("| `15@2025` | Lào Cai | 2025-07-01 |  | `10@2004` `15@2004` |"));
/// ```
pub fn provinces(lexicon: &Lexicon) -> String {
    let all =
        lexicon.provinces.iter().flat_map(|province| province.codes.iter().map(move |code| (province, code)));
    let mut all: Vec<(&Province, &Code)> = all.collect();
    all.sort_by(|(_, a), (_, b)| (&a.era, &a.code).cmp(&(&b.era, &b.code)));
    let line = |(province, code): (&Province, &Code)| {
        let Code { from, until, into, of, .. } = code;
        let parts: Vec<String> =
            of.iter().chain(Some(into)).map(|key| ticked(key)).filter(|k| !k.is_empty()).collect();
        format!("| `{}` | {} | {from} | {until} | {} |\n", code.key(), province.name, parts.join(" "))
    };
    std::iter::once(PROVINCES.to_owned()).chain(all.into_iter().map(line)).collect()
}

fn ticked(key: &str) -> String {
    if key.is_empty() { String::new() } else { format!("`{key}`") }
}
