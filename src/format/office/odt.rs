//! Texts of the `OpenDocument` format: paragraphs and tables of `content.xml`, header and footer of `styles.xml`.

use super::{Cell, Content, Draft, Meta, Part, Trouble};
use crate::error::Code;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};

/// The most that a part of the zip may hold, in bytes.
const MOST: u64 = 256 << 20;

/// Reads an ODT.
pub(in super::super) fn odt(bytes: Vec<u8>) -> Result<Content, Trouble> {
    let broken = |error: zip::result::ZipError| Trouble::new(Code::BrokenDocument, error.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let manifest = part(&mut archive, "META-INF/manifest.xml").unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Trouble::new(Code::Encrypted, "it needs a password"));
    }
    let content = part(&mut archive, "content.xml").map_err(broken)?;
    let styles = part(&mut archive, "styles.xml").unwrap_or_default();
    let title = part(&mut archive, "meta.xml").map(|meta| title(&meta)).unwrap_or_default();
    let (mut header, mut body, mut footer) = (Walk::default(), Walk::default(), Walk::default());
    header.read(&styles, "header");
    let cut = body.read(&content, "body");
    footer.read(&styles, "footer");
    let mut draft = Draft::default();
    for block in header.blocks.into_iter().chain(body.blocks).chain(footer.blocks) {
        match block {
            Block::Paragraph(words) => {
                draft.begin(Part::Paragraph);
                draft.paragraph(&words);
            }
            Block::Table(rows) => draft.table(&rows),
        }
    }
    let meta = Meta { title, ..Meta::default() };
    let mut content = draft.finish("application/vnd.oasis.opendocument.text", meta)?;
    content.warnings.extend(cut.map(|what| Trouble::new(Code::BrokenDocument, what)));
    Ok(content)
}

fn part(archive: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Result<String, zip::result::ZipError> {
    let mut bytes = Vec::new();
    archive.by_name(name)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The title among the properties.
fn title(meta: &str) -> String {
    let mut walk = Walk::default();
    walk.read(meta, "title");
    walk.line.trim().to_owned()
}

enum Block {
    Paragraph(String),
    Table(Vec<Vec<Cell>>),
}

/// What has been read of a part.
#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    line: String,
    /// The tables that are open, outermost first.
    open: Vec<Vec<Vec<Cell>>>,
    /// How many elements are open whose words are no text of the document.
    hidden: usize,
}

impl Walk {
    /// Reads what stands inside the elements of a name; what is wrong with the XML, where it ends too early.
    fn read(&mut self, xml: &str, inside: &str) -> Option<String> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        let mut within = 0_usize;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => {
                    let name = tag.local_name();
                    if within > 0 {
                        self.start(name.as_ref(), &tag);
                    }
                    within += usize::from(name.as_ref() == inside);
                }
                Ok(Event::Empty(tag)) if within > 0 => {
                    self.start(tag.local_name().as_ref(), &tag);
                    self.end(tag.local_name().as_ref());
                }
                Ok(Event::End(tag)) => {
                    let name = tag.local_name();
                    within -= usize::from(name.as_ref() == inside && within > 0);
                    if within > 0 {
                        self.end(name.as_ref());
                    }
                }
                Ok(Event::Text(words)) if within > 0 => self.words(&words.xml10_content()),
                Ok(Event::CData(words)) if within > 0 => self.words(&words.xml10_content()),
                Ok(Event::GeneralRef(name)) if within > 0 => {
                    let named = || resolve_predefined_entity(&name).map(str::to_owned);
                    let words = name.resolve_char_ref().ok().flatten().map(String::from).or_else(named);
                    self.words(&words.unwrap_or_default());
                }
                Ok(Event::Eof) => return None,
                Ok(_) => {}
                Err(error) => {
                    self.finish();
                    return Some(format!("its XML is damaged: {error}"));
                }
            }
        }
    }

    fn start(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "table" => self.open.push(Vec::new()),
            "table-row" => {
                if let Some(table) = self.open.last_mut() {
                    table.push(Vec::new());
                }
            }
            "table-cell" => self.cell(tag),
            "s" => self.words(&" ".repeat(number(tag, "text:c").clamp(1, 100))),
            "tab" => self.words("\t"),
            "line-break" => self.line.push('\n'),
            "annotation" | "tracked-changes" | "note-citation" | "sequence-decls" | "forms" => {
                self.hidden += 1;
            }
            _ => {}
        }
    }

    fn cell(&mut self, tag: &BytesStart<'_>) {
        let columns = number(tag, "table:number-columns-spanned").max(1);
        let rows = number(tag, "table:number-rows-spanned").max(1);
        if let Some(row) = self.open.last_mut().and_then(|table| table.last_mut()) {
            row.push(Cell { lines: Vec::new(), columns, rows });
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                let line = std::mem::take(&mut self.line);
                self.close(line);
            }
            "table" => {
                let Some(table) = self.open.pop() else { return };
                if self.open.is_empty() {
                    self.blocks.push(Block::Table(table));
                } else {
                    let mut inner = Draft::default();
                    inner.table(&table);
                    for line in inner.lines() {
                        self.close(line);
                    }
                }
            }
            "annotation" | "tracked-changes" | "note-citation" | "sequence-decls" | "forms" => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            _ => {}
        }
    }

    /// Puts a paragraph where it belongs: into the open cell, or among the blocks.
    fn close(&mut self, line: String) {
        match self.open.last_mut() {
            None => self.blocks.push(Block::Paragraph(line)),
            Some(table) => {
                if let Some(cell) = table.last_mut().and_then(|row| row.last_mut()) {
                    cell.lines.push(line);
                }
            }
        }
    }

    fn words(&mut self, words: &str) {
        if self.hidden == 0 {
            // line ends inside a paragraph are blanks; those that are meant have an element
            self.line.push_str(&words.replace(['\n', '\r'], " "));
        }
    }

    /// Closes what a damaged part left open.
    fn finish(&mut self) {
        if !self.line.is_empty() {
            self.end("p");
        }
        while !self.open.is_empty() {
            self.end("table");
        }
    }
}

/// A number among the attributes of an element; 0 where there is none.
fn number(tag: &BytesStart<'_>, name: &str) -> usize {
    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    attribute.and_then(|attribute| attribute.value.parse().ok()).unwrap_or(0)
}
