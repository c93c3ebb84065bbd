//! Counts: every number that no other family has claimed and that a noun or unit explains.

mod bounds;
mod context;
mod elided;
mod noun;
mod part;
mod period;
mod range;

use super::{Claims, Extraction, Page};
use crate::fact::{Award, Count, Measure, Qualifier};
use crate::grammar::numeral::{self, Number};
use crate::scan::Cue;
use crate::span::Span;
use crate::text::space::{ends_with, is_edge, skip_inline, starts_with};
use noun::Counted;
use range::Second;
use rust_decimal::Decimal;

/// Reads all counts of a page.
pub fn read(page: Page<'_>, claims: &Claims, out: &mut Extraction) {
    let thousands = votes_thousands(page.folded());
    let mut counts: Vec<Count> = Vec::new();
    let mut done = 0;
    for anchor in anchors(page) {
        if anchor.start < done || claims.covers(anchor).is_some() {
            continue;
        }
        let digits = page.folded().as_bytes()[anchor.start].is_ascii_digit();
        let read = if page.folded()[anchor.range()].starts_with("gấp đôi") {
            double(anchor)
        } else {
            count(page, claims, anchor, digits, thousands, &counts, &out.facts.awards)
        };
        if let Some(read) = read {
            done = read.span.end;
            counts.push(read);
        } else if digits {
            // the rest of a number that was passed over is no number of its own
            done = numeral::figure(page.folded(), anchor.start).map_or(anchor.end, |n| n.end);
        }
    }
    part::link(page, &mut counts);
    period::fill(page, &mut counts, &out.facts.dates);
    out.facts.counts = counts;
}

fn anchors(page: Page<'_>) -> Vec<Span> {
    let words = page.anchors.words.iter().filter(|a| a.cue == Cue::Number).map(|a| a.span);
    let mut all: Vec<Span> = page.anchors.digits.iter().copied().chain(words).collect();
    all.sort_unstable();
    all
}

/// "gấp đôi": twice.
fn double(anchor: Span) -> Option<Count> {
    let mut count = plain(anchor, Decimal::TWO, "count/double");
    count.measure = Measure::Ratio;
    Some(count)
}

fn plain(span: Span, value: Decimal, rule: &'static str) -> Count {
    Count {
        span,
        value,
        value_max: None,
        total: None,
        qualifier: Qualifier::Exact,
        measure: Measure::Count,
        unit: "other".into(),
        noun: String::new(),
        per: String::new(),
        phrase: String::new(),
        direction: None,
        part_of: None,
        period: None,
        rule,
    }
}

/// Whether the document groups thousands by commas: "1,234,567" or "1,234.5" stand in it.
fn votes_thousands(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b',', bytes).any(|at| {
        let digits =
            |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
        let three = digits(at + 1) == 3 && at > 0 && bytes[at - 1].is_ascii_digit();
        three && matches!(bytes.get(at + 4), Some(b',' | b'.')) && digits(at + 5) > 0
    })
}

fn count(
    page: Page<'_>,
    claims: &Claims,
    anchor: Span,
    digits: bool,
    thousands: bool,
    before: &[Count],
    out_awards: &[Award],
) -> Option<Count> {
    let text = page.folded();
    let mut first = numeral::number(text, anchor.start)?;
    if let Some(spaced) = spaced(page, anchor.start, first) {
        first = spaced;
    }
    let figure = numeral::figure(text, anchor.start).map_or(first.end, |f| f.end);
    if digits && context::excluded(page, Span::new(anchor.start, figure))
        || !digits && !spelled(page, anchor, first)
    {
        return None;
    }
    let second = range::second(page, anchor.start, first).filter(|s| {
        let n = match s {
            Second::Upper(n) | Second::Total(n) => n,
        };
        claims.covers(Span::new(first.end, n.end)).is_none()
    });
    let mut span = Span::new(anchor.start, first.end);
    let (mut value_max, mut total) = (None, None);
    match second {
        Some(Second::Upper(n)) => {
            if first.scale == Decimal::ONE {
                first = first.times(n.scale);
            }
            value_max = Some(n.value);
            span.end = n.end;
        }
        Some(Second::Total(n)) => {
            if first.scale == Decimal::ONE {
                first = first.times(n.scale);
            }
            total = Some(n.value);
            span.end = n.end;
        }
        None => {}
    }
    let after = noun::double_writing(text, span.end, value_max.unwrap_or(first.value));
    if let Some(won) = medal(out_awards, page, after) {
        return Some(Count {
            unit: "award".into(),
            noun: won,
            ..plain(Span::new(anchor.start, first.end), first.value, "count/award")
        });
    }
    let counted =
        noun::counted(page, after, digits || first.value >= Decimal::TEN && first.scale > Decimal::ONE);
    let scaled = first.scale >= Decimal::from(1_000_000);
    let counted = counted.filter(|c| {
        accept(page, c, anchor, first, digits)
            && !(scaled
                && c.rule == "count/unknown"
                && (first.scale >= Decimal::from(1_000_000_000) || elided::is_money(page, anchor.start)))
    });
    let counted = counted.or_else(|| {
        elided::counted(page, Span::new(anchor.start, after), first, digits, total.is_some(), before)
    })?;
    Some(build(
        page,
        anchor,
        first,
        value_max,
        total,
        Span::new(span.start, after.max(span.end)),
        &counted,
        thousands,
    ))
}

/// "9 Bạc" in a list of medals: the noun is that of the award which begins there.
fn medal(awards: &[Award], page: Page<'_>, at: usize) -> Option<String> {
    let start = skip_inline(page.folded(), at);
    let award = awards.iter().find(|a| a.span.start == start && a.award == "medal")?;
    Some(award.name.to_lowercase().split(' ').take(2).collect::<Vec<_>>().join(" "))
}

/// "38 450 con": one group after a blank, where a noun shows that it is one number.
fn spaced(page: Page<'_>, at: usize, first: Number) -> Option<Number> {
    let text = page.folded();
    let head = first.end - at;
    let group =
        text.get(first.end..)?.strip_prefix(' ').or_else(|| text.get(first.end..)?.strip_prefix("  "))?;
    let three = group.len() >= 3
        && group.as_bytes()[..3].iter().all(u8::is_ascii_digit)
        && !group[3..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    if !three {
        return None;
    }
    let end = text.len() - group.len() + 3;
    let noun = || {
        page.lexicon.unit_names.at(text, page.shown(), skip_inline(text, end)).is_some()
            || page.lexicon.measure_names.at(text, page.shown(), skip_inline(text, end)).is_some()
    };
    let plain = first.digits
        && head <= 3
        && !text[at..].starts_with('0')
        && text[at..first.end].bytes().all(|b| b.is_ascii_digit())
        && !page.shown()[first.end..end].contains('\t');
    (plain && noun()).then(|| {
        let low: i64 = group[..3].parse().unwrap_or(0);
        Number { end, value: first.value * Decimal::from(1000) + Decimal::from(low), ..first }
    })
}

/// Digit words count only where they are numbers: "một" before a document, an award or a model.
fn spelled(page: Page<'_>, anchor: Span, first: Number) -> bool {
    let text = page.folded();
    let word = &text[anchor.range()];
    // "Khởi nghĩa Hai Bà Trưng": a capital inside a sentence is a name
    let opens = text[..anchor.start]
        .trim_end()
        .ends_with(['.', ':', ';', '!', '?', '“', '"', '-', '+', '•', '*', '(', '|'])
        || text[..anchor.start].trim_end_matches(' ').ends_with('\n')
        || anchor.start == 0;
    if crate::grammar::name::is_capital(page.shown(), anchor.start)
        && !opens
        && text[..anchor.start].trim_end().ends_with(char::is_alphabetic)
        && !page.shown()[anchor.range()].chars().all(|c| c.is_uppercase() || c == ' ')
    {
        return false;
    }
    let compound = first.end > anchor.end;
    let named = ends_with(
        text,
        anchor.start,
        &[
            "thứ",
            "lần thứ",
            "tháng",
            "quý",
            "khóa",
            "hạng",
            "giải",
            "xếp thứ",
            "thống",
            "thế",
            "ngày",
            "mồng",
            "mùng",
            "rằm",
            "bà",
            "ông",
            "anh",
            "chị",
            "chú",
        ],
    )
    .is_some();
    let opened = opens
        || text[..anchor.start].trim_end().ends_with(',')
        || ends_with(text, anchor.start, &["và"]).is_some();
    let five = opened && {
        let at = skip_inline(text, first.end);
        let person = page
            .lexicon
            .unit_names
            .at(text, page.shown(), at)
            .is_some_and(|(_, i)| page.lexicon.units[i].unit == "person");
        person && starts_with(text, at, &["học sinh", "người ta", "em", "anh", "ông", "bà"]).is_none()
            || starts_with(text, at, &["năm qua", "năm nay"]).is_some()
    };
    let year = word == "năm"
        && !compound
        && !five
        && ends_with(
            text,
            anchor.start,
            &["cả", "có", "gồm", "được", "thêm", "khoảng", "hơn", "gần", "suốt", "sau", "trong"],
        )
        .is_none();
    let idiom =
        starts_with(text, first.end, &["phần", "mươi", "lần nữa", "khi", "mặt", "chiều", "miền", "lòng"])
            .is_some()
            && !compound
            && word != "mười";
    !named && !year && !(idiom && !matches!(word, "ba" | "bốn"))
}

fn accept(page: Page<'_>, counted: &Counted, anchor: Span, first: Number, digits: bool) -> bool {
    let text = page.folded();
    let word = &text[anchor.range()];
    if word == "một" && first.end == anchor.end {
        let of = starts_with(text, first.end, &["số", "trong", "cách", "phần", "lần"]).is_some();
        let kinds = matches!(counted.rule, "count/document" | "count/award")
            || matches!(&*counted.unit, "model" | "award");
        return kinds && !of;
    }
    if word == "năm" && first.end == anchor.end {
        return matches!(counted.rule, "count/noun" | "count/document" | "count/duration")
            && text[counted.noun.range()] != *"học";
    }
    // single letters after a number are signs only where they touch it or stand alone
    digits || counted.rule != "count/unknown" || is_edge(text, first.end)
}

#[allow(clippy::too_many_arguments, reason = "the parts of one count, gathered by its only caller")]
fn build(
    page: Page<'_>,
    anchor: Span,
    first: Number,
    value_max: Option<Decimal>,
    total: Option<Decimal>,
    span: Span,
    counted: &Counted,
    thousands: bool,
) -> Count {
    let text = page.folded();
    let mut value = first.value;
    let whole = counted.measure == Measure::Count
        && matches!(&*counted.unit, "person" | "household" | "collective" | "individual" | "model");
    if let Some(grouped) = first.grouped.filter(|_| thousands || whole) {
        value = grouped;
    }
    let scale = Decimal::from(counted.scale.unwrap_or(1));
    let mut count = plain(span, value * scale, counted.rule);
    count.value_max = value_max.map(|v| v * scale);
    count.total = total.map(|v| v * scale);
    count.measure = counted.measure;
    count.unit = counted.unit.clone();
    count.span.end = counted.sign_end.unwrap_or(span.end.min(value_end(text, first, span)));
    text[counted.noun.range()].split_whitespace().collect::<Vec<_>>().join(" ").clone_into(&mut count.noun);
    ratio(text, &mut count);
    if let Some(start) = sign(text, count.span.start) {
        count.value = -count.value;
        count.span.start = start;
    }
    let (qualifier, begin) = bounds::qualifier(page, count.span.start, count.span.end);
    count.qualifier = qualifier;
    from(text, &mut count);
    count.direction = bounds::direction(text, begin);
    let after = if counted.noun.end > counted.noun.start { counted.noun.end } else { count.span.end };
    count.per = bounds::per(page, anchor.start, after, count.measure);
    if counted.noun.end > counted.noun.start {
        count.phrase = crate::grammar::name::tidy(
            page.text,
            Span::new(counted.noun.start, noun::phrase_end(page, counted.noun)),
        );
        count.phrase = lower_first(&count.phrase, &count.noun);
    }
    count
}

/// The phrase begins with its noun, in lower case as the noun.
fn lower_first(phrase: &str, noun: &str) -> String {
    phrase
        .get(noun.len()..)
        .filter(|_| phrase.is_char_boundary(noun.len()))
        .map_or_else(|| phrase.to_owned(), |rest| format!("{noun}{rest}"))
}

/// Doubled writing "02 (hai)" does not belong to the span.
fn value_end(text: &str, first: Number, span: Span) -> usize {
    if text[first.end..span.end].trim_start().starts_with('(') { first.end } else { span.end }
}

/// "gấp 4,4 lần", "28/30 xã": shares and multiples.
fn ratio(text: &str, count: &mut Count) {
    let times = count.noun == "lần"
        && ends_with(
            text,
            count.span.start,
            &[
                "gấp",
                "gấp hơn",
                "gấp khoảng",
                "gấp gần",
                "tăng",
                "tăng hơn",
                "tăng gần",
                "giảm",
                "bằng",
                "cao gấp",
                "cao hơn",
                "lớn hơn",
                "gấp trên",
                "gấp tới",
                "gấp đến",
            ],
        )
        .is_some();
    if times {
        "other".clone_into(count.unit.to_mut());
    }
    if times || count.total.is_some() {
        count.measure = Measure::Ratio;
    }
}

/// A minus before the number, or "âm": where the number then begins.
fn sign(text: &str, start: usize) -> Option<usize> {
    if let Some(at) = ends_with(text, start, &["âm"]) {
        return (ends_with(text, at, &["nhiệt độ"]).is_none()).then_some(at);
    }
    let before = &text[..start];
    let minus = before.ends_with('-')
        && before[..before.len() - 1].ends_with([' ', '(', ':'])
        && !before[..before.len() - 1].trim_end().ends_with(|c: char| c.is_alphanumeric());
    minus.then(|| start - 1)
}

/// "từ" before a range belongs to it; alone it makes "at least".
fn from(text: &str, count: &mut Count) {
    let Some(start) = ends_with(text, count.span.start, &["từ"]) else { return };
    let change = ends_with(text, start, &["tăng", "giảm", "nâng", "tăng lên", "hạ"]).is_some()
        || starts_with(text, skip_inline(text, count.span.end), &["lên", "xuống", "còn", "thành"]).is_some();
    if count.value_max.is_some() {
        count.span.start = start;
    } else if matches!(count.measure, Measure::Money | Measure::Percent | Measure::Physical)
        && !change
        && count.qualifier == Qualifier::Exact
    {
        let two = starts_with(text, count.span.end, &["đến", "tới"]).is_some();
        if !two {
            count.qualifier = Qualifier::AtLeast;
        }
    }
}
