//! Awards: a name, the frame that makes it an event, and what the frame says.

mod frame;
mod grid;
mod mention;
mod reason;
mod recipient;
mod retold;
mod time;

use super::{Claims, Extraction, Page};
use crate::fact::{Award, Date, RecipientUnit, Role, Status};
use crate::grammar::{name, numeral};
use crate::span::Span;
use crate::text::space::{back, ends_with, floor, skip_inline, starts_with, word_before};
use frame::Verb;
use mention::Mention;
use recipient::Recipient;
use rust_decimal::Decimal;

/// What is carried from one award to the next in a passage.
#[derive(Clone, Debug, Default)]
struct Carried {
    /// Subject of the passage, and the line where it stood.
    subject: String,
    /// Years of the last heading line.
    years: Vec<(i16, Span)>,
    /// Grantor of the last award, and the clause and sentence for which it holds.
    grantor: String,
    grantor_clause: Span,
    /// Where the last mention ended that spoke of awards in general.
    vague: Option<usize>,
    /// Where the last mention ended, taken or not.
    last_end: Option<usize>,
    /// Whether the last mention was taken, and where its sentence was.
    taken: Option<(Span, Verb)>,
}

impl Default for Span {
    fn default() -> Self {
        Self::new(0, 0)
    }
}

/// How far a clause is looked through, in bytes on either side.
const REACH: usize = 700;

/// Reads all awards of a page; the badge grades in their names are claimed.
pub fn read(page: Page<'_>, claims: &mut Claims, out: &mut Extraction) {
    let mentions = mention::all(page);
    let mut carried = Carried::default();
    let mut awards: Vec<Award> = Vec::new();
    let mut used: Vec<Span> = Vec::new();
    let mut lines = headings(page, &out.facts.dates, &mentions);
    for (i, mention) in mentions.iter().enumerate() {
        if mention.follows {
            continue;
        }
        carried.years = lines.remove(&mention.span.start).unwrap_or_default();
        let next =
            mentions[i + 1..].iter().find(|m| !m.follows).map_or(page.folded().len(), |m| m.span.start);
        let ranks: Vec<&Mention> =
            mentions[i..].iter().take_while(|m| m.follows || m.span == mention.span).collect();
        read_one(page, &out.facts.dates, &ranks, next, &mut carried, &mut awards, &mut used);
        carried.last_end = Some(mention.tail);
    }
    claims.extend(mentions.iter().filter(|m| m.name.contains(|c: char| c.is_ascii_digit())).map(|m| m.span));
    for date in &mut out.facts.dates {
        if used.contains(&date.span) && date.role == Role::Event {
            date.role = Role::Award;
        }
    }
    retold::merge(&mut awards);
    awards.sort_by_key(|a| a.span);
    out.facts.awards = awards;
}

/// For each mention that has one, the years of the heading line above it.
fn headings(
    page: Page<'_>,
    dates: &[Date],
    mentions: &[Mention],
) -> std::collections::HashMap<usize, Vec<(i16, Span)>> {
    let mut found = std::collections::HashMap::new();
    if mentions.is_empty() || dates.is_empty() {
        return found;
    }
    let mut current: Vec<(i16, Span)> = Vec::new();
    let mut next = 0;
    for line in page.text.lines() {
        let words = page.text.slice(line).trim();
        let inside = dates.iter().any(|d| line.contains(d.span));
        if inside && let Some(years) = time::line_heading(page, dates, line) {
            current = years;
        } else if words.is_empty()
            || !words.starts_with(['-', '+', '*', '•'])
                && words.len() > 60
                && !mentions.iter().any(|m| line.contains(m.span))
        {
            current.clear();
        }
        while let Some(mention) = mentions.get(next).filter(|m| m.span.start < line.end) {
            if !current.is_empty() {
                found.insert(mention.span.start, current.clone());
            }
            next += 1;
        }
    }
    found
}

fn read_one(
    page: Page<'_>,
    dates: &[Date],
    ranks: &[&Mention],
    next: usize,
    carried: &mut Carried,
    awards: &mut Vec<Award>,
    used: &mut Vec<Span>,
) {
    let mention = ranks[0];
    let text = page.folded();
    let sentence = clip(text, page.sentences.around(page.text, mention.span), mention.span);
    let clause = clause(text, sentence, mention.span);
    let verb = frame::verb(page, clause.start, mention);
    let listed = carried.taken.filter(|(s, _)| *s == sentence);
    let counted = quantity_before(page, mention.span.start);
    if let Some(rows) = grid::read(page, mention) {
        for (who, year, grantor) in rows {
            for rank in ranks {
                awards.push(award(
                    page,
                    rank,
                    &who,
                    year,
                    &grantor,
                    Status::Granted,
                    "",
                    None,
                    "award/table",
                ));
            }
        }
        return;
    }
    if lottery(page, mention) {
        return;
    }
    let named =
        page.info.title_span.is_some_and(|t| t.contains(mention.span)) && !page.info.number.is_empty();
    let vague = named
        || general(page, mention, counted.is_some())
        || carried.vague.is_some_and(|end| coordinated(text, end, mention.span.start)) && counted.is_none();
    if vague {
        carried.vague = Some(mention.tail);
    }
    if vague || !governed(page, mention, verb, listed.is_some(), counted.is_some(), carried) {
        return;
    }
    let status = frame::status(page, clause.start, mention, verb.or(listed.map(|l| l.1)));
    let grantor = giver(page, sentence, clause, mention, verb, carried);
    let limit = clause.end.min(next.max(mention.tail));
    let (recipients, end) = receivers(page, clause, sentence, mention, verb, counted, limit, carried);
    let own = time::years(page, dates, sentence, clause, mention.span, limit);
    let own = if own.is_empty() { carried.years.clone() } else { own };
    let years = if own.is_empty() {
        time::occasion(page, dates, sentence, mention.span, &page.lexicon.awards[mention.entry].key)
    } else {
        own
    };
    let (reason, period) = reason::read(page, dates, mention.tail.max(end), limit, clause.end);
    used.extend(years.iter().map(|(_, span)| *span));
    let years: Vec<Option<i16>> = if years.is_empty() {
        vec![reason::year(dates, &reason)]
    } else {
        years.iter().map(|y| Some(y.0)).collect()
    };
    carried.taken = Some((
        sentence,
        verb.or(listed.map(|l| l.1)).unwrap_or(Verb {
            start: sentence.start,
            end: sentence.start,
            voice: frame::Voice::Receives,
            passive: None,
        }),
    ));
    for rank in ranks {
        for year in &years {
            for who in &recipients {
                let mut made = award(
                    page,
                    rank,
                    who,
                    *year,
                    &grantor,
                    status,
                    &reason.words,
                    period.clone(),
                    "award/frame",
                );
                if let Some(n) = rank.count {
                    (made.quantity, made.recipient_unit) = (Some(n), Some(RecipientUnit::Award));
                }
                awards.push(made);
            }
        }
    }
}

#[allow(clippy::too_many_arguments, reason = "the parts of one award, gathered by its only caller")]
fn award(
    page: Page<'_>,
    m: &Mention,
    who: &Recipient,
    year: Option<i16>,
    grantor: &str,
    status: Status,
    reason: &str,
    period: Option<String>,
    rule: &'static str,
) -> Award {
    let entry = &page.lexicon.awards[m.entry];
    let rank = m.rank.or_else(|| reason::place(&reason.to_lowercase()));
    Award {
        span: m.span,
        award: entry.key.clone(),
        name: m.name.clone(),
        rank: rank.filter(|r| (1..=3).contains(r)),
        grantor: grantor.to_owned(),
        recipient: who.name.clone(),
        quantity: who.quantity,
        recipient_unit: who.unit,
        year,
        period,
        reason: reason.to_owned(),
        status,
        rule,
    }
}

/// The part of a long sentence that is looked at.
fn clip(text: &str, sentence: Span, at: Span) -> Span {
    let start = sentence.start.max(floor(text, at.start.saturating_sub(REACH * 2)));
    Span::new(start, sentence.end.min(floor(text, at.end + REACH * 2)).max(at.end))
}

/// The clause of a mention: between semicolons, from the last year heading on.
fn clause(text: &str, sentence: Span, at: Span) -> Span {
    let start = text[sentence.start..at.start].rfind(';').map_or(sentence.start, |i| sentence.start + i + 1);
    let end = text[at.end..sentence.end].find(';').map_or(sentence.end, |i| at.end + i);
    Span::new(start, end)
}

/// A number of awards directly before the name: "02 Cờ thi đua".
fn quantity_before(page: Page<'_>, at: usize) -> Option<Decimal> {
    let text = page.folded();
    let w = word_before(text, at)?;
    let start = numeral_start(text, w);
    let n = numeral::number(text, start).filter(|n| n.end == w.end)?;
    let ordinal = ends_with(text, start, &["thứ", "năm", "tháng", "số", "lần"]).is_some();
    (!ordinal).then_some(n.value)
}

/// Where the number begins whose last word is `w`: "2.500", "hai mươi".
fn numeral_start(text: &str, w: Span) -> usize {
    let from = text[..w.start]
        .rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    if text[w.range()].starts_with(|c: char| c.is_ascii_digit()) { from } else { w.start }
}

/// Only "và" or a comma stands between two mentions.
fn coordinated(text: &str, end: usize, start: usize) -> bool {
    matches!(text.get(end..start).map(str::trim), Some("và" | "," | "hoặc"))
}

/// Prizes of a lottery are won, not awarded.
fn lottery(page: Page<'_>, mention: &Mention) -> bool {
    let prize = page.lexicon.awards[mention.entry].key == "prize";
    prize
        && ["vietlott", "xổ số", "jackpot", "vé số", "trúng thưởng"].iter().any(|w| page.folded().contains(w))
}

/// A mention that speaks of the award as such: "quy chế xét tặng Bằng khen", "nhiều Bằng khen".
fn general(page: Page<'_>, mention: &Mention, counted: bool) -> bool {
    const BEFORE: [&str; 37] = [
        "nhiều",
        "các",
        "những",
        "loại",
        "hình thức",
        "mẫu",
        "phôi",
        "in",
        "quỹ",
        "mọi",
        "một số",
        "phong trào",
        "công tác",
        "quy chế",
        "tiêu chuẩn",
        "tiêu chí",
        "điều kiện",
        "hồ sơ",
        "thủ tục",
        "việc",
        "quy trình",
        "hướng dẫn",
        "không",
        "chưa",
        "thu hồi",
        "hủy bỏ",
        "huỷ bỏ",
        "từng",
        "cấp đổi",
        "tước",
        "lễ trao",
        "nhiều buổi",
        "buổi",
        "lễ",
        "hội thi",
        "cuộc thi",
        "mỗi",
    ];
    let text = page.folded();
    let mut here = back(text, mention.span.start);
    here = if text[..here].ends_with(['“', '"']) { back(text, floor(text, here - 1)) } else { here };
    here = ends_with(
        text,
        here,
        &["danh hiệu", "xét tặng", "tặng", "trao", "trao tặng", "xét công nhận", "công nhận"],
    )
    .map_or(here, |s| {
        let rule = ends_with(
            text,
            s,
            &[
                "quy chế",
                "tiêu chuẩn",
                "việc",
                "quy định về",
                "quy trình",
                "hồ sơ",
                "thủ tục",
                "hướng dẫn",
                "thu hồi quyết định",
                "hủy bỏ quyết định",
                "quyền",
                "thẩm quyền",
                "buổi",
                "lễ",
            ],
        )
        .is_some();
        if rule {
            usize::MAX
        } else if text[s..here].starts_with("danh hiệu") {
            s
        } else {
            here
        }
    });
    if here == usize::MAX {
        return true;
    }
    ends_with(text, here, &BEFORE).is_some() && !counted
}

/// Whether a frame makes the mention an event.
fn governed(
    page: Page<'_>,
    mention: &Mention,
    verb: Option<Verb>,
    listed: bool,
    counted: bool,
    carried: &Carried,
) -> bool {
    let text = page.folded();
    let entry = &page.lexicon.awards[mention.entry];
    let title = matches!(
        entry.key.as_str(),
        "people_title" | "meritorious_title" | "labour_hero" | "armed_forces_hero" | "heroic_mother"
    );
    let label = text[skip_inline(text, mention.tail)..].starts_with(':')
        && numeral::number(text, skip_inline(text, skip_inline(text, mention.tail) + 1)).is_some();
    if entry.weak {
        return verb.is_some_and(|v| {
            let between = &text[v.end..mention.span.start];
            let direct = between.len() < 40
                && !between.contains([',', ';'])
                && !carried.last_end.is_some_and(|end| end > v.start && end <= mention.span.start);
            let said = between.contains("danh hiệu") || text[v.start..v.end].contains("danh hiệu");
            direct && (v.voice == frame::Voice::Gives || said)
        });
    }
    if title {
        return verb.is_some_and(|v| {
            v.voice == frame::Voice::Gives
                || text[v.start..v.end].contains("đạt")
                || text[v.start..v.end].contains("nhận")
                || text[v.end..mention.span.start].contains("danh hiệu")
        });
    }
    let prize = matches!(entry.key.as_str(), "prize" | "medal");
    if prize {
        let bare = matches!(mention.name.to_lowercase().as_str(), "giải thưởng" | "giải" | "huy chương");
        let won = verb.is_some_and(|v| mention.span.start - v.end < 120) && (!bare || counted);
        let broken = counted
            && text[..back(text, mention.span.start)]
                .trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
                .ends_with([':', ',', ';']);
        return won || broken || listed && counted || label && !carried.years.is_empty();
    }
    if ends_with(text, verb.map_or(mention.span.start, |v| v.start), &["về việc", "v/v", "việc"]).is_some()
    {
        return false;
    }
    let headed = !carried.years.is_empty() || heading_in_sentence(text, mention);
    verb.is_some()
        || listed && (counted || follows_list(text, mention))
        || label
        || headed && list_line(text, mention)
        || counted && frame::after(page, mention.tail).is_some()
}

fn heading_in_sentence(text: &str, mention: &Mention) -> bool {
    let from = floor(text, mention.span.start.saturating_sub(120));
    let line = text[from..mention.span.start].rsplit('\n').next().unwrap_or_default();
    line.contains(':') && line.contains("năm ")
}

/// Only list marks, a year or a label stand before the mention on its line.
fn list_line(text: &str, mention: &Mention) -> bool {
    let from = floor(text, mention.span.start.saturating_sub(120));
    let line = text[from..mention.span.start].rsplit(['\n', ':', ';', '|', ',']).next().unwrap_or_default();
    let words = line.trim_matches(|c: char| !c.is_alphabetic());
    words.is_empty() || matches!(words, "danh hiệu" | "và")
}

/// "Bằng khen cho …, Giấy khen cho …": a list goes on.
fn follows_list(text: &str, mention: &Mention) -> bool {
    let before = text[..back(text, mention.span.start)].trim_end_matches(['“', '"', ' ']);
    let before = ends_with(before, before.len(), &["danh hiệu"]).map_or(before, |s| before[..s].trim_end());
    before.ends_with([',', ';']) || ends_with(before, before.len(), &["và", "cùng"]).is_some()
}

/// The giver of this award, or the one carried inside its coordination.
fn giver(
    page: Page<'_>,
    sentence: Span,
    clause: Span,
    mention: &Mention,
    verb: Option<Verb>,
    carried: &mut Carried,
) -> String {
    let own = frame::grantor(page, clause.start, mention, verb)
        .or_else(|| frame::lead(page, sentence, mention.span.start));
    let same = carried.grantor_clause.start == clause.start;
    let lead = verb.is_none_or(|v| {
        v.voice == frame::Voice::Gives && frame::subject(page, clause.start, v.start).is_none()
    });
    let grantor = match own {
        Some(own) => own,
        None if same
            && (verb.is_none()
                || lead
                || carried.taken.is_some_and(|(_, v)| verb.is_some_and(|w| w.start == v.start))) =>
        {
            carried.grantor.clone()
        }
        None => String::new(),
    };
    if !grantor.is_empty() {
        carried.grantor.clone_from(&grantor);
        carried.grantor_clause = clause;
    }
    grantor
}

/// Who receives, and where the words about them end.
#[allow(clippy::too_many_arguments, reason = "the parts of one frame, gathered by its only caller")]
fn receivers(
    page: Page<'_>,
    clause: Span,
    sentence: Span,
    mention: &Mention,
    verb: Option<Verb>,
    counted: Option<Decimal>,
    limit: usize,
    carried: &mut Carried,
) -> (Vec<Recipient>, usize) {
    let text = page.folded();
    let mut at = mention.tail;
    if text[at..].starts_with(['”', '"']) {
        at += text[at..].chars().next().map_or(1, char::len_utf8);
    }
    if let Some((end, _)) = frame::after(page, at) {
        at = end;
    }
    at = starts_with(text, at, &["năm"])
        .and_then(|e| crate::grammar::calendar::year(text, skip_inline(text, e)))
        .map_or(at, |(e, _)| e);
    let colon = skip_inline(text, at);
    let bracket = text[colon..].starts_with('(')
        && numeral::number(text, colon + 1).is_some_and(|n| {
            n.digits && page.lexicon.unit_names.at(text, page.shown(), skip_inline(text, n.end)).is_some()
        });
    let mut found = if bracket {
        recipient::groups(page, colon + 1, limit)
    } else if text[colon..].starts_with(':') {
        recipient::groups(page, skip_inline(text, colon + 1), limit)
            .into_iter()
            .filter(|r| r.quantity.is_some())
            .collect()
    } else {
        recipient::after(page, at, limit.max(at))
    };
    if found.is_empty()
        && let Some(v) = verb
    {
        // "tặng cho 5 tập thể Bằng khen"
        let cho = starts_with(text, v.end, &["cho"]).filter(|e| *e < mention.span.start);
        found = cho
            .map(|e| recipient::groups(page, skip_inline(text, e), mention.span.start))
            .unwrap_or_default();
    }
    if found.is_empty() {
        found = recipient::further(page, at, limit.max(at));
    }
    let end = found.last().map_or(at, |r| r.end);
    found.extend(recipient::named_lines(page, end, sentence));
    if found.is_empty() {
        found = vec![passive_subject(page, clause, sentence, mention, verb, carried)];
        if let Some(n) = counted {
            found[0].quantity = Some(n);
            found[0].unit = Some(RecipientUnit::Award);
        }
    }
    (found, end)
}

/// The subject of "được tặng", "đạt", or else the subject that the passage is about.
fn passive_subject(
    page: Page<'_>,
    clause: Span,
    sentence: Span,
    mention: &Mention,
    verb: Option<Verb>,
    carried: &mut Carried,
) -> Recipient {
    let text = page.folded();
    let at = verb.and_then(|v| if v.voice == frame::Voice::Receives { Some(v.start) } else { v.passive });
    let own =
        at.and_then(|at| frame::subject(page, clause.start, at)).and_then(|s| recipient::group(page, s));
    if let Some(own) = own.filter(|r| r.name.split(' ').count() <= 24 && !r.name.is_empty()) {
        let named = own.name.chars().next().is_some_and(char::is_uppercase);
        if named && own.quantity.is_none() {
            carried.subject.clone_from(&own.name);
        }
        return own;
    }
    // "… đã được ghi nhận và tặng thưởng …: A tặng …": the sentence's lead names its subject
    let lead = &text[sentence.start..mention.span.start];
    if let Some(i) = ["đã được", "vinh dự được", "được"].iter().find_map(|w| lead.find(&format!(" {w} ")))
        && let Some(s) = frame::subject(page, sentence.start, sentence.start + i + 1)
        && name::is_capital(page.shown(), s.start)
    {
        carried.subject = name::tidy(page.text, s);
    }
    Recipient { name: carried.subject.clone(), ..Recipient::default() }
}
