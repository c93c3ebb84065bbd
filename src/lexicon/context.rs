//! Groups of words around a number, each with its look-up.

use super::{Names, Phrase};

/// What the words beside a number tell.
#[derive(Debug)]
pub struct Context {
    /// A number after them is a rise.
    pub increase: Names,
    /// A number after them is a fall.
    pub decrease: Names,
    /// Numbers after them are parts of the one before.
    pub part: Names,
    /// In their clause a bare scale word means đồng.
    pub money: Names,
    /// Verbs before a sum of money.
    pub money_sum: Names,
    /// Before “N lần” they make it a multiple.
    pub times: Names,
    /// Directly before a number they make it a sum of money.
    pub sum: Names,
    /// A number after them may be of a motto.
    pub motto: Names,
    /// Heads of columns that do not say what is counted.
    pub table_head: Names,
    /// Heads of columns whose numbers count nothing.
    pub serial_head: Names,
    /// A unit of time after them is what is reported on.
    pub reported: Names,
    /// A bare year after them is the one they are planned or reported for.
    pub indicator: Names,
    /// A year in their clause is the edition of a contest.
    pub contest: Names,
    /// Ships and their arms, whose classes are numbered as projects.
    pub vessel: Names,
    /// Words that only end like a word of an ordinal or a name.
    pub compound: Names,
    /// Nouns that take a further noun into the head.
    pub classifier: Names,
    /// No noun phrase begins with them.
    pub stop: Names,
    /// A noun phrase ends before them.
    pub phrase_end: Names,
}

impl Context {
    pub(super) fn new(phrases: &[Phrase]) -> Self {
        let group = |id: &str| {
            let forms = phrases.iter().filter(|p| p.id == id).flat_map(|p| &p.forms);
            Names::new(forms.map(|f| (f.as_str(), 0)), std::iter::empty())
        };
        Self {
            increase: group("increase"),
            decrease: group("decrease"),
            part: group("part"),
            money: group("money"),
            money_sum: group("money_sum"),
            times: group("times"),
            sum: group("sum"),
            motto: group("motto"),
            table_head: group("table_head"),
            serial_head: group("serial_head"),
            reported: group("reported"),
            indicator: group("indicator"),
            contest: group("contest"),
            vessel: group("vessel"),
            compound: group("compound"),
            classifier: group("classifier"),
            stop: group("stop"),
            phrase_end: group("phrase_end"),
        }
    }
}
