//! What stands before the body of a date: "sáng", "thứ Ba,", "đầu", "17h30".

use super::Page;
use crate::grammar::calendar;
use crate::lexicon::TimeRole;
use crate::text::space::{ends_with, skip, skip_inline};

/// What stood before the body of a date.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lead {
    /// "sáng", "chiều" …
    pub part_of_day: bool,
    /// "thứ Ba", "chủ nhật"
    pub weekday: bool,
    /// "đầu", "giữa", "cuối"
    pub edge: bool,
    /// "17h05"; after noon where "chiều" or "tối" says so
    pub time: Option<(u8, u8)>,
}

impl Lead {
    /// Whether the lead alone tells that a bare D/M after it is a day.
    pub(super) const fn tells_day(self) -> bool {
        self.part_of_day || self.weekday || self.time.is_some()
    }
}

/// Reads the words before a date's body: the place of the body, and what was read.
pub(super) fn read(page: Page<'_>, at: usize) -> (usize, Lead) {
    let text = page.folded();
    let calendar = &page.lexicon.calendar;
    let mut here = at;
    let mut lead = Lead::default();
    for _ in 0..4 {
        if let Some((end, _)) =
            // "cất cánh lần đầu năm 2013": the first time, not the beginning of the year
            calendar
                .at(TimeRole::Edge, text, here)
                .filter(|_| !lead.edge && lead.time.is_none() && ends_with(text, here, &["lần"]).is_none())
        {
            (here, lead.edge) = (skip(text, end), true);
        } else if let Some((end, part)) =
            calendar.at(TimeRole::DayPart, text, here).filter(|_| !lead.part_of_day)
        {
            lead.time = lead.time.map(|time| in_part(&part.id, time));
            (here, lead.part_of_day) = (skip(text, end), true);
        } else if let Some((end, _)) = calendar.at(TimeRole::Weekday, text, here).filter(|_| !lead.weekday) {
            (here, lead.weekday) = (after_sign(text, end, &[',', '-', '–']), true);
        } else if let Some((end, time)) = calendar::time(text, here).filter(|_| lead.time.is_none()) {
            let (end, time) = calendar::in_half(text, end, time);
            (here, lead.time) = (after_sign(text, end, &[',', '-', '–', '|']), Some(time));
        } else {
            break;
        }
    }
    (here, lead)
}

/// The place after blanks and at most one of the signs.
pub(super) fn after_sign(text: &str, at: usize, signs: &[char]) -> usize {
    let here = skip_inline(text, at);
    let sign = text[here..].chars().next().filter(|c| signs.contains(c));
    skip(text, sign.map_or(here, |c| skip_inline(text, here + c.len_utf8())))
}

/// "4 giờ chiều" is 16:00, "12 giờ đêm" is 0:00.
fn in_part(part: &str, (hour, minute): (u8, u8)) -> (u8, u8) {
    let hour = match (part, hour) {
        ("part-afternoon" | "part-evening", 1..=11) | ("part-noon", 1..=3) | ("part-night", 7..=11) => {
            hour + 12
        }
        ("part-night", 12) => 0,
        _ => hour,
    };
    (hour, minute)
}

#[cfg(test)]
mod tests {
    use super::in_part;

    #[test]
    fn hours_lie_in_their_part_of_the_day() {
        assert_eq!(in_part("part-afternoon", (4, 30)), (16, 30));
        assert_eq!(in_part("part-evening", (20, 0)), (20, 0));
        assert_eq!(in_part("part-night", (12, 0)), (0, 0));
        assert_eq!(in_part("part-night", (2, 0)), (2, 0));
        assert_eq!(in_part("part-morning", (8, 0)), (8, 0));
    }
}
