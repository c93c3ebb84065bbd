//! The class of confidence of each fact, by the rule that read it and by what it says.
//!
//! A class is what was measured on annotated documents: see [`Confidence`]. `solieu evaluate` prints the precision of
//! each rule and of each class; a class that does not deserve its name is mended here.

use crate::fact::{Award, Citation, Confidence, Count, Date, DateKind, Edtf, Measure};
use Confidence::{Certain, Likely, Weak};

/// A fact whose confidence can be told.
pub trait Judged {
    /// The class of the fact.
    fn confidence(&self) -> Confidence;
}

impl Judged for Count {
    /// Numbers with a sign or a word that leaves no doubt are certain; where the noun had to be guessed, or is no
    /// word that is known, the number may be no count at all.
    fn confidence(&self) -> Confidence {
        match self.rule {
            "count/unknown" | "count/label" => Weak,
            "count/elided" => Likely,
            _ if self.measure != Measure::Count => Certain,
            "count/noun" if self.unit == "other" => Likely,
            "count/award" | "count/document" | "count/double" | "count/noun" | "count/shared"
            | "count/table" => Certain,
            _ => Likely,
        }
    }
}

impl Judged for Date {
    /// A date in full is certain; one that had to be completed, or that leans on another, is likely; one that nothing
    /// completes is weak.
    fn confidence(&self) -> Confidence {
        if self.resolved == Edtf::Unknown {
            return Weak;
        }
        let open = self.resolved.days() == (None, None) && self.kind != DateKind::Set;
        match self.rule {
            "date/month" | "date/month_word" | "date/months" => Likely,
            _ if open => Likely,
            _ => Certain,
        }
    }
}

impl Judged for Award {
    /// An award is the surer the more of its frame was found: who gives it, who gets it, when, how many and what for.
    fn confidence(&self) -> Confidence {
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
    /// A symbol names its document; a bare number leaves the year and the issuer open.
    fn confidence(&self) -> Confidence {
        if self.rule == "citation/symbol" { Certain } else { Likely }
    }
}

#[cfg(test)]
mod tests {
    use super::Judged;
    use crate::extract::Extractor;
    use crate::fact::Confidence::{Certain, Likely, Weak};
    use crate::fact::{Award, Facts};
    use crate::resolve;
    use crate::text::Text;

    fn facts(text: &str) -> Facts {
        resolve::read(&Extractor::new(), &Text::new(text.to_owned())).facts
    }

    #[test]
    fn a_number_with_its_sign_is_certain_and_an_unknown_noun_is_not() {
        let counts =
            facts("Xã có 02 nghị quyết, đạt 98% hộ dùng nước sạch, thu 5 tỷ đồng và trồng 12 gốc quỳnh.")
                .counts;
        let classes: Vec<_> = counts.iter().map(|count| (count.noun.as_str(), count.confidence())).collect();
        assert_eq!(
            classes[..3].iter().map(|(_, class)| *class).collect::<Vec<_>>(),
            [Certain; 3],
            "{classes:?}"
        );
        assert_ne!(classes[3].1, Certain, "{classes:?}");
    }

    #[test]
    fn a_date_that_nothing_completes_is_weak() {
        let lone = facts("Năm trước, xã trồng rừng.").dates;
        assert_eq!(lone[0].confidence(), Weak);
        let whole = facts("Ngày 15/6/2020, xã trồng rừng.").dates;
        assert_eq!(whole[0].confidence(), Certain);
        let open = facts("Ngày 8/7, xã trồng rừng.").dates;
        assert_eq!(open[0].confidence(), Likely);
    }

    #[test]
    fn an_award_without_its_frame_is_weak() {
        let told = facts("Năm 2020, UBND tỉnh tặng Bằng khen cho 05 tập thể.").awards.remove(0);
        assert_eq!(told.confidence(), Likely);
        let bare = Award { grantor: String::new(), year: None, quantity: None, ..told };
        assert_eq!(bare.confidence(), Weak);
    }

    #[test]
    fn a_bare_number_is_less_than_a_symbol() {
        let citations = facts("Theo Quyết định 1034/QĐ-UBND và Nghị quyết 18.").citations;
        assert_eq!(citations.iter().map(Judged::confidence).collect::<Vec<_>>(), [Certain, Likely]);
    }
}
