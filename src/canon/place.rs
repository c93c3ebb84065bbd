//! Where a text names a province, and not a street, a commune or peace.

use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Text;
use crate::text::space::{back, ends_with, lookback, skip, skip_inline};

/// How the words before the name of a province settle what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// "tỉnh Hà Giang", or a body of a province before it: "Tỉnh ủy Hà Giang".
    Province,
    /// "thành phố Hà Giang": the city, centrally run or in the province of that name.
    City,
    /// "huyện Hòa Bình", "đường Hà Giang": something else.
    Other,
    /// Nothing settles it.
    Open,
}

/// The name of a province in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name.
    pub span: Span,
    /// Index of the province in the lexicon.
    pub province: usize,
    /// What it names here.
    pub sense: Sense,
}

impl Mention {
    /// Whether it is certain that the province, or the city of its name in it, is meant.
    pub fn is_certain(&self) -> bool {
        matches!(self.sense, Sense::Province | Sense::City)
    }
}

/// Every name of a province in a text.
pub fn mentions(lexicon: &Lexicon, text: &Text) -> Vec<Mention> {
    let (folded, shown) = (text.folded(), text.shown());
    let found = lexicon.places.find(text);
    found
        .map(|(span, province)| Mention {
            span,
            province,
            sense: sense(lexicon, folded, shown, span, province),
        })
        .collect()
}

/// Whether a word for a city, perhaps shortened with a stop, stands before a place.
fn city(lexicon: &Lexicon, folded: &str, at: usize) -> bool {
    let end = back(folded, at);
    let bare = folded[..end].strip_suffix('.').map_or(end, str::len);
    let context = &lexicon.context;
    context.city_word.before(folded, bare).is_some() || ends_with(folded, end, &["thủ đô", "t.p"]).is_some()
}

fn sense(lexicon: &Lexicon, folded: &str, shown: &str, span: Span, province: usize) -> Sense {
    let at = span.start;
    if ends_with(folded, at, &["tỉnh", "tỉnh:"]).is_some() {
        return Sense::Province;
    }
    if city(lexicon, folded, at) || folded[span.range()].starts_with("tp") {
        return Sense::City;
    }
    if lexicon.context.small_place.precedes(folded, at).is_some() {
        return Sense::Other;
    }
    let end = back(folded, at);
    let Some((start, body)) = lexicon.body_names.before(folded, shown, end).filter(|_| end < at) else {
        return Sense::Open;
    };
    let body = &lexicon.bodies[body];
    // "Tỉnh ủy Bình Định" can be nothing else; "Hội Nông dân Bình Dương" may be of the commune, and what goes on
    // after the name may be a longer one
    let named = ["tỉnh ủy", "tỉnh uỷ", "tỉnh đoàn"].iter().any(|word| folded[start..end].contains(word));
    let provincial = body.levels.iter().any(|level| level == "province");
    let goes_on = goes_on(folded, shown, span.end);
    let open = body.levels.len() > 1 && lexicon.provinces[province].common;
    if named || provincial && !goes_on && !open { Sense::Province } else { Sense::Open }
}

/// Whether a word with a capital follows on the line.
pub(super) fn goes_on(folded: &str, shown: &str, end: usize) -> bool {
    let next = skip_inline(folded, end);
    next > end && shown[next..].starts_with(char::is_uppercase) && !is_all_capitals(shown, end)
}

/// In a line of capitals every word has one, so nothing follows from it.
fn is_all_capitals(shown: &str, at: usize) -> bool {
    let line = lookback(shown, at).rsplit('\n').next().unwrap_or_default();
    line.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// Whether a mention closes a chain of places: ", Hà Giang" or "(Hà Giang)" at the end of the words.
pub(super) fn closes(folded: &str, span: Span) -> bool {
    let before = folded[..span.start].trim_end();
    let after = skip(folded, span.end);
    let open = before.ends_with('(') && folded[after..].starts_with(')');
    open || before.ends_with(',') && folded[after..].trim_matches(['.', ')', ' ', ';']).is_empty()
}

#[cfg(test)]
mod tests {
    use super::{Sense, Text, mentions};
    use crate::lexicon::Lexicon;

    fn senses(text: &str) -> Vec<(String, Sense)> {
        let (lexicon, text) = (Lexicon::new(), Text::new(text.to_owned()));
        let found = mentions(&lexicon, &text);
        found.iter().map(|m| (lexicon.provinces[m.province].name.clone(), m.sense)).collect()
    }

    #[test]
    fn the_words_before_settle_what_a_name_means() {
        let of = |text: &str| senses(text).into_iter().map(|(_, sense)| sense).collect::<Vec<_>>();
        assert_eq!(of("tỉnh Hoà Bình"), [Sense::Province]);
        assert_eq!(of("Tỉnh uỷ Hòa Bình khai mạc"), [Sense::Province]);
        assert_eq!(of("Sở Y tế Hà Giang"), [Sense::Province]);
        assert_eq!(of("TP. Hồ Chí Minh và TPHCM, TP.HCM"), [Sense::City; 3]);
        assert_eq!(of("huyện Hòa Bình, xã Bình Dương, đường Hà Giang"), [Sense::Other; 3]);
        assert_eq!(of("Đoàn TNCS Hồ Chí Minh"), [Sense::Open]);
        assert_eq!(of("Hội Nông dân Bình Dương họp"), [Sense::Open]);
        assert_eq!(of("mong hòa bình"), []);
    }

    #[test]
    fn a_longer_name_is_not_its_beginning() {
        assert_eq!(senses("tỉnh Hà Nam Ninh")[0].0, "Hà Nam Ninh");
        assert_eq!(senses("tỉnh Quảng Nam - Đà Nẵng").len(), 1);
        assert_eq!(senses("Sở Y tế Thái Bình Dương")[0].1, Sense::Open);
        assert_eq!(senses("tỉnh Bà Rịa-Vũng Tàu")[0].0, "Bà Rịa - Vũng Tàu");
    }
}
