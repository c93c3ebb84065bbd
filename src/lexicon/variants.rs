//! Spellings of one form: tone placement (hòa/hoà) and i/y pairs (sĩ/sỹ).

/// Open rimes whose tone mark stands on either vowel: new style, old style.
/// Only open syllables differ: hoà/hòa, but hoàn has one form.
const TONE: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// Syllables that are written with i or y.
const VOWEL: [(&str, &str); 12] = [
    ("kỷ", "kỉ"),
    ("tỷ", "tỉ"),
    ("sĩ", "sỹ"),
    ("quy", "qui"),
    ("quý", "quí"),
    ("quỹ", "quĩ"),
    ("lý", "lí"),
    ("kỹ", "kĩ"),
    ("mỹ", "mĩ"),
    ("hy", "hi"),
    ("ký", "kí"),
    ("vỹ", "vĩ"),
];

/// At most this many spellings of one form are made.
const LIMIT: usize = 16;

/// All spellings of a lower-case form, the form itself first.
///
/// ```
/// assert_eq!(solieu::lexicon::variants("ủy ban"), ["ủy ban", "uỷ ban"]);
/// assert_eq!(solieu::lexicon::variants("quý hai"), ["quý hai", "quí hai"]);
/// ```
pub fn variants(form: &str) -> Vec<String> {
    if form.split(' ').all(has_one_form) {
        return vec![form.to_owned()];
    }
    let mut all = vec![String::new()];
    for (i, word) in form.split(' ').enumerate() {
        let spellings = syllable(word);
        let mut next = Vec::with_capacity(all.len() * spellings.len());
        for spelling in &spellings {
            for head in all.iter().take(if spelling == word { LIMIT } else { LIMIT - next.len().min(LIMIT) })
            {
                next.push(if i == 0 { spelling.clone() } else { format!("{head} {spelling}") });
            }
        }
        next.truncate(LIMIT);
        all = next;
    }
    all
}

/// Whether a syllable is in neither table, as most are by their last letter.
fn has_one_form(word: &str) -> bool {
    let last = word.chars().next_back();
    let open = matches!(
        last,
        Some('a' | 'e' | 'i' | 'y' | 'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ')
    ) || matches!(last, Some('ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' | 'í' | 'ỉ' | 'ĩ'));
    let end = |rime: &str| word.ends_with(rime);
    !open
        || !VOWEL.iter().any(|(y, i)| word == *y || word == *i)
            && !TONE.iter().any(|(new, old)| end(new) || end(old))
}

fn syllable(word: &str) -> Vec<String> {
    let mut spellings = vec![word.to_owned()];
    for (new, old) in TONE {
        for (from, to) in [(new, old), (old, new)] {
            // after q the u belongs to the onset: quý is never qúy
            if let Some(onset) = word.strip_suffix(from).filter(|onset| !onset.ends_with('q')) {
                spellings.push(format!("{onset}{to}"));
            }
        }
    }
    for (y, i) in VOWEL {
        if word == y {
            spellings.push(i.to_owned());
        } else if word == i {
            spellings.push(y.to_owned());
        }
    }
    spellings
}

#[cfg(test)]
mod tests {
    use super::variants;

    #[test]
    fn closed_syllables_have_one_form() {
        assert_eq!(variants("hoàn toàn"), ["hoàn toàn"]);
        assert_eq!(variants("chiến sĩ"), ["chiến sĩ", "chiến sỹ"]);
    }

    #[test]
    fn variants_multiply_but_not_without_end() {
        assert_eq!(variants("uỷ hòa").len(), 4);
        assert!(variants("tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ").len() <= 16);
    }
}
