//! Marks in a text: brackets with a label, and colours on a terminal.

use crate::span::Span;
use anstyle::Style;
use std::cmp::Reverse;
use std::fmt::Write;

/// A part of a text that is marked.
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) label: String,
    pub(super) style: Style,
}

/// The text with `[` and `]label` around each marked part; parts can overlap.
pub(super) fn marked(text: &str, marks: &[Mark]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut open: Vec<&Mark> = Vec::new();
    let mut at = 0;
    for (place, edge, mark) in edges(marks) {
        let place = place.min(text.len());
        out.push_str(&text[at..place]);
        at = place;
        // Writing to a String cannot fail.
        let _ = match edge {
            Edge::End => {
                open.retain(|other| !std::ptr::eq(*other, mark));
                let outer = open.last().map_or(Style::new(), |other| other.style);
                write!(out, "{0}]{1}{0:#}{outer}", mark.style, mark.label)
            }
            Edge::Start => {
                open.push(mark);
                write!(out, "{}[", mark.style)
            }
        };
    }
    out.push_str(&text[at..]);
    out
}

/// At one place, parts end before others begin.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    End,
    Start,
}

/// The edges of all parts in the order of the text, an outer part around an inner one.
fn edges(marks: &[Mark]) -> Vec<(usize, Edge, &Mark)> {
    let mut edges: Vec<_> = marks
        .iter()
        .enumerate()
        .flat_map(|(index, mark)| {
            let Span { start, end } = mark.span;
            let begins = ((start, Edge::Start, Reverse(end), index), mark);
            // Of parts that end together, the one that began last ends first.
            let ends = ((end, Edge::End, Reverse(start), usize::MAX - index), mark);
            [begins, ends]
        })
        .collect();
    edges.sort_by_key(|(key, _)| *key);
    edges.into_iter().map(|((place, edge, ..), mark)| (place, edge, mark)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Mark, marked};
    use crate::span::Span;
    use anstyle::Style;

    fn show(text: &str, spans: &[(usize, usize)]) -> String {
        let mark = |(index, &(start, end)): (usize, &(usize, usize))| Mark {
            span: Span::new(start, end),
            label: format!("c{}", index + 1),
            style: Style::new(),
        };
        marked(text, &spans.iter().enumerate().map(mark).collect::<Vec<_>>())
    }

    #[test]
    fn parts_are_bracketed() {
        assert_eq!(show("có 16 kế hoạch", &[(4, 6)]), "có [16]c1 kế hoạch");
        assert_eq!(show("không", &[]), "không");
    }

    #[test]
    fn parts_nest_and_touch() {
        assert_eq!(show("abcd", &[(0, 4), (1, 2)]), "[a[b]c2cd]c1");
        assert_eq!(show("abcd", &[(0, 2), (2, 4)]), "[ab]c1[cd]c2");
        assert_eq!(show("abcd", &[(0, 4), (0, 4)]), "[[abcd]c2]c1");
        assert_eq!(show("abcd", &[(2, 4), (0, 4)]), "[ab[cd]c1]c2");
    }
}
