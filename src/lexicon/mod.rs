//! What the program knows of the language: tables that a clerk could correct.

mod calendar;
mod context;
mod entry;
mod forms;
mod places;
mod frames;
mod group;
mod pairs;
mod sieve;
mod variants;

pub use calendar::{Calendar, TimeRole};
pub use context::Context;
pub use entry::{
    Award, Body, Code, Document, Entry, Exclusion, Frame, Measure, Phrase, Province, Role, Time, Unit,
};
pub use forms::Forms;
pub use frames::Frames;
pub use group::Group;
pub use places::Places;
pub use sieve::Sieve;
pub use variants::variants;

use entry::Table;
use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;

const FILES: [(&str, &str); 11] = [
    ("documents", include_str!("documents.toml")),
    ("awards", include_str!("awards.toml")),
    ("units", include_str!("units.toml")),
    ("measures", include_str!("measures.toml")),
    ("bodies", include_str!("bodies.toml")),
    ("quantifiers", include_str!("quantifiers.toml")),
    ("calendar", include_str!("calendar.toml")),
    ("exclusions", include_str!("exclusions.toml")),
    ("context", include_str!("context.toml")),
    ("provinces", include_str!("provinces.toml")),
    ("award_frames", include_str!("award_frames.toml")),
];

/// A look-up of words and of abbreviations that gives the index of an entry.
#[derive(Debug)]
pub struct Names {
    words: Forms<usize>,
    short: Forms<usize>,
}

impl Names {
    fn new<'a>(
        words: impl Iterator<Item = (&'a str, usize)>,
        short: impl Iterator<Item = (&'a str, usize)>,
    ) -> Self {
        Self { words: Forms::new(words), short: Forms::exact(short) }
    }

    /// The longest word (in the folded view) or abbreviation (as shown) that begins at `at`.
    pub fn at(&self, folded: &str, shown: &str, at: usize) -> Option<(usize, usize)> {
        self.words.at(folded, at).or_else(|| self.short.at(shown, at))
    }

    /// The longest word or abbreviation that ends at `end`.
    pub fn before(&self, folded: &str, shown: &str, end: usize) -> Option<(usize, usize)> {
        self.words.before(folded, end).or_else(|| self.short.before(shown, end))
    }
}

/// All tables with their look-ups; built once and shared by every thread.
#[derive(Debug)]
pub struct Lexicon {
    /// Kinds of documents.
    pub documents: Vec<Document>,
    /// Kinds of awards.
    pub awards: Vec<Award>,
    /// Nouns that are counted.
    pub units: Vec<Unit>,
    /// Units of measure.
    pub measures: Vec<Measure>,
    /// Bodies.
    pub bodies: Vec<Body>,
    /// Provinces and centrally run cities.
    pub provinces: Vec<Province>,
    /// Words that bound a number.
    pub quantifiers: Vec<Phrase>,
    /// Words that make a number no count.
    pub exclusions: Vec<Exclusion>,
    /// Groups of words around a number.
    pub phrases: Vec<Phrase>,
    /// The same, each group with its look-up.
    pub context: Context,
    /// Words of the frames of awards, by their parts.
    pub frames: Frames,
    /// Finds a document kind by its words.
    pub document_names: Names,
    /// Finds any kind of document that is cited, also those that are never counted as one.
    pub cited_names: Names,
    /// Finds an award by its words or abbreviation.
    pub award_names: Names,
    /// Finds a counted noun.
    pub unit_names: Names,
    /// Finds a unit of measure by its words or sign.
    pub measure_names: Names,
    /// Finds a body by its words or abbreviation.
    pub body_names: Names,
    /// Finds the names of provinces.
    pub places: Places,
    /// Finds a quantifier.
    pub quantifier_names: Names,
    /// Words of the calendar.
    pub calendar: Calendar,
    /// Finds words that make the number after them no count.
    pub exclusion_names: Names,
    /// Finds words that make the number before them no count.
    pub trailing_names: Names,
    symbols: FxHashMap<String, usize>,
    signs: FxHashMap<String, usize>,
    hash: String,
}

impl Lexicon {
    /// Builds the lexicon from the tables that are part of the program.
    ///
    /// # Panics
    ///
    /// Never with the tables as tested: they are compiled in, and a test reads each of them.
    #[allow(clippy::expect_used, reason = "the tables are part of the program")]
    pub fn new() -> Self {
        Self::load().expect("the lexicon's tables are well formed")
    }

    fn load() -> Result<Self, toml::de::Error> {
        let documents: Vec<Document> = table(0)?;
        let awards: Vec<Award> = table(1)?;
        let units: Vec<Unit> = table(2)?;
        let measures: Vec<Measure> = table(3)?;
        let bodies: Vec<Body> = table(4)?;
        let quantifiers: Vec<Phrase> = table(5)?;
        let exclusions: Vec<Exclusion> = table(7)?;
        let phrases: Vec<Phrase> = table(8)?;
        let provinces: Vec<Province> = table(9)?;
        let side = |after: bool| {
            let forms = exclusions.iter().enumerate().filter(move |(_, e)| e.after == after);
            Names::new(
                forms.flat_map(|(i, e)| e.forms.iter().map(move |f| (f.as_str(), i))),
                std::iter::empty(),
            )
        };
        let signs = each(&bodies, |b| &b.signs).map(|(sign, i)| (sign.to_owned(), i)).collect();
        let symbols = documents
            .iter()
            .enumerate()
            .flat_map(|(i, d)| d.symbols.iter().map(move |s| (s.to_lowercase(), i)))
            .collect();
        Ok(Self {
            document_names: Names::new(
                each(&documents, |d| &d.forms).filter(|(_, i)| !documents[*i].apart),
                std::iter::empty(),
            ),
            cited_names: Names::new(each(&documents, |d| &d.forms), std::iter::empty()),
            award_names: Names::new(each(&awards, |a| &a.forms), each(&awards, |a| &a.abbreviations)),
            unit_names: Names::new(each(&units, |u| &u.forms), std::iter::empty()),
            measure_names: Names::new(each(&measures, |m| &m.forms), each(&measures, |m| &m.signs)),
            body_names: Names::new(each(&bodies, |b| &b.forms), each(&bodies, |b| &b.abbreviations)),
            places: Places::new(&provinces),
            quantifier_names: Names::new(each(&quantifiers, |q| &q.forms), std::iter::empty()),
            calendar: Calendar::new(table(6)?),
            exclusion_names: side(false),
            trailing_names: side(true),
            context: Context::new(&phrases),
            exclusions,
            phrases,
            documents,
            awards,
            units,
            measures,
            bodies,
            provinces,
            quantifiers,
            frames: Frames::new(table(10)?),
            symbols,
            signs,
            hash: hash(),
        })
    }

    /// The document kind whose code a symbol bears: "NQ" is `resolution`.
    pub fn symbol(&self, code: &str) -> Option<&Document> {
        self.symbols.get(&code.to_lowercase()).map(|&i| &self.documents[i])
    }

    /// The body whose code a document number bears, its term left aside: "QH14" is `national_assembly`.
    pub fn issuer(&self, code: &str) -> Option<&Body> {
        let code = code.trim_end_matches(|c: char| c.is_ascii_digit());
        self.signs.get(code).map(|&i| &self.bodies[i])
    }

    /// BLAKE3 of the tables, in hexadecimal: which lexicon a run was made with.
    pub fn hash(&self) -> &str {
        &self.hash
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new()
    }
}

fn table<E: DeserializeOwned>(file: usize) -> Result<Vec<E>, toml::de::Error> {
    toml::from_str::<Table<E>>(FILES[file].1).map(|table| table.entry)
}

fn each<E>(entries: &[E], forms: impl Fn(&E) -> &Vec<String>) -> impl Iterator<Item = (&str, usize)> {
    entries
        .iter()
        .enumerate()
        .flat_map(move |(i, entry)| forms(entry).iter().map(move |form| (form.as_str(), i)))
}

fn hash() -> String {
    let mut hasher = blake3::Hasher::new();
    for (name, content) in FILES {
        hasher.update(name.as_bytes());
        hasher.update(content.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    #[test]
    fn names_are_found_in_both_directions() {
        let lexicon = Lexicon::new();
        let text = "02 nghị quyết";
        let (end, i) = lexicon.document_names.at(text, text, 3).unwrap();
        assert_eq!((end, lexicon.documents[i].id.as_str()), (text.len(), "resolution"));
        assert!(lexicon.document_names.at(text, text, 0).is_none());
        assert_eq!(lexicon.symbol("QĐ").map(|d| d.id.as_str()), Some("decision"));
        assert!(lexicon.symbol("XYZ").is_none());
    }
}
