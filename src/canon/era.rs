//! Which code list a date belongs to.

use crate::fact::{Edtf, Point};
use crate::lexicon::Province;
use jiff::civil::{Date as Day, date};

/// The days among which something happened; unknown where nothing dates it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    days: Option<(Day, Day)>,
}

impl When {
    /// The days of the document itself.
    pub fn of_document(days: Option<(Day, Day)>) -> Self {
        Self { days }
    }

    /// A year that a fact states; within the document's own year, the document's date is closer.
    pub fn in_year(year: i16, document: Option<(Day, Day)>) -> Self {
        match document {
            Some((first, last)) if first.year() == year && last.year() == year => Self { days: document },
            _ => Self::of_date(Point::year(year).into(), None),
        }
    }

    /// A date that a fact states, else that of the document.
    pub fn of_date(value: Edtf, document: Option<(Day, Day)>) -> Self {
        match value.days() {
            (Some(first), Some(last)) if first <= last => Self { days: Some((first, last)) },
            _ => Self { days: document },
        }
    }

    /// The last day, where one is known.
    pub fn last(self) -> Option<Day> {
        self.days.map(|(_, last)| last)
    }

    fn meets(self, from: Option<Day>, until: Option<Day>) -> bool {
        let Some((first, last)) = self.days else { return true };
        from.is_none_or(|from| from <= last) && until.is_none_or(|until| first <= until)
    }

    /// Whether both lie wholly before, or both wholly after, the day on which the provinces were merged.
    fn same_list(self, other: Self) -> bool {
        let merged = date(2025, 7, 1);
        let side = |when: Self| match when.days {
            Some((_, last)) if last < merged => Some(false),
            Some((first, _)) if first >= merged => Some(true),
            _ => None,
        };
        side(self).is_some() && side(self) == side(other)
    }
}

/// Code and era of a province at a time: `15@2004`.
///
/// - A province that only one list has bears that code at any later time: Yên Bái is `15@2004` in a text of 2026.
/// - Where the time is not known and both lists have the name, the era is left empty (`01@`) if they have it under one
///   code, and everything is if they do not (Lào Cai: `10@2004`, `15@2025`).
/// - Before a province came to be in the form that the code names, it has none: Lai Châu until 2003.
///
/// ```
/// use solieu::{canon::{When, key}, lexicon::Lexicon};
/// let lexicon = Lexicon::new();
/// let code = |name: &str, year: Option<i16>| {
///     let province = lexicon.provinces.iter().find(|p| p.name == name).unwrap();
///     key(province, year.map_or(When::default(), |year| When::in_year(year, None)))
/// };
/// assert_eq!((code("Yên Bái", Some(2020)), code("Lào Cai", Some(2026))), ("15@2004".to_owned(), "15@2025".to_owned()));
/// assert_eq!((code("Hà Nội", None), code("Lào Cai", None)), ("01@".to_owned(), String::new()));
/// assert_eq!(code("Lai Châu", Some(2003)), "");
/// ```
pub fn key(province: &Province, when: When) -> String {
    let day = |text: &str| text.parse::<Day>().ok();
    let valid = |code: &&crate::lexicon::Code| when.meets(day(&code.from), day(&code.until));
    let at_time: Vec<_> = province.codes.iter().filter(valid).collect();
    match at_time[..] {
        [] => match province.codes.last() {
            Some(last) if day(&last.until).zip(when.last()).is_some_and(|(until, at)| until < at) => {
                last.key()
            }
            _ => String::new(),
        },
        [one] => one.key(),
        [first, .., last] if first.code == last.code => format!("{}@", first.code),
        _ => String::new(),
    }
}

/// The code of a province that a fact does not name but that the document, dated `own`, is of.
///
/// Across the merger of 2025 it is known only where the province went through it unchanged.
pub(super) fn unnamed(province: &Province, own: When, when: When) -> String {
    let unchanged = match &province.codes[..] {
        [_, new] => new.of.len() == 1,
        _ => true,
    };
    let known = own == when || own.days.is_none() || own.same_list(when);
    if known || unchanged { key(province, when) } else { String::new() }
}

/// Whether a province is a centrally run city at a time; unknown times are those of the latest state.
pub(super) fn is_city(province: &Province, when: When) -> bool {
    let since = province.city.parse::<Day>().ok();
    since.is_some_and(|since| when.last().is_none_or(|last| since <= last))
}

#[cfg(test)]
mod tests {
    use super::{When, is_city, key, unnamed};
    use crate::lexicon::{Lexicon, Province};
    use jiff::civil::date;

    fn with<T>(id: &str, see: impl FnOnce(&Province) -> T) -> T {
        let lexicon = Lexicon::new();
        see(lexicon.provinces.iter().find(|province| province.id == id).unwrap())
    }

    #[test]
    fn a_code_changes_its_owner_with_the_list() {
        assert_eq!(with("yen_bai", |p| key(p, When::in_year(2026, None))), "15@2004");
        assert_eq!(with("lao_cai", |p| key(p, When::in_year(2024, None))), "10@2004");
        assert_eq!(with("lao_cai", |p| key(p, When::in_year(2025, None))), "");
        let june = date(2025, 6, 30);
        assert_eq!(with("lao_cai", |p| key(p, When::in_year(2025, Some((june, june))))), "10@2004");
        let july = date(2025, 7, 1);
        assert_eq!(with("lao_cai", |p| key(p, When::of_document(Some((july, july))))), "15@2025");
    }

    #[test]
    fn a_former_province_has_no_code() {
        assert_eq!(with("ha_bac", |p| key(p, When::in_year(1990, None))), "");
        assert_eq!(with("ha_tay", |p| key(p, When::in_year(2007, None))), "28@2004");
        assert_eq!(with("hau_giang", |p| key(p, When::in_year(1985, None))), "");
    }

    #[test]
    fn an_unnamed_province_does_not_cross_its_merger() {
        let own = When::in_year(2026, None);
        assert_eq!(with("lao_cai", |p| unnamed(p, own, When::in_year(2019, None))), "");
        assert_eq!(with("cao_bang", |p| unnamed(p, own, When::in_year(2019, None))), "04@2004");
        assert_eq!(with("lao_cai", |p| unnamed(p, own, own)), "15@2025");
    }

    #[test]
    fn cities_have_their_days() {
        assert!(!with("hue", |p| is_city(p, When::in_year(2020, None))));
        assert!(with("hue", |p| is_city(p, When::in_year(2025, None))));
        assert!(!with("dong_nai", |p| is_city(p, When::in_year(2025, None))));
        assert!(!with("ha_giang", |p| is_city(p, When::default())));
    }
}
