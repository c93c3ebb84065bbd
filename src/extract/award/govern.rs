//! Whether a mention is an event: a verb, a label, a year heading or a list makes it one.

use super::event::Taken;
use super::frame::{Verb, Voice};
use super::mention::Mention;
use super::reach;
use super::sheet::Sheet;
use super::time::{self, Years};
use super::{general, giver};
use crate::grammar::{name, numeral};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{ends_with, lookback, skip_inline, starts_with, words};

/// Whether a frame makes the mention an event.
pub(super) fn governed(
    sheet: &Sheet<'_>,
    mention: &Mention,
    verb: Option<Verb>,
    taken: Option<&Taken>,
    years: &Years,
) -> bool {
    let entry = &sheet.page.lexicon.awards[mention.entry];
    let at = mention.getters.map_or(mention.span.start, |group| group.start);
    let listed =
        taken.is_some_and(|t| !sheet.words(t.end, at).contains('\n')) && reach::follows_list(sheet, at);
    if listed && mention.getters.is_some() {
        return true;
    }
    if entry.weak {
        return verb.is_some_and(|v| confers(sheet, v, mention));
    }
    let headed = !years.is_empty() || heading_in_sentence(sheet, mention);
    let label = labelled(sheet, mention) || numbered_line(sheet, mention);
    if mention.counted.is_some() && members_follow(sheet, mention)
        || !super::headed::annexed(sheet, mention).is_empty()
    {
        return true;
    }
    if mention.prize {
        let dated = !years.is_empty() && !mention.bare && list_line(sheet, mention) && mention.rank.is_none();
        return prize_won(sheet, mention, verb, listed)
            || label && !years.is_empty()
            || dated
            || result(sheet, mention)
            || !super::headed::winners(sheet, mention).is_empty()
            || work(sheet, mention).is_some();
    }
    if matches!(
        entry.key.as_str(),
        "people_title" | "meritorious_title" | "labour_hero" | "armed_forces_hero" | "heroic_mother"
    ) || entry.id == "title-named"
    {
        let named = verb.is_some_and(|v| {
            v.voice == Voice::Gives
                || !v.held && (v.direct || sheet.words(v.end, mention.span.start).contains("danh hiệu"))
        });
        return named || listed || label || headed && list_line(sheet, mention) || dated_item(sheet, mention);
    }
    if given_below(sheet, mention) {
        return true;
    }
    if time::yearly(sheet, mention.tail) || held_for_years(sheet, mention) {
        return true;
    }
    verb.is_some()
        || listed && (mention.counted.is_some() || mention.span.start - taken.map_or(0, |t| t.end) < 400)
        || label
        || headed && list_line(sheet, mention)
        || (mention.counted.is_some() || list_start(sheet, mention))
            && giver::after(sheet, mention.tail).is_some()
        || dated_item(sheet, mention)
        || year_before(sheet, mention)
}

/// "Cờ thi đua đơn vị dẫn đầu năm 2005 do Thủ tướng Chính phủ khen tặng", "tấm Giấy khen …, UBND xã tặng": a line that
/// begins with the award and says who gave it, or one thing that was given.
fn given_below(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let lead = line_lead(sheet, mention);
    let piece = ends_with(sheet.flat(), mention.span.start, &["tấm", "chiếc", "bức"]).is_some();
    (piece || !lead.contains(char::is_alphabetic)) && giver::stated(sheet, mention.tail).is_some()
}

/// "Bảy năm liền chị là Chiến sĩ thi đua": held each year, told before the title.
fn held_for_years(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let Some(is) = ends_with(flat, sheet.before_name(mention.span.start), &["là"]) else { return false };
    let sentence = sheet.sentence(mention.span);
    sheet.first(Role::Runs, sentence.start, is).is_some()
}

/// "Năm 1996, Huân chương Lao động hạng Ba; năm 2001, …": a year and a comma directly before the award.
fn year_before(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let before = sheet.before_name(mention.span.start);
    let Some(head) = flat[..before].strip_suffix(',') else { return false };
    let digits = head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    crate::grammar::calendar::plain_year(head, digits).is_some()
        && ends_with(flat, digits, &["năm"]).is_some()
}

/// "- Huân chương Lao động hạng Ba (năm 1995)": an item that begins with an award and dates it.
fn dated_item(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let here = skip_inline(flat, sheet.after_quote(mention.tail));
    let here = if flat[here..].starts_with(['(', ',', ':', '-', '–']) {
        skip_inline(flat, here + flat[here..].chars().next().map_or(1, char::len_utf8))
    } else {
        here
    };
    let here =
        starts_with(flat, here, &["năm", "vào năm", "tháng", "ngày"]).map_or(here, |e| skip_inline(flat, e));
    let year = crate::grammar::calendar::year(flat, here).is_some()
        || crate::grammar::calendar::plain_year(flat, here).is_some();
    let bare = line_lead(sheet, mention).is_empty() && flat[..here].ends_with('(');
    (list_start(sheet, mention) || bare) && year
}

/// A status is an award only where a verb confers it: "công nhận 5 xã đạt chuẩn", "đạt danh hiệu".
fn confers(sheet: &Sheet<'_>, verb: Verb, mention: &Mention) -> bool {
    let between = sheet.words(verb.end, mention.span.start);
    let said = between.contains("danh hiệu") || sheet.words(verb.start, verb.end).contains("danh hiệu");
    // "biểu dương nông dân sản xuất giỏi": praise confers no status
    let praise = ["biểu dương", "tuyên dương", "tôn vinh", "vinh danh"];
    if !said && verb.passive.is_none() && praise.contains(&sheet.words(verb.start, verb.end)) {
        return false;
    }
    let near =
        between.len() < if verb.voice == Voice::Gives { 160 } else { 40 } && !between.contains([';', ':']);
    let status = sheet
        .cues(verb.end, mention.span.start)
        .iter()
        .all(|c| c.role == Role::Gets || c.role == Role::Holds);
    near && !verb.held
        && (said
            || verb.voice == Voice::Gives
                && status
                && (verb.passive.is_some() || !gift(sheet, verb) || verb.direct))
}

/// A verb of gifts confers no status unless "danh hiệu" is said.
fn gift(sheet: &Sheet<'_>, verb: Verb) -> bool {
    !matches!(sheet.words(verb.end.saturating_sub("công nhận".len()), verb.end), "công nhận")
}

/// A prize is won directly, or stands in the list that breaks a total down.
fn prize_won(sheet: &Sheet<'_>, mention: &Mention, verb: Option<Verb>, listed: bool) -> bool {
    let flat = sheet.flat();
    let before = sheet.before_name(mention.span.start);
    let broken = mention.counted.is_some()
        && (flat[..before].ends_with([':', '('])
            || ends_with(flat, before, &["gồm", "trong đó có", "trong đó"]).is_some());
    let called = sheet.page.lexicon.awards[mention.entry].id == "prize-called";
    let near = verb.is_some_and(|v| v.direct || !called && mention.span.start.saturating_sub(v.end) < 200);
    let standing = sheet.page.lexicon.awards[mention.entry].key == "medal"
        && !verb.is_some_and(|v| v.direct)
        && general::standing(sheet, mention);
    !standing && (near && !anonymous(sheet, mention, verb) || broken || listed)
}

/// "Trong đó, 03 Nghệ nhân Nhân dân, gồm: A, B và C": a number of honours, and who got them.
fn members_follow(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let here = skip_inline(flat, sheet.after_quote(mention.tail));
    let here = here + usize::from(flat[here..].starts_with(','));
    starts_with(flat, here, &["gồm", "bao gồm", "gồm có"]).is_some()
        && !super::listing::named(sheet, mention.tail, sheet.sentence(mention.span).end).is_empty()
}

/// "5.000.000 đồng", "một chuyến đi": what there is to win, not who won.
pub(super) fn is_worth(sheet: &Sheet<'_>, line: &str) -> bool {
    let money = |(i, _): (usize, &str)| {
        let before = line[..i].trim_end();
        before.ends_with(|c: char| c.is_ascii_digit())
            || before.ends_with("nghìn")
            || before.ends_with("ngàn")
    };
    let frames = &sheet.page.lexicon.frames;
    words(line).any(|w| frames.at(Role::Worth, line, w.start).is_some())
        || line.match_indices("đồng").any(money)
}

/// "Giải Nhất: Tác phẩm “Mùa nước” của …": a line of results; what there is to win is money or a thing.
fn result(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let lead = line_lead(sheet, mention);
    let at = skip_inline(flat, mention.tail);
    let Some(rest) = flat[at..].strip_prefix(':').filter(|_| mention.counted.is_none()) else { return false };
    let line = rest.split('\n').next().unwrap_or_default();
    let begin = skip_inline(flat, at + 1);
    let named = name::is_capital(sheet.page.shown(), begin) || flat[begin..].starts_with(['“', '"']);
    !lead.contains(char::is_alphabetic) && named && !is_worth(sheet, line) && line.trim().contains(' ')
}

/// "Mùa nước (thơ, 1988) - Giải A cuộc thi thơ": what stands before the dash in a line that a prize ends got it.
pub(super) fn work(sheet: &Sheet<'_>, mention: &Mention) -> Option<Span> {
    let flat = sheet.flat();
    let lead = line_lead(sheet, mention);
    let named = mention.counted.is_none() && !mention.bare && mention.prize;
    let name = lead.strip_suffix("- ").or_else(|| lead.strip_suffix("– ")).filter(|_| named)?;
    let line = flat[mention.tail..].split('\n').next().unwrap_or_default();
    let told = is_worth(sheet, line) || ["giải", "cơ cấu"].iter().any(|w| name.contains(w));
    let start = mention.span.start - lead.len();
    let stop = name.find([',', '(']).map_or(name.len(), |i| i);
    let span = Span::new(skip_inline(flat, start), start + name[..stop].trim_end().len());
    let proper =
        name::is_capital(sheet.page.shown(), span.start) && sheet.words(span.start, span.end).contains(' ');
    let rest = line.trim_end_matches(['.', ' ']);
    (proper
        && name.ends_with(' ')
        && name.len() < 120
        && !told
        && rest.len() < 120
        && !rest.contains(['.', ';']))
    .then_some(span)
}

/// "26 đơn vị có học sinh đoạt giải Nhất", "nhiều học sinh đoạt giải": nobody in particular, and no number.
fn anonymous(sheet: &Sheet<'_>, mention: &Mention, verb: Option<Verb>) -> bool {
    let Some(verb) = verb.filter(|v| v.voice == Voice::Receives && mention.counted.is_none()) else {
        return false;
    };
    let flat = sheet.flat();
    let head = sheet.before_adverbs(0, verb.start);
    let from = crate::text::space::floor(flat, head.saturating_sub(60));
    let words = sheet.words(from, head);
    // "thưởng 200 triệu đồng đối với học sinh đoạt giải": what anyone may get
    if words.rsplit([',', '.', ';']).next().is_some_and(|clause| clause.contains("đối với ")) {
        return true;
    }
    let noun = words.rsplit([',', '.', ':', ';']).next().unwrap_or_default().trim();
    // "những tác giả nhận giải": all of them, and none by name
    let all = ["những ", "các "].iter().find_map(|w| noun.strip_prefix(w));
    if all.is_some_and(|all| !sheet.page.shown()[head - all.len()..head].contains(char::is_uppercase)) {
        return true;
    }
    // "Theo quy chế, thí sinh đoạt giải nhất được tuyển thẳng": whoever does
    let lexicon = sheet.page.lexicon;
    let common =
        lexicon.unit_names.at(flat, sheet.page.shown(), head - noun.len()).is_some_and(|(e, _)| e >= head);
    if common && starts_with(flat, mention.tail, &["được", "sẽ", "phải", "có quyền"]).is_some() {
        return true;
    }
    let Some(group) = noun.rsplit(" có ").next().filter(|g| g.len() < noun.len()) else {
        return noun.contains("nhiều ") && !noun.contains(|c: char| c.is_ascii_digit());
    };
    let at = head - group.len();
    !group.contains(|c: char| c.is_ascii_digit())
        && numeral::number(group, 0).is_none()
        && !name::is_capital(sheet.page.shown(), at)
        && group.split(' ').count() <= 4
}

/// "Huân chương Lao động hạng Nhì: 05": a line, or an item of one, that is an order with its number.
fn numbered_line(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    mention.count.is_some()
        && sheet.words(mention.span.end, mention.tail).contains(':')
        && list_line(sheet, mention)
}

/// "Cờ thi đua: 12", "Cờ thi đua của UBND tỉnh: 54 tập thể": a label with its number.
fn labelled(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let at = giver::after(sheet, mention.tail).map_or(sheet.after_quote(mention.tail), |(end, _)| end);
    let at = skip_inline(flat, label_end(sheet, at));
    flat[at..].starts_with(':') && numeral::number(flat, skip_inline(flat, at + 1)).is_some()
}

/// Past the few words that a label has before its colon and number: "Bằng khen phong trào: 202 tập thể".
pub(super) fn label_end(sheet: &Sheet<'_>, at: usize) -> usize {
    let flat = sheet.flat();
    let near = &flat[at..crate::text::space::floor(flat, at + 40).max(at)];
    let words = near.split([',', ';', '.', '\n', '(']).next().unwrap_or_default();
    match words.find(':') {
        // "các loại: 120" counts kinds together
        Some(i)
            if !words[..i].contains("các loại")
                && !words[..i].contains("cho ")
                && numeral::number(flat, skip_inline(flat, at + i + 1)).is_some_and(|n| n.digits) =>
        {
            at + i
        }
        _ => at,
    }
}

fn heading_in_sentence(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let line = line_lead(sheet, mention);
    // "+ 1985 - 1999: …": figures alone before the colon are years
    let figures = |label: &str| {
        label.chars().all(|c| c.is_ascii_digit() || " -–/+*•".contains(c))
            && label.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4)
    };
    line.split_once(':').is_some_and(|(label, _)| line.contains("năm ") || figures(label))
}

/// Only list marks, a year or a label stand before the mention in its part of the line.
fn list_line(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let line = line_lead(sheet, mention).rsplit([':', ';', '|', ',']).next().unwrap_or_default();
    let line = line.rsplit(". ").next().unwrap_or_default();
    let words = line.trim_matches(|c: char| !c.is_alphabetic());
    words.is_empty() || matches!(words, "danh hiệu" | "và")
}

/// The mention begins its line, after a list mark or a number of awards.
fn list_start(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let lead = line_lead(sheet, mention);
    !lead.is_empty() && lead.len() < 24 && !lead.contains(char::is_alphabetic)
}

/// The words of its line before the mention, as far as a rule looks back.
fn line_lead<'s>(sheet: &'s Sheet<'_>, mention: &Mention) -> &'s str {
    lookback(sheet.flat(), mention.span.start).rsplit('\n').next().unwrap_or_default()
}
