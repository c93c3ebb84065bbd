//! What stands beside a citation: the day of signing and the issuer.

use super::Page;
use crate::fact::{Citation, Edtf, Point};
use crate::grammar::{calendar, name};
use crate::span::Span;
use crate::text::space::{back, ends_with, floor, skip, starts_with, word_before};

/// Reads the date and the issuer after a citation, or the issuer before it.
pub(super) fn fill(page: Page<'_>, citation: &mut Citation) {
    let mut here = citation.span.end;
    if let Some((end, date)) = date(page, here) {
        citation.date = Some(date);
        here = end;
    }
    if let Some((end, issuer)) = issuer(page, here) {
        citation.issuer = issuer;
        here = end;
    }
    if citation.date.is_none()
        && let Some((_, date)) = date(page, here)
    {
        citation.date = Some(date);
    }
    if citation.issuer.is_empty() {
        citation.issuer = issuer_before(page, citation.span.start).unwrap_or_default();
    }
}

/// ", ngày 15/5/2016", "(10/10/2025)", "ngày 05 tháng 3 năm 2020", "năm 2022".
pub(super) fn date(page: Page<'_>, at: usize) -> Option<(usize, Edtf)> {
    let text = page.folded();
    let mut here = skip(text, at);
    let bracket = text[here..].starts_with('(');
    if text[here..].starts_with([',', '(']) {
        here = skip(text, here + 1);
    }
    if let Some(end) = page.lexicon.context.signing_day.follows(text, here) {
        let here = skip(text, end);
        if let Some((end, p)) = calendar::day_month_year(text, here) {
            return Some((end, p.into()));
        }
        let (end, day) = calendar::two_digits(text, here, 31)?;
        if let Some(end) = starts_with(text, end, &["tháng"]) {
            let (end, month) = calendar::two_digits(text, skip(text, end), 12)?;
            let stop = starts_with(text, end, &["năm"])
                .map(|e| skip(text, e))
                .or_else(|| text[end..].starts_with('/').then_some(end + 1));
            let year = stop.and_then(|e| calendar::year(text, e));
            let (end, year) = year.map_or((end, None), |(e, y)| (e, Some(y)));
            return calendar::valid_day(year, month, day).then(|| (end, Point::day(year, month, day).into()));
        }
        return calendar::day_month(text, here).map(|(end, p)| (end, p.into()));
    }
    if bracket && let Some((end, p)) = calendar::day_month_year(text, here) {
        return text[end..].starts_with(')').then(|| (end + 1, p.into()));
    }
    let end = starts_with(text, here, &["năm"]).filter(|_| !text[at..here].contains(','))?;
    calendar::plain_year(text, skip(text, end)).map(|(end, y)| (end, Point::year(y).into()))
}

/// "của Chính phủ", also without "của" where a body's name follows at once.
fn issuer(page: Page<'_>, at: usize) -> Option<(usize, String)> {
    let text = page.folded();
    let here = skip(text, at);
    let here = if text[here..].starts_with([',', ')']) { skip(text, here + 1) } else { here };
    let of = starts_with(text, here, &["của", "do"]);
    let start = of.map_or(here, |end| skip(text, end));
    // "của Hội nghị Trung ương 4": a meeting, and no body
    if starts_with(text, start, &["hội nghị"]).is_some() {
        return None;
    }
    let known = page.lexicon.body_names.at(text, page.shown(), start).is_some();
    // the next line of a heading begins with a body of its own
    if of.is_none() && text[at..start].contains('\n') {
        return None;
    }
    if of.is_none() && !(known && name::is_capital(page.shown(), start)) {
        return None;
    }
    let end = name::end(page.text, page.lexicon, start)?;
    let whole = term(text, end).unwrap_or(end);
    let words = name::tidy(page.text, Span::new(start, whole));
    Some((whole, words))
}

/// "(khóa XI)", "khoá X" after a committee's name: the end.
fn term(text: &str, at: usize) -> Option<usize> {
    let end = starts_with(text, at, &["(khóa", "(khoá", "khóa", "khoá"])?;
    let here = skip(text, end);
    let roman = text[here..].bytes().take_while(|b| matches!(b, b'i' | b'v' | b'x')).count();
    let end = here + roman;
    let bracket = text[skip(text, at)..].starts_with('(');
    let closed = text[end..].starts_with(')');
    (roman > 0 && bracket == closed).then(|| end + usize::from(bracket))
}

/// "Bộ Chính trị khóa XI đã ban hành …": the place before the term.
fn before_term(text: &str, end: usize) -> usize {
    let roman = |w: &Span| text[w.range()].bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    let term = word_before(text, end).filter(roman);
    term.and_then(|w| ends_with(text, w.start, &["khóa", "khoá"])).map_or(end, |start| back(text, start))
}

/// "Sở Quy hoạch kiến trúc Hà Nội đã có …": all that stands between the clause's beginning and its verb, where it begins
/// with a body and is short.
fn whole_subject(page: Page<'_>, end: usize) -> Option<String> {
    let text = page.folded();
    let from = floor(text, end.saturating_sub(110));
    let start = skip(text, text[from..end].rfind([',', '.', ';', ':', '\n', '(']).map(|i| from + i + 1)?);
    let words = text.get(start..end)?.split_whitespace().count();
    page.lexicon.body_names.at(text, page.shown(), start).filter(|_| (2..=9).contains(&words))?;
    name::is_capital(page.shown(), start).then(|| name::tidy(page.text, Span::new(start, end)))
}

/// "Chính phủ quy định về học phí tại Nghị định …": the subject of a verb of ruling in the same clause.
fn subject(page: Page<'_>, at: usize) -> Option<String> {
    let text = page.folded();
    let from = floor(text, at.saturating_sub(140));
    let clause = text[from..at].rfind([',', '.', ';', ':', '\n', '(']).map_or(from, |i| from + i + 1);
    let end = clause + page.lexicon.context.rules.find(&text[clause..at])?;
    let end = back(text, end);
    let start = skip(text, clause);
    page.lexicon.body_names.at(text, page.shown(), start)?;
    (name::end(page.text, page.lexicon, start)? == end).then(|| name::tidy(page.text, Span::new(start, end)))
}

/// "Ngân hàng Nhà nước vừa ban hành Quyết định số …": the subject directly before a verb of issuing.
fn issuer_before(page: Page<'_>, start: usize) -> Option<String> {
    let text = page.folded();
    let Some(verb) = page.lexicon.context.issues.precedes(text, start) else {
        return before_bracket(page, start);
    };
    let mut here = back(text, verb);
    while let Some(adverb) = page.lexicon.context.already.precedes(text, here) {
        here = back(text, adverb);
    }
    here = before_term(text, here);
    let begin = body_before(page, here);
    let told = text[verb..start].trim().starts_with("tại");
    if begin.is_none() && !told {
        return whole_subject(page, here);
    }
    begin.map(|b| name::tidy(page.text, Span::new(b, here))).or_else(|| subject(page, verb).filter(|_| told))
}

/// Where the longest name of a body that ends at `end` begins.
fn body_before(page: Page<'_>, end: usize) -> Option<usize> {
    let (text, shown) = (page.folded(), page.shown());
    let (mut begin, mut at) = (None, end);
    for _ in 0..12 {
        let Some(w) = word_before(text, at).filter(|w| !text[w.end..at].contains('\n')) else { break };
        if page.lexicon.body_names.at(text, shown, w.start).is_some()
            && name::end(page.text, page.lexicon, w.start) == Some(end)
        {
            begin = Some(w.start);
        }
        at = w.start;
    }
    begin
}

/// "Chủ tịch UBND tỉnh Lạng Hà (Tờ trình số 866/TTr-UBND …)": the body that a paper in brackets is of.
fn before_bracket(page: Page<'_>, start: usize) -> Option<String> {
    let text = page.folded();
    let (_, i) = page.lexicon.cited_names.at(text, page.shown(), start)?;
    let paper =
        matches!(&*page.lexicon.documents[i].id, "submission" | "report" | "official_letter" | "notice");
    let open = back(text, text[..start].strip_suffix('(')?.len());
    let begin = body_before(page, open).filter(|_| paper)?;
    Some(name::tidy(page.text, Span::new(begin, open)))
}
