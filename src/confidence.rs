//! The class of confidence of each fact, by the rule that read it and by what it says.
//!
//! A class is what was measured on annotated documents: see [`Confidence`]. `solieu evaluate` prints the precision of
//! each rule and of each class; a class that does not deserve its name is mended here.

use crate::fact::{Award, Citation, Confidence, Count, Date, DateKind, Edtf, Measure};
use Confidence::{Certain, Likely, Weak};

/// What a fact does not say of itself.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The words that it was read from.
    pub words: &'a str,
    /// Whether the document has a date of its own.
    pub dated: bool,
}

/// A fact whose confidence can be told.
pub trait Judged {
    /// The class of the fact.
    fn confidence(&self, seen: Seen<'_>) -> Confidence;
}

impl Judged for Count {
    /// Numbers with a sign or a word that leaves no doubt are certain; where the noun had to be guessed, or is no
    /// word that is known, the number may be no count at all, and a number word may be another word ("ba cô").
    fn confidence(&self, seen: Seen<'_>) -> Confidence {
        let spelled = !seen.words.contains(|c: char| c.is_ascii_digit());
        match self.rule {
            "count/unknown" | "count/label" => Weak,
            "count/elided" | "count/both" => Likely,
            _ if self.measure != Measure::Count => Certain,
            "count/noun" if self.unit == "other" || spelled => Likely,
            "count/award" | "count/document" | "count/double" | "count/noun" | "count/shared"
            | "count/table" => Certain,
            _ => Likely,
        }
    }
}

impl Judged for Date {
    /// A date in full is certain; one that was completed from the document's own date nearly so. Where the document has
    /// none, the year that completes a day is a guess, and one that leans on it is worth little.
    fn confidence(&self, seen: Seen<'_>) -> Confidence {
        let leans = self.kind == DateKind::Relative;
        if self.resolved == Edtf::Unknown || leans && !seen.dated {
            return Weak;
        }
        let open = self.value.days() == (None, None) && self.kind != DateKind::Set;
        match self.rule {
            "date/month" | "date/month_word" | "date/months" => Likely,
            _ if open && !seen.dated => Likely,
            _ => Certain,
        }
    }
}

impl Judged for Award {
    /// An award is the surer the more of its frame was found: who gives it, who gets it, when, how many and what for.
    fn confidence(&self, _: Seen<'_>) -> Confidence {
        let told = [
            !self.grantor.is_empty(),
            !self.recipient.is_empty(),
            self.year.is_some(),
            self.quantity.is_some(),
            !self.reason.is_empty(),
        ];
        let told = told.into_iter().filter(|told| *told).count();
        if self.rule == "award/table" || told >= 3 { Likely } else { Weak }
    }
}

impl Judged for Citation {
    /// A symbol names its document; a bare number leaves the year and the issuer open, and with a word that names other
    /// things too (Đề án 949A, a class of ships) it may be no document.
    fn confidence(&self, _: Seen<'_>) -> Confidence {
        match (self.rule, self.kind.as_str()) {
            ("citation/symbol", _) => Certain,
            (_, "scheme" | "project" | "program" | "plan" | "report") => Weak,
            _ => Likely,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Judged, Seen};
    use crate::extract::Extractor;
    use crate::fact::Confidence::{Certain, Likely, Weak};
    use crate::fact::{Award, Facts};
    use crate::resolve;
    use crate::text::Text;

    const DIGITS: Seen<'static> = Seen { words: "12", dated: false };

    fn facts(text: &str) -> Facts {
        resolve::read(&Extractor::new(), &Text::new(text.to_owned())).facts
    }

    #[test]
    fn a_number_with_its_sign_is_certain_and_an_unknown_noun_is_not() {
        let counts =
            facts("Xã có 02 nghị quyết, đạt 98% hộ dùng nước sạch, thu 5 tỷ đồng và trồng 12 gốc quỳnh.")
                .counts;
        let classes: Vec<_> =
            counts.iter().map(|count| (count.noun.as_str(), count.confidence(DIGITS))).collect();
        assert_eq!(
            classes[..3].iter().map(|(_, class)| *class).collect::<Vec<_>>(),
            [Certain; 3],
            "{classes:?}"
        );
        assert_ne!(classes[3].1, Certain, "{classes:?}");
        let spelled = facts("Xã có ba cán bộ.").counts;
        assert_eq!(spelled[0].confidence(Seen { words: "ba", ..DIGITS }), Likely);
        assert_eq!(spelled[0].confidence(DIGITS), Certain);
    }

    #[test]
    fn a_date_that_nothing_completes_is_weak() {
        let lone = facts("Năm trước, xã trồng rừng.").dates;
        assert_eq!(lone[0].confidence(DIGITS), Weak);
        let whole = facts("Ngày 15/6/2020, xã trồng rừng.").dates;
        assert_eq!(whole[0].confidence(DIGITS), Certain);
        let open = facts("Ngày 8/7, xã trồng rừng.").dates;
        assert_eq!(open[0].confidence(DIGITS), Likely);
        assert_eq!(open[0].confidence(Seen { dated: true, ..DIGITS }), Certain);
    }

    #[test]
    fn an_award_without_its_frame_is_weak() {
        let told = facts("Năm 2020, UBND tỉnh tặng Bằng khen cho 05 tập thể.").awards.remove(0);
        assert_eq!(told.confidence(DIGITS), Likely);
        let bare = Award { grantor: String::new(), year: None, quantity: None, ..told };
        assert_eq!(bare.confidence(DIGITS), Weak);
    }

    #[test]
    fn a_bare_number_is_less_than_a_symbol() {
        let citations = facts("Theo Quyết định 1034/QĐ-UBND và Nghị quyết 18, Đề án 949.").citations;
        assert_eq!(
            citations.iter().map(|citation| citation.confidence(DIGITS)).collect::<Vec<_>>(),
            [Certain, Likely, Weak]
        );
    }
}
