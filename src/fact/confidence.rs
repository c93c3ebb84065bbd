//! How far a fact can be relied on.

use super::words;

/// How far a fact can be relied on: a class with a meaning in numbers, measured on annotated documents.
///
/// The order is that of trust: `Weak < Likely < Certain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Confidence {
    /// Worth a look before it is used.
    #[default]
    Weak,
    /// Of a hundred such facts at least 90 are right.
    Likely,
    /// Of a hundred such facts at least 98 are right.
    Certain,
}
words!(Confidence { Certain => "certain", Likely => "likely", Weak => "weak" });

impl Confidence {
    /// The share of its facts that are right, at least.
    ///
    /// ```
    /// use solieu::fact::Confidence;
    /// assert!(Confidence::Certain.floor() > Confidence::Likely.floor());
    /// assert!(Confidence::Certain > Confidence::Likely);
    /// ```
    pub const fn floor(self) -> f64 {
        match self {
            Self::Certain => 0.98,
            Self::Likely => 0.90,
            Self::Weak => 0.0,
        }
    }
}
