//! The line with the date of an article, which stands beside the title and outside of what is taken for the article.

use super::walk::Block;
use dom_query::{Document, NodeRef};

/// How many nodes after the title the line may stand.
const NEAR: usize = 400;

/// Words that name the place of a date in the tree of a page.
const PLACES: [&str; 6] = ["date", "time", "ngay", "publish", "posted", "meta"];

/// The line with the date: short, with a day, near after the title, and not yet in the article.
pub(super) fn of(page: &Document, title: &str, article: &[Block]) -> Option<String> {
    let root = page.root();
    let mut nodes = root.descendants_it();
    let headline = |node: &NodeRef<'_>| {
        let heading = node.has_name("h1") || node.has_name("h2");
        heading && !title.is_empty() && squeezed(&node.text()) == title
    };
    nodes.by_ref().find(headline)?;
    let line = nodes.take(NEAR).filter(NodeRef::is_element).find_map(|node| {
        let named = node.has_name("time") || places(&node);
        let text = named.then(|| squeezed(&node.text()))?;
        (text.chars().count() <= 80 && has_day(&text)).then_some(text)
    })?;
    let stands = article.iter().filter_map(Block::words).any(|words| squeezed(words).contains(&line));
    (!stands).then_some(line)
}

fn places(node: &NodeRef<'_>) -> bool {
    let named = |name: &str| {
        node.attr(name).is_some_and(|words| {
            let words = words.to_ascii_lowercase();
            PLACES.iter().any(|place| words.contains(place))
        })
    };
    named("class") || named("id") || named("itemprop")
}

fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether words hold a day in figures: "30/06/2020", "1-7-2021", "ngày 30 tháng 6".
fn has_day(words: &str) -> bool {
    let numbers = |mark: char| {
        let parts: Vec<&str> = words.split(mark).collect();
        parts.windows(3).any(|three| {
            let digit = |c: char| c.is_ascii_digit();
            three[0].ends_with(digit)
                && three[1].chars().all(digit)
                && !three[1].is_empty()
                && three[2].starts_with(digit)
        })
    };
    numbers('/')
        || numbers('-')
        || numbers('.')
        || (words.contains("tháng") && words.contains(|c: char| c.is_ascii_digit()))
}
