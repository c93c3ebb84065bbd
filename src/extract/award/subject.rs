//! The noun phrase before a verb: who gives, or who is given.

use super::pieces::pieces;
use super::rank;
use super::recipient;
use super::sheet::Sheet;
use crate::fact::RecipientUnit;
use crate::grammar::{name, numeral};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{back, skip, starts_with, word, words};

/// How many verbs that share a subject are gone back over.
const VERBS: usize = 8;

/// The noun phrase that ends before the verb at `at`; `None` where the clause leaves it out.
pub(super) fn before(sheet: &Sheet<'_>, from: usize, at: usize) -> Option<Span> {
    shared(sheet, from, at, VERBS)
}

fn shared(sheet: &Sheet<'_>, from: usize, at: usize, verbs: usize) -> Option<Span> {
    let flat = sheet.flat();
    let from = clause(sheet, from, at);
    let end = sheet.before_adverbs(from, at);
    if end <= from {
        return None;
    }
    let from = said(sheet, from, end);
    if let Some(person) = described(sheet, from, end) {
        return Some(person);
    }
    let elided = flat[..end].ends_with(',');
    let end = apposed(sheet, from, end);
    let asked = sheet
        .cues(from, end)
        .iter()
        .rev()
        .find(|c| matches!(c.role, Role::Proposes | Role::Plans | Role::Gives | Role::Gets));
    if let Some(cue) = asked.filter(|c| matches!(c.role, Role::Proposes | Role::Plans)) {
        let start = skip(flat, cue.end);
        let planned = || counts_people(sheet, start) && !recipient::counts_awards(sheet, start) && !elided;
        // "đăng ký Hội cấp trên tặng": who is asked to give
        let asks = || name::is_capital(sheet.page.shown(), start) && !elided;
        let follows = start < end && (cue.role == Role::Proposes || planned() || asks());
        // "2.500 hộ đăng ký, trong đó 1.100 hộ đạt": a subject of its own stands behind
        let own = own(sheet, cue.end, end).filter(|at| !elided && counts_people(sheet, *at));
        if let Some(own) = own.filter(|_| !follows) {
            return Some(Span::new(own, end));
        }
        // "chi bộ phấn đấu …, giữ vững danh hiệu": who plans stands before
        let further = || shared(sheet, from, cue.start, verbs.checked_sub(1)?);
        return if follows { Some(Span::new(start, end)) } else { further() };
    }
    // an earlier verb of the clause: its subject holds where nothing stands after it
    let earlier = sheet.cues(from, end).iter().rev().find(|c| matches!(c.role, Role::Gives | Role::Gets));
    let mut start = from;
    if let Some(cue) = earlier {
        match own(sheet, cue.end, end) {
            Some(own) => start = own,
            None => return shared(sheet, from, cue.start, verbs.checked_sub(1)?),
        }
    }
    let start = pieces(sheet, start, end);
    let start = strip(sheet, start, end);
    let start = after_and(sheet, start, end);
    // "toàn tỉnh đã có 151 đồng chí": the number after "có" tells who
    let held = sheet.words(start, end).rfind(" có ").map(|i| skip(flat, start + i + " có".len()));
    let start = held.filter(|at| *at < end && counts_people(sheet, *at)).unwrap_or(start);
    // "lãnh đạo tỉnh đã thưởng …": an adverb inside ends the subject
    let second = word(flat, start).map_or(end, |w| w.end);
    let inner = sheet.first(Role::Inner, second.min(end), end);
    let end = inner.map_or(end, |w| w.start);
    let adverbial = sheet.starts(Role::Openers, start).is_some()
        && !name::is_capital(sheet.page.shown(), start)
        || starts_with(
            flat,
            start,
            &["sau", "theo", "tại", "trong", "nhân dịp", "với", "từ", "để", "ngoài", "bên cạnh"],
        )
        .is_some();
    let adverbial = adverbial && !counts_people(sheet, start);
    (start < end && !adverbial && flat[start..end].chars().any(char::is_alphabetic))
        .then(|| Span::new(start, end))
}

/// "Ông An cho biết UBND tỉnh vừa tặng": past the words of saying, where a subject stands behind them.
fn said(sheet: &Sheet<'_>, from: usize, end: usize) -> usize {
    let flat = sheet.flat();
    let says = words(sheet.words(from, end)).filter_map(|w| sheet.starts(Role::Says, from + w.start)).last();
    let next = says.map(|at| starts_with(flat, at, &["rằng", "việc", "về việc"]).unwrap_or(at));
    next.map(|at| skip(flat, at + usize::from(flat[at..].starts_with([',', ':']))))
        .filter(|at| *at < end)
        .unwrap_or(from)
}

/// "2 cá nhân Huyện đoàn tặng": receivers with a number stand before the giver that is the subject; both.
pub(super) fn fronted(sheet: &Sheet<'_>, from: usize, at: usize) -> Option<(Span, Span)> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let whole = before(sheet, from, at).filter(|s| counts_people(sheet, s.start))?;
    let n = recipient::counted(sheet, whole.start)?;
    let noun = skip(flat, n.end);
    let giver = words(sheet.words(noun, whole.end)).map(|w| noun + w.start).find(|&at| {
        at > noun
            && name::is_capital(shown, at)
            && sheet.page.lexicon.body_names.at(flat, shown, at).is_some()
            && sheet.name_end(at).is_some_and(|end| end >= whole.end)
    })?;
    let open = flat[..back(flat, giver)].ends_with([',', '-', '(']);
    (!open).then(|| (Span::new(whole.start, back(flat, giver)), Span::new(giver, whole.end)))
}

/// The subject that stands between an earlier verb, which ends at `from`, and the next: "… đạt A, 01 tập thể và 17 cá nhân".
fn own(sheet: &Sheet<'_>, from: usize, end: usize) -> Option<usize> {
    let rest = sheet.words(from, end);
    let joints = [", ", " và ", " có ", " gồm ", ": "]
        .into_iter()
        .flat_map(|j| rest.match_indices(j).map(move |(i, _)| (i, j)))
        // "3 Huân chương (1 hạng Nhất, 2 hạng Nhì)": what a bracket lists is no subject
        .filter(|(i, _)| rest[..*i].matches('(').count() <= rest[..*i].matches(')').count());
    let mut starts: Vec<usize> = joints
        .map(|(i, joint)| (joint, strip(sheet, from + i + joint.len(), end)))
        .filter(|(joint, at)| {
            *at < end
                && if matches!(*joint, " có " | " gồm " | ": ") {
                    counts_people(sheet, *at)
                } else {
                    begins(sheet, *at)
                }
        })
        .map(|(_, at)| at)
        .collect();
    starts.sort_unstable();
    let mut start = starts.pop()?;
    // "01 tập thể và 17 cá nhân": counted groups make one subject
    let joined = |left: usize, start: usize| {
        // "hai đội Nà Sản và Bản Lầm": one number for both names
        let both = || recipient::counted(sheet, left).is_some() && !sheet.words(left, start).contains(',');
        counts_people(sheet, left) && counts_people(sheet, start) || both()
    };
    while let Some(left) = starts.pop().filter(|left| joined(*left, start)) {
        start = left;
    }
    Some(start)
}

/// "bà Nhạn, giáo viên trường làng, được tặng": the words between two commas only say more of the one before.
fn apposed(sheet: &Sheet<'_>, from: usize, end: usize) -> usize {
    let words = sheet.words(from, end);
    if !words.ends_with(',') {
        return end;
    }
    let inner = words[..words.len() - 1].rfind(", ").map(|i| from + i);
    let before = inner.map(|at| pieces(sheet, from, at));
    match (inner, before) {
        (Some(at), Some(start))
            if begins(sheet, strip(sheet, start, at))
                && !(sheet.flat()[start..at].starts_with(|c: char| c.is_ascii_digit())) =>
        {
            at
        }
        _ => end - 1,
    }
}

/// "Ông Võ Văn Tám, 58 tuổi, thôn 4, được": a person of whom only more is said up to `end`.
fn described(sheet: &Sheet<'_>, from: usize, end: usize) -> Option<Span> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let from = sheet
        .cues(from, end)
        .iter()
        .rev()
        .find(|c| matches!(c.role, Role::Gives | Role::Gets))
        .map_or(from, |c| c.end);
    let closed = flat[from..end].ends_with(',');
    let stop = if closed { end - 1 } else { end };
    let mut commas = flat[from..stop].match_indices(", ").map(|(i, _)| from + i);
    let last = commas.clone().last()?;
    let says_more = [Role::Apposes, Role::Posts].iter().any(|r| sheet.starts(*r, last + 1).is_some());
    if !closed && !says_more {
        return None;
    }
    let mut here = from;
    loop {
        let comma = commas.next()?;
        let at = strip(sheet, here, comma);
        // "đợt này có đồng chí …"
        let at = flat[at..comma].rfind(" có ").map_or(at, |i| skip(flat, at + i + " có".len()));
        let person = sheet.starts(Role::Persons, at).is_some_and(|e| name::is_capital(shown, skip(flat, e)));
        if person {
            return Some(Span::new(at, flat[at..comma].find(" (").map_or(comma, |i| at + i)));
        }
        here = skip(flat, comma + 1);
    }
}

/// Whether a noun phrase of its own begins at `at`: a body, a capital, a number.
pub(super) fn begins(sheet: &Sheet<'_>, at: usize) -> bool {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    name::is_capital(shown, at)
        || sheet.page.lexicon.body_names.at(flat, shown, at).is_some()
        || flat[at..].starts_with(|c: char| c.is_ascii_digit())
        || counts_people(sheet, at)
        || recipient::counted(sheet, at).is_some()
        || sheet.starts(Role::Persons, at).is_some()
}

/// Where the clause begins: after a colon, a semicolon, a list mark.
fn clause(sheet: &Sheet<'_>, from: usize, at: usize) -> usize {
    let words = sheet.words(from, at);
    let mut start = from;
    for (i, c) in words.char_indices() {
        let dash = matches!(c, '-' | '–' | '+' | '•' | '*')
            && words[..i].trim_end_matches(' ').len() < i.max(1)
            && (i == 0 || words[..i].ends_with([' ', '\n']));
        let list = dash && words[..i].trim().len() < 3;
        if matches!(c, ':' | ';' | '\n') || c == '(' && !words[i..].contains(')') || list {
            start = from + i + c.len_utf8();
        }
    }
    let start = skip(sheet.flat(), start);
    numbered(sheet.flat(), start)
}

/// "1. ", "a) " at the beginning of a line.
fn numbered(flat: &str, at: usize) -> usize {
    let label: String = flat[at..].chars().take_while(|c| !c.is_whitespace()).take(5).collect();
    let mark = label.ends_with(['.', ')'])
        && label.chars().count() <= 4
        && label[..label.len() - 1].chars().all(|c| c.is_ascii_digit() || c.is_alphabetic());
    if mark { skip(flat, at + label.len()) } else { at }
}

/// Past joints and phrases of time before a subject.
pub(super) fn strip(sheet: &Sheet<'_>, at: usize, end: usize) -> usize {
    let flat = sheet.flat();
    let year = starts_with(flat, at, &["năm", "trong năm", "đến năm", "từ năm", "các năm", "trong các năm"])
        .and_then(|e| rank::years(flat, skip(flat, e)));
    let run = numeral::number(flat, at)
        .and_then(|n| sheet.starts(Role::Runs, n.end))
        .or_else(|| {
            // "1 năm nhận …", "3 lần được …"
            let n = numeral::number(flat, at).filter(|n| n.digits)?;
            starts_with(flat, n.end, &["năm", "lần"]).filter(|e| skip(flat, *e) >= end)
        })
        .map(|e| {
            let noted = flat[skip(flat, e)..].starts_with('(');
            let close = flat[e..end.max(e)].find(')').filter(|_| noted);
            close.map_or(e, |i| e + i + 1)
        });
    let Some(next) = run.or(year).or_else(|| sheet.starts(Role::Joints, at)).or_else(|| among(sheet, at))
    else {
        return at;
    };
    let next = skip(flat, next);
    let next = if flat[next..].starts_with(',') { skip(flat, next + 1) } else { next };
    if next >= end { end } else { strip(sheet, next, end) }
}

/// "Trong 29 đảng viên được …", "Trong số 5 xã đạt …": the group that others are taken from.
fn among(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let end = starts_with(sheet.flat(), at, &["trong tổng số", "trong số", "trong"])?;
    counts_people(sheet, end).then_some(end)
}

/// Whether a number of people, groups or households stands at `at`, after "hơn", "trên" or "gần".
pub(super) fn counts_people(sheet: &Sheet<'_>, at: usize) -> bool {
    let flat = sheet.flat();
    let at = sheet.page.lexicon.quantifier_names.at(flat, sheet.page.shown(), at).map_or(at, |(end, _)| end);
    recipient::counted(sheet, skip(flat, at)).is_some_and(|n| {
        flat[n.end..].starts_with('%') || recipient::unit_at(sheet, skip(flat, n.end)) != RecipientUnit::Other
    })
}

/// "… và Thủ tướng Chính phủ tặng": a clause that "và" begins has its own giver.
fn after_and(sheet: &Sheet<'_>, start: usize, end: usize) -> usize {
    let (flat, shown, lexicon) = (sheet.flat(), sheet.page.shown(), sheet.page.lexicon);
    let Some(at) = sheet.words(start, end).rfind(" và ") else { return start };
    let next = start + at + " và ".len();
    let body = |at: usize| lexicon.body_names.at(flat, shown, at).is_some();
    let whole = (body(start) || name::is_capital(shown, start))
        && sheet.name_end(start).is_some_and(|e| e + 1 >= start + at);
    let own = body(next) && sheet.name_end(next).is_some_and(|e| e >= back(flat, end));
    if own && !whole { next } else { start }
}
