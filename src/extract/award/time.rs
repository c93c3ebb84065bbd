//! The year of an award: its heading, its clause, the list that it stands in.

use super::mention::Mention;
use super::sheet::Sheet;
use super::years::enumeration;
use crate::fact::edtf::Part;
use crate::fact::{Date, DateKind, Edtf};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{skip_inline, starts_with};

/// Years, each with the place of the date that gave it.
pub(super) type Years = Vec<(i16, Span)>;

/// The years that the sentence gives to a mention.
pub(super) fn years(
    sheet: &Sheet<'_>,
    dates: &[Date],
    sentence: Span,
    clause: Span,
    mention: &Mention,
    limit: usize,
    (last, owned): (Option<usize>, &[Span]),
) -> Years {
    let dates = near_dates(dates, sentence);
    let (start, end) = (mention.span.start, mention.tail.max(mention.span.end));
    let own_time = |d: &&Date| dated(d) && !of_birth(sheet, d) && !compares(sheet, d);
    let inside = |span: Span| dates.iter().filter(move |d| span.contains(d.span)).filter(own_time);
    // "hằng năm" in the clause ends the scope of a heading
    let before = Span::new(clause.start, start);
    if dates.iter().any(|d| d.kind == DateKind::Set && before.contains(d.span)) {
        return Vec::new();
    }
    let own = || inside(Span::new(end, limit.max(end)));
    // "Cuối năm 2021: …; cô An được tặng Bằng khen (năm 2020)": its own bracket comes before the heading
    if let Some(first) = own().find(|d| in_bracket(sheet, end, d)) {
        return run(sheet, dates, first, own());
    }
    let heading = heading(sheet, dates, Span::new(sentence.start, start));
    if !heading.is_empty() {
        return heading;
    }
    // the year that stands in the name's own title
    if let Some(d) = inside(Span::new(mention.span.start, mention.tail)).next() {
        return enumeration(sheet, dates, d);
    }
    let told = |d: &&Date| d.role != crate::fact::Role::Signed;
    if let Some(first) = own().find(|d| touches(sheet, end, d) && !leads_on(sheet, end, d)) {
        return run(sheet, dates, first, own());
    }
    // what stands beside an award before belongs to that one
    let taken = |d: &&Date| {
        owned.contains(&d.span)
            || last.is_some_and(|end| end <= d.span.start && belongs(sheet, end, d, start))
    };
    if let Some(d) = inside(before).filter(|d| !taken(d)).rfind(told) {
        // "năm 2016 được … và 4 năm sau là danh hiệu …": the year moves on
        let later = sheet.words(d.span.end, start).contains(" năm sau ");
        return if later { Vec::new() } else { enumeration(sheet, dates, d) };
    }
    // a time phrase that opens the sentence carries through its list
    let opening = inside(sentence)
        .next()
        .filter(|d| told(d) && opens(sheet, sentence, d) && d.span.end <= start && !owned.contains(&d.span));
    if let Some(d) = opening {
        return enumeration(sheet, dates, d);
    }
    own()
        .find(|d| near(sheet, end, d, mention.prize) && !leads_on(sheet, end, d))
        .map(|first| run(sheet, dates, first, own()))
        .unwrap_or_default()
}

/// "ông An (SN 1927)", "thành lập năm 1998": when a person was born, or something else began.
fn of_birth(sheet: &Sheet<'_>, d: &Date) -> bool {
    sheet.ends(Role::Begins, d.span.start).is_some()
        || starts_with(sheet.flat(), d.span.start, &["sinh năm"]).is_some()
}

/// "tăng 2 so với năm 2019", "bằng năm 2020": what the present is held against.
pub(super) fn compares(sheet: &Sheet<'_>, d: &Date) -> bool {
    sheet.ends(Role::Compares, d.span.start).is_some()
}

/// "Bằng khen (năm 2020)": a date in the bracket that opens right behind the award.
fn in_bracket(sheet: &Sheet<'_>, end: usize, d: &Date) -> bool {
    let gap = sheet.words(end, d.span.start).trim_matches([' ', '”', '"']);
    matches!(gap, "(" | "( " | "(các" | "(vào")
}

/// "Chiến sĩ thi đua, năm 2021 được …": a date after a comma that opens the next clause.
fn leads_on(sheet: &Sheet<'_>, end: usize, d: &Date) -> bool {
    let labels = sheet.words(d.span.end, d.span.end + 2).trim_start().starts_with(':');
    if labels {
        return true;
    }
    if !sheet.words(end, d.span.start).contains(',') || sheet.words(end, d.span.start).contains('(') {
        return false;
    }
    let flat = sheet.flat();
    let next = skip_inline(flat, d.span.end);
    let next = if flat[next..].starts_with(',') { skip_inline(flat, next + 1) } else { next };
    let cue = sheet.cues(next, sheet.flat().len().min(next + 40)).first().is_some_and(|c| c.start == next);
    let body = sheet.page.lexicon.body_names.at(flat, sheet.page.shown(), next).is_some();
    cue || body || sheet.starts(Role::Adverbs, next).is_some()
}

/// Whether a date between two awards, the first of which ends at `end`, tells of the first.
fn belongs(sheet: &Sheet<'_>, end: usize, d: &Date, next: usize) -> bool {
    let opened = sheet
        .words(end, d.span.start)
        .rfind('(')
        .is_some_and(|i| !sheet.words(end + i, d.span.start).contains(')'));
    let closed = sheet.words(d.span.end, next).contains(')');
    opened && closed
        || touches(sheet, end, d) && !leads_on(sheet, end, d)
        || inside_phrase(sheet, end, d, next)
}

/// "Huy chương Bạc giải trẻ năm 2021, Huy chương Vàng": a date in the phrase of the award before, which a comma ends.
fn inside_phrase(sheet: &Sheet<'_>, end: usize, d: &Date, next: usize) -> bool {
    let gap = sheet.words(end, d.span.start);
    let parted = sheet.words(d.span.end, next).trim_start().starts_with([',', ';', ')'])
        || starts_with(sheet.flat(), d.span.end, &["và", "rồi"]).is_some();
    parted
        && !gap.contains([',', ';', '(', ':', '.'])
        && gap.split_whitespace().count() <= 14
        && sheet.cues(end, d.span.start).is_empty()
        && starts_with(sheet.flat(), end, &["và"]).is_none()
}

/// A point in time that follows in the clause, beyond other words: "tại Đại hội …, tháng 5/2022".
pub(super) fn later(sheet: &Sheet<'_>, dates: &[Date], clause: Span, mention: &Mention) -> Years {
    let dates = near_dates(dates, clause);
    let span = Span::new(mention.tail.min(clause.end), clause.end);
    let point = dates.iter().find(|d| span.contains(d.span) && dated(d) && d.kind != DateKind::Year);
    let year = || {
        dates.iter().find(|d| {
            let since = crate::text::space::ends_with(sheet.flat(), d.span.start, &["từ"]).is_some();
            mention.prize
                && span.contains(d.span)
                && dated(d)
                && !since
                && !of_birth(sheet, d)
                && !compares(sheet, d)
        })
    };
    point.or_else(year).and_then(|d| Some((d.value.year()?, d.span))).into_iter().collect()
}

/// The dates that can stand in a sentence: dates are in the order of the text.
pub(super) fn near_dates(dates: &[Date], span: Span) -> &[Date] {
    let from = dates.partition_point(|d| d.span.end < span.start);
    let to = dates.partition_point(|d| d.span.start <= span.end).max(from);
    &dates[from..to]
}

/// Dates that can give a year: points with a year and parts of one year; no terms and no horizons.
pub(super) fn dated(d: &Date) -> bool {
    let point = matches!(d.value, Edtf::Point(p) if p.year.is_some());
    match d.kind {
        DateKind::Year | DateKind::Date | DateKind::Month | DateKind::Datetime | DateKind::Quarter => point,
        DateKind::Half => d.value.year().is_some(),
        // "năm ngoái", where the document's own date gives the year
        DateKind::Relative => matches!(d.value, Edtf::Point(p) if p.year.is_some() && p.part == Part::Whole),
        DateKind::Range => matches!(d.value, Edtf::Interval(Some(a), Some(b))
            if a.year.is_some() && a.year == b.year),
        DateKind::Set => false,
    }
}

/// A year, or several, before a colon.
fn heading(sheet: &Sheet<'_>, dates: &[Date], before: Span) -> Years {
    let last = dates
        .iter()
        .filter(|d| before.contains(d.span) && dated(d) && !compares(sheet, d))
        .rfind(|d| sheet.words(skip_inline(sheet.flat(), d.span.end), before.end).starts_with(':'));
    last.map(|d| enumeration(sheet, dates, d)).unwrap_or_default()
}

/// Whether a date stands right after the award: "Bằng khen năm 2022", "(năm 2017, 2019)".
fn touches(sheet: &Sheet<'_>, end: usize, d: &Date) -> bool {
    let gap = sheet.words(end, d.span.start).trim_matches([' ', ',', '(', '”', '"', ':']);
    matches!(gap, "" | "các" | "vào" | "vào các" | "trong các")
}

/// Whether a year stands a few words after the award, in the same phrase.
fn near(sheet: &Sheet<'_>, end: usize, d: &Date, prize: bool) -> bool {
    let raw = sheet.words(end, d.span.start).trim_end();
    let between = raw.trim_matches([' ', ',', '(', '”', '"']);
    touches(sheet, end, d)
        || !raw.ends_with(',')
            && between.split(' ').count() <= 12
            && !between.contains(';')
            && (prize || !between.contains(','))
            && d.kind == DateKind::Year
}

/// The years from `first` on that stand close together: "năm 2017, năm 2019", "năm học 2018-2019, 2019-2020".
fn run<'d>(sheet: &Sheet<'_>, dates: &[Date], first: &'d Date, all: impl Iterator<Item = &'d Date>) -> Years {
    let listed = enumeration(sheet, dates, first);
    if listed.len() > 1 {
        return listed;
    }
    let mut end = first.span.end;
    all.skip_while(|d| d.span != first.span)
        .take_while(|d| {
            let gap = sheet.words(end, d.span.start).trim_matches([' ', ',', ';']);
            let near = d.span == first.span || matches!(gap, "" | "và" | "năm") && !leads_on(sheet, end, d);
            end = d.span.end;
            near
        })
        .filter_map(|d| Some((d.value.year()?, d.span)))
        .collect()
}

fn opens(sheet: &Sheet<'_>, sentence: Span, d: &Date) -> bool {
    let lead = sheet.words(sentence.start, d.span.start).trim_matches([' ', '-', '+', '*', '•', '\t']);
    let lead = lead.rsplit(". ").next().unwrap_or_default();
    let short = lead.len() <= 30 && !lead.contains([',', ';', ':', '(']) && !lead.contains("từ ");
    // "Với kết quả đó, năm 2022 …"
    let adverbial = || {
        let words = lead.strip_suffix(',').unwrap_or_default();
        let opens = sheet.starts(
            Role::Openers,
            d.span.start - sheet.words(sentence.start, d.span.start).trim_start().len(),
        );
        words.len() < 60 && !words.contains([',', ';', ':', '(']) && opens.is_some()
    };
    short
        || adverbial()
        || lead.is_empty()
        || matches!(lead, "trong" | "riêng" | "từ" | "vào" | "riêng trong" | "đến" | "tính đến")
        || lead.ends_with(':') && lead.len() < 40
}

/// "3 năm liền", "nhiều năm liền" after a title: it was held, each year.
pub(super) fn yearly(sheet: &Sheet<'_>, at: usize) -> bool {
    let flat = sheet.flat();
    let here = skip_inline(flat, sheet.after_quote(at));
    let here = crate::grammar::numeral::number(flat, here).map_or(here, |n| n.end);
    let here = starts_with(flat, here, &["nhiều", "suốt"]).unwrap_or(here);
    sheet.starts(Role::Runs, here).is_some()
}

/// Whether a date is a year by itself.
pub(super) fn is_year(d: &Date) -> bool {
    d.kind == DateKind::Year && dated(d)
}

/// A year right behind the recipients: "cho 5 tập thể, 12 cá nhân năm 2021".
pub(super) fn behind(sheet: &Sheet<'_>, dates: &[Date], at: usize, limit: usize) -> Years {
    let first = dates.partition_point(|d| d.span.start < at);
    let date = dates.get(first).filter(|d| dated(d) && d.span.end <= limit.max(at));
    let gap = |d: &&Date| {
        let words = sheet.words(at, d.span.start).trim_matches([' ', '(', ',']);
        matches!(words, "" | "trong" | "vào" | "của" | "ngày" | "dịp") && !leads_on(sheet, at, d)
    };
    date.filter(gap).map(|d| enumeration(sheet, dates, d)).unwrap_or_default()
}
