//! Recipients by name: the items of an announced list, and groups that go on without their verb.

use super::extent::one_body;
use super::recipient::{self, Recipient};
use super::sheet::Sheet;
use crate::grammar::name;
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{floor, lookahead, skip, skip_inline, starts_with};
use rust_decimal::Decimal;

/// The names that "gồm", "là" or a colon announces at `at`: "cho 2 cá nhân là ông A và bà B", "gồm: Trường A; Trường B".
///
/// Between semicolons what follows a comma only says more of a name, and so does an office.
pub(super) fn named(sheet: &Sheet<'_>, at: usize, end: usize) -> Vec<Recipient> {
    announced(sheet, at, end)
        .filter(|start| *start < end)
        .map_or_else(Vec::new, |start| names(sheet, start, end))
}

/// "02 tập thể (Trường A; Huyện ủy B)": the members of a group that a bracket names, all of them or some persons.
pub(super) fn bracketed(sheet: &Sheet<'_>, note: Span, number: Decimal) -> Vec<Recipient> {
    let all = names(sheet, note.start + 1, note.end - 1);
    let persons = all.len() > 1 && sheet.starts(Role::Persons, note.start + 1).is_some();
    if Decimal::from(all.len()) != number && !persons {
        return Vec::new();
    }
    all.into_iter().map(|who| Recipient { end: note.end, ..who }).collect()
}

/// "danh sách đề nghị tặng danh hiệu … có nhiều gương mặt như A, B": those of a list that are named.
pub(super) fn such_as(sheet: &Sheet<'_>, at: usize, end: usize) -> Vec<Recipient> {
    let words = sheet.words(at, end);
    let list = words.find(" như ").filter(|i| words[..*i].trim_start().starts_with("có "));
    let named = list.map_or_else(Vec::new, |i| names(sheet, at + i + " như ".len(), end));
    if named.len() > 1 { named } else { Vec::new() }
}

/// "3 liệt sĩ hy sinh tại Nà Hạ gồm: Thượng tá A, Thiếu tá B": the members that are named behind what is said of the group.
pub(super) fn further(sheet: &Sheet<'_>, at: usize, end: usize) -> Vec<Recipient> {
    let words = sheet.words(at, end.min(floor(sheet.flat(), at + 160)));
    let list = [" gồm ", " gồm: ", " gồm có ", ", gồm "].iter().filter_map(|w| words.find(w)).min();
    let named =
        list.filter(|i| !words[..*i].contains([';', '.', ':', '('])).map(|i| named(sheet, at + i, end));
    named.filter(|all| all.len() > 1).unwrap_or_default()
}

/// "hai công nhân Lê Thị Bé và Trần Văn Sáu": a group, and behind its noun just as many names.
pub(super) fn named_directly(sheet: &Sheet<'_>, group: Span) -> Option<Vec<Recipient>> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let n = recipient::counted(sheet, group.start)?;
    let (noun, _) = sheet.page.lexicon.unit_names.at(flat, shown, skip(flat, n.end))?;
    let begin = skip(flat, noun);
    let proper = begin < group.end && name::is_capital(shown, begin) && n.value > Decimal::ONE;
    let names = proper.then(|| names(sheet, begin, group.end))?;
    if Decimal::from(names.len()) != n.value {
        return None;
    }
    let mut all = vec![recipient::group(sheet, Span::new(group.start, noun))?];
    all.extend(names);
    Some(all)
}

/// The names of a list that begins at `start`.
pub(super) fn names(sheet: &Sheet<'_>, start: usize, end: usize) -> Vec<Recipient> {
    let mut all: Vec<Recipient> = Vec::new();
    let (flat, shown, lexicon) = (sheet.flat(), sheet.page.shown(), sheet.page.lexicon);
    let (mut persons, mut begun) = (None, None);
    let end = list_end(sheet, start, end);
    for item in items(flat, start, end) {
        let label = starts_with(flat, item.start, &["cá nhân", "tập thể", "các"])
            .map_or(item.start, |e| skip(flat, e));
        // "NNƯT Phạm Văn Bảo": a title before a name
        let title = lexicon.award_names.at(flat, shown, label).map(|(e, _)| skip(flat, e));
        let label = title.filter(|at| *at < item.end && name::is_capital(shown, *at)).unwrap_or(label);
        // "2 tập thể gồm A và B, 3 cá nhân": another group goes on
        if !all.is_empty() && recipient::counted_noun(sheet, label) {
            all.extend(recipient::group(
                sheet,
                Span::new(label, super::extent::group_end(sheet, label, item.end)),
            ));
            continue;
        }
        let label =
            starts_with(flat, label, &["hộ gia đình", "hộ", "gia đình"]).map_or(label, |e| skip(flat, e));
        let person = sheet.starts(Role::Persons, label).map(|e| skip(flat, e));
        let person = person.map(|at| if flat[at..].starts_with(':') { skip(flat, at + 1) } else { at });
        let opens = person.filter(|at| name::is_capital(shown, *at)).unwrap_or(label);
        let body = lexicon.unit_names.at(flat, shown, opens).or(lexicon.body_names.at(flat, shown, opens));
        let other = lexicon.award_names.at(flat, shown, opens).is_some()
            || sheet.cues(opens, item.end).iter().any(|c| c.role == Role::Gives);
        let document = lexicon.cited_names.at(flat, shown, opens).is_some();
        // "xã Nà Hạ": a level and a name
        let placed = body.is_some_and(|(e, _)| name::is_capital(shown, skip(flat, e)));
        // "là Chủ nhiệm các đề tài": a word with a capital is no name yet
        let capitals =
            shown[opens..item.end].split(' ').filter(|w| w.starts_with(char::is_uppercase)).count();
        let named = (name::is_capital(shown, opens) || placed)
            && flat[opens..item.end].trim().contains(' ')
            && (capitals > 1 || body.is_some() || opens != label)
            && !document;
        if other || all.is_empty() && !named {
            break;
        }
        // "Phòng Văn hóa và Thông tin" is one
        let joined = opens == label && flat[..item.start].trim_end().ends_with(" và");
        if joined
            && let Some((last, from)) =
                all.last_mut().zip(begun).filter(|(_, from)| one_body(sheet, *from, opens))
        {
            last.name = name::tidy(sheet.page.text, Span::new(from, item.end));
            last.end = item.end;
            continue;
        }
        // "Ngô Đức Anh", though "ngô" is a noun: capitals alone
        let bare = shown[opens..item.end].split([',', '(', '-', '–']).next().unwrap_or_default();
        let proper = bare.split_whitespace().count() < 6
            && bare.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
        let is_person = opens != label || body.is_none() || proper;
        let more = sheet.starts(Role::Posts, opens).is_some() || persons.is_some_and(|p| p && !is_person);
        if named && !more {
            persons.get_or_insert(opens != label);
            begun = Some(opens);
            let words = &flat[opens..item.end];
            let stop = [",", " (", " - ", " – "].iter().filter_map(|mark| words.find(mark)).min();
            let name = name::tidy(sheet.page.text, Span::new(opens, stop.map_or(item.end, |i| opens + i)));
            all.push(Recipient { name, end: item.end, ..Recipient::default() });
        }
    }
    all
}

/// "A - trưởng khoa, B - phó khoa; chín thầy thuốc được tặng …": a list ends at the semicolon before another clause.
fn list_end(sheet: &Sheet<'_>, start: usize, end: usize) -> usize {
    let marks = sheet.words(start, end).match_indices(';').map(|(i, _)| start + i);
    let clause = |at: &usize| {
        let stop = sheet.words(at + 1, end).find(';').map_or(end, |i| at + 1 + i);
        sheet.cues(at + 1, stop).iter().any(|c| matches!(c.role, Role::Gives | Role::Gets))
    };
    marks.into_iter().find(clause).unwrap_or(end)
}

/// "Trong 200 nhà giáo được tặng Bằng khen, tỉnh góp mặt cô A và thầy B", "…, ông C là người duy nhất của tỉnh": who of a
/// group is named behind the award.
pub(super) fn chosen(sheet: &Sheet<'_>, sentence: Span, at: usize) -> Vec<Recipient> {
    let among = starts_with(sheet.flat(), sentence.start, &["trong tổng số", "trong số", "trong"]);
    if among.is_none_or(|e| recipient::counted(sheet, skip(sheet.flat(), e)).is_none()) {
        return Vec::new();
    }
    let words = sheet.words(at, sentence.end);
    let held = [" góp mặt ", " có "].iter().filter_map(|w| Some((words.find(w)?, w.len()))).min();
    if let Some((i, len)) = held {
        return names(sheet, at + i + len, sentence.end);
    }
    let only = words.find(" là người ").and_then(|is| Some((words[..is].rfind(", ")?, is)));
    only.map_or_else(Vec::new, |(comma, is)| names(sheet, at + comma + 2, at + is))
}

/// "Nghiên cứu A của ông B; Giải pháp C của bà D": works that are listed between semicolons, each as it is written.
pub(super) fn works(sheet: &Sheet<'_>, start: usize, end: usize) -> Vec<Recipient> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    // an initial's full stop ends no list: "của TS. Hà Thị Mây"
    let line = lookahead(flat, start).split('\n').next().unwrap_or_default();
    let list = sheet.words(start, end.max(start + line.len()));
    if !list.contains(';') {
        return recipient::groups(sheet, start, start + list.len());
    }
    let mut from = start;
    let parts = list.split(';').map(|part| {
        let opens = skip(flat, from).min(from + part.len());
        let span = Span::new(opens, from + part.len());
        from += part.len() + 1;
        span
    });
    let named = |s: &Span| name::is_capital(shown, s.start) || flat[s.start..].starts_with(['“', '"']);
    let all = parts.filter(named).map(|s| Recipient {
        name: name::tidy(sheet.page.text, s),
        end: s.end,
        ..Recipient::default()
    });
    all.take(40).collect()
}

/// Past "gồm", "là" or a colon at `at`; on the same line, or the next one where the sentence goes on to `end`.
fn announced(sheet: &Sheet<'_>, at: usize, end: usize) -> Option<usize> {
    let flat = sheet.flat();
    let here = skip_inline(flat, sheet.after_quote(at));
    // "cho 11 tập thể, cá nhân, gồm:"
    let here = starts_with(
        flat,
        here.max(at) + usize::from(flat[here..].starts_with(',')),
        &["cá nhân", "và cá nhân", "gia đình"],
    )
    .unwrap_or(here);
    let here = starts_with(flat, here, &["tiêu biểu", "xuất sắc", "điển hình"]).unwrap_or(here);
    let here = skip_inline(flat, here);
    let here = here + usize::from(flat[here..].starts_with(','));
    let word = starts_with(flat, here, &["gồm có", "bao gồm", "gồm", "đó là", "là"]);
    let next = word.map_or(here, |e| {
        starts_with(
            flat,
            e,
            &["các em", "các ông", "các đồng chí", "các tập thể", "các cá nhân", "các đơn vị"],
        )
        .filter(|e| flat[skip_inline(flat, *e)..].starts_with(':'))
        .unwrap_or(e)
    });
    let next = skip_inline(flat, next);
    let next = if flat[next..].starts_with(':') { skip_inline(flat, next + 1) } else { word.map(|_| next)? };
    let below = flat[next..].starts_with('\n');
    if below && end > next + 1 { Some(skip(flat, next)) } else { (!below).then_some(next) }
}

/// The items of a list up to a full stop: between semicolons where it has any, else between commas; brackets are kept whole.
fn items(flat: &str, start: usize, end: usize) -> impl Iterator<Item = Span> {
    let list = &flat[start..end];
    let stop = list.find(". ").or_else(|| list.find('\n')).unwrap_or(list.len());
    let list = list[..stop].trim_end_matches(['.', ' ', ';', ',']);
    let mark = if list.contains(';') { ';' } else { ',' };
    let (mut spans, mut from, mut depth) = (Vec::new(), 0, 0_i32);
    for (i, c) in list.char_indices() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        let joint = [" và ", " cùng "].into_iter().find(|j| list[i..].starts_with(*j)).map(str::len);
        let cut = joint.or_else(|| (c == mark).then_some(1)).filter(|_| depth <= 0 && i >= from);
        if let Some(len) = cut {
            spans.push(Span::new(start + from, start + i));
            from = i + len;
        }
    }
    spans.push(Span::new(start + from, start + list.len()));
    let opens = |s: Span| Span::new(skip(flat, s.start).min(s.end), s.end);
    spans.into_iter().map(opens).filter(|s| s.start < s.end).take(40).collect::<Vec<_>>().into_iter()
}

/// "Hà Tĩnh có 76 học sinh được nhận bằng khen, Vĩnh Phúc có 61 học sinh, …": the groups that go on without the verb.
pub(super) fn gapped(sheet: &Sheet<'_>, at: usize, end: usize, noun: &str) -> Vec<Recipient> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let mut all = Vec::new();
    let mut here = at;
    while let Some(next) = flat[here..end.max(here)].starts_with(',').then(|| skip(flat, here + 1)) {
        let Some(name_end) =
            name::is_capital(shown, next).then(|| super::title::capitals(sheet, next)).filter(|e| *e > next)
        else {
            break;
        };
        let number = starts_with(flat, name_end, &["có"]).map_or(skip(flat, name_end), |e| skip(flat, e));
        if !recipient::counted_noun(sheet, number) {
            break;
        }
        let stop = super::extent::group_end(sheet, number, end);
        let Some(group) = recipient::group(sheet, Span::new(number, stop)) else { break };
        all.push(group);
        here = stop;
    }
    if flat[here..].starts_with(". ") {
        all.extend(gapped_sentence(sheet, here + 2, noun));
    }
    all
}

/// "… được nhận bằng khen. Trường A có 20 học sinh, Trường B có 34 học sinh.": a sentence of such groups alone.
fn gapped_sentence(sheet: &Sheet<'_>, at: usize, noun: &str) -> Vec<Recipient> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let (mut all, mut here) = (Vec::new(), at);
    loop {
        let next = skip(flat, here);
        let clause = flat[next..].split([',', '.', ';', '\n']).next().unwrap_or_default();
        let Some(number) = clause.find(" có ").map(|i| skip(flat, next + i + " có".len())) else {
            return Vec::new();
        };
        let Some(n) = recipient::counted(sheet, number).filter(|n| n.digits && name::is_capital(shown, next))
        else {
            return Vec::new();
        };
        let opens = skip(flat, n.end);
        let Some(stop) = starts_with(flat, opens, &[noun]) else { return Vec::new() };
        all.extend(recipient::group(sheet, Span::new(number, stop)));
        match flat[stop..].chars().next() {
            Some(',') => here = stop + 1,
            Some('.') => return all,
            _ => return Vec::new(),
        }
    }
}
