//! Whether a number states a change: "tăng 12%", "giảm 47 vụ".

use super::{Count, Page};
use crate::fact::{Direction, Measure};
use crate::text::space::{back, ends_with, starts_with, word_before};

/// The direction of a change, by the words that end at `start`.
pub(super) fn direction(page: Page<'_>, start: usize, measure: Measure) -> Option<Direction> {
    let text = page.folded();
    // "tăng từ 88% đến 108%": two levels
    if text[start..].starts_with("từ") {
        return None;
    }
    let context = &page.lexicon.context;
    let mut here = back(text, start);
    for _ in 0..3 {
        if context.level.precedes(text, here).is_some() {
            return None;
        }
        let up = context.increase.before(text, here).map(|_| Direction::Increase);
        let found = up.or_else(|| context.decrease.before(text, here).map(|_| Direction::Decrease));
        if let Some(direction) = found {
            // "giá giảm mạnh hai tuần nay": the time that a change took
            // and "mức tăng trưởng 6 tháng đầu năm"
            let manner = context.manner.before(text, here).is_some();
            return (!(manner && measure == Measure::Duration)).then_some(direction);
        }
        let Some(next) = context.before_amount.precedes(text, here) else { break };
        here = back(text, next);
    }
    amount(page, start, measure)
}

/// "tăng vốn thêm 514 triệu", "giảm thời gian điều trị bình quân 3 ngày": what changes stands between the verb and the
/// word of its amount.
fn amount(page: Page<'_>, start: usize, measure: Measure) -> Option<Direction> {
    let text = page.folded();
    let words: &[&str] = match measure {
        Measure::Duration => &["bình quân"],
        // "trồng thêm 5 cây" is a deed, and no change of a figure
        Measure::Money | Measure::Percent => &["thêm"],
        _ => return None,
    };
    let mut here = back(text, ends_with(text, start, words)?);
    for _ in 0..3 {
        let word = word_before(text, here).filter(|w| text[w.end..here].bytes().all(|b| b == b' '))?;
        let context = &page.lexicon.context;
        // "tăng cường hỗ trợ, cấp thêm" tells of no amount
        if starts_with(text, word.end, &["cường"]).is_some() {
            return None;
        }
        if context.increase.before(text, word.end).is_some() {
            return Some(Direction::Increase);
        }
        if context.decrease.before(text, word.end).is_some() {
            return Some(Direction::Decrease);
        }
        here = word.start;
    }
    None
}

/// "tăng lần lượt 12%, 15% và 20%": figures in one row share their direction.
pub(super) fn carry(page: Page<'_>, counts: &mut [Count]) {
    let text = page.folded();
    for i in 1..counts.len() {
        let (head, tail) = counts.split_at_mut(i);
        let (before, count) = (&head[i - 1], &mut tail[0]);
        let row = text
            .get(before.span.end..count.span.start)
            .is_some_and(|between| matches!(between.trim(), "," | "và" | ", và" | "hoặc"));
        if row && count.direction.is_none() && before.measure == count.measure {
            count.direction = before.direction;
        }
    }
}
