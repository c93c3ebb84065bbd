//! Which count is a stated part of which: "2.833 mô hình …, trong đó có 468 mô hình …".

use super::{Count, Page};
use crate::fact::Measure;

/// Words that announce the parts of the number before them.
const PARTS: [&str; 9] =
    ["trong đó", "trong số đó", "gồm có", "bao gồm", "gồm", "cụ thể", "trong số này", "riêng", "chia ra"];

/// Links every part to its whole, by the index of the whole.
pub(super) fn link(page: Page<'_>, counts: &mut [Count]) {
    let text = page.folded();
    let mut whole: Option<usize> = None;
    for i in 1..counts.len() {
        let between = &text[counts[i - 1].span.end.min(counts[i].span.start)..counts[i].span.start];
        if ends(between) {
            whole = None;
        }
        if announces(between) && countable(&counts[i - 1]) {
            whole = Some(i - 1);
        } else if between.contains(';') && whole.is_some_and(|w| counts[w].noun != counts[i].noun) {
            whole = None;
        }
        let Some(w) = whole else { continue };
        let fits = counts[i].value <= counts[w].value && counts[i].measure == counts[w].measure
            || counts[i].measure == Measure::Percent;
        if fits && counts[i].direction.is_none() {
            counts[i].part_of = Some(w);
        }
    }
}

fn countable(count: &Count) -> bool {
    matches!(count.measure, Measure::Count | Measure::Money | Measure::Physical | Measure::Ratio)
}

fn announces(between: &str) -> bool {
    PARTS.iter().any(|w| between.contains(w)) || between.trim_end().ends_with(':')
}

fn ends(between: &str) -> bool {
    between.contains('\n')
        || between.match_indices('.').any(|(i, _)| {
            between[i + 1..].starts_with([' ', '\n'])
                && between[i + 2..].starts_with(|c: char| c.is_alphabetic())
        })
}
