//! Bodies and places beside their words: a canonical key, a level, and the code of a province with its era.
//!
//! Everything is computed from the words that the families gave and from the document's own province, after all is
//! read. What the words do not tell stays empty: a guess would be worse in a table that others join.

mod body;
mod era;
mod home;
mod number;
mod place;

pub use body::identify;
pub use era::{When, key};
pub use home::Home;
pub use number::of_number;
pub use place::{Mention, mentions};

use crate::extract::Extraction;
use crate::fact::{Award, Citation, Identity};
use crate::lexicon::Lexicon;
use crate::text::Text;

/// The identities of everything that one document names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Canon {
    /// Code and era of the document's own province.
    pub province: String,
    /// Who issued the document.
    pub issuer: Identity,
    /// Grantor and recipient of each award.
    pub awards: Vec<[Identity; 2]>,
    /// The issuer of each citation.
    pub citations: Vec<Identity>,
}

/// Identifies the bodies and places of a document that was read.
///
/// ```
/// use solieu::{canon, extract::Extractor, resolve, text::Text};
/// let text = Text::new("Năm 2019, UBND tỉnh Yên Bái tặng Bằng khen cho 12 tập thể.".to_owned());
/// let extractor = Extractor::new();
/// let canon = canon::read(extractor.lexicon(), &text, &resolve::read(&extractor, &text));
/// let grantor = &canon.awards[0][0];
/// assert_eq!((grantor.body.as_str(), grantor.province.as_str()), ("provincial_people_committee", "15@2004"));
/// ```
pub fn read(lexicon: &Lexicon, text: &Text, extraction: &Extraction) -> Canon {
    let home = Home::of(lexicon, text, extraction);
    let own = When::of_document(home.day);
    let award = |award: &Award| {
        let when = award.year.map_or(own, |year| When::in_year(year, home.day));
        [
            identify(lexicon, &award.grantor, when, &home, true),
            identify(lexicon, &award.recipient, when, &home, false),
        ]
    };
    let citation = |citation: &Citation| {
        let when = citation.date.map_or(own, |date| When::of_date(date, home.day));
        issuer(lexicon, &citation.issuer, &citation.number, when, &home)
    };
    Canon {
        province: home.key(lexicon, own),
        issuer: issuer(lexicon, &extraction.info.issuer, &extraction.info.number, own, &home),
        awards: extraction.facts.awards.iter().map(award).collect(),
        citations: extraction.facts.citations.iter().map(citation).collect(),
    }
}

/// The issuer of a document by its words, else by its number.
fn issuer(lexicon: &Lexicon, words: &str, number: &str, when: When, home: &Home) -> Identity {
    let named = identify(lexicon, words, when, home, true);
    if named.body.is_empty() { of_number(lexicon, number, when, home) } else { named }
}
