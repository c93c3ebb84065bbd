//! What is known of a document from outside its text: a date that was given, and the name of its file.

use crate::fact::edtf::Part;
use crate::fact::{Edtf, Point};
use crate::grammar::calendar;

/// What is known of a document without reading it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outside<'a> {
    /// The date that whoever runs the program gives.
    pub date: Option<Edtf>,
    /// Its path, or only the name of its file.
    pub name: &'a str,
}

/// Reads a date that is typed by hand: `2020-06-30`, `2020-06`, `2020`, or day first, `30/6/2020`.
///
/// ```
/// use solieu::document::typed_date;
/// assert_eq!(typed_date("30/6/2020").map(|d| d.to_string()), Some("2020-06-30".to_owned()));
/// assert_eq!(typed_date("2020-06").map(|d| d.to_string()), Some("2020-06".to_owned()));
/// assert_eq!(typed_date("2020-13"), None);
/// ```
pub fn typed_date(words: &str) -> Option<Edtf> {
    let words = words.trim();
    let month = || {
        let (at, year) = calendar::year(words, 0)?;
        let (end, month) = calendar::two_digits(words, words[at..].starts_with('-').then_some(at + 1)?, 12)?;
        Some((end, Point::month(Some(year), month)))
    };
    let year = || calendar::year(words, 0).map(|(end, y)| (end, Point::year(y)));
    let found = calendar::iso(words, 0).or_else(|| calendar::day_month_year(words, 0));
    let (end, point) = found.or_else(month).or_else(year)?;
    (end == words.len()).then_some(Edtf::Point(point))
}

/// The date that a path bears: of its last part, else of the folders above it.
///
/// | path | date |
/// |---|---|
/// | `bao-cao-2020-06-30.txt`, `20200630_hop.txt`, `tin 30.6.2020.txt` | 2020-06-30 |
/// | `2021/07/15/bai-viet.txt` | 2021-07-15 |
/// | `thang-06-2020.txt`, `2020_06.txt` | 2020-06 |
/// | `tong-ket-nam-2019.txt` | 2019 |
/// | `0912345678.txt`, `cv-1034.txt` | none |
pub fn date_of_name(path: &str) -> Option<Edtf> {
    let folders = path.rsplit_once(['/', '\\']).map_or("", |(folders, _)| folders);
    let last = &path[folders.len()..];
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    of_words(stem).or_else(|| of_words(path)).or_else(|| of_words(folders)).map(Edtf::Point)
}

/// The most precise date among the numbers of a name.
fn of_words(name: &str) -> Option<Point> {
    let mut runs = name.split(|c: char| !c.is_ascii_digit());
    // a year has four digits, a whole date eight
    if !runs.any(|run| matches!(run.len(), 4 | 8)) {
        return None;
    }
    // the parts of a date have one sign between them, so two signs, or a letter, leave an empty part here
    let parts: Vec<&str> = name.split(|c: char| !c.is_ascii_digit()).collect();
    let whole = || parts.iter().find_map(|n| run_of_eight(n));
    let days = || parts.windows(3).find_map(|w| day(w[0], w[1], w[2]).or_else(|| day(w[2], w[1], w[0])));
    let months = || parts.windows(2).find_map(|w| month(w[0], w[1]).or_else(|| month(w[1], w[0])));
    let years = || parts.iter().find_map(|n| year(n)).map(Point::year);
    days().or_else(whole).or_else(months).or_else(years)
}

fn year(digits: &str) -> Option<i16> {
    calendar::plain_year(digits, 0).filter(|(end, _)| *end == digits.len()).map(|(_, y)| y)
}

fn small(digits: &str) -> Option<u8> {
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

fn day(y: &str, m: &str, d: &str) -> Option<Point> {
    let (year, month, day) = (year(y)?, small(m)?, small(d)?);
    calendar::valid_day(Some(year), month, day).then(|| Point::day(Some(year), month, day))
}

fn month(y: &str, m: &str) -> Option<Point> {
    let (year, month) = (year(y)?, small(m).filter(|m| (1..=12).contains(m))?);
    Some(Point::month(Some(year), month))
}

/// `20200630` or `30062020`.
fn run_of_eight(digits: &str) -> Option<Point> {
    if digits.len() != 8 {
        return None;
    }
    day(&digits[..4], &digits[4..6], &digits[6..]).or_else(|| day(&digits[4..], &digits[2..4], &digits[..2]))
}

impl super::Info {
    /// Sets the date from which other dates are completed.
    ///
    /// It is the document's own where its text has one (dateline, then day of signing), else the date that was given, else
    /// that of the file's name. A name that bears a year alone gives nothing here: the text may know better.
    pub fn settle(&mut self, outside: Outside<'_>) {
        let named =
            || date_of_name(outside.name).filter(|d| !matches!(d, Edtf::Point(p) if p.part == Part::Whole));
        self.dated = self.published.or(self.signed).or(outside.date).or_else(named);
    }
}

#[cfg(test)]
mod tests {
    use super::{Outside, date_of_name};
    use crate::document::{Info, typed_date};

    fn named(path: &str) -> String {
        date_of_name(path).map_or_else(String::new, |d| d.to_string())
    }

    #[test]
    fn names_of_files() {
        assert_eq!(named("bao-cao-2020-06-30.txt"), "2020-06-30");
        assert_eq!(named("20200630_giao_ban.txt"), "2020-06-30");
        assert_eq!(named("luu/30062020.txt"), "2020-06-30");
        assert_eq!(named("tin 5.6.2020.txt"), "2020-06-05");
        assert_eq!(named("BC_thang_06-2020"), "2020-06");
        assert_eq!(named("2021/07/15/bai.txt"), "2021-07-15");
        assert_eq!(named("2021/07/bai-3.txt"), "2021-07");
        assert_eq!(named("kho/2019/tong-ket.txt"), "2019");
    }

    #[test]
    fn names_without_a_date() {
        for path in [
            "0912345678.txt",
            "cv-1034.txt",
            "bai-12-15.txt",
            "20201330.txt",
            "d05.txt",
            "mds-12275043.txt",
            "",
        ] {
            assert_eq!(named(path), "", "{path}");
        }
    }

    #[test]
    fn the_text_knows_better_than_the_name() {
        let outside = Outside { date: typed_date("2021-01-02"), name: "2020-06-30.txt" };
        let mut info = Info { published: typed_date("2019-05-04"), ..Info::default() };
        info.settle(outside);
        assert_eq!(info.dated, typed_date("2019-05-04"));
        let mut info = Info::default();
        info.settle(outside);
        assert_eq!(info.dated, outside.date);
        info.settle(Outside { date: None, ..outside });
        assert_eq!(info.dated, typed_date("2020-06-30"));
    }
}
