//! HTML: the article of a page, with the line of its date, and what its head states.

mod dateline;
mod walk;

use super::draft::Draft;
use super::{Content, Meta, Trouble, plain};
use crate::text::{Decoded, Encoding};
use dom_query::Document;
use dom_smoothie::{Config, Metadata, Readability};

/// Pages with more elements are read whole and not searched for an article.
const ELEMENTS: usize = 100_000;

/// An article that is shorter than this share of the page, in percent, was not found.
const SHARE: usize = 10;

/// Reads a page.
pub(super) fn read(decoded: &Decoded) -> Result<Content, Trouble> {
    let Decoded { text, encoding, margin, replaced, .. } = decoded;
    let page = Document::from(text.as_str());
    let whole = walk::lines(&page.root(), true);
    let (meta, blocks) = article(&page, &whole);
    let mut draft = Draft::default();
    if let Some(line) = heading(&meta.title, &blocks) {
        draft.paragraph(line);
    }
    if let Some(line) = dateline::of(&page, &meta.title, &blocks) {
        draft.paragraph(&line);
    }
    walk::write(blocks, &mut draft);
    let (encoding, margin, replaced) = (*encoding, *margin, *replaced);
    let mut content = draft.finish("text/html", meta)?;
    if content.encoding == Encoding::Utf8.as_str() {
        if let Some(trouble) = plain::uncertain(decoded) {
            return Err(trouble);
        }
        (content.encoding, content.margin) = (encoding.as_str(), margin);
    }
    content.replaced += replaced;
    Ok(content)
}

/// What the page states, and its article: the whole page where nothing in it is but the article.
fn article(page: &Document, whole: &[walk::Block]) -> (Meta, Vec<walk::Block>) {
    let all = walk::size(whole);
    let config = Config { max_elements_to_parse: ELEMENTS, ..Config::default() };
    let bare = walk::is_bare(page);
    let Ok(mut readability) = Readability::with_document(page.clone(), None, Some(config)) else {
        return (Meta::default(), whole.to_vec());
    };
    let json = readability.parse_json_ld();
    let meta = stated(readability.get_article_metadata(json));
    if bare {
        return (meta, whole.to_vec());
    }
    let found = readability.parse().ok().map(|article| {
        let fragment = Document::fragment(article.content);
        walk::lines(&fragment.root(), false)
    });
    let found = found.filter(|blocks| walk::size(blocks) * 100 >= all * SHARE);
    (meta, found.unwrap_or_else(|| walk::lines(&page.root(), false)))
}

fn stated(metadata: Metadata) -> Meta {
    let tidy = |words: String| words.split_whitespace().collect::<Vec<_>>().join(" ");
    Meta {
        title: tidy(metadata.title),
        published: metadata.published_time.map(tidy).unwrap_or_default(),
        author: metadata.byline.map(tidy).filter(|words| words.chars().count() <= 60).unwrap_or_default(),
    }
}

/// The title, where the article does not begin with it.
fn heading<'a>(title: &'a str, blocks: &[walk::Block]) -> Option<&'a str> {
    let near = blocks.iter().filter_map(walk::Block::words).take(8);
    let letters =
        |words: &str| words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let wanted: String = letters(title);
    let stands = near.into_iter().any(|words| {
        let words: String = letters(words);
        !words.is_empty() && (words.contains(&wanted) || words.len() > 20 && wanted.contains(&words))
    });
    (!wanted.is_empty() && !stands).then_some(title)
}
