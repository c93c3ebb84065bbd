//! Times of day, which are no dates of their own and count nothing: "17h30", "8 giờ sáng", "20:15".

use super::Page;
use crate::grammar::calendar;
use crate::lexicon::TimeRole;
use crate::span::Span;
use crate::text::space::skip;

/// The span of a time of day at an anchor; "72 giờ" and "8 giờ" alone may be lengths.
pub(super) fn read(page: Page<'_>, anchor: Span) -> Option<Span> {
    let text = page.folded();
    let (end, _) = calendar::time(text, anchor.start)?;
    // "kéo dài 2 giờ 30 phút": a length of time
    if text[anchor.start..end].contains("giờ")
        && page.lexicon.context.lasting.precedes(text, anchor.start).is_some()
    {
        return None;
    }
    let form = &text[anchor.start..end];
    let told = page.lexicon.context.clock_before.precedes(text, anchor.start).is_some()
        || page.lexicon.calendar.at(TimeRole::DayPart, text, skip(text, end)).is_some()
        || page.lexicon.context.clock_after.follows(text, end).is_some();
    let score = form.contains(':') && !(told || form.len() == 5);
    let clock = form.contains([':', 'h', 'g']) && !form.contains("giờ") && !score
        || told && !form.contains(':')
        || form.matches(|c: char| c.is_ascii_digit()).count() > 2;
    clock.then(|| Span::new(anchor.start, end))
}
