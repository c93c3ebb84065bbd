//! Names of bodies and persons: where they end, and where they begin before a verb.

use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Text;
use crate::text::space::{skip, skip_inline, squeezed, word};

/// Where the name that begins at `at` ends: capitalised words, the inner words between them, levels.
///
/// ```
/// use solieu::{grammar::name, lexicon::Lexicon, text::Text};
/// let text = Text::new("Ủy ban nhân dân tỉnh Hòa Bình tặng".to_owned());
/// let end = name::end(&text, &Lexicon::new(), 0).unwrap();
/// assert_eq!(&text.shown()[..end], "Ủy ban nhân dân tỉnh Hòa Bình");
/// ```
pub fn end(text: &Text, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let (folded, shown) = (text.folded(), text.shown());
    let mut here = match lexicon.body_names.at(folded, shown, at) {
        Some((end, _)) => end,
        None => lexicon.context.name_head.follows(folded, at).or_else(|| {
            let first = word(folded, at).filter(|w| w.start == at && is_capital(shown, w.start))?;
            Some(lexicon.context.name_part.follows(folded, at).unwrap_or(first.end))
        })?,
    };
    for _ in 0..24 {
        let Some(next) = step(text, lexicon, here) else { break };
        here = next;
    }
    Some(here)
}

/// One more part of a name after `here`.
fn step(text: &Text, lexicon: &Lexicon, here: usize) -> Option<usize> {
    let (folded, shown) = (text.folded(), text.shown());
    let mut next = skip(folded, here);
    if next == here && !shown[here..].starts_with(['-', '–', '.', '&', '/']) {
        return None;
    }
    if let Some(joined) = joiner(folded, shown, here) {
        next = joined;
    }
    if let Some((end, _)) = lexicon.body_names.at(folded, shown, next) {
        return Some(end);
    }
    let w = word(folded, next).filter(|w| w.start == next)?;
    if is_capital(shown, w.start) {
        if let Some(end) = lexicon.context.name_part.follows(folded, next) {
            return Some(end);
        }
        // a dot after "TP" or "H" belongs to it
        let dot = shown[w.end..].starts_with('.')
            && w.end - w.start <= 3
            && skip_inline(folded, w.end + 1) < folded.len();
        return Some(if dot && is_capital(shown, skip_inline(folded, w.end + 1)) {
            w.end + 1
        } else {
            w.end
        });
    }
    if let Some(end) = lexicon.context.name_level.follows(folded, next) {
        return Some(end);
    }
    // a lower-case word inside a name is followed by a capital before long
    let inner = lexicon.context.name_inner.is(&folded[w.range()]);
    let after = word(folded, w.end)?;
    let soon = is_capital(shown, after.start)
        || lexicon.context.name_inner.is(&folded[after.range()])
            && word(folded, after.end).is_some_and(|x| is_capital(shown, x.start));
    (inner && soon && !matches!(&folded[w.range()], "và")).then_some(w.end)
}

/// A dash, ampersand or slash inside a name: the place after it.
fn joiner(folded: &str, shown: &str, here: usize) -> Option<usize> {
    let at = skip_inline(folded, here);
    let sign = shown[at..].chars().next().filter(|c| matches!(c, '-' | '–' | '&'))?;
    let after = skip_inline(folded, at + sign.len_utf8());
    is_capital(shown, after).then_some(after)
}

/// Whether a capital stands at `at`.
pub fn is_capital(shown: &str, at: usize) -> bool {
    shown.get(at..).and_then(|s| s.chars().next()).is_some_and(char::is_uppercase)
}

/// The words of a span, blanks squeezed and outer punctuation and quotes cut off.
///
/// A quotation that is opened inside is closed: mô hình “Dân vận khéo”.
pub fn tidy(text: &Text, span: Span) -> String {
    let outer = |c: char| {
        matches!(c, ' ' | ',' | ';' | ':' | '.' | '“' | '”' | '"' | '\'' | '-' | '–' | '+' | '*' | '•')
    };
    let words = squeezed(text.slice(span));
    let words = words.trim_start_matches(outer);
    let kept = words.trim_end_matches(outer);
    let open = kept.matches('“').count() > kept.matches('”').count();
    if open && words[kept.len()..].starts_with('”') { format!("{kept}”") } else { kept.to_owned() }
}
