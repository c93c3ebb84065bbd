//! What a body or a place is, beside the words that name it.

use super::words;

/// Level of government, party or organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// The whole country.
    Central,
    /// A province or a centrally run city.
    Province,
    /// A district, or a town or city of that level; until 2025-06-30.
    District,
    /// A commune, a ward or a township.
    Commune,
    /// A unit: an agency, a school, an enterprise.
    Unit,
}
words!(Level { Central => "central", Province => "province", District => "district", Commune => "commune",
    Unit => "unit" });

/// What a body or a place is; every field empty where its words do not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Identity {
    /// Canonical key of the body, as `provincial_people_committee`; empty for a mere place.
    pub body: String,
    /// Its level.
    pub level: Option<Level>,
    /// Code and era of the province that it belongs to, as `15@2004`.
    pub province: String,
}
