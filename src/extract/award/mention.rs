//! The names of awards: their ranks, their titles, and lists of ranks.

use super::Page;
use crate::grammar::name::is_capital;
use crate::grammar::numeral;
use crate::scan::Cue;
use crate::span::Span;
use crate::text::space::{skip, skip_inline, starts_with, word};

/// One place where an award is named.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub span: Span,
    /// Index of its entry in the lexicon.
    pub entry: usize,
    pub name: String,
    pub rank: Option<u8>,
    /// Set on the second and further ranks of a list: they share the frame of the first.
    pub follows: bool,
    /// One past the last rank of a list: where the words after the award begin.
    pub tail: usize,
    /// "hạng Nhì: 07": the number after its colon.
    pub count: Option<rust_decimal::Decimal>,
}

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

/// All mentions of a page, in the order of the text.
pub(super) fn all(page: Page<'_>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut done = 0;
    for anchor in page.anchors.words.iter().filter(|a| a.cue == Cue::Award) {
        if anchor.span.start < done {
            continue;
        }
        let Some((end, entry)) = page.lexicon.award_names.at(page.folded(), page.shown(), anchor.span.start)
        else {
            continue;
        };
        let read = ranks(page, anchor.span.start, end, entry);
        done = read.last().map_or(end, |m| m.tail);
        found.extend(read);
    }
    found
}

/// The award with its rank, or with a list of them: "hạng Nhất, Nhì và Ba".
fn ranks(page: Page<'_>, start: usize, end: usize, entry: usize) -> Vec<Mention> {
    let text = page.folded();
    let award = &page.lexicon.awards[entry];
    let name = |end: usize| crate::grammar::name::tidy(page.text, Span::new(start, end));
    if let Some((stop, rank)) =
        graded(text, end).filter(|_| award.ranked || text[start..].starts_with("huân chương"))
    {
        let base = name(end);
        let mut all = vec![Mention {
            span: Span::new(start, stop),
            entry,
            name: name(stop),
            rank: Some(rank),
            follows: false,
            tail: stop,
            count: None,
        }];
        let mut here = labelled(text, stop, &mut all);
        while let Some((at, stop, rank)) = another(text, here) {
            let words = page.text.slice(Span::new(at, stop));
            let grade =
                page.text.slice(Span::new(skip(text, end), starts_with(text, end, &["hạng"]).unwrap_or(end)));
            let name = if text[at..].starts_with("hạng") {
                format!("{base} {words}")
            } else {
                format!("{base} {grade} {words}")
            };
            all.push(Mention {
                span: Span::new(at, stop),
                entry,
                name,
                rank: Some(rank),
                follows: true,
                tail: stop,
                count: numbered_before(text, at),
            });
            here = labelled(text, stop, &mut all);
        }
        for mention in &mut all {
            mention.tail = here;
        }
        return all;
    }
    if text[start..end].starts_with("huy chương ") {
        return medals(page, start, end, entry);
    }
    let stop = if award.titled { titled(page, start, end) } else { end };
    let rank = prize_rank(&text[start..stop]);
    vec![Mention {
        span: Span::new(start, stop),
        entry,
        name: unquoted(&name(stop)),
        rank,
        follows: false,
        tail: stop,
        count: None,
    }]
}

/// "hạng Nhì: 07": the number belongs to the last mention; the place after it.
fn labelled(text: &str, end: usize, all: &mut [Mention]) -> usize {
    let at = skip_inline(text, end);
    let number = text[at..]
        .starts_with(':')
        .then(|| numeral::number(text, skip(text, at + 1)))
        .flatten()
        .filter(|n| n.digits);
    let plain = number.filter(|n| {
        matches!(text[skip_inline(text, n.end)..].chars().next(), None | Some(',' | ';' | '.' | ')' | '\n'))
    });
    if let (Some(n), Some(last)) = (plain, all.last_mut()) {
        last.count = Some(n.value);
        return n.end;
    }
    end
}

/// The number directly before a further rank: "02 hạng Nhì".
fn numbered_before(text: &str, at: usize) -> Option<rust_decimal::Decimal> {
    let before = text[..at].trim_end();
    let start = before.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |i| i + 1);
    numeral::number(before, before.char_indices().map(|(i, _)| i).find(|i| *i >= start)?).map(|n| n.value)
}

/// "hạng Nhì": the end and the rank.
fn graded(text: &str, at: usize) -> Option<(usize, u8)> {
    let end = starts_with(text, at, &["hạng"])?;
    let here = skip(text, end);
    RANKS.iter().find_map(|(w, rank)| Some((starts_with(text, here, &[w])?, *rank)))
}

/// A further rank after "," or "và": its place, end and rank.
fn another(text: &str, at: usize) -> Option<(usize, usize, u8)> {
    let here = skip_inline(text, at);
    let next = if text[here..].starts_with(',') {
        skip(text, here + 1)
    } else {
        starts_with(text, here, &["và"]).map(|e| skip(text, e))?
    };
    // "02 hạng Nhì" has its own number
    let own =
        numeral::number(text, next).filter(|n| n.digits && starts_with(text, n.end, &["hạng"]).is_some());
    let next = own.map_or(next, |n| skip(text, n.end));
    let at = next;
    let graded = starts_with(text, next, &["hạng"]);
    let next = graded.map_or(next, |e| skip(text, e));
    let (end, rank) = RANKS.iter().find_map(|(w, rank)| Some((starts_with(text, next, &[w])?, *rank)))?;
    // "hạng Nhì và 3 Bằng khen": the 3 counts
    let counts = word(text, end).is_some_and(|w| {
        w.start > end
            && text[next..end].starts_with(|c: char| c.is_ascii_digit())
            && text[w.range()].chars().all(char::is_alphabetic)
            && !matches!(&text[w.range()], "của" | "do" | "cho")
    });
    let at = if graded.is_some() { at } else { next };
    (!counts).then_some((at, end, rank))
}

/// "7 Huy chương Vàng, 9 Bạc, 15 Đồng": the further metals share the name.
fn medals(page: Page<'_>, start: usize, end: usize, entry: usize) -> Vec<Mention> {
    let text = page.folded();
    let mention = |span: Span, name: String, tail| Mention {
        span,
        entry,
        name,
        rank: None,
        follows: false,
        tail,
        count: None,
    };
    let mut all = vec![mention(
        Span::new(start, end),
        crate::grammar::name::tidy(page.text, Span::new(start, end)),
        end,
    )];
    let base = page.text.slice(Span::new(start, end)).split(' ').take(2).collect::<Vec<_>>().join(" ");
    let mut here = end;
    loop {
        let next = skip_inline(text, here);
        let next = if text[next..].starts_with(',') {
            skip(text, next + 1)
        } else {
            starts_with(text, here, &["và"]).map_or(next, |e| skip(text, e))
        };
        let Some(n) = numeral::number(text, next).filter(|n| n.digits && next > here) else { break };
        let at = skip(text, n.end);
        let Some(stop) =
            starts_with(text, at, &["bạc", "đồng", "vàng"]).filter(|_| is_capital(page.shown(), at))
        else {
            break;
        };
        all.push(mention(
            Span::new(at, stop),
            format!("{base} {}", page.text.slice(Span::new(at, stop))),
            stop,
        ));
        here = stop;
    }
    all
}

/// "giải Nhì" is rank 2.
fn prize_rank(name: &str) -> Option<u8> {
    let last = name.strip_prefix("giải ")?.split(' ').next()?;
    RANKS.iter().take(3).find(|(w, _)| *w == last).map(|(_, rank)| *rank)
}

/// The title that belongs to a name: “Vì sự nghiệp …”, "30 năm tuổi Đảng", capitalised words.
fn titled(page: Page<'_>, start: usize, end: usize) -> usize {
    let (text, shown) = (page.folded(), page.shown());
    let next = skip_inline(text, end);
    let open = text[next..].chars().next();
    if let Some(open) = open.filter(|c| matches!(c, '“' | '"' | '«')) {
        let close = match open {
            '“' => '”',
            '«' => '»',
            other => other,
        };
        let body = next + open.len_utf8();
        return text[body..]
            .find(close)
            .filter(|len| *len < 160)
            .map_or(end, |len| body + len + close.len_utf8());
    }
    if let Some(n) = numeral::number(text, next) {
        if let Some(stop) = starts_with(text, n.end, &["năm tuổi đảng", "tuổi đảng", "năm"])
            .filter(|_| text[start..].starts_with("huy hiệu"))
        {
            return stop;
        }
        return end;
    }
    if starts_with(text, next, &["vì"]).is_some_and(|_| is_capital(shown, next)) {
        let stop = text[next..].find([',', ';', '.', '\n', '(', ':']).map_or(text.len(), |i| next + i);
        let cut =
            [" cho ", " của ", " năm ", " và ", " do "].iter().filter_map(|w| text[next..stop].find(w)).min();
        return cut.map_or(stop, |i| next + i);
    }
    let mut stop = end;
    while let Some(w) = word(text, stop).filter(|w| w.start == stop + 1 && is_capital(shown, w.start)) {
        stop = w.end;
    }
    stop
}

/// A name without the quotes around its title.
fn unquoted(name: &str) -> String {
    name.replace(['“', '”', '"', '«', '»'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}
