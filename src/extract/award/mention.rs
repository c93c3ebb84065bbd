//! The names of awards: where they stand, their titles, and the number before them.

use super::rank;
use super::sheet::Sheet;
use super::title;
use crate::grammar::name::{is_capital, tidy};
use crate::grammar::numeral;
use crate::lexicon::Role;
use crate::scan::Cue;
use crate::span::Span;
use crate::text::space::{back_inline, ends_with, skip, skip_inline, starts_with, word_before};
use rust_decimal::Decimal;

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
    /// "hạng Nhì: 07": the number after its colon, or before a further rank.
    pub count: Option<Decimal>,
    /// "02 Cờ thi đua": the number before the name.
    pub counted: Option<Decimal>,
    /// Where the coordination ends that the mention stands in: "A, 05 hạng Ba và B".
    pub chain: usize,
    /// "03 đồng chí 50 năm tuổi Đảng": those before a grade of a badge who get it.
    pub getters: Option<Span>,
    /// A prize or a medal of a contest.
    pub prize: bool,
    /// A prize without a name of its own: "giải thưởng".
    pub bare: bool,
}

/// All mentions of a page, in the order of the text.
pub(super) fn all(sheet: &Sheet<'_>) -> Vec<Mention> {
    let (page, flat) = (sheet.page, sheet.flat());
    let mut found: Vec<Mention> = Vec::new();
    let mut done = 0;
    for anchor in page.anchors.words.iter().filter(|a| a.cue == Cue::Award) {
        let start = anchor.span.start;
        if start < done {
            continue;
        }
        let Some((end, entry)) = page.lexicon.award_names.at(flat, page.shown(), start) else { continue };
        let read = if page.lexicon.awards[entry].id == "title-named" {
            named(sheet, start, end, entry).into_iter().collect()
        } else {
            read(sheet, start, end, entry)
        };
        done = read.last().map_or(done, |m| m.tail);
        if let Some(alias) = read.first().filter(|m| alias(sheet, found.last(), m)) {
            // "Nghệ sĩ Nhân dân (NSND)": the short form is the same mention
            let tail = skip_inline(flat, alias.tail) + 1;
            let group = found.iter().rposition(|m| !m.follows).unwrap_or(0);
            found[group..].iter_mut().for_each(|m| m.tail = tail.min(flat.len()));
            continue;
        }
        // "Giải Bạc Giải thưởng Chất lượng Quốc gia": what was won, then the contest
        if let [contest] = read.as_slice()
            && let Some(won) = found.last_mut().filter(|won| of_contest(sheet, won, contest))
        {
            won.tail = contest.tail;
            continue;
        }
        let grades = read.first().map(|m| super::badge::further(sheet, m)).unwrap_or_default();
        let total = read.first().is_some_and(|m| super::badge::is_total(m, &grades));
        done = grades.last().map_or(done, |m| m.tail);
        found.extend(read.into_iter().filter(|_| !total));
        found.extend(grades);
    }
    chain(sheet, &mut found);
    found
}

/// Sets where the coordination of each mention ends.
fn chain(sheet: &Sheet<'_>, found: &mut [Mention]) {
    for i in (0..found.len()).rev() {
        let next = found.get(i + 1).map(|n| (n.span.start, n.chain, n.follows));
        found[i].chain = next
            .filter(|&(start, _, follows)| {
                follows || super::general::coordinated(sheet, found[i].tail, start)
            })
            .map_or(found[i].tail, |(_, chain, _)| chain.max(found[i].tail));
    }
}

/// Whether a prize that was won stands right before the prize that it is a grade of.
fn of_contest(sheet: &Sheet<'_>, won: &Mention, contest: &Mention) -> bool {
    let gap = sheet.words(won.tail, contest.span.start).trim_matches([' ', '“', '"', '(']);
    let grade = won.rank.is_some() || won.name.split(' ').count() == 2;
    won.prize
        && contest.prize
        && contest.counted.is_none()
        && contest.rank.is_none()
        && grade
        && won.tail < contest.span.start
        && matches!(gap, "" | "của" | "tại" | "trong" | "ở")
}

/// Whether a mention is the short form in brackets of the one before it.
fn alias(sheet: &Sheet<'_>, last: Option<&Mention>, m: &Mention) -> bool {
    let lexicon = sheet.page.lexicon;
    last.is_some_and(|l| {
        sheet.words(l.tail, m.span.start).trim_matches([' ', '”', '"']) == "("
            && sheet.flat()[skip_inline(sheet.flat(), m.tail)..].starts_with(')')
            && lexicon.awards[l.entry].key == lexicon.awards[m.entry].key
    })
}

/// The mention that begins at `start`, and the further ranks of its list.
fn read(sheet: &Sheet<'_>, start: usize, end: usize, entry: usize) -> Vec<Mention> {
    let flat = sheet.flat();
    let award = &sheet.page.lexicon.awards[entry];
    let prize = matches!(award.key.as_str(), "prize" | "medal");
    let counted = number_before(sheet, start);
    let mention = |span: Span, name: String, rank: Option<u8>| Mention {
        span,
        entry,
        name,
        rank,
        follows: false,
        tail: span.end,
        chain: span.end,
        count: None,
        counted,
        getters: None,
        prize,
        bare: false,
    };
    if let Some(all) = rank::list(sheet, start, end, &mention) {
        return all;
    }
    let title = award.titled.then(|| title::after(sheet, start, end)).flatten();
    let word = &flat[start..end];
    if title.is_none() && word == "giải" || word == "cờ" && !is_flag(sheet, start, end) {
        return Vec::new();
    }
    // "Trao giải Cuộc thi ảnh": the contest, and no prize
    let contest = prize && word.starts_with("giải") && sheet.starts(Role::Contests, end).is_some();
    if contest && word == "giải" {
        return Vec::new();
    }
    let bare = contest || prize && title.is_none() && matches!(word, "giải thưởng" | "huy chương");
    let stop = title.as_ref().map_or(end, |t| t.end);
    // a prize is known by its quoted title alone: giải thưởng “Ngân hàng tiêu biểu của năm 2015”
    let quoted = title.and_then(|t| t.quoted).filter(|_| word == "giải thưởng" || word == "giải");
    let span = quoted.map_or(Span::new(start, stop), |q| title::without_year(flat, q));
    let span = quote_around(flat, span);
    let stop = stop.max(span.end);
    let mut made = mention(span, unquoted(&tidy(sheet.page.text, span)), rank::of_prize(&flat[start..stop]));
    (made.tail, made.bare) = (stop, bare);
    vec![made]
}

/// “Gia đình văn hóa tiêu biểu xuất sắc”: a name that begins a quotation goes on to its end.
fn quote_around(flat: &str, name: Span) -> Span {
    let opened = flat[..name.start].ends_with(['“', '«']);
    let rest = &flat[name.end..crate::text::space::floor(flat, name.end + 60)];
    let close =
        rest.find(['”', '»']).filter(|i| opened && !rest[..*i].contains(['“', '«', '\n', '(', ';', ':']));
    close.map_or(name, |i| Span::new(name.start, name.end + i))
}

/// "Cờ" alone is an award where it is written as a name, or says whose or for what it is.
fn is_flag(sheet: &Sheet<'_>, start: usize, end: usize) -> bool {
    let of = super::giver::after(sheet, end).is_some()
        || starts_with(sheet.flat(), end, &["đơn vị", "dẫn đầu", "cho", "các năm"]).is_some();
    let given = number_before(sheet, start).is_some() || sheet.ends(Role::Gives, start).is_some();
    // "tặng cờ cho 5 tập thể", not "tặng cờ Tổ quốc"
    let tells = sheet.ends(Role::Gives, start).is_some_and(|from| sheet.words(from, start).contains("tặng"))
        && starts_with(sheet.flat(), end, &["cho"])
            .is_some_and(|e| super::recipient::counted(sheet, skip(sheet.flat(), e)).is_some());
    tells || is_capital(sheet.page.shown(), start) && (of || given)
}

/// danh hiệu “Doanh nghiệp tiêu biểu”: a title that the lexicon does not know.
fn named(sheet: &Sheet<'_>, start: usize, end: usize, entry: usize) -> Option<Mention> {
    let (flat, page) = (sheet.flat(), sheet.page);
    let next = skip_inline(flat, end);
    let title = title::quoted(flat, next);
    let (span, tail) = if let Some(title) = &title {
        (title.quoted?, title.end)
    } else {
        let conferred = sheet.ends(Role::Gets, start).or_else(|| sheet.ends(Role::Gives, start)).is_some();
        let stop = Some(title::whole(sheet, next)).filter(|stop| *stop > next);
        let stop = stop.unwrap_or_else(|| if conferred { title::quality(sheet, next) } else { next });
        (Span::new(next, stop), stop)
    };
    let mut words = flat
        .get(span.range())?
        .char_indices()
        .filter(|(i, _)| crate::text::space::is_edge(flat, span.start + i));
    let known = words.any(|(i, _)| page.lexicon.award_names.at(flat, page.shown(), span.start + i).is_some());
    let long = flat[span.range()].contains(' ');
    let span = title::without_year(flat, span);
    (!known && long && span.end > span.start).then(|| Mention {
        span,
        entry,
        name: tidy(page.text, span),
        rank: None,
        follows: false,
        tail,
        chain: tail,
        count: None,
        counted: number_before(sheet, start),
        getters: None,
        prize: false,
        bare: false,
    })
}

/// A number of awards directly before the name: "02 Cờ thi đua", "hai giải thưởng".
fn number_before(sheet: &Sheet<'_>, at: usize) -> Option<Decimal> {
    let flat = sheet.flat();
    let at = ends_with(flat, at, &["danh hiệu", "giải", "tấm", "chiếc"]).unwrap_or(at);
    let at = flat[..back_inline(flat, at)].trim_end_matches(['“', '"']).len();
    // the number that ends the line above is that line's
    let at = back_inline(flat, at);
    let w = word_before(flat, at).filter(|w| w.end == at)?;
    let start = numeral_start(flat, w);
    let n = numeral::number(flat, start).filter(|n| n.end == w.end)?;
    let ordinal = ends_with(flat, start, &["thứ", "năm", "tháng", "số", "lần", "ngày", "/"]).is_some();
    let lower = range_before(flat, start);
    (!ordinal).then_some(lower.unwrap_or(n.value))
}

/// "90-120 huy chương", "từ 3 đến 5 giải": the lower end of a range whose upper end begins at `at`.
fn range_before(flat: &str, at: usize) -> Option<Decimal> {
    let joint = flat[..at].trim_end().strip_suffix(['-', '–']).map(str::len);
    let end = joint.or_else(|| ends_with(flat, at, &["đến"]))?;
    let w = word_before(flat, end).filter(|w| flat[w.range()].bytes().all(|b| b.is_ascii_digit()))?;
    let dated = flat[..w.start].ends_with(['/', '-', '.']);
    numeral::number(flat, w.start).filter(|n| !dated && n.end == w.end).map(|n| n.value)
}

/// Where the number begins whose last word is `w`: "2.500", "hai mươi".
fn numeral_start(flat: &str, w: Span) -> usize {
    if !flat[w.range()].starts_with(|c: char| c.is_ascii_digit()) {
        return w.start;
    }
    let head = flat[..w.start].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let from = head.len();
    from + flat[from..w.start].find(|c: char| c.is_ascii_digit()).unwrap_or(w.start - from)
}

/// A name without the quotes around its title.
fn unquoted(name: &str) -> String {
    name.replace(['“', '”', '"', '«', '»'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}
