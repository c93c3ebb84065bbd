//! Ranks: "hạng Nhất, Nhì và Ba", "hạng 2 và 3", "giải Nhì", "7 Huy chương Vàng, 9 Bạc".

use super::mention::Mention;
use super::sheet::Sheet;
use crate::grammar::name::{is_capital, tidy};
use crate::grammar::{calendar, numeral};
use crate::span::Span;
use crate::text::space::{lookahead, skip, skip_inline, starts_with, word};
use rust_decimal::Decimal;

const RANKS: [(&str, u8); 12] = [
    ("nhất", 1),
    ("nhì", 2),
    ("ba", 3),
    ("iii", 3),
    ("ii", 2),
    ("i", 1),
    ("1", 1),
    ("2", 2),
    ("3", 3),
    ("hai", 2),
    ("một", 1),
    ("tư", 4),
];

/// A list of ranks or metals that begins with the name at `start..end`.
pub(super) fn list(
    sheet: &Sheet<'_>,
    start: usize,
    end: usize,
    mention: &dyn Fn(Span, String, Option<u8>) -> Mention,
) -> Option<Vec<Mention>> {
    let flat = sheet.flat();
    let word = &flat[start..end];
    let order = ["huân chương", "hc", "huy chương"].iter().any(|w| word.starts_with(w));
    let ranked = order || sheet.page.lexicon.awards[entry(sheet, start)?].ranked;
    if let Some((stop, rank)) = graded(flat, end).filter(|_| ranked) {
        return Some(graded_list(sheet, start, end, stop, rank, mention));
    }
    let tail = word.split(' ').next_back().unwrap_or_default();
    let metal = word.starts_with("huy chương ") && matches!(tail, "vàng" | "bạc" | "đồng");
    let place = word.starts_with("giải ") && matches!(tail, "nhất" | "nhì" | "ba");
    (metal || place).then(|| short_list(sheet, start, end, metal, mention))
}

fn entry(sheet: &Sheet<'_>, start: usize) -> Option<usize> {
    sheet.page.lexicon.award_names.at(sheet.flat(), sheet.page.shown(), start).map(|(_, i)| i)
}

/// "Huân chương Lao động hạng Nhất, Nhì, Ba": one mention for each rank.
fn graded_list(
    sheet: &Sheet<'_>,
    start: usize,
    end: usize,
    stop: usize,
    rank: u8,
    mention: &dyn Fn(Span, String, Option<u8>) -> Mention,
) -> Vec<Mention> {
    let (flat, text) = (sheet.flat(), sheet.page.text);
    let base = tidy(text, Span::new(start, end));
    let grade_end = starts_with(flat, end, &["các hạng", "hạng"]).unwrap_or(end);
    let grade = tidy(text, Span::new(skip(flat, end).min(grade_end), grade_end));
    let grade = grade.trim_start_matches("các ").to_owned();
    // "03 Huân chương … (01 hạng Nhất, 02 hạng Ba)": the bracket gives the name its rank
    let bracket = flat[skip_inline(flat, end)..].starts_with(['(', ':']).then(|| skip_inline(flat, end));
    let span = Span::new(start, if bracket.is_some() { end } else { stop });
    let mut all = vec![mention(span, tidy(text, span), Some(rank))];
    if let Some(open) = bracket {
        let at = flat[open..stop].find("hạng").map_or(stop, |i| open + i);
        all[0].name = format!("{base} {}", tidy(text, Span::new(at, stop)));
        all[0].count = numbered_before(flat, at);
    }
    all[0].name = all[0].name.replacen(" các hạng ", " hạng ", 1);
    let mut here = labelled(flat, stop, &mut all);
    // "hạng Ba (năm 1995), hạng Nhì (năm 2000)": each has words of its own
    let mut group = 0;
    while let Some((at, stop, rank, noted)) = further(flat, here) {
        if noted {
            all[group..].iter_mut().for_each(|m| m.tail = here);
            group = all.len();
        }
        let words = tidy(text, Span::new(at, stop));
        let name = if flat[at..].starts_with("hạng") {
            format!("{base} {words}")
        } else {
            format!("{base} {grade} {words}")
        };
        let mut further = mention(Span::new(at, stop), name, Some(rank));
        (further.follows, further.count) = (!noted, numbered_before(flat, at));
        all.push(further);
        here = labelled(flat, stop, &mut all);
    }
    if bracket.is_some() && flat[skip_inline(flat, here)..].starts_with(')') {
        here = skip_inline(flat, here) + 1;
    }
    all[group..].iter_mut().for_each(|m| m.tail = here);
    // "2 Huân chương Lao động (hạng Nhì năm 2005, hạng Nhất năm 2010)": one of each
    if bracket.is_some() && all[0].counted == Some(all.len().into()) && all.iter().all(|m| m.count.is_none())
    {
        for m in &mut all {
            m.counted = None;
        }
    }
    all
}

/// A further rank, past the note or the year of the one before it; whether there was one.
fn further(flat: &str, at: usize) -> Option<(usize, usize, u8, bool)> {
    if let Some((start, stop, rank)) = another(flat, at) {
        return Some((start, stop, rank, false));
    }
    if let Some((start, stop, rank)) = given_on(flat, at) {
        return Some((start, stop, rank, true));
    }
    let here = skip_inline(flat, at);
    let past = if flat[here..].starts_with('(') {
        flat[here..]
            .find([')', '\n', ';'])
            .filter(|i| *i < 60 && flat[here + i..].starts_with(')'))
            .map(|i| here + i + 1)
    } else if flat[here..].starts_with(':') {
        years(flat, skip_inline(flat, here + 1))
    } else {
        starts_with(flat, at, &["năm", "vào năm"])
            .and_then(|e| calendar::year(flat, skip(flat, e)))
            .map(|(e, _)| e)
    };
    let (start, stop, rank) = another(flat, past?)?;
    let noted = flat[skip_inline(flat, stop)..].starts_with('(');
    (noted || flat[start..].starts_with("hạng")).then_some((start, stop, rank, true))
}

/// "1985, 1996": where a list of years that begins at `at` ends.
pub(super) fn years(flat: &str, at: usize) -> Option<usize> {
    let (mut end, _) = calendar::plain_year(flat, at)?;
    loop {
        let here = skip_inline(flat, end);
        let next = if flat[here..].starts_with(',') {
            skip_inline(flat, here + 1)
        } else {
            starts_with(flat, here, &["và"]).map_or(here, |e| skip(flat, e))
        };
        match calendar::plain_year(flat, next).filter(|_| next > here) {
            Some((stop, _)) => end = stop,
            None => return Some(end),
        }
    }
}

/// "hạng Nhì cho A, hạng Ba cho B": a further rank behind the recipients of the one before it.
fn given_on(flat: &str, at: usize) -> Option<(usize, usize, u8)> {
    let given = starts_with(flat, at, &["cho"])?;
    let near = lookahead(flat, given);
    let clause = near.split(['.', ';', ':', '\n']).next().unwrap_or_default();
    let joint = [", hạng ", " và hạng "].iter().filter_map(|joint| clause.find(joint)).min()?;
    another(flat, given + joint).filter(|(_, stop, _)| starts_with(flat, *stop, &["cho"]).is_some())
}

/// "hạng Nhì: 07": the number belongs to the last mention; the place after it.
fn labelled(flat: &str, end: usize, all: &mut [Mention]) -> usize {
    let at = skip_inline(flat, end);
    if !flat[at..].starts_with(':') {
        return end;
    }
    let start = skip(flat, at + 1);
    // "hạng Nhì: 2002" tells when
    let year = |end: usize| calendar::plain_year(flat, start).is_some_and(|(e, _)| e == end);
    let number = numeral::number(flat, start).filter(|n| n.digits && !year(n.end));
    let plain = number.filter(|n| {
        matches!(flat[skip_inline(flat, n.end)..].chars().next(), None | Some(',' | ';' | '.' | ')' | '\n'))
    });
    if let (Some(n), Some(last)) = (plain, all.last_mut()) {
        last.count = Some(n.value);
        return n.end;
    }
    end
}

/// The number directly before a further rank: "02 hạng Nhì".
fn numbered_before(flat: &str, at: usize) -> Option<Decimal> {
    let before = flat[..at].trim_end();
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    numeral::number(before, start).filter(|n| n.digits).map(|n| n.value)
}

/// "hạng Nhì": the end and the rank.
fn graded(flat: &str, at: usize) -> Option<(usize, u8)> {
    let open = skip_inline(flat, at);
    let inner = if flat[open..].starts_with(['(', ':']) { open + 1 } else { at };
    let at = numeral::number(flat, inner).filter(|n| n.digits && inner > open).map_or(inner, |n| n.end);
    let end = starts_with(flat, at, &["các hạng", "hạng"])?;
    let here = skip(flat, end);
    let here =
        here + flat[here..].chars().next().filter(|c| matches!(c, '“' | '"')).map_or(0, char::len_utf8);
    RANKS.iter().find_map(|(w, rank)| Some((starts_with(flat, here, &[w])?, *rank)))
}

/// A further rank after "," or "và": its place, end and rank.
fn another(flat: &str, at: usize) -> Option<(usize, usize, u8)> {
    let here = skip_inline(flat, at);
    let mut next = if flat[here..].starts_with([',', '/', ';']) {
        skip(flat, here + 1)
    } else {
        starts_with(flat, here, &["và"]).map(|e| skip(flat, e))?
    };
    next = starts_with(flat, next, &["và"]).map_or(next, |e| skip(flat, e));
    // "02 hạng Nhì" has its own number
    let own =
        numeral::number(flat, next).filter(|n| n.digits && starts_with(flat, n.end, &["hạng"]).is_some());
    let next = own.map_or(next, |n| skip(flat, n.end));
    let graded = starts_with(flat, next, &["hạng"]);
    if graded.is_none() && flat[here..].starts_with(';') {
        return None;
    }
    let place = graded.map_or(next, |e| skip(flat, e));
    let (end, rank) = RANKS.iter().find_map(|(w, rank)| Some((starts_with(flat, place, &[w])?, *rank)))?;
    // "hạng Nhì và 3 Bằng khen", "hạng Nhì, ba cá nhân": the number counts
    let counts = graded.is_none()
        && word(flat, end).is_some_and(|w| {
            w.start > end
                && matches!(&flat[place..end], "1" | "2" | "3" | "một" | "hai" | "ba")
                && flat[w.range()].chars().all(char::is_alphabetic)
                && !matches!(&flat[w.range()], "của" | "do" | "cho" | "năm" | "và" | "vào" | "theo" | "vì")
        });
    (!counts).then_some((next, end, rank))
}

/// "7 Huy chương Vàng, 9 Bạc, 15 Đồng", "giải Nhất, Nhì": the further ones share the name.
fn short_list(
    sheet: &Sheet<'_>,
    start: usize,
    end: usize,
    metal: bool,
    mention: &dyn Fn(Span, String, Option<u8>) -> Mention,
) -> Vec<Mention> {
    let (flat, text) = (sheet.flat(), sheet.page.text);
    let first = tidy(text, Span::new(start, end));
    let base = first.rsplit_once(' ').map_or(first.as_str(), |(base, _)| base).to_owned();
    let rank = |words: &str| RANKS.iter().take(3).find(|(w, _)| !metal && *w == words).map(|(_, r)| *r);
    let last = flat[start..end].rsplit(' ').next().unwrap_or_default();
    let mut all = vec![mention(Span::new(start, end), first.clone(), rank(last))];
    let kinds: &[&str] = if metal {
        &["bạc", "đồng", "vàng"]
    } else {
        &["nhất", "nhì", "ba", "khuyến khích", "kk", "tư"]
    };
    let mut here = end;
    loop {
        let next = skip_inline(flat, here);
        let next = if flat[next..].starts_with([',', ';']) {
            skip(flat, next + 1)
        } else {
            starts_with(flat, here, &["và"]).map_or(next, |e| skip(flat, e))
        };
        if next == skip_inline(flat, here) {
            break;
        }
        let number = numeral::number(flat, next).filter(|n| n.digits);
        let at = number.map_or(next, |n| skip(flat, n.end));
        // "2 giải nhất, 5 nhì, 7 ba": in lower case a number stands before it and nothing that it counts behind it
        let alone = |stop: usize| {
            let rest = flat[stop..].trim_start_matches(' ');
            rest.is_empty()
                || rest.starts_with([',', ';', '.', ')', '\n'])
                || starts_with(flat, stop, &["và"]).is_some()
        };
        let written = |stop: &usize| is_capital(sheet.page.shown(), at) || number.is_some() && alone(*stop);
        let Some(stop) = starts_with(flat, at, kinds).filter(written) else { break };
        let mut further = mention(
            Span::new(at, stop),
            format!("{base} {}", tidy(text, Span::new(at, stop))),
            rank(&flat[at..stop]),
        );
        (further.follows, further.count) = (number.is_none(), number.map(|n| n.value));
        further.counted = further.count;
        all.push(further);
        here = stop;
    }
    if all.iter().skip(1).any(|m| m.follows) {
        for m in &mut all {
            m.tail = here;
        }
    }
    all
}

/// The rank that a word is: "nhì", "ii", "2".
pub(super) fn of_word(word: &str) -> Option<u8> {
    RANKS.iter().find(|(w, _)| *w == word).map(|(_, rank)| *rank)
}

/// "giải Nhì" is rank 2.
pub(super) fn of_prize(name: &str) -> Option<u8> {
    let last = name.strip_prefix("giải ")?.split(' ').next()?;
    RANKS.iter().take(3).find(|(w, _)| *w == last).map(|(_, rank)| *rank)
}
