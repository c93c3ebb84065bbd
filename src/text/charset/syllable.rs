//! Which strings of letters are syllables of Vietnamese.

use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The vowels, each with its five tones: huyền, hỏi, ngã, sắc, nặng.
const VOWELS: [(char, &str); 12] = [
    ('a', "àảãáạ"),
    ('ă', "ằẳẵắặ"),
    ('â', "ầẩẫấậ"),
    ('e', "èẻẽéẹ"),
    ('ê', "ềểễếệ"),
    ('i', "ìỉĩíị"),
    ('o', "òỏõóọ"),
    ('ô', "ồổỗốộ"),
    ('ơ', "ờởỡớợ"),
    ('u', "ùủũúụ"),
    ('ư', "ừửữứự"),
    ('y', "ỳỷỹýỵ"),
];

#[derive(Deserialize)]
struct Parts {
    front: Vec<String>,
    back: Vec<String>,
    onsets: Vec<String>,
    rimes: Vec<String>,
    common: Vec<String>,
}

/// The parts of syllables, made ready for look-up.
struct Syllables {
    /// Onsets, and whether they stand before a front vowel: only, never, or either.
    onsets: HashMap<String, Option<bool>>,
    rimes: HashSet<String>,
    common: HashSet<String>,
    /// Toned vowels with their bare vowel, and whether the tone is sắc or nặng.
    tones: HashMap<char, (char, bool)>,
}

static SYLLABLES: LazyLock<Syllables> = LazyLock::new(|| {
    let parts: Parts = toml::from_str(include_str!("syllables.toml")).expect("syllables.toml is valid");
    let with = |list: Vec<String>, front| list.into_iter().map(move |onset| (onset, front));
    let onsets = with(parts.front, Some(true)).chain(with(parts.back, Some(false)));
    let tones = VOWELS
        .iter()
        .flat_map(|&(vowel, toned)| toned.chars().enumerate().map(move |(tone, c)| (c, (vowel, tone >= 3))));
    Syllables {
        onsets: onsets.chain(with(parts.onsets, None)).chain([(String::new(), None)]).collect(),
        rimes: parts.rimes.into_iter().collect(),
        common: parts.common.into_iter().collect(),
        tones: tones.collect(),
    }
});

/// Whether letters are one of the syllables that occur most; case is ignored.
pub(super) fn common(letters: &str) -> bool {
    SYLLABLES.common.contains(&letters.to_lowercase())
}

/// Whether letters, in composed form, make a syllable; case is ignored.
pub(super) fn legal(letters: &str) -> bool {
    let all = &*SYLLABLES;
    let (mut bare, mut tones, mut stopping) = (String::with_capacity(letters.len()), 0, false);
    for c in letters.chars() {
        let c = c.to_lowercase().next().unwrap_or(c);
        let &(vowel, stops) = all.tones.get(&c).unwrap_or(&(c, false));
        tones += usize::from(vowel != c);
        stopping |= stops;
        bare.push(vowel);
    }
    let stopped = bare.ends_with(['c', 'p', 't']) || bare.ends_with("ch");
    // "gì" writes one letter for two
    let bare = if bare == "gi" { "gii" } else { &bare };
    let splits = bare.char_indices().take(4).map(|(at, _)| bare.split_at(at));
    tones <= 1 && (!stopped || stopping) && splits.into_iter().any(|(onset, rime)| all.fits(onset, rime))
}

impl Syllables {
    fn fits(&self, onset: &str, rime: &str) -> bool {
        let front = rime.starts_with(['e', 'ê', 'i', 'y']);
        let known = self.onsets.get(onset).is_some_and(|asked| asked.is_none_or(|asked| asked == front));
        known && self.rimes.contains(rime)
    }
}

#[cfg(test)]
mod tests {
    use super::{common, legal};

    #[test]
    fn syllables() {
        for word in ["quyết", "định", "NGHỊ", "Ủy", "uỷ", "gì", "giếng", "quốc", "ờ", "Thuỷ", "khuya", "được"]
        {
            assert!(legal(word), "{word}");
        }
    }

    #[test]
    fn what_is_common_is_legal() {
        assert!(super::SYLLABLES.common.iter().all(|word| legal(word)));
        assert!(common("Được") && !common("khuỷu"));
    }

    #[test]
    fn what_is_none() {
        for word in ["", "cế", "ngiêm", "vaø", "hộch", "quyêt", "tàc", "đứợc", "xyz", "kà"] {
            assert!(!legal(word), "{word}");
        }
    }
}
