//! Whether a number states a change: "tăng 12%", "giảm 47 vụ".

use super::{Count, Page};
use crate::fact::{Direction, Measure};
use crate::text::space::{back, ends_with};

/// Words between the verb and the number.
const BETWEEN: [&str; 16] = [
    "được",
    "khoảng",
    "hơn",
    "gần",
    "trên",
    "tới",
    "đến",
    "thêm",
    "lần lượt",
    "gấp",
    "đã",
    "ước",
    "dưới",
    "bình quân",
    "trung bình",
    "xấp xỉ",
];

/// Words before a number that make it a level: "tăng từ 12% lên 15%".
const LEVEL: [&str; 5] = ["từ", "lên", "còn", "xuống", "thành"];

/// The direction of a change, by the words that end at `start`.
pub(super) fn direction(page: Page<'_>, start: usize, measure: Measure) -> Option<Direction> {
    let (text, shown) = (page.folded(), page.shown());
    // "tăng từ 88% đến 108%": two levels
    if text[start..].starts_with("từ") {
        return None;
    }
    let mut here = back(text, start);
    for _ in 0..3 {
        if ends_with(text, here, &LEVEL).is_some() {
            return None;
        }
        let context = &page.lexicon.context;
        let up = context.increase.before(text, shown, here).map(|(at, _)| (at, Direction::Increase));
        let found = up
            .or_else(|| context.decrease.before(text, shown, here).map(|(at, _)| (at, Direction::Decrease)));
        if let Some((at, direction)) = found {
            // "giá giảm mạnh hai tuần nay": the time that a change took
            // and "mức tăng trưởng 6 tháng đầu năm"
            let manner = ["mạnh", "nhẹ", "vọt", "trưởng"].iter().any(|w| text[at..here].ends_with(w));
            return (!(manner && measure == Measure::Duration)).then_some(direction);
        }
        here = back(text, ends_with(text, here, &BETWEEN)?);
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
