//! What governs a mention: the verb, who gives, and how far it has come.

use super::Page;
use super::mention::Mention;
use crate::fact::Status;
use crate::grammar::name;
use crate::span::Span;
use crate::text::space::{back, ends_with, skip, skip_inline, starts_with, word_before};

/// How a verb places giver and receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// "[giver] tặng …"
    Gives,
    /// "[receiver] đạt …"
    Receives,
}

/// The verb that governs a mention.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub start: usize,
    pub end: usize,
    pub voice: Voice,
    /// "được" stands before the verb, with the giver between them perhaps: its start.
    pub passive: Option<usize>,
}

const GIVE: [&str; 17] = [
    "tặng thưởng",
    "trao tặng",
    "truy tặng",
    "phong tặng",
    "truy phong",
    "xét tặng",
    "tặng",
    "trao",
    "công nhận",
    "khen thưởng",
    "khen tặng",
    "vinh danh",
    "tuyên dương",
    "phong",
    "ghi nhận",
    "biểu dương",
    "cấp",
];
const GET: [&str; 14] = [
    "đón nhận",
    "được nhận",
    "nhận được",
    "nhận",
    "đạt danh hiệu",
    "đạt",
    "giành được",
    "giành",
    "đoạt",
    "vinh dự",
    "đạt được",
    "giữ vững",
    "được",
    "có",
];

/// The nearest governing verb before a mention in its clause.
pub(super) fn verb(page: Page<'_>, from: usize, mention: &Mention) -> Option<Verb> {
    let text = page.folded();
    let mut here = back(text, mention.span.start);
    for _ in 0..60 {
        if here <= from {
            return None;
        }
        if let Some(start) =
            ends_with(text, here, &GIVE).filter(|s| *s >= from && !false_friend(text, *s, here))
        {
            let start = chain(text, from, start);
            return Some(Verb { start, end: here, voice: Voice::Gives, passive: passive(page, from, start) });
        }
        let get = ends_with(text, here, &GET).filter(|s| *s >= from);
        if let Some(start) = get.filter(|s| strong(text, *s, here, mention.span.start)) {
            return Some(Verb { start, end: here, voice: Voice::Receives, passive: None });
        }
        here = match word_before(text, here) {
            Some(w) => back(text, w.start),
            None => back(text, here - text[..here].chars().next_back().map_or(1, char::len_utf8)),
        };
    }
    None
}

/// "phong tặng, truy tặng", "ghi nhận và tặng thưởng": where a chain of verbs begins.
fn chain(text: &str, from: usize, start: usize) -> usize {
    let before = back(text, start);
    let joint = if text[..before].ends_with([',', '/']) {
        Some(back(text, before - 1))
    } else {
        ends_with(text, before, &["và"]).map(|s| back(text, s))
    };
    joint.and_then(|at| ends_with(text, at, &GIVE)).filter(|s| *s >= from).unwrap_or(start)
}

/// "trao đổi", "cấp ủy", "phong trào", "các cấp": other words.
fn false_friend(text: &str, start: usize, end: usize) -> bool {
    let word = &text[start..end];
    match word {
        "phong" => starts_with(text, end, &["trào", "phú", "cách"]).is_some(),
        "trao" => starts_with(text, end, &["đổi", "quyền"]).is_some(),
        "cấp" => {
            starts_with(text, end, &["bằng", "giấy khen", "cờ"]).is_none()
                || ends_with(text, start, &["các", "cung", "trung", "cao"]).is_some()
        }
        "tặng" => ends_with(text, start, &["quà"]).is_some(),
        "khen thưởng" => {
            ends_with(text, start, &["công tác", "thi đua", "thi đua,", "hình thức", "quỹ", "hội đồng", "-"])
                .is_some()
        }
        "công nhận" => starts_with(text, end, &["kết quả"]).is_some(),
        _ => false,
    }
}

/// "được" and "có" govern only what follows them at once; the others reach further.
fn strong(text: &str, start: usize, end: usize, mention: usize) -> bool {
    let between = &text[end..mention];
    let direct = between.trim().is_empty()
        || between.trim().bytes().all(|b| b.is_ascii_digit())
        || between.contains("danh hiệu") && between.len() < 30;
    match &text[start..end] {
        "được" | "có" | "vinh dự" => direct,
        "đạt" => !between.contains('%') || between.contains("danh hiệu"),
        _ => true,
    }
}

/// "được" before the verb, with no more than a giver between.
fn passive(page: Page<'_>, from: usize, verb: usize) -> Option<usize> {
    let text = page.folded();
    let mut here = back(text, verb);
    for _ in 0..14 {
        if let Some(start) = ends_with(text, here, &["được"]).filter(|s| *s >= from) {
            return Some(start);
        }
        let w = word_before(text, here).filter(|w| w.start >= from)?;
        if text[w.end..here].contains([',', ';', ':']) {
            return None;
        }
        here = back(text, w.start);
        if text[..here].ends_with([',', ';', ':', '.']) {
            return None;
        }
    }
    None
}

/// Proposed, planned or granted, by the words before the verb.
pub(super) fn status(page: Page<'_>, from: usize, mention: &Mention, verb: Option<Verb>) -> Status {
    let text = page.folded();
    let left = &text[from..verb.map_or(mention.span.start, |v| v.end.max(v.start))];
    let near = left.len().saturating_sub(160);
    let near = crate::text::space::floor(left, near);
    let left = &left[near..];
    if ["đề nghị", "trình ", "xét tặng", "xét, đề nghị", "đề xuất", "hồ sơ"].iter().any(|w| left.contains(w))
    {
        return Status::Proposed;
    }
    if ["phấn đấu", "đăng ký", "chỉ tiêu", "mục tiêu", "dự kiến", "quyết tâm"]
        .iter()
        .any(|w| left.contains(w))
    {
        return Status::Planned;
    }
    Status::Granted
}

/// Who gives it: after "của", before an active verb, or between "được" and the verb.
pub(super) fn grantor(page: Page<'_>, from: usize, mention: &Mention, verb: Option<Verb>) -> Option<String> {
    if let Some(of) = after(page, mention.tail) {
        return Some(of.1);
    }
    let text = page.folded();
    let verb = verb.filter(|v| v.voice == Voice::Gives)?;
    if let Some(start) = verb.passive {
        let begin = skip(text, start + "được".len());
        return giver(page, begin, back(text, verb.start));
    }
    subject(page, from, verb.start).and_then(|s| {
        let words = name::tidy(page.text, s);
        let represented = represented(page, from, s);
        represented.or_else(|| body_like(page, s).then_some(words))
    })
}

/// "của Chính phủ", "do UBND tỉnh tặng" after the award: the end and the name.
pub(super) fn after(page: Page<'_>, at: usize) -> Option<(usize, String)> {
    let text = page.folded();
    let at = if text[at..].starts_with(['”', '"']) {
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    } else {
        at
    };
    let end = starts_with(text, at, &["của", "do"])?;
    let start = skip(text, end);
    let stop = name::end(page.text, page.lexicon, start)?;
    Some((stop, name::tidy(page.text, Span::new(start, stop))))
}

/// "Chủ tịch nước tặng thưởng: A; B": the giver of a list's lead holds for the whole list.
pub(super) fn lead(page: Page<'_>, sentence: Span, mention: usize) -> Option<String> {
    let text = page.folded();
    let colon = sentence.start + text[sentence.start..mention].find(':')?;
    let verb = ends_with(text, colon, &["tặng thưởng", "tặng", "khen thưởng", "trao tặng", "phong tặng"])?;
    let subject = subject(page, sentence.start, verb)?;
    (body_like(page, subject) && passive(page, sentence.start, verb).is_none())
        .then(|| name::tidy(page.text, subject))
}

/// The words between "được" and its verb: a body, also in lower case.
fn giver(page: Page<'_>, start: usize, end: usize) -> Option<String> {
    if end <= start {
        return None;
    }
    let span = trim_adverbs(page, Span::new(start, end));
    let short = page.text.slice(span).split_whitespace().count() <= 16;
    (span.end > span.start && short).then(|| name::tidy(page.text, span))
}

fn body_like(page: Page<'_>, span: Span) -> bool {
    let known = page.lexicon.body_names.at(page.folded(), page.shown(), span.start).is_some();
    let words = page.text.slice(span).split_whitespace().count();
    (known || name::is_capital(page.shown(), span.start))
        && words <= 22
        && page.text.slice(span).chars().any(char::is_alphabetic)
}

/// "Thay mặt UBND tỉnh, đồng chí … trao": the body represented gives.
fn represented(page: Page<'_>, from: usize, subject: Span) -> Option<String> {
    let text = page.folded();
    let left = &text[from..subject.end];
    let (at, mark) = ["thay mặt", "thừa ủy quyền", "thừa uỷ quyền", "được sự ủy quyền của", "thừa lệnh"]
        .iter()
        .find_map(|m| Some((left.find(m)?, m)))?;
    let start = skip(text, from + at + mark.len());
    let start = starts_with(text, start, &["của"]).map_or(start, |e| skip(text, e));
    let stop = name::end(page.text, page.lexicon, start)?;
    Some(name::tidy(page.text, Span::new(start, stop)))
}

/// Adverbs between a subject and its verb.
const ADVERBS: [&str; 34] = [
    "đã",
    "vừa",
    "mới",
    "cũng",
    "sẽ",
    "đang",
    "vinh dự",
    "liên tục",
    "nhiều năm liền",
    "quyết định",
    "ký quyết định",
    "ra quyết định",
    "ban hành quyết định",
    "hai lần",
    "ba lần",
    "kịp thời",
    "xem xét",
    "xét",
    "đề nghị",
    "trình",
    "được",
    "tiến hành",
    "tổ chức",
    "lễ",
    "cùng",
    "chính thức",
    "long trọng",
    "còn",
    "đều",
    "luôn",
    "tiếp tục",
    "bình xét",
    "trân trọng",
    "đồng thời",
];

fn trim_adverbs(page: Page<'_>, span: Span) -> Span {
    let text = page.folded();
    let mut end = span.end;
    while let Some(start) = ends_with(text, end, &ADVERBS).filter(|s| *s >= span.start) {
        end = back(text, start);
    }
    Span::new(span.start, end.max(span.start))
}

/// The noun phrase before a verb, from the last comma, colon or time phrase.
pub(super) fn subject(page: Page<'_>, from: usize, verb: usize) -> Option<Span> {
    let text = page.folded();
    let from = skip(text, from);
    let from = strip_time(text, from);
    let span = trim_adverbs(page, Span::new(from, back(text, verb).max(from)));
    let words = &text[span.range()];
    let mut start = span.start;
    for (i, c) in words.char_indices() {
        let at = span.start + i + c.len_utf8();
        let comma = c == ',' && !inner_comma(page, start, at);
        if matches!(c, ':' | ';' | '-' | '+' | '•')
            && !(c == '-' && words[i + 1..].starts_with(char::is_alphanumeric))
            && !(c == '-' && i > 0 && words[..i].ends_with(|c: char| c.is_alphanumeric()))
            || comma
        {
            start = skip(text, at);
        }
    }
    for lead in [
        "và",
        "đồng thời",
        "trong đó",
        "trong đó có",
        "ngoài ra",
        "có",
        "riêng",
        "cùng với đó",
        "bên cạnh đó",
    ] {
        if let Some(end) = starts_with(text, start, &[lead]) {
            start = skip(text, end);
        }
    }
    for lead in [" đề nghị ", " trình ", " đề xuất ", " phấn đấu ", " đăng ký ", " ít nhất ", " có "]
    {
        let name = matches!(lead, " có ")
            && !page.shown()[start.min(span.end)..span.end].starts_with(char::is_lowercase);
        if name {
            continue;
        }
        if let Some(at) = text.get(start..span.end).and_then(|s| s.rfind(lead)) {
            start += at + lead.len();
        }
    }
    let start = after_and(page, strip_time(text, start).min(span.end), span.end);
    // "lãnh đạo tỉnh đã thưởng … và": an earlier verb ends the subject
    let earlier = [" đã ", " vừa ", " cũng đã "].iter().filter_map(|w| text[start..span.end].find(w)).min();
    let span = Span::new(start, earlier.map_or(span.end, |i| start + i));
    (start < span.end).then(|| Span::new(start, span.end))
}

/// A time phrase before a subject: "hằng năm", "năm 2020", "kết thúc năm học".
fn strip_time(text: &str, at: usize) -> usize {
    const TIMES: [&str; 12] = [
        "hằng năm",
        "hàng năm",
        "mỗi năm",
        "hằng quý",
        "hằng tháng",
        "trước đó",
        "kết thúc năm học",
        "cuối năm",
        "đồng thời",
        "năm học",
        "trong năm",
        "năm qua",
    ];
    let end = starts_with(text, at, &TIMES);
    let year = || {
        starts_with(text, at, &["năm", "trong năm"])
            .and_then(|e| crate::grammar::calendar::year(text, skip(text, e)))
            .map(|(e, _)| e)
    };
    let Some(end) = year().or(end) else { return at };
    let next = skip(text, end);
    strip_time(text, if text[next..].starts_with(',') { skip(text, next + 1) } else { next })
}

/// "… và Thủ tướng Chính phủ tặng": a clause that "và" begins has its own giver.
fn after_and(page: Page<'_>, start: usize, end: usize) -> usize {
    let text = page.folded();
    let Some(at) = text[start..end].rfind(" và ") else { return start };
    let next = start + at + " và ".len();
    let whole = page.lexicon.body_names.at(text, page.shown(), start).is_some()
        || name::is_capital(page.shown(), start);
    let own = page.lexicon.body_names.at(text, page.shown(), next).is_some()
        && name::end(page.text, page.lexicon, next) == Some(end);
    if own && !(whole && name::end(page.text, page.lexicon, start).is_some_and(|e| e + 1 >= start + at)) {
        next
    } else {
        start
    }
}

/// A comma inside a list of nouns under one number: "100% tổ đảng, phòng chuyên môn đạt".
fn inner_comma(page: Page<'_>, start: usize, at: usize) -> bool {
    let text = page.folded();
    let counted = text[skip_inline(text, start)..].starts_with(|c: char| c.is_ascii_digit());
    let next = skip_inline(text, at);
    let noun = page.lexicon.unit_names.at(text, page.shown(), next).is_some();
    counted && noun && !text[start..at].contains(':')
}
