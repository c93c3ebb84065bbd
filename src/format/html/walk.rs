//! From the tree of a page to paragraphs and tables.

use super::super::draft::{Cell, Draft};
use dom_query::{Document, NodeId, NodeRef};
use std::collections::HashSet;

/// A piece of a page.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// The words of a paragraph.
    Words(String),
    /// The rows of a table.
    Table(Vec<Vec<Cell>>),
}

impl Block {
    /// The words of a paragraph that is not empty.
    pub(super) fn words(&self) -> Option<&str> {
        match self {
            Self::Words(words) => Some(words.trim()).filter(|words| !words.is_empty()),
            Self::Table(_) => None,
        }
    }
}

/// Elements whose words no reader sees, or that are for typing.
const UNSEEN: [&str; 14] = [
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select", "button",
    "textarea", "input", "title",
];

/// Elements that are about the site and not of the article.
const ASIDE: [&str; 5] = ["nav", "aside", "footer", "form", "menu"];

/// Elements that begin and end lines.
const BLOCKS: [&str; 41] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Writes pieces into a text.
pub(super) fn write(blocks: Vec<Block>, draft: &mut Draft) {
    for block in blocks {
        match block {
            Block::Words(words) => draft.paragraph(&words),
            Block::Table(rows) => draft.table(&rows),
        }
    }
}

/// How many bytes of words pieces hold.
pub(super) fn size(blocks: &[Block]) -> usize {
    let cell = |cell: &Cell| cell.lines.iter().map(String::len).sum::<usize>();
    let block = |block: &Block| match block {
        Block::Words(words) => words.len(),
        Block::Table(rows) => rows.iter().flatten().map(cell).sum(),
    };
    blocks.iter().map(block).sum()
}

/// Whether a page is nothing but its article, as a word processor writes it: no parts of a site, hardly any links.
pub(super) fn is_bare(page: &Document) -> bool {
    let (mut links, mut all, mut site) = (0, 0, false);
    for node in page.root().descendants_it() {
        match node.node_name() {
            Some(name) if &*name == "a" => links += node.text().trim().len(),
            Some(name) => site |= matches!(&*name, "nav" | "aside" | "footer" | "form" | "iframe"),
            None if node.is_text() => all += node.text().trim().len(),
            None => {}
        }
    }
    !site && links * 20 <= all
}

/// The pieces below a node; with `everything`, also those that are about the site.
pub(super) fn lines(root: &NodeRef<'_>, everything: bool) -> Vec<Block> {
    let outer = with_tables(root);
    let mut walk =
        Walk { blocks: Vec::new(), line: String::new(), lists: Vec::new(), outer: &outer, everything };
    walk.run(*root, true);
    walk.blocks
}

/// Tables that hold another table: they place parts of the page and have no rows.
fn with_tables(root: &NodeRef<'_>) -> HashSet<NodeId> {
    let mut outer = HashSet::new();
    let (mut open, mut steps) = (Vec::new(), vec![Step::Enter(*root)]);
    while let Some(step) = steps.pop() {
        let node = match step {
            Step::Enter(node) => node,
            Step::Leave(_) => {
                open.pop();
                continue;
            }
        };
        if node.has_name("table") {
            outer.extend(open.last().copied());
            open.push(node.id);
            steps.push(Step::Leave("table"));
        }
        steps.extend(node.children_it(true).map(Step::Enter));
    }
    outer
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(&'static str),
}

struct Walk<'a> {
    blocks: Vec<Block>,
    line: String,
    /// The lists that are open: the number of the last item, where it has numbers.
    lists: Vec<Option<usize>>,
    outer: &'a HashSet<NodeId>,
    everything: bool,
}

impl Walk<'_> {
    /// Goes through a tree without recursion, since pages nest without bound.
    fn run(&mut self, root: NodeRef<'_>, tables: bool) {
        let mut steps = vec![Step::Enter(root)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Leave(name) => self.leave(name),
                Step::Enter(node) if node.is_text() => self.words(&node.text()),
                Step::Enter(node) => {
                    let name = node.node_name().unwrap_or_default();
                    if self.skipped(&name, node) {
                        continue;
                    }
                    if tables && &*name == "table" && !self.outer.contains(&node.id) {
                        self.close();
                        let rows = self.rows(node);
                        self.blocks.push(Block::Table(rows));
                        continue;
                    }
                    if let Some(block) = BLOCKS.iter().find(|block| **block == &*name) {
                        self.enter(block);
                        steps.push(Step::Leave(block));
                    } else if &*name == "br" {
                        self.line.push('\n');
                    } else if &*name == "sup" && self.raised(node) {
                        continue;
                    }
                    steps.extend(node.children_it(true).map(Step::Enter));
                }
            }
        }
        self.close();
    }

    fn skipped(&self, name: &str, node: NodeRef<'_>) -> bool {
        UNSEEN.contains(&name)
            || (!self.everything && ASIDE.contains(&name))
            || node.has_attr("hidden")
            || node.attr("style").is_some_and(|style| style.replace(' ', "").contains("display:none"))
    }

    fn enter(&mut self, name: &str) {
        self.close();
        match name {
            "ul" | "dir" | "menu" => self.lists.push(None),
            "ol" => self.lists.push(Some(0)),
            "li" => match self.lists.last_mut() {
                Some(Some(number)) => {
                    *number += 1;
                    self.line = format!("{number}. ");
                }
                _ => "- ".clone_into(&mut self.line),
            },
            _ => {}
        }
    }

    fn leave(&mut self, name: &str) {
        self.close();
        if matches!(name, "ul" | "dir" | "menu" | "ol") {
            self.lists.pop();
        }
    }

    /// Adds words; blanks that follow each other are one, save no-break spaces.
    fn words(&mut self, words: &str) {
        let blank = |c: char| c.is_ascii_whitespace();
        if words.starts_with(blank) && !self.line.ends_with([' ', '\n']) && !self.line.is_empty() {
            self.line.push(' ');
        }
        let mut parts = words.split(blank).filter(|part| !part.is_empty()).peekable();
        let any = parts.peek().is_some();
        while let Some(part) = parts.next() {
            self.line.push_str(part);
            if parts.peek().is_some() {
                self.line.push(' ');
            }
        }
        if any && words.ends_with(blank) {
            self.line.push(' ');
        }
    }

    /// Writes raised digits as such: m², and marks of notes, which are no digits of the number before them.
    fn raised(&mut self, node: NodeRef<'_>) -> bool {
        let text = node.text();
        let digits = text.trim();
        let raised = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10)? as usize);
        let written: Option<String> = digits.chars().map(raised).collect();
        match written {
            Some(written) if !written.is_empty() && digits.len() <= 3 => {
                self.line.push_str(&written);
                true
            }
            _ => false,
        }
    }

    fn close(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.blocks.push(Block::Words(line));
        }
    }

    /// The rows of a table without a table inside.
    fn rows(&mut self, table: NodeRef<'_>) -> Vec<Vec<Cell>> {
        let mut rows = Vec::new();
        for part in table.children_it(false) {
            match part.node_name().as_deref() {
                Some("tr") => rows.push(self.row(part)),
                Some("thead" | "tbody" | "tfoot") => {
                    rows.extend(
                        part.children_it(false).filter(|row| row.has_name("tr")).map(|row| self.row(row)),
                    );
                }
                Some("caption") => self.run(part, false),
                _ => {}
            }
        }
        rows
    }

    fn row(&self, row: NodeRef<'_>) -> Vec<Cell> {
        let span = |cell: &NodeRef<'_>, name: &str| {
            cell.attr(name).and_then(|number| number.trim().parse::<usize>().ok()).unwrap_or(1).clamp(1, 1000)
        };
        let cell = |cell: NodeRef<'_>| {
            let mut inner = Walk { blocks: Vec::new(), line: String::new(), lists: Vec::new(), ..*self };
            inner.run(cell, false);
            let lines = inner.blocks.iter().filter_map(Block::words).flat_map(|words| words.split('\n'));
            let lines = lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
            Cell { lines, columns: span(&cell, "colspan"), rows: span(&cell, "rowspan") }
        };
        row.children_it(false).filter(|part| part.has_name("td") || part.has_name("th")).map(cell).collect()
    }
}
