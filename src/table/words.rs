//! What headings, words of lists, keys and sentences are called in Vietnamese: the tables `words.toml` and `meanings.toml`.

use super::Kind;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// The language of headings, labels and messages; keys are the same in every one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Headings and labels are the keys themselves.
    #[default]
    English,
    /// Headings, labels and messages are Vietnamese.
    Vietnamese,
}

/// Columns whose cells are keys of the word lists: open lists, which the schema does not enumerate.
const KEYED: [&str; 3] = ["unit", "kind", "award"];

/// Stands in a name where the key of an award follows, and in its heading where the award is named.
const AWARD: &str = super::AWARD_PREFIX;

/// Begins the keys of columns that are carried along.
const KEPT: &str = super::KEPT_PREFIX;

#[derive(Deserialize)]
struct Words {
    tables: HashMap<String, String>,
    columns: BTreeMap<String, String>,
    lists: BTreeMap<String, String>,
    keys: BTreeMap<String, String>,
    messages: BTreeMap<String, String>,
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).expect("a test reads the table"));

static MEANINGS: LazyLock<HashMap<String, String>> =
    LazyLock::new(|| toml::from_str(include_str!("meanings.toml")).expect("a test reads the table"));

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::English, Self::Vietnamese];

    /// The code by which it is asked for.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Vietnamese => "vi",
        }
    }

    /// The title of a table.
    pub fn title(self, table: &str) -> &str {
        if self == Self::English { table } else { WORDS.tables.get(table).map_or(table, String::as_str) }
    }

    /// The heading of a column.
    ///
    /// ```
    /// use solieu::table::Language;
    /// assert_eq!(Language::Vietnamese.heading("value"), "Giá trị");
    /// assert_eq!(Language::Vietnamese.heading("award_medal"), "Khen thưởng: huy chương");
    /// assert_eq!(Language::English.heading("value"), "value");
    /// ```
    pub fn heading(self, column: &str) -> Cow<'_, str> {
        if self == Self::English {
            return Cow::Borrowed(column);
        }
        if let Some(heading) = WORDS.columns.get(column) {
            return Cow::Borrowed(heading);
        }
        if let Some(kept) = column.strip_prefix(KEPT) {
            return WORDS
                .columns
                .get(KEPT)
                .map_or(Cow::Borrowed(column), |heading| heading.replace("{}", kept).into());
        }
        let award = column.strip_prefix(AWARD).zip(WORDS.columns.get(AWARD));
        award.map_or(Cow::Borrowed(column), |(key, heading)| heading.replace("{}", keyed(key)).into())
    }

    /// What a cell shows: the label of a word of a list or of a key, else its text.
    ///
    /// ```
    /// use solieu::table::{Kind, Language};
    /// let words = Kind::Word(&["exact"]);
    /// assert_eq!(Language::Vietnamese.label("qualifier", words, "exact"), "đúng");
    /// assert_eq!(Language::Vietnamese.label("unit", Kind::Text, "plan"), "kế hoạch");
    /// assert_eq!(Language::Vietnamese.label("title", Kind::Text, "plan"), "plan");
    /// ```
    pub fn label<'a>(self, column: &str, kind: Kind, text: &'a str) -> Cow<'a, str> {
        match kind {
            _ if self == Self::English => Cow::Borrowed(text),
            Kind::Word(_) => Cow::Borrowed(self.list_word(text)),
            Kind::Text if KEYED.contains(&column) => Cow::Borrowed(keyed(text)),
            Kind::Text if column == "what" || column == "where" => self.message(text),
            _ => Cow::Borrowed(text),
        }
    }

    /// A word of a list of the schema, or the name of a type.
    pub fn list_word(self, word: &str) -> &str {
        if self == Self::English { word } else { WORDS.lists.get(word).map_or(word, String::as_str) }
    }

    /// What a table or a column means, by the sentence of the schema.
    ///
    /// ```
    /// use solieu::table::Language;
    /// assert_eq!(Language::Vietnamese.meaning("Upper end of a range."), "Đầu trên của một khoảng.");
    /// ```
    pub fn meaning(self, doc: &str) -> Cow<'_, str> {
        let known = MEANINGS.get(doc).filter(|_| self == Self::Vietnamese);
        known.map_or_else(|| self.message(doc), |known| Cow::Borrowed(known.as_str()))
    }

    /// A sentence for the user; one that the table has not is left as it is.
    ///
    /// ```
    /// use solieu::table::Language;
    /// assert_eq!(Language::Vietnamese.message("larger than 10 bytes"), "lớn hơn 10 byte");
    /// assert_eq!(Language::Vietnamese.message("something new"), "something new");
    /// ```
    pub fn message(self, sentence: &str) -> Cow<'_, str> {
        if self == Self::English {
            return Cow::Borrowed(sentence);
        }
        if let Some(said) = WORDS.messages.get(sentence) {
            return Cow::Borrowed(said);
        }
        let fitting =
            WORDS.messages.iter().filter_map(|(form, said)| Some((form, said, captured(form, sentence)?)));
        // The form that fixes most of the sentence says it best.
        let Some((_, said, parts)) = fitting.max_by_key(|(form, ..)| form.len()) else {
            // What the system said stands behind a path.
            let known =
                sentence.rsplit_once(": ").and_then(|(path, said)| Some((path, WORDS.messages.get(said)?)));
            return known.map_or(Cow::Borrowed(sentence), |(path, said)| format!("{path}: {said}").into());
        };
        let mut pieces = said.split("{}");
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for (part, piece) in parts.into_iter().zip(pieces) {
            out += &self.message(part);
            out += piece;
        }
        Cow::Owned(out)
    }
}

fn keyed(key: &str) -> &str {
    WORDS.keys.get(key).map_or(key, String::as_str)
}

/// What stands in the places `{}` of a form; `None` where the sentence is not of it.
fn captured<'a>(form: &str, sentence: &'a str) -> Option<Vec<&'a str>> {
    let mut literals = form.split("{}");
    let mut rest = sentence.strip_prefix(literals.next()?)?;
    let mut parts = Vec::new();
    let mut literals = literals.peekable();
    while let Some(literal) = literals.next() {
        let at = match literals.peek() {
            Some(_) => rest.find(literal)?,
            None => rest.len().checked_sub(literal.len()).filter(|_| rest.ends_with(literal))?,
        };
        parts.push(&rest[..at]);
        rest = &rest[at + literal.len()..];
    }
    rest.is_empty().then_some(parts)
}

/// Which of these columns has this Vietnamese heading.
///
/// ```
/// use solieu::table::column_named;
/// assert_eq!(column_named("Giá trị", ["unit", "value"]), Some("value"));
/// assert_eq!(column_named("value", ["unit", "value"]), None);
/// ```
pub fn column_named<'a>(heading: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    names.into_iter().find(|name| WORDS.columns.get(*name).is_some_and(|known| known == heading))
}

/// The word or key that a label stands for; the label itself where it is a word or not known.
pub fn unlabelled<'a>(column: &str, kind: Kind, label: &'a str) -> &'a str {
    let named = |words: &'static BTreeMap<String, String>, among: &dyn Fn(&str) -> bool| {
        let found = words.iter().find(|(key, word)| *word == label && among(key));
        found.map(|(key, _)| key.as_str())
    };
    match kind {
        Kind::Word(words) => named(&WORDS.lists, &|key| words.contains(&key)).unwrap_or(label),
        Kind::Text if KEYED.contains(&column) => named(&WORDS.keys, &|_| true).unwrap_or(label),
        _ => label,
    }
}

/// All headings, words of lists and keys with what they are called, for the page, which shows either language.
pub(crate) fn all_words() -> [(&'static str, &'static BTreeMap<String, String>); 3] {
    let words: &'static Words = &WORDS;
    [("columns", &words.columns), ("lists", &words.lists), ("keys", &words.keys)]
}

#[cfg(test)]
mod tests {
    use super::{AWARD, KEPT, Language::Vietnamese, MEANINGS, WORDS, captured, column_named, unlabelled};
    use crate::lexicon::Lexicon;
    use crate::table::{Kind, shapes};
    use std::collections::BTreeSet;

    fn unique<'a>(words: impl Iterator<Item = &'a str>) -> bool {
        let words: Vec<&str> = words.collect();
        words.iter().collect::<BTreeSet<_>>().len() == words.len()
    }

    #[test]
    fn every_table_and_column_has_a_heading_and_no_two_of_a_table_the_same() {
        for shape in shapes() {
            assert!(WORDS.tables.contains_key(shape.name), "{}", shape.name);
            for field in &shape.fields {
                let heading = WORDS.columns.get(field.name);
                assert!(heading.is_some_and(|heading| !heading.is_empty()), "{}.{}", shape.name, field.name);
            }
            let names = || shape.fields.iter().map(|field| field.name);
            assert!(unique(names().map(|name| WORDS.columns[name].as_str())), "{}", shape.name);
            assert!(names().all(|name| column_named(&Vietnamese.heading(name), names()) == Some(name)));
        }
    }

    #[test]
    fn every_word_of_a_list_has_a_label_and_no_two_of_a_list_the_same() {
        for field in shapes().into_iter().flat_map(|shape| shape.fields) {
            let Kind::Word(words) = field.kind else { continue };
            assert!(words.iter().all(|word| WORDS.lists.contains_key(*word)), "{}: {words:?}", field.name);
            assert!(unique(words.iter().map(|word| WORDS.lists[*word].as_str())), "{}", field.name);
            for word in words {
                let label = Vietnamese.label(field.name, field.kind, word);
                assert_eq!(unlabelled(field.name, field.kind, &label), *word);
            }
        }
    }

    #[test]
    fn every_key_of_the_word_lists_has_a_label_and_no_two_the_same() {
        let Lexicon { documents, awards, units, measures, .. } = Lexicon::new();
        let unsigned = measures.iter().filter(|measure| measure.signs.is_empty());
        let keys: BTreeSet<String> = (documents.iter().map(|entry| entry.id.clone()))
            .chain(awards.iter().map(|entry| entry.key.clone()))
            .chain(units.iter().map(|entry| entry.unit.clone()))
            .chain(unsigned.map(|entry| entry.unit.clone()))
            .collect();
        let missing: Vec<&String> = keys.iter().filter(|key| !WORDS.keys.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert!(unique(WORDS.keys.values().map(String::as_str)));
        let known: BTreeSet<&str> =
            keys.iter().map(String::as_str).chain(measures.iter().map(|entry| entry.unit.as_str())).collect();
        let stray: Vec<&String> = WORDS.keys.keys().filter(|key| !known.contains(key.as_str())).collect();
        assert!(stray.is_empty(), "words for nothing: {stray:?}");
    }

    #[test]
    fn every_meaning_is_told_and_none_for_nothing() {
        let shapes = shapes();
        let docs =
            shapes.iter().flat_map(|shape| shape.fields.iter().map(|field| field.doc).chain([shape.doc]));
        let docs: BTreeSet<&str> = docs.collect();
        let missing: Vec<&&str> = docs.iter().filter(|doc| !MEANINGS.contains_key(**doc)).collect();
        assert!(missing.is_empty(), "{missing:?}");
        let stray: Vec<&String> = MEANINGS.keys().filter(|doc| !docs.contains(doc.as_str())).collect();
        assert!(stray.is_empty(), "{stray:?}");
    }

    #[test]
    fn no_word_stands_for_nothing() {
        let fields: Vec<_> = shapes().into_iter().flat_map(|shape| shape.fields).collect();
        let is_column =
            |name: &str| name == AWARD || name == KEPT || fields.iter().any(|field| field.name == name);
        assert!(WORDS.columns.keys().all(|name| is_column(name)));
        let is_word = |word: &str| {
            fields.iter().any(|field| match field.kind {
                Kind::Word(words) => words.contains(&word) || word == "word",
                kind => kind.as_str() == word,
            })
        };
        let stray: Vec<&String> = WORDS.lists.keys().filter(|word| !is_word(word)).collect();
        assert!(stray.is_empty(), "{stray:?}");
    }

    #[test]
    fn forms_of_sentences_are_filled() {
        for (form, said) in &WORDS.messages {
            assert_eq!(form.matches("{}").count(), said.matches("{}").count(), "{form}");
        }
        assert_eq!(captured("{} of {}", "3 of 5"), Some(vec!["3", "5"]));
        assert_eq!(captured("a {} b", "a x b c"), None);
        assert_eq!(captured("a {} b", "x a y b"), None);
        assert_eq!(
            Vietnamese.message("cannot write a: larger than 3 bytes"),
            "không ghi được a: lớn hơn 3 byte"
        );
        assert_eq!(Vietnamese.message("a b"), "a b");
    }
}
