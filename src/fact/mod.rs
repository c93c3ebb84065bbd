//! The values that are extracted, and nothing that finds them.

pub mod award;
pub mod citation;
pub mod confidence;
pub mod count;
pub mod date;
pub mod edtf;
pub mod identity;

pub use award::{Award, RecipientUnit, Status};
pub use citation::Citation;
pub use confidence::Confidence;
pub use count::{Count, Direction, Measure, Qualifier};
pub use date::{Date, DateKind, Lean, Role};
pub use edtf::{Edtf, Point};
pub use identity::{Identity, Level};

/// All facts of one document, each table in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// How many or how much of something.
    pub counts: Vec<Count>,
    /// Calendar points and spans.
    pub dates: Vec<Date>,
    /// Honours given.
    pub awards: Vec<Award>,
    /// References to numbered documents.
    pub citations: Vec<Citation>,
}

/// Writes an enum whose words in the tables are fixed.
macro_rules! words {
    ($type:ty { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order of the definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands in the tables.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;
