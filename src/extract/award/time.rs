//! The year of an award: its heading, its clause, the list that it stands in.

use super::Page;
use crate::fact::{Date, DateKind, Edtf};
use crate::span::Span;
use crate::text::space::{back_inline, skip_inline};

/// The years that govern a mention, and the places of the dates that gave them.
pub(super) fn years(
    page: Page<'_>,
    dates: &[Date],
    sentence: Span,
    clause: Span,
    mention: Span,
    limit: usize,
) -> Vec<(i16, Span)> {
    let inside = |span: Span| dates.iter().filter(move |d| span.contains(d.span) && dated(d));
    let prize = page.folded()[mention.range()].starts_with("giải")
        || page.folded()[mention.range()].starts_with("huy chương");
    // "năm 2018 và 2019:" before the mention; "hằng năm" in the clause ends its scope
    let recurs = dates
        .iter()
        .any(|d| d.kind == DateKind::Set && Span::new(clause.start, mention.start).contains(d.span));
    if recurs {
        return Vec::new();
    }
    let heading = heading(page, dates, Span::new(sentence.start, mention.start));
    if !heading.is_empty() {
        return heading;
    }
    let own: Vec<_> =
        inside(Span::new(mention.end, limit)).filter(|d| near(page, mention.end, d, prize)).collect();
    if let Some(first) = own.first() {
        let run = own
            .iter()
            .take_while(|d| d.span.start < first.span.end + 40)
            .filter_map(|d| Some((d.value.year()?, d.span)));
        return run.collect();
    }
    if let Some(d) = inside(Span::new(clause.start, mention.start)).last() {
        return group(dates, d);
    }
    // a time phrase that opens the sentence carries through its list
    if let Some(d) =
        inside(sentence).next().filter(|d| opens(page, sentence, d) && d.span.end <= mention.start)
    {
        return group(dates, d);
    }
    Vec::new()
}

/// "Tại hội nghị, … tặng": the day of the occasion that the text has told; of a prize, its edition.
pub(super) fn occasion(
    page: Page<'_>,
    dates: &[Date],
    sentence: Span,
    mention: Span,
    key: &str,
) -> Vec<(i16, Span)> {
    let text = page.folded();
    let before = dates.iter().filter(|d| d.span.end <= mention.start && dated(d));
    let at = crate::text::space::starts_with(
        text,
        sentence.start,
        &["tại hội nghị", "tại buổi", "tại lễ", "tại đại hội", "tại chương trình", "dịp này", "nhân dịp này"],
    );
    let told = at
        .is_some()
        .then(|| before.clone().rfind(|d| d.kind == DateKind::Date && d.value.year().is_some()))
        .flatten();
    let edition = matches!(key, "prize" | "medal")
        .then(|| before.clone().rfind(|d| d.rule == "date/edition"))
        .flatten();
    told.or(edition).and_then(|d| Some((d.value.year()?, d.span))).into_iter().collect()
}

/// Dates that can give a year: points with a year, no terms and no horizons.
fn dated(d: &Date) -> bool {
    matches!(
        d.kind,
        DateKind::Year | DateKind::Date | DateKind::Month | DateKind::Datetime | DateKind::Quarter
    ) && matches!(d.value, Edtf::Point(p) if p.year.is_some())
}

/// The year with its neighbours in an enumeration.
fn group(dates: &[Date], d: &Date) -> Vec<(i16, Span)> {
    let listed = d.rule == "date/year_list";
    let mut all: Vec<&Date> = vec![d];
    if listed && let Some(i) = dates.iter().position(|x| x.span == d.span) {
        let mut first = i;
        while first > 0
            && dates[first].rule == "date/year_list"
            && dates[first - 1].kind == DateKind::Year
            && dates[first].span.start - dates[first - 1].span.end < 8
        {
            first -= 1;
        }
        all = dates[first..=i].iter().collect();
    }
    all.into_iter().filter_map(|d| Some((d.value.year()?, d.span))).collect()
}

/// A year, or several, before a colon.
fn heading(page: Page<'_>, dates: &[Date], before: Span) -> Vec<(i16, Span)> {
    let text = page.folded();
    let last = dates.iter().filter(|d| before.contains(d.span) && dated(d)).rfind(|d| {
        let rest = &text[skip_inline(text, d.span.end)..before.end.max(skip_inline(text, d.span.end))];
        rest.starts_with(':')
    });
    last.map(|d| group(dates, d)).unwrap_or_default()
}

/// Whether a date stands right after the award: "Bằng khen năm 2022", "(năm 2017, 2019)".
fn near(page: Page<'_>, end: usize, d: &Date, prize: bool) -> bool {
    let between = page.folded()[end..d.span.start].trim_matches([' ', ',', '(', '”', '"']);
    between.is_empty()
        || between.split(' ').count() <= 12
            && !between.contains(';')
            && (prize || !between.contains(','))
            && d.kind == DateKind::Year
}

fn opens(page: Page<'_>, sentence: Span, d: &Date) -> bool {
    let lead = page.folded()[sentence.start..d.span.start].trim_matches([' ', '-', '+', '*', '•', '\t']);
    lead.is_empty() || matches!(lead, "trong" | "riêng" | "từ" | "vào" | "riêng trong")
}

/// The years of the nearest heading line above: "- Năm 2018:" or "Năm 2018" alone.
pub(super) fn line_heading(page: Page<'_>, dates: &[Date], line: Span) -> Option<Vec<(i16, Span)>> {
    let text = page.folded();
    let first = dates.iter().find(|d| line.contains(d.span) && dated(d) && d.kind == DateKind::Year)?;
    let lead = text[line.start..first.span.start].trim_matches(|c: char| !c.is_alphabetic());
    if !(lead.is_empty() || matches!(lead, "trong" | "kết quả")) {
        return None;
    }
    let last = dates
        .iter()
        .filter(|d| line.contains(d.span))
        .take_while(|d| d.span.start < first.span.end + 40)
        .last()
        .unwrap_or(first);
    let rest = text[last.span.end..line.end].trim();
    let alone = rest.is_empty() || rest == ":";
    alone.then(|| group(dates, last)).filter(|_| back_inline(text, first.span.start) <= first.span.start)
}
