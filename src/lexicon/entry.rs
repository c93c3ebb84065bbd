//! The shapes of the entries of the tables.

use serde::Deserialize;

/// A table file: a list of entries.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table<E> {
    pub(super) entry: Vec<E>,
}

/// What every entry states of itself: the sentences in which it must, and must not, be found.
pub trait Entry {
    /// Stable key.
    fn id(&self) -> &str;
    /// Sentences in which a fact of this entry is found.
    fn accepts(&self) -> &[String];
    /// Sentences in which no fact of this entry may be found.
    fn rejects(&self) -> &[String];
}

macro_rules! entry {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Stable key.
            pub id: String,
            /// Forms in lower case; spelling variants are made by the program.
            #[serde(default)]
            pub forms: Vec<String>,
            $($(#[$field_doc])* #[serde(default)] pub $field: $type,)*
            /// Why the entry is as it is.
            #[serde(default)]
            pub note: String,
            /// Sentences in which a fact of this entry is found.
            pub accepts: Vec<String>,
            /// Sentences in which no fact of this entry may be found.
            pub rejects: Vec<String>,
        }
        impl Entry for $name {
            fn id(&self) -> &str { &self.id }
            fn accepts(&self) -> &[String] { &self.accepts }
            fn rejects(&self) -> &[String] { &self.rejects }
        }
    };
}

entry! {
    /// A kind of document; its `id` is the unit of counts and the kind of citations.
    Document {
        /// Codes in document numbers, as `NQ`.
        symbols: Vec<String>,
        /// Whether the word is also a verb or another noun.
        homograph: bool,
    }
}

entry! {
    /// A kind of award.
    Award {
        /// Canonical key in the tables.
        key: String,
        /// Short forms, matched with their capitals.
        abbreviations: Vec<String>,
        /// Whether it has ranks: hạng Nhất, giải Nhì.
        ranked: bool,
        /// Whether a title belongs to its name: Kỷ niệm chương “Vì sự nghiệp …”.
        titled: bool,
        /// Whether it is a status that is an award only where a verb confers it.
        weak: bool,
    }
}

entry! {
    /// A group of nouns that are counted, with the unit that they share.
    Unit {
        /// Canonical unit in the tables.
        unit: String,
    }
}

entry! {
    /// A unit of measure.
    Measure {
        /// Measure in the tables: physical, money, duration, percent.
        measure: String,
        /// Canonical unit in the tables.
        unit: String,
        /// Signs, matched with their capitals.
        signs: Vec<String>,
        /// What one of it is worth in `unit`, as 1000000 for "triệu đồng".
        scale: Option<u64>,
    }
}

entry! {
    /// A body that issues documents or gives awards.
    Body {
        /// Short forms, matched with their capitals.
        abbreviations: Vec<String>,
        /// Level of government or party.
        level: String,
    }
}

entry! {
    /// A group of words that say how a number is meant.
    Phrase {
        /// Whether the words stand after the number.
        after: bool,
    }
}

entry! {
    /// A word of the calendar.
    Time {
        /// Where it stands in a date.
        role: super::TimeRole,
        /// Of a relative date or a recurrence: year, quarter, month, week, day …; `Y`, `M`, `W`, `D`.
        unit: String,
        /// How many units from the document's date; of a weekday, its number from Monday.
        shift: i32,
    }
}

entry! {
    /// Words beside a number that make it no count.
    Exclusion {
        /// What after the number makes it a count all the same: "noun", "person" or nothing.
        unless: String,
        /// Whether the words stand behind the number.
        after: bool,
    }
}
