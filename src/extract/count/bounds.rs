//! Words that bound a number: about, more than, at least, at most.

use super::Page;
use crate::fact::Qualifier;
use crate::text::space::{
    back, contains, ends_with, floor, lookahead, lookback, skip_inline, starts_with, word,
};

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
    let here = ends_with(text, here, &["là", "đạt", "có", "được", "tới", "đến", "khoảng", "tăng", "giảm"])
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
        || spatial(text, begin, words)
        || words == "trên" && surface(text, begin, end)
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
fn surface(text: &str, begin: usize, end: usize) -> bool {
    let nouns = [
        "tuyến đường",
        "tuyến phố",
        "trục đường",
        "con đường",
        "tuyến",
        "lĩnh vực",
        "mặt",
        "kênh",
        "trang",
        "nền tảng",
        "sàn",
        "cánh đồng",
        "đoạn",
    ];
    let has = ["có", "còn", "được", "với", "đạt", "gồm", "cho", "lên", "qua", "là", "làm", "xây dựng", "hơn"];
    starts_with(text, end, &nouns).is_some() && ends_with(text, begin, &has).is_none()
}

/// "cao hơn 3 lần", "phát huy tối đa 3": words that bound nothing here.
fn spatial(text: &str, begin: usize, words: &str) -> bool {
    let compared = words == "hơn"
        && ends_with(
            text,
            begin,
            &[
                "cao", "thấp", "lớn", "nhỏ", "dài", "ngắn", "sớm", "muộn", "nhanh", "tốt", "xa", "gần",
                "rộng", "hẹp", "nặng", "nhẹ", "sâu", "chậm",
            ],
        )
        .is_some();
    let extent = matches!(words, "trên" | "dưới" | "gần")
        && ends_with(
            text,
            begin,
            &["ở", "nằm", "đứng", "diễn ra", "tính", "dựa", "đóng", "xếp", "đặt", "đi"],
        )
        .is_some();
    let of = words == "trên" && text[..begin].trim_end().ends_with(|c: char| c.is_ascii_digit());
    let fully = words == "tối đa"
        && ends_with(text, begin, &["phát huy", "huy động", "tận dụng", "khai thác"]).is_some();
    compared || extent || of || fully
}
