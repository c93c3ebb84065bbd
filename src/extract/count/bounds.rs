//! Words that bound a number: about, more than, at least, at most.

use super::Page;
use crate::fact::Qualifier;
use crate::text::space::{back, contains, floor, lookahead, lookback, skip_inline, word};

/// The qualifier, and where the number's phrase begins with it.
pub(super) fn qualifier(page: Page<'_>, start: usize, end: usize) -> (Qualifier, usize) {
    let (text, shown) = (page.folded(), page.shown());
    let after = page.lexicon.quantifier_names.at(text, shown, skip_inline(text, end));
    if let Some((_, i)) = after.filter(|(_, i)| page.lexicon.quantifiers[*i].after) {
        return (kind(&page.lexicon.quantifiers[i].id), start);
    }
    if more(text, end) {
        return (Qualifier::MoreThan, start);
    }
    if let Some(kind) = trailing(text, end) {
        return (kind, start);
    }
    let here = back(text, start);
    // "tổng số khách ước đạt năm 2018 là 3,9 triệu"
    let clause = lookback(text, here).rsplit([',', ';', '.', '\n']).next().unwrap_or_default();
    if clause.ends_with(" là")
        && ["ước đạt ", "ước tính ", "ước thực hiện "].iter().any(|w| contains(clause, w))
    {
        return (Qualifier::Approximate, start);
    }
    let here = page
        .lexicon
        .context
        .link
        .precedes(text, here)
        .filter(|s| word_is_bound(page, *s))
        .map_or(here, |s| back(text, s));
    let Some((begin, i)) = page.lexicon.quantifier_names.before(text, shown, here) else {
        return (Qualifier::Exact, start);
    };
    let entry = &page.lexicon.quantifiers[i];
    let words = &text[begin..here];
    let size = words == "cỡ" && lookahead(text, end).split([',', '.', ' ']).any(|word| word.ends_with("/kg"));
    // "vượt quá 27 km/giờ so với quy định": by how much
    let excess = matches!(words, "vượt quá" | "quá") && {
        let clause = lookahead(text, end).split([',', ';', '.', '\n']).next().unwrap_or_default();
        contains(clause, " so với ")
    };
    if entry.after
        || size
        || excess
        || spatial(page, begin, words)
        || words == "trên" && surface(page, begin, end)
    {
        return (Qualifier::Exact, start);
    }
    (kind(&entry.id), begin)
}

/// The qualifier that an entry stands for.
fn kind(id: &str) -> Qualifier {
    match id.strip_suffix("_after").unwrap_or(id) {
        "approximate" => Qualifier::Approximate,
        "more_than" => Qualifier::MoreThan,
        "at_least" => Qualifier::AtLeast,
        "less_than" => Qualifier::LessThan,
        "at_most" => Qualifier::AtMost,
        _ => Qualifier::Exact,
    }
}

/// "2 tỷ hơn", "30 năm hơn": the word stands behind, and the clause ends.
fn more(text: &str, end: usize) -> bool {
    let next = skip_inline(text, end);
    let hon = word(text, next).filter(|w| w.start == next && next > end && text[w.range()] == *"hơn");
    hon.is_some_and(|w| {
        matches!(text[skip_inline(text, w.end)..].chars().next(), None | Some('.' | ',' | ';' | '\n' | ')'))
    })
}

/// "từ 3 mô hình trở lên", "5 lần trúng thưởng hoặc ít hơn": a bound after the noun.
fn trailing(text: &str, end: usize) -> Option<Qualifier> {
    let rest = &text[end..floor(text, end + 60)];
    let clause = rest.split([',', ';', '.', ':', '\n', '(', ')']).next().unwrap_or_default();
    if !contains(clause, "trở ") && !contains(clause, "hoặc ") {
        return None;
    }
    let before = |mark: &str| {
        clause.find(mark).filter(|i| {
            !clause[..*i].contains(|c: char| c.is_ascii_digit())
                && clause[..*i].split_whitespace().count() <= 4
        })
    };
    if before("trở lên").or(before("hoặc nhiều hơn")).is_some() {
        return Some(Qualifier::AtLeast);
    }
    before("trở xuống").or(before("hoặc ít hơn")).map(|_| Qualifier::AtMost)
}

/// Before "đạt" and its like a quantifier still bounds the number: "ước đạt 285 tỷ".
fn word_is_bound(page: Page<'_>, at: usize) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    page.lexicon.quantifier_names.before(text, shown, back(text, at)).is_some_and(|(s, i)| {
        page.lexicon.quantifiers[i].id == "approximate"
            && matches!(&text[s..back(text, at)], "ước" | "ước tính")
            || page.lexicon.quantifiers[i].id == "at_most" && text[s..at].contains("cao")
            // "tối đa là 30 ngày", "ít nhất là 3 mô hình"
            || matches!(&text[s..back(text, at)], "tối đa" | "tối thiểu" | "ít nhất" | "nhiều nhất")
                && text[at..].starts_with("là")
    })
}

/// "trồng cây trên 142 tuyến đường": something lies on what is counted, unless a verb of having bounds it.
fn surface(page: Page<'_>, begin: usize, end: usize) -> bool {
    let text = page.folded();
    page.lexicon.context.surface.follows(text, end).is_some()
        && page.lexicon.context.having.precedes(text, begin).is_none()
}

/// "cao hơn 3 lần", "phát huy tối đa 3": words that bound nothing here.
fn spatial(page: Page<'_>, begin: usize, words: &str) -> bool {
    let text = page.folded();
    // "chiều dài hơn 22 km" tells a length, "dài hơn 3 m" compares two
    let compared = words == "hơn"
        && page
            .lexicon
            .context
            .dimension
            .precedes(text, begin)
            .is_some_and(|at| page.lexicon.context.extent_noun.precedes(text, at).is_none());
    let extent = matches!(words, "trên" | "dưới" | "gần")
        && page.lexicon.context.lying.precedes(text, begin).is_some();
    let of = words == "trên" && text[..begin].trim_end().ends_with(|c: char| c.is_ascii_digit());
    let fully = words == "tối đa" && page.lexicon.context.using.precedes(text, begin).is_some();
    compared || extent || of || fully
}
