//! What a number counts: the unit and the head noun after it.

use super::Page;
use super::measured::measured;
use super::phrase::{abbreviation, noun_words};
use crate::fact::{Award, Measure};
use crate::span::Span;
use crate::text::space::{contains, floor, lookback, skip, skip_inline, word_before};
use std::borrow::Cow;

/// What stands after a number.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    pub measure: Measure,
    pub unit: Cow<'static, str>,
    /// The head noun; an empty span where there is none.
    pub noun: Span,
    /// End of the sign of a unit, which belongs to the span of the number; of a noun it does not.
    pub sign_end: Option<usize>,
    pub scale: Option<u64>,
    pub rule: &'static str,
}

impl Counted {
    /// Things under a noun.
    pub(super) fn things(unit: impl Into<Cow<'static, str>>, noun: Span, rule: &'static str) -> Self {
        Self { measure: Measure::Count, unit: unit.into(), noun, sign_end: None, scale: None, rule }
    }
}

/// Reads what stands after a number that ends at `end`.
pub(super) fn counted(page: Page<'_>, end: usize, digits: bool) -> Option<Counted> {
    let (text, shown) = (page.folded(), page.shown());
    let at = skip(text, end);
    // another cell of a table begins, or the next row
    let row = || lookback(text, end).rsplit('\n').next().is_some_and(|line| line.contains(['\t', '|']));
    let apart = text[end..at].contains('\t') || text[end..at].contains('\n') && row();
    let at = if apart { end } else { at };
    let at = text[at..].chars().next().filter(|c| matches!(c, '“' | '"')).map_or(at, |c| at + c.len_utf8());
    let lexicon = page.lexicon;
    let measure = lexicon.measure_names.at(text, shown, at);
    let unit = lexicon.unit_names.at(text, shown, at);
    let document = lexicon.document_names.at(text, shown, at).filter(|(e, _)| !verbal(page, *e));
    let award = lexicon.award_names.at(text, shown, at).filter(|(_, i)| !lexicon.awards[*i].weak);
    let longest = [measure, unit, document, award].into_iter().flatten().map(|(e, _)| e).max();
    // "ba ngày công đoàn": the last word of a longer form begins another one
    let longest =
        longest.map(|l| measure.filter(|(e, _)| *e < l && overlapping(page, at, l)).map_or(l, |(e, _)| e));
    let Some(longest) = longest else { return if digits { unknown(page, at) } else { None } };
    // "27 cụ thể": no old people
    if lexicon.context.stop.at(text, at).is_some_and(|end| end > longest) {
        return None;
    }
    let span = Span::new(at, longest);
    if let Some((_, i)) = measure.filter(|(e, _)| *e == longest) {
        return Some(measured(page, &lexicon.measures[i], span));
    }
    let (unit, rule) = if let Some((_, i)) = document.filter(|(e, _)| *e == longest) {
        (document_unit(&lexicon.documents[i].id), "count/document")
    } else if let Some((_, i)) = unit.filter(|(e, _)| *e == longest) {
        return Some(thing(page, span, &lexicon.units[i].unit));
    } else {
        ("award".to_owned(), "count/award")
    };
    Some(Counted::things(unit, span, rule))
}

/// A counted noun with what belongs to its head: "chiếc máy bay", "lượt" of guests.
fn thing(page: Page<'_>, noun: Span, unit: &str) -> Counted {
    let (text, shown) = (page.folded(), page.shown());
    let classifier = page.lexicon.context.classifier.at(text, noun.start).is_some_and(|e| e == noun.end);
    let next = skip_inline(text, noun.end);
    if classifier && next > noun.end {
        // "51 lượt dự án"
        let document = page.lexicon.document_names.at(text, shown, next);
        if let Some((end, i)) = document.filter(|_| text[noun.range()] == *"lượt") {
            let unit = document_unit(&page.lexicon.documents[i].id);
            return Counted::things(unit, Span::new(noun.start, end), "count/noun");
        }
        let known = page.lexicon.unit_names.at(text, shown, next);
        let measure = || page.lexicon.measure_names.at(text, shown, next).is_some();
        if let Some((end, i)) =
            known.filter(|(_, i)| joins(unit, &page.lexicon.units[*i].unit, &text[noun.range()]))
        {
            let person = unit == "person" || page.lexicon.units[i].unit == "person";
            let unit = if person { "person".to_owned() } else { page.lexicon.units[i].unit.clone() };
            return Counted::things(unit, Span::new(noun.start, end), "count/noun");
        }
        if let Some(words) = noun_words(page, next).filter(|_| known.is_none() && !measure()) {
            let first = text[words.range()].find(' ').map_or(words.end, |i| words.start + i);
            return Counted::things(unit.to_owned(), Span::new(noun.start, first), "count/noun");
        }
    }
    if text[noun.range()] == *"con" && children(page, noun) {
        return Counted::things("person", noun, "count/noun");
    }
    // "chế 5 khẩu súng, bán bốn khẩu"
    let armed = |place: Span| ["súng", "pháo"].iter().any(|gun| contains(&text[place.range()], gun));
    if text[noun.range()] == *"khẩu" && armed(page.sentences.around(page.text, noun)) {
        return Counted::things("other", noun, "count/noun");
    }
    if let Some(unit) = attended(page, noun).filter(|_| unit == "other") {
        return Counted::things(unit.to_owned(), noun, "count/noun");
    }
    let guests = text[noun.range()] == *"lượt" && {
        let sentence = page.sentences.around(page.text, noun);
        let before = &text[sentence.start..noun.start];
        // "tiếp 2.146 lượt công dân, giảm 508 lượt"
        let of_persons = before.match_indices("lượt ").any(|(i, turn)| {
            let at = sentence.start + i + turn.len();
            let unit = page.lexicon.unit_names.at(text, page.shown(), at);
            unit.is_some_and(|(_, i)| page.lexicon.units[i].unit == "person")
        });
        of_persons || ["khách", "người"].iter().any(|w| before.split([' ', ',']).any(|word| word == *w))
    };
    let unit = if guests { "person" } else { unit };
    Counted::things(unit.to_owned(), noun, "count/noun")
}

/// "vợ chồng anh và hai con": kin are told before, and no beasts.
fn children(page: Page<'_>, noun: Span) -> bool {
    let text = page.folded();
    let sentence = page.sentences.around(page.text, noun);
    let starts =
        |from: usize, to: usize| crate::text::space::words(&text[from..to]).map(move |w| from + w.start);
    let beast = |at: usize| {
        let unit = page.lexicon.unit_names.at(text, page.shown(), at);
        unit.is_some_and(|(end, i)| page.lexicon.units[i].id == "animal" && text[at..end] != *"con")
    };
    let near = floor(text, noun.start.saturating_sub(140)).max(sentence.start);
    // "Trạm kiểm dịch Ông Đồn" is a place
    let kin = |at: usize| {
        let named = crate::grammar::name::is_capital(page.shown(), at)
            && text[sentence.start..at].contains(char::is_alphabetic);
        !named && page.lexicon.context.kin.at(text, at).is_some()
    };
    !text[noun.end..].starts_with('/')
        && starts(near, noun.start).any(kin)
        && !starts(sentence.start, sentence.end).any(beast)
}

/// Whether a classifier and the noun after it are one head: not "nam" and "hộ", but "lượt" and "cá nhân".
fn joins(unit: &str, next: &str, classifier: &str) -> bool {
    unit == "person" || next == "other" || classifier == "lượt"
}

/// "lượt tập thể" is of the unit of what attends.
fn attended(page: Page<'_>, noun: Span) -> Option<&str> {
    let (text, shown) = (page.folded(), page.shown());
    let rest = text[noun.range()].strip_prefix("lượt ")?;
    let (end, i) = page.lexicon.unit_names.at(text, shown, noun.end - rest.len())?;
    let unit = page.lexicon.units[i].unit.as_str();
    (end == noun.end && matches!(unit, "collective" | "individual" | "household" | "person")).then_some(unit)
}

/// Whether the last word of a form, with what follows it, is a form of its own: "công đoàn".
fn overlapping(page: Page<'_>, at: usize, end: usize) -> bool {
    let text = page.folded();
    let Some(last) = word_before(text, end).filter(|w| w.start > at) else { return false };
    page.lexicon.unit_names.at(text, page.shown(), last.start).is_some_and(|(e, _)| e > end)
}

/// Kinds that only citations know are no units of counts.
pub(super) fn document_unit(id: &str) -> String {
    match id {
        "ordinance" | "order" | "official_telegram" | "party_circular" | "state_decree" => "other".to_owned(),
        _ => id.to_owned(),
    }
}

/// "quyết định điều chỉnh", "báo cáo rằng": the word is a verb here.
fn verbal(page: Page<'_>, end: usize) -> bool {
    let text = page.folded();
    // and "một quyết định dũng cảm" is no document
    page.lexicon.context.verbal.follows(text, end).is_some()
}

/// A noun that the lexicon does not know, after a number in digits.
fn unknown(page: Page<'_>, at: usize) -> Option<Counted> {
    let noun = noun_words(page, at).or_else(|| abbreviation(page, at))?;
    Some(Counted::things("other", noun, "count/unknown"))
}

/// "9 Bạc" in a list of medals: the noun is that of the award which begins there.
pub(super) fn medal(awards: &[Award], page: Page<'_>, at: usize) -> Option<String> {
    let start = skip_inline(page.folded(), at);
    let from = awards.partition_point(|a| a.span.start < start);
    let award = awards[from..].iter().find(|a| a.span.start == start && a.award == "medal")?;
    Some(award.name.to_lowercase().split(' ').take(2).collect::<Vec<_>>().join(" "))
}
