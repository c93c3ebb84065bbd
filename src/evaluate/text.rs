//! Written names compared without regard to case, tone placement and outer punctuation.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::value::{is_space, plain};

/// Grave, acute, tilde, hook above, dot below.
const TONE_MARKS: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Lower case, one space, no outer punctuation, the tone mark of each word at its end (hòa = hoà).
pub(super) fn fold(value: &Value) -> String {
    if value.is_null() {
        return String::new();
    }
    let lower = plain(value).to_lowercase();
    let mut moved = String::with_capacity(lower.len() + 8);
    let mut tones = Vec::new();
    for c in lower.nfd() {
        if is_space(c) {
            moved.extend(tones.drain(..));
            if !moved.ends_with(' ') {
                moved.push(' ');
            }
        } else if TONE_MARKS.contains(&c) {
            tones.push(c);
        } else {
            moved.push(c);
        }
    }
    moved.extend(tones);
    let composed: String = moved.nfc().collect();
    composed.trim_matches(|c| !is_word(c)).to_owned()
}

/// A letter, a digit or `_`; unlike [`char::is_alphanumeric`], no mark and no circled letter.
fn is_word(c: char) -> bool {
    let circled = matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f149}'
        | '\u{1f150}'..='\u{1f169}' | '\u{1f170}'..='\u{1f189}');
    c == '_' || (c.is_alphanumeric() && !is_combining_mark(c) && !circled)
}

/// Two written names agree when one folded name contains the other.
pub(super) fn same_name(a: &Value, b: &Value) -> bool {
    let (a, b) = (fold(a), fold(b));
    if a.is_empty() || b.is_empty() {
        return a == b;
    }
    a.contains(&b) || b.contains(&a)
}

/// The share of words that two texts have in common, each word as often as it stands in both.
pub(super) fn words_f1(a: &Value, b: &Value) -> f64 {
    let (a, b) = (fold(a), fold(b));
    let (a, mut left): (Vec<_>, Vec<_>) = (words(&a).collect(), words(&b).collect());
    if a.is_empty() || left.is_empty() {
        return f64::from(u8::from(a.len() == left.len()));
    }
    let both = a.len() + left.len();
    let mut common = 0;
    for word in a {
        if let Some(at) = left.iter().position(|other| *other == word) {
            left.swap_remove(at);
            common += 1;
        }
    }
    super::score::ratio(2 * common, both)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_space).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn spellings_of_one_name_fold_to_one() {
        let pairs = [
            ("hòa", "hoà"),
            ("Ủy ban", "UỶ BAN"),
            ("“Dân vận”, năm", "Dân  vận”, năm"),
            ("25-NQ/TW.", "25-nq/tw"),
        ];
        for (a, b) in pairs {
            assert_eq!(fold(&json!(a)), fold(&json!(b)), "{a} {b}");
        }
        let decomposed: String = "Tỉnh ủy".nfd().collect();
        assert_eq!(fold(&json!("Tỉnh ủy")), fold(&json!(decomposed)));
        assert_eq!(fold(&json!(18)), "18");
        assert_eq!(fold(&json!(null)), "");
    }

    #[test]
    fn different_words_stay_different() {
        for (a, b) in [("hoa", "hoà"), ("mơ", "mo"), ("a b", "ab"), ("25-NQ/TW", "25-NQ TW"), ("đ", "d")] {
            assert_ne!(fold(&json!(a)), fold(&json!(b)), "{a} {b}");
        }
    }

    #[test]
    fn a_sign_after_a_toned_word_takes_the_tone_along() {
        // The reference moves the tone behind the sign and strips both; we score as it does.
        assert_eq!(fold(&json!("(khéo)")), "kheo");
        assert_eq!(fold(&json!("khéo")), "kheó");
    }

    #[test]
    fn a_name_holds_its_short_form() {
        assert!(same_name(&json!("Ủy ban nhân dân tỉnh"), &json!("UỶ BAN nhân dân")));
        assert!(same_name(&json!(null), &json!("")));
        assert!(!same_name(&json!(""), &json!("Chính phủ")));
        assert!(!same_name(&json!("nhân dân Ủy ban"), &json!("Ủy ban nhân dân")));
    }

    #[test]
    fn shared_words_count_as_often_as_both_have_them() {
        let close = |a: &str, b: &str, wanted: f64| (words_f1(&json!(a), &json!(b)) - wanted).abs() < 1e-12;
        assert!(close("a b c", "c b x", 2.0 / 3.0));
        assert!(close("a a a", "a", 0.5));
        assert!(close("", "", 1.0));
        assert!(close("a", "", 0.0));
    }
}
