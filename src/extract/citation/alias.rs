//! Short forms: "Chỉ thị 05" stands for the directive 05-CT/TW that the text has cited in full.

use super::Page;
use crate::fact::Citation;

/// Gives each short form the number of its document.
///
/// A form that the text defines goes before one that only shares its number with a document cited in full.
pub(super) fn resolve(page: Page<'_>, found: &mut [Citation]) {
    let mut defined: Vec<(String, String, String)> = Vec::new();
    for i in 0..found.len() {
        if full(&found[i].number) {
            continue;
        }
        let citation = &found[i];
        let known =
            defined.iter().rfind(|(kind, number, _)| *kind == citation.kind && *number == citation.number);
        let target = match known {
            Some((_, _, target)) => Some(target.clone()),
            None => definition(page, found, i).or_else(|| shared(found, i)),
        };
        if let Some(target) = target {
            if known.is_none() {
                defined.push((citation.kind.clone(), citation.number.clone(), target.clone()));
            }
            found[i].refers_to = target;
        }
    }
}

/// Whether a number is a whole symbol.
fn full(number: &str) -> bool {
    number.contains(|c: char| c.is_alphabetic() && c.is_uppercase())
}

/// "Quyết định số 12/QĐ-UBND … (gọi tắt là Đề án 07)": the last full citation of the same sentence.
fn definition(page: Page<'_>, found: &[Citation], i: usize) -> Option<String> {
    let text = page.folded();
    let start = found[i].span.start;
    let defined =
        page.lexicon.context.alias.precedes(text, start).is_some() || text[..start].trim_end().ends_with('(');
    let sentence = page.sentences.around(page.text, found[i].span);
    let last = found[..i].iter().rfind(|c| full(&c.number) && c.span.start >= sentence.start)?;
    let close = defined && !text[last.span.end..start].contains(';');
    let bracket = page.lexicon.context.alias.precedes(text, start).is_some() || last.kind == found[i].kind;
    (close && bracket).then(|| last.number.clone())
}

/// A document of the same kind and number, cited in full: the last before, else the first after.
fn shared(found: &[Citation], i: usize) -> Option<String> {
    let head =
        |number: &str| number.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
    let wanted = &found[i];
    // "54/2017" must agree in both parts
    let year = wanted.number.split('/').nth(1);
    let same = |c: &&Citation| {
        full(&c.number)
            && c.kind == wanted.kind
            && head(&c.number).trim_start_matches('0') == head(&wanted.number).trim_start_matches('0')
            && year.is_none_or(|y| c.number.contains(y))
    };
    let before = found[..i].iter().rfind(same);
    before.or_else(|| found[i + 1..].iter().find(same)).map(|c| c.number.clone())
}
