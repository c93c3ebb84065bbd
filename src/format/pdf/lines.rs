//! Lines of a page to paragraphs; what repeats on every page is left out.

use crate::format::draft::Cell;
use std::collections::HashMap;

/// A line of words where it stands on its page, in points from the upper left corner; or a table in its place.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) words: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    /// Its words each by itself.
    pub(super) spans: Vec<Span>,
    /// The rows of a table, whose words are those of the line.
    pub(super) table: Option<Vec<Vec<Cell>>>,
}

/// A word, or several without a blank between them, where it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Span {
    pub(super) words: String,
    pub(super) left: f64,
    pub(super) right: f64,
}

/// Lines at the top and at the bottom of a page among which headers and footers are looked for.
const EDGE: usize = 3;

/// The pages without the headers and footers that they share, and without the numbers of the pages.
pub(super) fn without_repeated(pages: &[&[Line]]) -> Vec<Vec<Line>> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages {
        let mut keys: Vec<String> = edges(page).map(|at| key(&page[at])).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    let often = (pages.len() * 6).div_ceil(10).max(2);
    let kept = |page: &&[Line]| {
        let gone: Vec<usize> = edges(page)
            .filter(|&at| {
                seen.get(&key(&page[at])).is_some_and(|&times| times >= often) || is_number(page, at)
            })
            .collect();
        page.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, line)| line.clone()).collect()
    };
    pages.iter().map(kept).collect()
}

/// The lines at the top and the bottom of a page, by where they stand.
fn edges(page: &[Line]) -> impl Iterator<Item = usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|&a, &b| page[a].y.total_cmp(&page[b].y));
    let bottom = order.len().saturating_sub(EDGE).max(EDGE.min(order.len()));
    let tail: Vec<usize> = order[bottom..].to_vec();
    order.truncate(EDGE);
    order.into_iter().chain(tail)
}

/// What makes two lines of two pages the same: the words without their numbers, and the height.
fn key(line: &Line) -> String {
    let words: String = line.words.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let words = words.split('0').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("0");
    format!("{:.0} {}", line.y / 6.0, words.trim())
}

/// Whether a line is the number of its page: a short number alone, apart from the text.
fn is_number(page: &[Line], at: usize) -> bool {
    let digits = page[at].words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '|'));
    let number = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let others = page.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, line)| line.y);
    let near = others.map(|y| (y - page[at].y).abs()).fold(f64::INFINITY, f64::min);
    number && page.len() > 1 && near > 1.2 * page[at].size
}

/// Where the lines of a page begin and end, and how far they stand apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Margins {
    left: f64,
    right: f64,
    pitch: f64,
}

impl Margins {
    /// Those of the lines that are no tables.
    pub(super) fn of(page: &[Line]) -> Self {
        let lines = || page.iter().filter(|line| line.table.is_none());
        let pitches = lines().zip(lines().skip(1)).map(|(line, next)| next.y - line.y);
        Self {
            left: usual(lines().map(|line| line.left)),
            right: lines().map(|line| line.right).fold(0.0, f64::max),
            pitch: usual(pitches.filter(|pitch| *pitch > 1.0)),
        }
    }
}

/// Joins the lines that a paragraph was broken into.
pub(super) fn paragraphs(lines: &[Line], margins: Margins) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let words = line.words.trim();
        let before = at.checked_sub(1).map(|before| &lines[before]);
        let joined = before.filter(|before| runs_on(before, line, margins));
        match (joined, out.last_mut()) {
            (Some(_), Some(open)) => join(open, words),
            _ => out.push(words.to_owned()),
        }
    }
    out
}

/// The value that occurs most, to the point; 0 where there is none.
fn usual(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.map(f64::round).collect();
    values.sort_by(f64::total_cmp);
    let (mut most, mut times) = (0.0, 0);
    for alike in values.chunk_by(|a, b| a.total_cmp(b).is_eq()) {
        if alike.len() > times {
            (most, times) = (alike[0], alike.len());
        }
    }
    most
}

/// Whether a line goes on in the next: it is full, and the next stands right below at the margin.
fn runs_on(line: &Line, next: &Line, Margins { left, right, pitch }: Margins) -> bool {
    let down = next.y - line.y;
    let full = line.right > right - 5.0 * line.size;
    let below = down > 0.0 && down <= pitch.max(line.size * 1.1) * 1.25;
    let margin = (next.left - left).abs() < 1.2 * line.size || next.left < line.left;
    let alike = (line.size - next.size).abs() < 0.15 * line.size;
    let cells = line.words.contains('\t') || next.words.contains('\t');
    full && below && margin && alike && !cells && !is_item(next.words.trim_start())
}

/// Whether words begin an item: "- ", "+ ", "1. ", "a) ".
fn is_item(words: &str) -> bool {
    let mark = words.split(' ').next().unwrap_or_default();
    matches!(mark, "-" | "+" | "*" | "•" | "–" | "−")
        || (mark.len() <= 4 && mark.len() >= 2 && mark.ends_with(['.', ')']))
}

/// Adds the words of a line to those before; a hyphen or slash at the end joins them.
fn join(open: &mut String, words: &str) {
    if open.ends_with('\u{AD}') {
        open.pop();
    } else if !(open.ends_with(['-', '/']) && !open.ends_with([' ', '-']) || attached(open)) {
        open.push(' ');
    }
    open.push_str(words);
}

/// Whether a text ends in a hyphen right after a letter or digit.
fn attached(text: &str) -> bool {
    text.strip_suffix('-').is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{Line, Margins, join, paragraphs, without_repeated};

    fn line(words: &str, left: f64, right: f64, y: f64) -> Line {
        Line { words: words.to_owned(), left, right, y, size: 12.0, ..Line::default() }
    }

    #[test]
    fn full_lines_go_on() {
        let page = [
            line("Năm 2020, toàn huyện có 25", 50.0, 500.0, 100.0),
            line("mô hình.", 50.0, 120.0, 114.0),
            line("- Xã A có 3 mô hình, xã B có", 50.0, 498.0, 128.0),
            line("- Xã C", 50.0, 90.0, 142.0),
            line("Hết", 50.0, 80.0, 190.0),
        ];
        let expected =
            ["Năm 2020, toàn huyện có 25 mô hình.", "- Xã A có 3 mô hình, xã B có", "- Xã C", "Hết"];
        assert_eq!(paragraphs(&page, Margins::of(&page)), expected);
    }

    #[test]
    fn hyphens_at_the_end() {
        let joined = |a: &str, b: &str| {
            let mut open = a.to_owned();
            join(&mut open, b);
            open
        };
        assert_eq!(joined("giai đoạn 2015-", "2020"), "giai đoạn 2015-2020");
        assert_eq!(joined("số 25-NQ/", "TW"), "số 25-NQ/TW");
        assert_eq!(joined("chính trị -", "xã hội"), "chính trị - xã hội");
        assert_eq!(joined("Ban", "Dân vận"), "Ban Dân vận");
    }

    #[test]
    fn headers_and_numbers_of_pages_go() {
        let page = |number: &str, words: &str| {
            vec![
                line("BÁO CÁO 2020", 50.0, 200.0, 20.0),
                line(&format!("{words} có {number} mô hình"), 50.0, 500.0, 60.0),
                line(&format!("{number} hộ ở {words}"), 50.0, 500.0, 74.0),
                line(number, 300.0, 306.0, 800.0),
            ]
        };
        let pages = [page("1", "Xã A"), page("22", "Huyện B"), page("333", "Tỉnh C")];
        let kept = without_repeated(&pages.iter().map(Vec::as_slice).collect::<Vec<_>>());
        assert!(
            kept.iter()
                .all(|page| page.iter().all(|line| !line.words.contains("BÁO CÁO") && line.words.len() > 4))
        );
        assert_eq!(kept[0].len(), 2);
    }

    #[test]
    fn one_page_keeps_its_head() {
        let page = [line("BÁO CÁO", 50.0, 200.0, 20.0), line("12 mô hình", 50.0, 200.0, 34.0)];
        assert_eq!(without_repeated(&[&page])[0].len(), 2);
    }
}
