//! Words of the calendar, filed by where they stand in a date.

use super::entry::Time;
use super::forms::Forms;
use rustc_hash::FxHashSet;

/// Where a word stands in a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeRole {
    /// "sáng" 8/7
    #[default]
    DayPart,
    /// "thứ ba", ngày 5/6
    Weekday,
    /// "cuối" tháng 6
    Edge,
    /// "giai đoạn" 2016-2020
    Term,
    /// "hằng năm"
    Every,
    /// "năm ngoái"
    Relative,
    /// chiều "nay"
    Turn,
    /// "đường" 30/4: a name, no date
    Name,
    /// "phấn đấu" đến năm 2030: the year is a horizon
    Plan,
    /// 8/10 "xã": a share, no date
    Fraction,
    /// "ngày" 8/7: a syllable that may stand before the digits of a date
    Lead,
    /// "quý" II: begins a date, without digits, too
    Cue,
}

impl TimeRole {
    /// Every role, in the order of the definition.
    pub const ALL: [Self; 12] = [
        Self::DayPart,
        Self::Weekday,
        Self::Edge,
        Self::Term,
        Self::Every,
        Self::Relative,
        Self::Turn,
        Self::Name,
        Self::Plan,
        Self::Fraction,
        Self::Lead,
        Self::Cue,
    ];
}

/// The words of the calendar with a look-up for each role.
#[derive(Debug)]
pub struct Calendar {
    /// The entries of the table.
    pub entries: Vec<Time>,
    by_role: [Forms<usize>; TimeRole::ALL.len()],
    leading: FxHashSet<Box<str>>,
}

impl Calendar {
    pub(super) fn new(entries: Vec<Time>) -> Self {
        let of = |role| entries.iter().enumerate().filter(move |(_, e): &(usize, &Time)| e.role == role);
        let by_role = TimeRole::ALL.map(|role| {
            Forms::new(of(role).flat_map(|(i, e)| e.forms.iter().map(move |form| (form.as_str(), i))))
        });
        let before = [TimeRole::DayPart, TimeRole::Weekday, TimeRole::Edge, TimeRole::Term, TimeRole::Lead];
        let syllables = before
            .into_iter()
            .flat_map(of)
            .flat_map(|(_, e)| e.forms.iter().flat_map(|form| super::variants(form)))
            .flat_map(|form| form.split(' ').map(Box::from).collect::<Vec<_>>());
        let leading = syllables.collect();
        Self { entries, by_role, leading }
    }

    /// The longest word of a role that begins at `at`, in the folded view: its end and its entry.
    pub fn at(&self, role: TimeRole, folded: &str, at: usize) -> Option<(usize, &Time)> {
        let (end, i) = self.by_role[role as usize].at(folded, at)?;
        Some((end, &self.entries[i]))
    }

    /// The longest word of a role that ends at `end`.
    pub fn before(&self, role: TimeRole, folded: &str, end: usize) -> Option<(usize, &Time)> {
        let (start, i) = self.by_role[role as usize].before(folded, end)?;
        Some((start, &self.entries[i]))
    }

    /// Whether a syllable may stand before the digits of a date, as "cuối" and "kỳ" do.
    pub fn leads(&self, syllable: &str) -> bool {
        self.leading.contains(syllable)
    }

    /// Every form of a role.
    pub fn forms(&self, role: TimeRole) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(move |e| e.role == role).flat_map(|e| e.forms.iter().map(String::as_str))
    }
}
