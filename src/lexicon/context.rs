//! Groups of words around a number or a date, each with its look-up.

use super::{Forms, Phrase};
use crate::text::space::{back, skip, words};

/// Words that tell the same.
#[derive(Clone, Debug)]
pub struct Group(Forms<()>);

impl Group {
    /// The end of the longest word that begins at `at`, in the folded view.
    pub fn at(&self, folded: &str, at: usize) -> Option<usize> {
        self.0.at(folded, at).map(|(end, ())| end)
    }

    /// The start of the longest word that ends at `end`.
    pub fn before(&self, folded: &str, end: usize) -> Option<usize> {
        self.0.before(folded, end).map(|(start, ())| start)
    }

    /// Whether one of the words stands in a text.
    pub fn is_in(&self, folded: &str) -> bool {
        words(folded).any(|word| self.at(folded, word.start).is_some())
    }

    /// As [`Group::at`], after blanks.
    pub fn follows(&self, folded: &str, at: usize) -> Option<usize> {
        self.at(folded, skip(folded, at))
    }

    /// As [`Group::before`], before blanks.
    pub fn precedes(&self, folded: &str, end: usize) -> Option<usize> {
        self.before(folded, back(folded, end))
    }
}

/// Declares every group: a field bears the id of its entry in `context.toml`.
macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// What the words beside a number or a date tell.
        #[derive(Debug)]
        pub struct Context {
            $($(#[$doc])* pub $name: Group,)+
        }

        impl Context {
            pub(super) fn new(phrases: &[Phrase]) -> Self {
                let group = |id: &str| {
                    let forms = phrases.iter().filter(|p| p.id == id).flat_map(|p| &p.forms);
                    Group(Forms::new(forms.map(|form| (form.as_str(), ()))))
                };
                Self { $($name: group(stringify!($name)),)+ }
            }

            /// The ids of all groups.
            pub const IDS: &[&str] = &[$(stringify!($name),)+];
        }
    };
}

groups! {
    /// A number after them is a rise.
    increase,
    /// A number after them is a fall.
    decrease,
    /// Numbers after them are parts of the one before.
    part,
    /// In their clause a bare scale word means đồng.
    money,
    /// Verbs before a sum of money.
    money_sum,
    /// Before “N lần” they make it a multiple.
    times,
    /// Directly before a number they make it a sum of money.
    sum,
    /// A number after them may be of a motto.
    motto,
    /// Heads of columns that do not say what is counted.
    table_head,
    /// Heads of columns whose numbers count nothing.
    serial_head,
    /// A unit of time after them is what is reported on.
    reported,
    /// A bare year after them is the one they are planned or reported for.
    indicator,
    /// A year in their clause is the edition of a contest.
    contest,
    /// Ships and their arms, whose classes are numbered as projects.
    vessel,
    /// Words that only end like a word of an ordinal or a name.
    compound,
    /// Nouns that take a further noun into the head.
    classifier,
    /// No noun phrase begins with them.
    stop,
    /// A noun phrase ends before them.
    phrase_end,
    /// After a number of a list they say of a thing what sets it apart, and its noun is left out.
    predicate,
    /// A share before them is one of what was counted last.
    of_those,
    /// A share after them stands without its whole.
    share,
    /// Funds: a large number before them is a sum of money.
    fund,
    /// Verbs of going a way: what follows its length is no stuff.
    motion,
    /// Kin beside whom “con” are children.
    kin,
    /// What lives for a year: “hàng năm” after them is no date.
    annual,
    /// Verbs of issuing a document that follows.
    issuing,
    /// Works that have a title.
    work,
}
