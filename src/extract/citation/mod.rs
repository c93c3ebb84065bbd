//! Citations: references to numbered documents, with the date and issuer beside them.

mod alias;
mod beside;
mod kind;
mod pinpoint;

use super::{Claims, Extraction, Page, Passed};
use crate::fact::Citation;
use crate::grammar::sign::{self, Symbol};
use crate::span::Span;
use crate::text::space::{is_edge, skip, skip_inline, starts_with};

/// Reads all citations of a page and claims their numbers.
pub fn read(page: Page<'_>, claims: &mut Claims, out: &mut Extraction) {
    let mut found: Vec<Citation> = Vec::new();
    let mut done = 0;
    for &digits in &page.anchors.digits {
        if digits.start < done {
            continue;
        }
        if page.info.number_span.is_some_and(|own| own.overlaps(digits)) {
            done = page.info.number_span.map_or(done, |own| own.end);
            claims.pass([Passed { span: Span::new(digits.start, done), rule: "pass/own_number".into() }]);
            continue;
        }
        let joined = digits.start > 0 && !is_edge(page.folded(), digits.start);
        let read =
            if joined { None } else { symbolic(page, digits, &found).or_else(|| bare(page, digits, &found)) };
        if let Some(mut citation) = read {
            beside::fill(page, &mut citation);
            citation.pinpoint = pinpoint::before(page, citation.span.start);
            done = citation.span.end;
            found.push(citation);
        }
    }
    share(&mut found, page);
    alias::resolve(page, &mut found);
    claims.extend(found.iter().map(|c| c.span));
    out.facts.citations = found;
}

/// "Quyết định số 1034/QĐ-UBND", or "218-QĐ/TW" in a list.
fn symbolic(page: Page<'_>, digits: Span, found: &[Citation]) -> Option<Citation> {
    let symbol = sign::symbol(page.shown(), digits.start)?;
    let named = kind::before(page, digits.start);
    let known = symbol.codes.iter().any(|c| page.lexicon.symbol(c).is_some()) || symbol.year.is_some();
    if named.is_none() && !known {
        return None;
    }
    let (start, kind) = match &named {
        Some((start, kind)) => (*start, Some(kind.clone())),
        None => (digits.start, None),
    };
    // "Quy định số 217-QĐ/TW và 218-QĐ/TW": one kind word for both, as long as the codes agree
    let last = found.last().filter(|last| named.is_none() && listed(page, last.span.end, digits.start));
    let shared = last.filter(|last| last.number.contains(symbol.codes.first().map_or("", String::as_str)));
    let kind = kind
        .or_else(|| shared.map(|c| c.kind.clone()))
        .or_else(|| kind::of_symbol(page, &symbol))
        .or_else(|| last.map(|c| c.kind.clone()))
        .unwrap_or_else(|| "document".to_owned());
    let kind = kind::corrected(page, kind, &symbol);
    Some(citation(page, Span::new(start, symbol.end), digits.start, kind, "citation/symbol"))
}

fn citation(page: Page<'_>, span: Span, number: usize, kind: String, rule: &'static str) -> Citation {
    let number = page.text.slice(Span::new(number, span.end));
    let number = number.split('\n').map(str::trim).collect::<String>();
    Citation {
        span,
        kind,
        number,
        date: None,
        issuer: String::new(),
        pinpoint: String::new(),
        refers_to: String::new(),
        rule,
    }
}

/// "Chỉ thị 05", "Nghị định số 100", "Nghị quyết 54/2017": a number directly after a kind word.
fn bare(page: Page<'_>, digits: Span, found: &[Citation]) -> Option<Citation> {
    let text = page.folded();
    let named = kind::directly_before(page, digits.start);
    // nearly all numbers stand after no kind word, and go on no list
    if named.is_none() && !found.last().is_some_and(|last| listed(page, last.span.end, digits.start)) {
        return None;
    }
    let mut end = digits.end;
    if let Some((after, _)) =
        text[end..].strip_prefix('/').and_then(|_| crate::grammar::calendar::plain_year(text, end + 1))
    {
        end = after;
    }
    let suffix =
        ["a", "b", "c", "bis"].iter().find(|s| text[end..].starts_with(**s) && is_edge(text, end + s.len()));
    end += suffix.map_or(0, |s| s.len());
    let len = digits.end - digits.start;
    if !is_edge(text, end) || len > 5 || counted_after(page, end) {
        return None;
    }
    let next = text[end..].chars().next();
    let decimal =
        matches!(next, Some(',' | '.' | '/')) && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
    if decimal || matches!(next, Some('%' | ':')) {
        return None;
    }
    let Some((start, kind)) = named else {
        // "các Nghị quyết số 18, 19-NQ/TW": the first leans on the second
        return list_head(page, digits, found);
    };
    let year = len == 4 && crate::grammar::calendar::plain_year(text, digits.start).is_some();
    // "ngành Luật 150, Kinh tế 300": laws are cited by their symbol or their name
    let law = kind == "law" && end == digits.end;
    if law || year && end == digits.end && !issued(page, &kind, end) || vessel(page, &kind, digits) {
        return None;
    }
    Some(citation(page, Span::new(start, end), digits.start, kind, "citation/bare"))
}

/// "Quyết định 1980 của Thủ tướng Chính phủ": acts that bear no year in place of a number, and their issuer.
fn issued(page: Page<'_>, kind: &str, end: usize) -> bool {
    const NUMBERED: [&str; 6] = ["decision", "decree", "directive", "circular", "official_letter", "notice"];
    let body = starts_with(page.folded(), end, &["của"]).map(|e| skip(page.folded(), e));
    NUMBERED.contains(&kind)
        && body.is_some_and(|at| page.lexicon.body_names.at(page.folded(), page.shown(), at).is_some())
}

/// "tàu ngầm Đề án 09852": the class of a ship is no document.
fn vessel(page: Page<'_>, kind: &str, digits: Span) -> bool {
    let text = page.folded();
    let sentence = page.sentences.around(page.text, digits);
    let words = || text[sentence.range()].char_indices().filter(|(_, c)| c.is_alphabetic());
    matches!(kind, "scheme" | "project")
        && words().any(|(i, _)| page.lexicon.context.vessel.at(text, sentence.start + i).is_some())
}

/// A further bare number of a list whose last member is a citation: "Kế hoạch số 24 và 25".
fn list_head(page: Page<'_>, digits: Span, found: &[Citation]) -> Option<Citation> {
    let last = found.last()?;
    let close = listed(page, last.span.end, digits.start);
    let rest = page.folded()[digits.end..].trim_start();
    let plain = !counted_after(page, digits.end)
        && (rest.is_empty()
            || rest.starts_with(['.', ',', ';', ')', '('])
            || page.lexicon.context.after_number.follows(page.folded(), digits.end).is_some());
    (close
        && plain
        && matches!(last.rule, "citation/bare" | "citation/list")
        && digits.end - digits.start <= 3)
        .then(|| citation(page, digits, digits.start, last.kind.clone(), "citation/list"))
}

/// Only "," or "và" stands between two members of a list.
fn listed(page: Page<'_>, end: usize, start: usize) -> bool {
    let between = page.folded().get(end..start).unwrap_or_default();
    matches!(between.trim(), "," | "và" | ";" | ", số" | "và số")
}

/// Whether what follows shows the number to count something: "kế hoạch 5 năm", "chương trình 3 buổi".
fn counted_after(page: Page<'_>, end: usize) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let at = skip_inline(text, end);
    // "Nghị quyết 04 khóa XII": the term of its committee
    if starts_with(text, at, &["khóa", "khoá"]).is_some() {
        return false;
    }
    // "Quy định 27 cụ thể": no old people
    let unit = page.lexicon.unit_names.at(text, shown, at);
    let unit = unit.filter(|(end, _)| page.lexicon.context.stop.at(text, at).is_none_or(|stop| stop <= *end));
    let unit = page.lexicon.measure_names.at(text, shown, at).is_some() || unit.is_some();
    let scale = crate::grammar::numeral::scale_word(text, end).is_some()
        || page.lexicon.context.date_unit.follows(text, at).is_some();
    let dated = starts_with(text, at, &["năm", "ngày"])
        .is_some_and(|e| text[e..].trim_start().starts_with(|c: char| c.is_ascii_digit()));
    (unit || scale) && !dated
}

/// "Quyết định số 217-QĐ/TW và 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị": members of a list without a kind word
/// of their own share its date and issuer, which stand beside the last.
fn share(found: &mut [Citation], page: Page<'_>) {
    for i in (1..found.len()).rev() {
        let (left, right) = found.split_at_mut(i);
        let (Some(a), Some(b)) = (left.last_mut(), right.first()) else { continue };
        let member = page.folded()[b.span.start..].starts_with(|c: char| c.is_ascii_digit());
        let bare = a.date.is_none() && a.issuer.is_empty();
        if bare && listed(page, a.span.end, b.span.start) && (member || a.rule == "citation/bare") {
            a.issuer.clone_from(&b.issuer);
            a.date = b.date.filter(|_| member);
        }
    }
}

/// The kind that a symbol's first known code stands for.
fn code_kind(page: Page<'_>, symbol: &Symbol) -> Option<String> {
    let mut codes = symbol.codes.iter().enumerate();
    // kinds that are only cited have short codes, which further back are those of offices
    let known = codes.find_map(|(i, c)| page.lexicon.symbol(c).filter(|d| i == 0 || !d.apart));
    known.map(|d| d.id.clone())
}
