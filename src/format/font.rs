//! Fonts that stand for an encoding: the letters of a run say nothing without them.

use crate::text::{Encoding, decode_as};

/// Words in one font.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    pub(super) text: String,
    /// Name of the font; empty where none is stated.
    pub(super) font: String,
}

/// The words of a paragraph, each run read as its font shows it, and whether any font was such.
///
/// Where a run outside ASCII has an ordinary font nothing is read: the paragraph is judged by its words later.
pub(super) fn shown(runs: &[Run]) -> (String, Option<Encoding>) {
    let plain = || runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let old = |run: &Run| run.text.is_ascii() || (encoding(&run.font).is_some() && carried(&run.text));
    let first = runs.iter().filter(|run| !run.text.is_ascii()).find_map(|run| encoding(&run.font));
    let Some((found, _)) = first.filter(|_| runs.iter().all(old)) else { return (plain(), None) };
    let mut words = String::new();
    let mut rest = runs;
    while let Some(run) = rest.first() {
        let same = rest.iter().take_while(|next| next.font == run.font).count();
        let joined: String = rest[..same].iter().map(|run| run.text.as_str()).collect();
        match encoding(&run.font) {
            Some((encoding, capitals)) => {
                let read = decode_as(joined.as_bytes(), encoding).text;
                words.push_str(&if capitals { read.to_uppercase() } else { read });
            }
            None => words.push_str(&joined),
        }
        rest = &rest[same..];
    }
    (words, Some(found))
}

/// The encoding that a font stands for, and whether it shows capitals only.
fn encoding(font: &str) -> Option<(Encoding, bool)> {
    let starts = |with: &str| font.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    if starts(".Vn") {
        return Some((Encoding::Tcvn3AsWindows1252, font.ends_with('H')));
    }
    if starts("VNI-") {
        return Some((Encoding::VniAsWindows1252, false));
    }
    starts("VPS ").then_some((Encoding::VpsAsWindows1252, false))
}

/// Whether all characters are of a code page; a letter of Unicode in an old font was typed as Unicode.
fn carried(text: &str) -> bool {
    text.chars().all(|c| {
        !matches!(c as u32, 0x100..=0x1FF if !"ŒœŠšŸŽžƒ".contains(c)) && !matches!(c as u32, 0x1E00..=0x1EFF)
    })
}

#[cfg(test)]
mod tests {
    use super::{Encoding, Run, shown};

    fn run(text: &str, font: &str) -> Run {
        Run { text: text.to_owned(), font: font.to_owned() }
    }

    #[test]
    fn capitals_by_the_font() {
        let runs =
            [run("ñ", ".VnTimeH"), run("y ban ", ".VnTime"), run("quyÕt", ".VnTimeH"), run(" 5", "Arial")];
        assert_eq!(shown(&runs), ("Ủy ban QUYẾT 5".to_owned(), Some(Encoding::Tcvn3AsWindows1252)));
    }

    #[test]
    fn a_letter_and_its_mark_in_two_runs() {
        assert_eq!(shown(&[run("Co", "VNI-Times"), run("äng", "VNI-Times")]).0, "Cộng");
    }

    #[test]
    fn what_was_typed_as_unicode_stays() {
        assert_eq!(shown(&[run("Cộng hoà", ".VnTime")]), ("Cộng hoà".to_owned(), None));
        assert_eq!(shown(&[run("Céng", "Arial"), run(" hoµ", ".VnTime")]), ("Céng hoµ".to_owned(), None));
    }
}
