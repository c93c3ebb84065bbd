//! Years that stand outside the clause of an award: of the decision that gives it, of the event, of a contest's edition.

use super::mention::Mention;
use super::sheet::Sheet;
use super::time::{Years, dated, near_dates};
use crate::fact::{Date, DateKind};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::words;

/// The date of the decision that gives the award: "Quyết định số 12/QĐ-CTN ngày 5/10/2023 tặng …".
pub(super) fn decided(
    sheet: &Sheet<'_>,
    dates: &[Date],
    sentence: Span,
    mention: &Mention,
    limit: usize,
) -> Years {
    let deciding = |d: &&Date| {
        let before = sheet.words(sentence.start, d.span.start);
        let (at, decides) = document_before(sheet, sentence.start, d.span.start)?;
        let given = decides && !before[..at].trim_end().ends_with("thực hiện");
        (given && before.len() - at < 80).then_some(())
    };
    // "Ngày 10/10/2019, Chủ tịch UBND tỉnh ban hành Quyết định số … tặng"
    let opening = near_dates(dates, sentence).iter().find(|d| {
        let lead = sheet.words(sentence.start, d.span.start).trim();
        let decided =
            document_before(sheet, d.span.end, mention.span.start).is_some_and(|(_, decides)| decides);
        d.role == crate::fact::Role::Signed && d.span.start >= sentence.start && lead.len() < 8 && decided
    });
    if let Some(year) = opening.and_then(|d| Some((d.value.year()?, d.span))) {
        return vec![year];
    }
    let near = near_dates(dates, sentence).iter();
    let signed = near.filter(|d| {
        d.role == crate::fact::Role::Signed && sentence.start <= d.span.start && d.span.end <= limit
    });
    let last = signed
        .filter(|d| deciding(d).is_some())
        .max_by_key(|d| (d.span.start < mention.span.start, d.span.start));
    last.and_then(|d| Some((d.value.year()?, d.span))).into_iter().collect()
}

/// The last document that is named before a date: where, counted from `from`, and whether it is a decision.
fn document_before(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<(usize, bool)> {
    let (flat, lexicon) = (sheet.flat(), sheet.page.lexicon);
    let named = words(sheet.words(from, to)).filter_map(|w| {
        let at = from + w.start;
        if sheet.starts(Role::Decides, at).is_some() {
            return Some((w.start, true));
        }
        lexicon.cited_names.at(flat, sheet.page.shown(), at).map(|_| (w.start, false))
    });
    named.last()
}

/// "Tại hội nghị, … tặng": the day of the occasion that the text has told; of a prize, its edition.
pub(super) fn occasion(
    sheet: &Sheet<'_>,
    dates: &[Date],
    sentence: Span,
    mention: &Mention,
    (owned, told_years): (&[Span], &[Span]),
) -> Years {
    let earlier = dates.partition_point(|d| d.span.end <= mention.span.start);
    let near = |d: &&Date| {
        // what someone won in a year says nothing of the next paragraph's prizes
        !told_years.contains(&d.span) || !sheet.words(d.span.end, mention.span.start).contains("\n\n")
    };
    let close = |d: &&Date| mention.span.start - d.span.end < 2000 && d.role != crate::fact::Role::Signed;
    let before = dates[..earlier].iter().rev().take(60);
    // a day of history is no occasion
    let around = &dates[earlier.saturating_sub(200)..dates.len().min(earlier + 200)];
    let newest = around.iter().filter(|d| d.kind == DateKind::Date).filter_map(|d| d.value.year()).max();
    let recent =
        |d: &Date| d.value.year().is_some_and(|y| y >= 1990 && newest.is_none_or(|last| y + 3 >= last));
    let told = sheet
        .starts(Role::Occasions, sentence.start)
        .and_then(|_| before.clone().find(|d| close(d) && d.kind == DateKind::Date))
        // the day may be told without its year
        .filter(|d| dated(d) && recent(d) && d.role != crate::fact::Role::Published);
    let same = sheet
        .starts(Role::SameYear, sentence.start)
        .and_then(|_| before.clone().find(|d| dated(d) && d.span.end <= sentence.start));
    // "Năm ngoái, đoàn chỉ có 2 HCV": a time of its own, though an open one
    let open = near_dates(dates, Span::new(sentence.start, mention.span.start))
        .iter()
        .any(|d| d.kind == DateKind::Relative && d.span.start >= sentence.start);
    let edition = (mention.prize && !open)
        .then(|| before.clone().find(|d| close(d) && near(d) && dated(d) && of_contest(sheet, d)))
        .flatten()
        // "đoạt giải A tại Hội thi năm 2021; còn B từng đoạt giải C": the edition of another prize
        .filter(|d| mention.counted.is_some() || !owned.contains(&d.span));
    same.or(told).or(edition).and_then(|d| Some((d.value.year()?, d.span))).into_iter().collect()
}

/// "Hội thi Tin học trẻ lần thứ V năm 2021": the year of a contest's edition.
fn of_contest(sheet: &Sheet<'_>, d: &Date) -> bool {
    let from = crate::text::space::floor(sheet.flat(), d.span.start.saturating_sub(110));
    let near = sheet.words(from, d.span.start);
    let phrase = near.rsplit(['.', ';', '\n', ':']).next().unwrap_or_default();
    let edition = phrase.rfind("lần thứ").is_some_and(|i| phrase.len() - i < 24);
    let start = d.span.start - phrase.len();
    let named = words(phrase).filter(|w| sheet.starts(Role::Editions, start + w.start).is_some());
    d.rule == "date/edition" || named.last().is_some_and(|w| edition || !phrase[w.start..].contains(','))
}
