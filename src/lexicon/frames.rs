//! Look-up of the words of award frames by the part they play.

use super::entry::{Frame, Role};
use super::forms::Forms;
use crate::text::space::back;
use rustc_hash::FxHashMap;

/// The words of award frames; a form beside which a guard stands is not found.
#[derive(Debug)]
pub struct Frames {
    /// The entries of the table.
    pub entries: Vec<Frame>,
    words: FxHashMap<Role, Forms<usize>>,
    after: Vec<Forms<()>>,
    before: Vec<Forms<()>>,
    /// Guards that end in a mark, without it: "thi đua," before "khen thưởng".
    marked: Vec<Forms<()>>,
}

/// Marks that a guard may end in.
const MARKS: [char; 3] = [',', '-', '–'];

impl Frames {
    pub(super) fn new(entries: Vec<Frame>) -> Self {
        let mut lists: FxHashMap<Role, Vec<(&str, usize)>> = FxHashMap::default();
        for (i, entry) in entries.iter().enumerate() {
            lists.entry(entry.role).or_default().extend(entry.forms.iter().map(|form| (form.as_str(), i)));
        }
        let words = lists.into_iter().map(|(role, forms)| (role, Forms::new(forms))).collect();
        let guards = |of: fn(&Frame) -> &Vec<String>| {
            entries.iter().map(|e| Forms::new(of(e).iter().map(|w| (w.as_str(), ())))).collect()
        };
        let (after, before) = (guards(|e| &e.not_before), guards(|e| &e.not_after));
        let marked = entries
            .iter()
            .map(|e| {
                let ending = e.not_after.iter().filter(|w| w.ends_with(MARKS));
                Forms::new(ending.map(|w| (w.trim_end_matches(MARKS).trim_end(), ())))
            })
            .collect();
        Self { entries, words, after, before, marked }
    }

    /// Where the longest word with this part that begins at `at` ends.
    pub fn at(&self, role: Role, folded: &str, at: usize) -> Option<usize> {
        let (end, i) = self.words.get(&role)?.at(folded, at)?;
        self.free(i, folded, at, end).then_some(end)
    }

    /// Where the longest word with this part that ends at `end` begins.
    pub fn before(&self, role: Role, folded: &str, end: usize) -> Option<usize> {
        let end = back(folded, end);
        let (start, i) = self.words.get(&role)?.before(folded, end)?;
        self.free(i, folded, start, end).then_some(start)
    }

    fn free(&self, entry: usize, folded: &str, start: usize, end: usize) -> bool {
        let next = crate::text::space::skip(folded, end);
        let left = back(folded, start);
        let plain = folded[..left].trim_end_matches(MARKS);
        let marked =
            plain.len() < left && self.marked[entry].before(folded, back(folded, plain.len())).is_some();
        self.after[entry].at(folded, next).is_none()
            && self.before[entry].before(folded, left).is_none()
            && !marked
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Lexicon, Role};

    #[test]
    fn a_guard_makes_another_word() {
        let frames = Lexicon::new().frames;
        assert_eq!(frames.at(Role::Gives, "tặng bằng khen", 0), Some("tặng".len()));
        assert_eq!(frames.at(Role::Gives, "trao đổi", 0), None);
        assert_eq!(frames.before(Role::Gives, "quà tặng", "quà tặng".len()), None);
        assert_eq!(frames.before(Role::Gives, "đã trao tặng ", "đã trao tặng ".len()), Some("đã ".len()));
    }
}
