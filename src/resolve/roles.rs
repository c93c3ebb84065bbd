//! Roles that the words around a date do not tell alone: `published`, `signed`, `award`.

use crate::document;
use crate::extract::{Extraction, Page};
use crate::fact::{Date, DateKind, Edtf, Lean, Role};
use crate::scan::Cue;
use crate::span::Span;
use crate::text::space::{back, ends_with, floor, lookback, starts_with, word_before};

/// How far behind an award its date may stand, in bytes.
const NEAR: usize = 90;

/// The dateline is `published`; dates beside citations and in the official header are `signed`.
pub(super) fn before_awards(page: Page<'_>, out: &mut Extraction) {
    let signed = out.info.signed;
    let mut dateline = false;
    let mut header = false;
    for date in &mut out.facts.dates {
        let own = page.info.published_span.is_some_and(|line| line.overlaps(date.span));
        if own && !dateline && page.info.published.is_some_and(|p| same_day(p, date.value)) {
            date.role = Role::Published;
            dateline = true;
        }
        let head = !header && signed.is_some_and(|s| same_day(s, date.value)) && at_edge(page, date.span);
        header |= head;
        let beside = out.facts.citations.iter().any(|c| {
            let gap = page.folded().get(c.span.end..date.span.start);
            gap.is_some_and(|g| g.len() < 40 && c.date == Some(date.value) && !g.contains(['\n', ';']))
        });
        if head
            || beside
            || of_law(page, date)
            || of_letter(page, date)
            || document::is_place_and_day(page.text, date.span)
        {
            date.role = Role::Signed;
        }
    }
    issued(page, out);
    reporting(page, out);
}

/// "Ngày 26/8/2021, Bộ Chính trị đã ban hành Quy định số 27-QĐ/TW": the day that opens the sentence is that of the document.
fn issued(page: Page<'_>, out: &mut Extraction) {
    let text = page.folded();
    let facts = &mut out.facts;
    for citation in facts.citations.iter_mut().filter(|c| c.date.is_none()) {
        let Some(verb) = page.lexicon.context.issuing.precedes(text, citation.span.start) else { continue };
        let sentence = page.sentences.around(page.text, citation.span);
        let first = facts.dates.partition_point(|d| d.span.start < sentence.start);
        let opening = facts.dates[first..].first_mut().filter(|d| {
            let between = text.get(d.span.end..verb).unwrap_or(";");
            let alone = between.starts_with(',') && !between.contains([';', '(', ':', '\n']);
            d.kind == DateKind::Date
                && d.value.year().is_some()
                && alone
                && !between.contains(|c: char| c.is_ascii_digit())
        });
        if let Some(date) =
            opening.filter(|d| text[sentence.start..d.span.start].chars().all(|c| !c.is_alphabetic()))
        {
            citation.date = Some(date.value);
            date.role = Role::Signed;
        }
    }
}

/// A month or quarter that the title names is what a report is on, wherever it is named again.
fn reporting(page: Page<'_>, out: &mut Extraction) {
    let Some(title) = page.info.title_span else { return };
    let unit = |d: &Date| matches!(d.kind, DateKind::Month | DateKind::Quarter | DateKind::Half);
    let named: Vec<Edtf> =
        out.facts.dates.iter().filter(|d| unit(d) && title.contains(d.span)).map(|d| d.value).collect();
    for date in
        out.facts.dates.iter_mut().filter(|d| unit(d) && d.role == Role::Event && named.contains(&d.value))
    {
        date.role = Role::Period;
    }
}

fn same_day(a: Edtf, b: Edtf) -> bool {
    match (a, b) {
        (Edtf::Point(a), Edtf::Point(b)) => a.year == b.year && a.part == b.part,
        _ => false,
    }
}

/// The header and the foot of a document, where its own day of signing stands.
fn at_edge(page: Page<'_>, span: Span) -> bool {
    span.start < 2500 || span.end + 600 > page.folded().len()
}

/// "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", "Bộ luật Hình sự 2015".
fn of_law(page: Page<'_>, date: &Date) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    if !matches!(date.kind, DateKind::Year | DateKind::Date) {
        return false;
    }
    let mut here = date.span.start;
    for _ in 0..10 {
        let Some(w) = word_before(text, here) else { return false };
        if text[w.end..here].contains(['.', ';', ':', '(', ')', '\n']) {
            return false;
        }
        let law = page.lexicon.context.law_word.precedes(text, w.end);
        let person = starts_with(text, w.end, &["sư", "gia"]).is_some();
        if !person && law.is_some_and(|start| crate::grammar::name::is_capital(shown, start)) {
            return true;
        }
        if matches!(
            &text[w.range()],
            "có" | "được" | "từ" | "đến" | "tại" | "trong" | "vào" | "sửa" | "năm" | "hiệu"
        ) {
            return false;
        }
        here = back(text, w.start);
        here = if text[..here].ends_with(',') { back(text, here - 1) } else { here };
    }
    false
}

/// "Sài Gòn ngày 27 tháng 10 năm 2013”": the day under a letter that is quoted.
fn of_letter(page: Page<'_>, date: &Date) -> bool {
    let text = page.folded();
    let day = date.kind == DateKind::Date && date.value.year().is_some();
    let place = word_before(text, date.span.start)
        .is_some_and(|w| crate::grammar::name::is_capital(page.shown(), w.start));
    day && place && text[date.span.end..].starts_with(['”', '"'])
}

/// Dates that date an award: right behind its name, or before a verb that confers it in the same sentence.
pub(super) fn of_awards(page: Page<'_>, out: &mut Extraction) {
    let spans: Vec<Span> = out.facts.awards.iter().map(|a| a.span).collect();
    let mut last: Option<(usize, Role)> = None;
    for date in &mut out.facts.dates {
        // "tăng 9 xã so với năm 2019": what a figure is measured against
        let base = ends_with(page.folded(), date.span.start, &["so với", "cùng kỳ", "mùa giải"]).is_some()
            || since(page, &spans, date);
        let free = match date.role {
            Role::Event => true,
            Role::Period if date.kind == DateKind::Range => headed(page, &spans, date),
            Role::Period => matches!(date.kind, DateKind::Year | DateKind::Month) && !reported(page, date),
            Role::Award => {
                date.role = if base { Role::Event } else { kept(page, &spans, date) };
                date.role == Role::Event
            }
            _ => false,
        };
        let point =
            !matches!(date.kind, DateKind::Range | DateKind::Set | DateKind::Quarter | DateKind::Half);
        let yearly = date.kind == DateKind::Set && opens(page, &spans, date);
        let dated = || {
            behind(page, date)
                || opens(page, &spans, date)
                || edition(page, date)
                || in_a_row(page, &spans, date)
                || ceremony(page, date)
        };
        let range = date.kind == DateKind::Range && date.role == Role::Period;
        if free && !base && (yearly || range || point && dated()) {
            date.role = Role::Award;
        }
        // "các năm 2005, 2009 và 2018": years of one row
        let row = |(end, role): (usize, Role)| {
            let between = page.folded().get(end..date.span.start).map(str::trim);
            role == Role::Award && matches!(between, Some("," | "và"))
        };
        if date.role == Role::Event && date.kind == DateKind::Year && last.is_some_and(row) {
            date.role = Role::Award;
        }
        // "chiều nay (18/2)": one day, said twice
        let twice = last
            .filter(|(end, _)| matches!(page.folded().get(*end..date.span.start), Some(" (" | " " | ", ")))
            .filter(|_| matches!(date.kind, DateKind::Date | DateKind::Datetime));
        if let Some((_, Role::Award)) = twice.filter(|_| date.role == Role::Event) {
            date.role = Role::Award;
        }
        last = Some((date.span.end, date.role));
    }
}

/// "2 năm liền (2022, 2023) được Hội Nông dân tặng Bằng khen": the years of an award that follows.
fn in_a_row(page: Page<'_>, spans: &[Span], date: &Date) -> bool {
    let text = page.folded();
    let Some(open) = lookback(text, date.span.start).rfind('(') else { return false };
    let lead = &lookback(text, date.span.start)[..open];
    let row = page.lexicon.context.in_a_row.precedes(lead, lead.len()).is_some();
    let sentence = page.sentences.around(page.text, date.span);
    row && spans.iter().any(|award| award.start > date.span.end && award.end <= sentence.end)
}

/// "+ Năm 2010-2011: được tặng cờ": the school year that heads the line of an award.
fn headed(page: Page<'_>, spans: &[Span], date: &Date) -> bool {
    let text = page.folded();
    let line = text[..date.span.start].rsplit('\n').next().unwrap_or_default();
    let sentence = page.sentences.around(page.text, date.span);
    let first = !line.contains(char::is_alphanumeric) && text[date.span.end..].starts_with(':');
    first && spans.iter().any(|award| award.start > date.span.end && award.end <= sentence.end)
}

/// "phá kỷ lục tồn tại từ năm 2008": since when something is, and no award that stands right before it.
fn since(page: Page<'_>, spans: &[Span], date: &Date) -> bool {
    let from = ends_with(page.folded(), date.span.start, &["từ"]);
    from.is_some_and(|at| !spans.iter().any(|award| award.end <= at && award.end + 4 > at))
}

/// "(Báo A) - Sáng 18/11, trường tổ chức lễ đón nhận …": a day that opens a sentence about a ceremony.
fn ceremony(page: Page<'_>, date: &Date) -> bool {
    let text = page.folded();
    let sentence = page.sentences.around(page.text, date.span);
    let lead = text[sentence.start..date.span.start].trim_end();
    let opens = lead.is_empty() || lead.ends_with([',', '-', '–']) && lead.len() < 120;
    let day =
        matches!(date.kind, DateKind::Date | DateKind::Datetime) || matches!(date.lean, Some(Lean::Day(_)));
    let rest = &text[date.span.end..sentence.end.min(floor(text, date.span.end + 220))];
    day && opens && page.lexicon.context.ceremony.is_in(rest)
}

/// "tại Giải thưởng Cánh diều 2020", "Giải thưởng “A 2016” và “B 2016”": the edition of a prize that its sentence names.
fn edition(page: Page<'_>, date: &Date) -> bool {
    let sentence = page.sentences.around(page.text, date.span);
    let before = &page.folded()[sentence.start..date.span.start];
    date.rule == "date/edition" && before.contains("giải thưởng")
}

/// "tổng kết năm 2021": a year that is reported on stays the period of the report.
fn reported(page: Page<'_>, date: &Date) -> bool {
    page.lexicon.context.summing.precedes(page.folded(), date.span.start).is_some()
}

/// "nhận giải thưởng tình nguyện quốc gia năm 2018": an award's name stands before the date in its clause.
fn behind(page: Page<'_>, date: &Date) -> bool {
    let text = page.folded();
    let before = page.anchors.words.partition_point(|a| a.span.end <= date.span.start);
    let near = page.anchors.words[..before].iter().rev().take(6);
    let mut names = near.filter(|a| a.cue == Cue::Award && a.span.end + NEAR > date.span.start);
    let sentence = page.sentences.around(page.text, date.span);
    // "Giải thưởng “Ngân hàng tiêu biểu 2016”": the edition of a prize needs no verb either
    let edition = date.rule == "date/edition";
    names.any(|a| {
        let prize = text[a.span.range()].starts_with("giải thưởng");
        let gap = text.get(a.span.end..date.span.start).unwrap_or(".");
        // "Huân chương Lao động hạng Ba (2013, 2017)": years in brackets need no verb
        let bracket = gap.find('(').filter(|i| {
            gap[i + 1..]
                .replace("năm", "")
                .replace("và", "")
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ',' | ' '))
        });
        let gap = bracket.map_or(gap, |i| &gap[..i]);
        let close =
            !gap.contains([',', ';', ':', '(', '\n']) && !gap.contains(". ") && !gap.contains(" trong ");
        close
            && (page.lexicon.award_names.at(text, page.shown(), a.span.start).is_some() || prize)
            && a.span.start >= sentence.start
            && (bracket.is_some()
                || edition && prize
                || page.lexicon.context.confers.is_in(&text[sentence.start..date.span.start]))
    })
}

/// "Năm 2018, tỉnh tặng Bằng khen cho …": the date opens the sentence, and an award follows in it.
fn opens(page: Page<'_>, spans: &[Span], date: &Date) -> bool {
    let text = page.folded();
    let sentence = page.sentences.around(page.text, date.span);
    let lead = text[sentence.start..date.span.start].trim_matches(|c: char| !c.is_alphabetic());
    // "vì thành tích đó, ngày 14/9, Bộ trưởng tặng …": a day opens a further clause
    let day = matches!(date.kind, DateKind::Date | DateKind::Datetime)
        && text[..date.span.start].trim_end_matches(' ').ends_with(',');
    let first = day
        || lead.is_empty()
        || matches!(lead, "trong" | "vào" | "cũng trong" | "riêng" | "đồng thời, cũng trong");
    first
        && spans.iter().any(|award| {
            let between = text.get(date.span.end..award.start).unwrap_or(";");
            award.end <= sentence.end && !between.contains(';') && page.lexicon.context.confers.is_in(between)
        })
}

/// A date that gave an award its year stays its date where its sentence tells of the award.
fn kept(page: Page<'_>, spans: &[Span], date: &Date) -> Role {
    let sentence = page.sentences.around(page.text, date.span);
    let told = spans.iter().any(|award| sentence.contains(*award));
    let words = page.text.slice(sentence).trim_end();
    let heading = words.ends_with([':', '|']) || words.chars().count() < 40;
    if told || heading { Role::Award } else { Role::Event }
}
