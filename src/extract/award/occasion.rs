//! Years that stand outside the clause of an award: of the decision that gives it, of the event, of a contest's edition.

use super::mention::Mention;
use super::sheet::Sheet;
use super::time::{Years, dated, near_dates};
use crate::fact::{Date, DateKind};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::starts_with;

/// The date of the decision that gives the award: "Quyết định số 12/QĐ-CTN ngày 5/10/2023 tặng …".
pub(super) fn decided(
    sheet: &Sheet<'_>,
    dates: &[Date],
    sentence: Span,
    mention: &Mention,
    limit: usize,
) -> Years {
    const KINDS: [&str; 10] = [
        "quyết định",
        "qđ",
        "nghị quyết",
        "chỉ thị",
        "kế hoạch",
        "công văn",
        "tờ trình",
        "hướng dẫn",
        "luật",
        "nghị định",
    ];
    let deciding = |d: &&Date| {
        let before = sheet.words(sentence.start, d.span.start);
        let (at, kind) = KINDS.iter().filter_map(|kind| Some((before.rfind(kind)?, *kind))).max()?;
        let given = matches!(kind, "quyết định" | "qđ") && !before[..at].trim_end().ends_with("thực hiện");
        (given && before.len() - at < 80).then_some(())
    };
    let near = near_dates(dates, sentence).iter();
    let signed = near.filter(|d| {
        d.role == crate::fact::Role::Signed && sentence.start <= d.span.start && d.span.end <= limit
    });
    let last = signed
        .filter(|d| deciding(d).is_some())
        .max_by_key(|d| (d.span.start < mention.span.start, d.span.start));
    last.and_then(|d| Some((d.value.year()?, d.span))).into_iter().collect()
}

/// "Tại hội nghị, … tặng": the day of the occasion that the text has told; of a prize, its edition.
pub(super) fn occasion(sheet: &Sheet<'_>, dates: &[Date], sentence: Span, mention: &Mention) -> Years {
    const SAME: [&str; 7] = [
        "cùng năm",
        "cũng trong năm",
        "trong năm đó",
        "năm đó",
        "cũng năm đó",
        "cũng năm này",
        "cũng trong năm này",
    ];
    let earlier = dates.partition_point(|d| d.span.end <= mention.span.start);
    let close = |d: &&Date| mention.span.start - d.span.end < 2000 && d.role != crate::fact::Role::Signed;
    let before = dates[..earlier].iter().rev().take(60);
    // a day of history is no occasion
    let around = &dates[earlier.saturating_sub(200)..dates.len().min(earlier + 200)];
    let newest = around.iter().filter(|d| d.kind == DateKind::Date).filter_map(|d| d.value.year()).max();
    let recent =
        |d: &Date| d.value.year().is_some_and(|y| y >= 1990 && newest.is_none_or(|last| y + 3 >= last));
    let told = sheet
        .starts(Role::Occasions, sentence.start)
        .and_then(|_| before.clone().find(|d| close(d) && dated(d) && d.kind == DateKind::Date && recent(d)));
    let same = starts_with(sheet.flat(), sentence.start, &SAME)
        .and_then(|_| before.clone().find(|d| dated(d) && d.span.end <= sentence.start));
    let edition = mention
        .prize
        .then(|| before.clone().find(|d| close(d) && dated(d) && of_contest(sheet, d)))
        .flatten();
    same.or(told).or(edition).and_then(|d| Some((d.value.year()?, d.span))).into_iter().collect()
}

/// "Hội thi Tin học trẻ lần thứ V năm 2021": the year of a contest's edition.
fn of_contest(sheet: &Sheet<'_>, d: &Date) -> bool {
    const CONTESTS: [&str; 13] = [
        "giải",
        "cuộc thi",
        "hội thi",
        "liên hoan",
        "hội diễn",
        "olympic",
        "hội khỏe",
        "đại hội thể thao",
        "hội thao",
        "sea games",
        "asiad",
        "festival",
        "giải thưởng",
    ];
    let from = crate::text::space::floor(sheet.flat(), d.span.start.saturating_sub(110));
    let words = sheet.words(from, d.span.start);
    let phrase = words.rsplit(['.', ';', '\n', ':']).next().unwrap_or_default();
    let edition = phrase.rfind("lần thứ").is_some_and(|i| phrase.len() - i < 24);
    let named = CONTESTS.iter().filter_map(|w| phrase.rfind(&format!("{w} "))).max();
    d.rule == "date/edition" || named.is_some_and(|i| edition || !phrase[i..].contains(','))
}
