//! What no family knows alone: the order of claims, the roles of dates, and dates that lean on the document's date.

mod complete;
mod roles;

use crate::document::{self, Outside, Sentences};
use crate::extract::{Claims, Extraction, Extractor, Page, award, citation, count, date};
use crate::text::Text;

/// Reads a text from beginning to end: its identity, its facts, all dates resolved.
///
/// The families claim their digits in this order: citations, dates, awards, counts.
pub fn read(extractor: &Extractor, text: &Text) -> Extraction {
    read_as(extractor, text, Outside::default())
}

/// Reads a text of which something is known from outside: a date given by hand, the name of its file.
///
/// ```
/// use solieu::{document::Outside, extract::Extractor, resolve, text::Text};
/// let text = Text::new("Sáng 8/7, hội nghị khai mạc.".to_owned());
/// let outside = Outside { name: "tin/2021-07-09.txt", ..Outside::default() };
/// let read = resolve::read_as(&Extractor::new(), &text, outside);
/// assert_eq!(read.facts.dates[0].resolved.to_string(), "2021-07-08");
/// ```
pub fn read_as(extractor: &Extractor, text: &Text, outside: Outside<'_>) -> Extraction {
    let anchors = extractor.scan(text);
    let sentences = Sentences::new(text);
    let mut info = document::read(text, extractor.lexicon());
    info.settle(outside);
    let grids = document::grids(text);
    let mut out = Extraction { info: info.clone(), ..Extraction::default() };
    let page = Page {
        text,
        lexicon: extractor.lexicon(),
        anchors: &anchors,
        sentences: &sentences,
        info: &info,
        grids: &grids,
    };
    let mut claims = Claims::default();
    citation::read(page, &mut claims, &mut out);
    date::read(page, &mut claims, &mut out);
    roles::before_awards(page, &mut out);
    complete::dates(page, &mut out, outside);
    award::read(page, &mut claims, &mut out);
    roles::of_awards(page, &mut out);
    count::read(page, &claims, &mut out);
    out.passed.extend_from_slice(claims.passed());
    out.passed.sort_by_key(|p| p.span);
    out.sentences = sentences;
    out
}
