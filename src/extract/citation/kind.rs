//! The kind of a cited document: by the word before its number, else by the code in its symbol.

use super::{Page, code_kind};
use crate::grammar::sign::Symbol;
use crate::text::space::{back, ends_with, floor, word_before};

/// How many words may stand between a kind word and "số": "Luật Bảo hiểm xã hội số 58/2014/QH13".
const TITLE_WORDS: usize = 12;

/// The kind word before a full symbol: its start and kind.
pub(super) fn before(page: Page<'_>, number: usize) -> Option<(usize, String)> {
    if let Some(found) = directly_before(page, number) {
        return Some(found);
    }
    let (text, shown) = (page.folded(), page.shown());
    // a whole symbol needs no capital: "căn cứ nghị định 139/2018/NĐ-CP"
    if let Some((start, i)) = page.lexicon.cited_names.before(text, shown, back(text, number)) {
        return Some((start, page.lexicon.documents[i].id.clone()));
    }
    if let Some(found) = abbreviated(page, number) {
        return Some(found);
    }
    let mut here = strip_number_word(text, number)?;
    for _ in 0..TITLE_WORDS {
        if let Some((start, i)) = page.lexicon.cited_names.before(text, shown, here) {
            return Some((start, page.lexicon.documents[i].id.clone()));
        }
        let w = word_before(text, here)?;
        if text[w.end..here].contains(['.', ';', ':', '(', ')', '\n']) {
            return None;
        }
        here = back(text, w.start);
        if text[..here].ends_with(['.', ';', ':', ')', '(']) {
            return None;
        }
        here = if text[..here].ends_with([',', '-', '”', '“', '"']) {
            back(text, floor(text, here - 1))
        } else {
            here
        };
    }
    None
}

/// "QĐ số 491/QĐ-TTg", "NQ 04/2021/NQ-HĐND": the code of the kind in the place of its word.
fn abbreviated(page: Page<'_>, number: usize) -> Option<(usize, String)> {
    let text = page.folded();
    let end = strip_number_word(text, number).unwrap_or_else(|| back(text, number));
    let w = word_before(text, end).filter(|w| w.end == end && w.end < number)?;
    let code = &page.shown()[w.range()];
    let kind = page.lexicon.symbol(code).filter(|_| code.chars().all(char::is_uppercase))?;
    Some((w.start, kind.id.clone()))
}

/// "số", "số:" before the number, if there: the place before it.
fn strip_number_word(text: &str, number: usize) -> Option<usize> {
    let here = back(text, number);
    let here = if text[..here].ends_with(':') { back(text, here - 1) } else { here };
    ends_with(text, here, &["số", "số ký hiệu"]).map(|start| back(text, start))
}

/// The kind word that stands directly before a number, "số" or a short adjective between them.
pub(super) fn directly_before(page: Page<'_>, number: usize) -> Option<(usize, String)> {
    let (text, shown) = (page.folded(), page.shown());
    let plain = back(text, number);
    let here = strip_number_word(text, number);
    let numbered = here.is_some();
    let here = here.unwrap_or(plain);
    let here = page
        .lexicon
        .context
        .act_word
        .precedes(text, here)
        .filter(|s| page.lexicon.cited_names.before(text, shown, back(text, *s)).is_some())
        .map_or(here, |s| back(text, s));
    let (start, i) = page.lexicon.cited_names.before(text, shown, here)?;
    let document = &page.lexicon.documents[i];
    // "công văn", "văn bản" and verbs need "số" or a capital: "quyết định 3 vấn đề" cites nothing
    let capital = crate::grammar::name::is_capital(shown, start);
    let opens = || sentence_start(text, start) && document.homograph && !goes_on(page, number);
    let cited =
        numbered || capital && !document.apart && !opens() || !capital && lower(page, document, number);
    cited.then(|| (start, kind_of(document, &text[start..here])))
}

/// Whether what follows a bare number goes on the sentence: "Quy định 27 có …", but not "Quyết định 3 vấn đề".
fn goes_on(page: Page<'_>, number: usize) -> bool {
    let text = page.folded();
    let digits = text[number..].bytes().take_while(u8::is_ascii_digit).count();
    page.lexicon.context.stop.follows(text, number + digits).is_some()
}

/// "theo quy định 22 và", "(gọi tắt là quy định 27)": an act in lower case, where a number of two digits or three ends
/// the clause or the sentence goes on.
fn lower(page: Page<'_>, document: &crate::lexicon::Document, number: usize) -> bool {
    let text = page.folded();
    let digits = text[number..].bytes().take_while(u8::is_ascii_digit).count();
    let next = text[number + digits..].chars().next();
    let ends = matches!(next, None | Some(')' | ';' | '”' | '\n'))
        || matches!(next, Some('.' | ','))
            && !text[number + digits + 1..].starts_with(|c: char| c.is_ascii_digit());
    let act =
        matches!(&*document.id, "resolution" | "directive" | "rule" | "conclusion" | "decree" | "circular");
    act && (2..=3).contains(&digits) && (ends || goes_on(page, number))
}

fn kind_of(document: &crate::lexicon::Document, words: &str) -> String {
    // "Văn bản hợp nhất" is one kind, "văn bản số" any
    if words.starts_with("văn bản") { "document".to_owned() } else { document.id.clone() }
}

fn sentence_start(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with(['.', '\n', '!', '?'])
}

/// "văn bản số 4912/UBND-NC" is an official letter: its symbol has no code of a kind.
pub(super) fn corrected(page: Page<'_>, kind: String, symbol: &Symbol) -> String {
    let letter = kind == "document"
        && symbol.year.is_none()
        && symbol.codes.len() > 1
        && code_kind(page, symbol).is_none();
    if letter { "official_letter".to_owned() } else { kind }
}

/// The kind by the code: "25-NQ/TW" is a resolution, "5512/BGDĐT-GDTrH" an official letter.
pub(super) fn of_symbol(page: Page<'_>, symbol: &Symbol) -> Option<String> {
    if let Some(kind) = code_kind(page, symbol) {
        return Some(kind);
    }
    let first = symbol.codes.first()?;
    if first.starts_with("QH") {
        return Some("law".to_owned());
    }
    (symbol.year.is_none() && symbol.codes.len() > 1).then(|| "official_letter".to_owned())
}
