//! Formats: the bytes of one document to its text, told by content and not by name.
//!
//! | format | told by | feature |
//! |---|---|---|
//! | plain text | nothing else fits | |
//! | HTML | a tag at the beginning | `html` |
//! | DOCX, ODT | what the zip holds | `office` |
//! | DOC | the compound file | `office` |
//! | RTF | `{\rtf` | |
//! | PDF | `%PDF-` | `pdf` |
//! | EML, MHTML | the fields of a mail | `mail` |

mod draft;
mod font;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "mail")]
mod mail;
#[cfg(feature = "office")]
mod office;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod rtf;
mod sniff;

use crate::error::Code;
use crate::text::Encoding;
use rust_decimal::Decimal;
use sniff::Kind;

pub use sniff::is_document;

/// What is known of a document before its bytes are looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hint<'a> {
    /// Its path, or only the name of its file; decides only where the content does not.
    pub name: &'a str,
    /// The media type that something outside states: a record of a crawl, a part of a mail.
    pub media_type: Option<&'a str>,
    /// The encoding that whoever runs the program states.
    pub encoding: Option<Encoding>,
}

/// The text of a document, and what its format says beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// The decoded text; offsets of facts point into it.
    pub text: String,
    /// Media type by content, as `text/html`.
    pub media_type: &'static str,
    /// Name of the encoding, as `utf-8`.
    pub encoding: &'static str,
    /// How far the encoding was ahead of the next; `None` where there was no choice.
    pub margin: Option<Decimal>,
    /// How many broken sequences of bytes became U+FFFD.
    pub replaced: usize,
    /// What the format states about the document.
    pub meta: Meta,
    /// Where pages or paragraphs begin, in the order of the text.
    pub marks: Vec<Mark>,
    /// What a reader should know although the text was read.
    pub warnings: Vec<Trouble>,
}

/// What a format states about a document outside its text; empty where it does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Headline.
    pub title: String,
    /// When it was published, as written.
    pub published: String,
    /// Who wrote it.
    pub author: String,
}

/// The beginning of a page or of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Offset in code points of [`Content::text`].
    pub at: usize,
    /// Number, from 1.
    pub number: u32,
    /// What begins.
    pub part: Part,
}

/// What a mark begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A page of a PDF.
    Page,
    /// A paragraph of a word processor.
    Paragraph,
}

/// Why a document could not be read, or what its reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The code for programs.
    pub code: Code,
    /// What happened, in a sentence.
    pub what: String,
}

impl Trouble {
    fn new(code: Code, what: impl Into<String>) -> Self {
        Self { code, what: what.into() }
    }

    #[cfg_attr(
        all(feature = "html", feature = "office", feature = "pdf", feature = "mail"),
        expect(dead_code)
    )]
    fn unbuilt(format: &str, feature: &str) -> Self {
        Self::new(
            Code::Unsupported,
            format!("{format}: this program was built without the feature {feature}"),
        )
    }
}

/// Reads the bytes of one document.
///
/// # Errors
/// When they are no text and of no format that is read, or damaged beyond reading; the trouble says why.
///
/// ```
/// use solieu::format::{Hint, read};
/// let content = read("Ban hành 16 kế hoạch.".into(), &Hint::default()).unwrap();
/// assert_eq!((content.media_type, content.encoding), ("text/plain", "utf-8"));
/// assert_eq!(read(vec![0, 1, 2], &Hint::default()).unwrap_err().code.as_str(), "not-text");
/// ```
pub fn read(bytes: Vec<u8>, hint: &Hint<'_>) -> Result<Content, Trouble> {
    match sniff::kind(&bytes) {
        Kind::Pdf => pdf(bytes),
        Kind::Docx => office(bytes, "DOCX"),
        Kind::Odt => office(bytes, "ODT"),
        Kind::Doc => office(bytes, "DOC"),
        Kind::Rtf => rtf::read(&bytes),
        Kind::Mail => mail(&bytes, hint),
        Kind::Other(what) => Err(Trouble::new(Code::Unsupported, format!("{what} is not read"))),
        Kind::Cut(what) => Err(Trouble::new(Code::BrokenDocument, format!("{what} that is cut off"))),
        Kind::Text => {
            let decoded = plain::decode(bytes, hint)?;
            if sniff::is_html(&decoded.text, hint) { html(&decoded) } else { plain::read(decoded, hint) }
        }
    }
}

/// Reads a text that is Unicode already, as that of a collection's column; it may still carry another encoding.
///
/// ```
/// use solieu::format::{Hint, from_text};
/// let content = from_text("Ban hµnh nghÞ quyÕt, ®Ò ¸n".to_owned(), &Hint::default());
/// assert_eq!(content.text, "Ban hành nghị quyết, đề án");
/// ```
pub fn from_text(text: String, hint: &Hint<'_>) -> Content {
    plain::content(crate::text::decode_text(text), hint)
}

#[cfg(feature = "html")]
fn html(decoded: &crate::text::Decoded) -> Result<Content, Trouble> {
    html::read(decoded)
}

#[cfg(not(feature = "html"))]
fn html(_: &crate::text::Decoded) -> Result<Content, Trouble> {
    Err(Trouble::unbuilt("HTML", "html"))
}

#[cfg(feature = "office")]
fn office(bytes: Vec<u8>, kind: &str) -> Result<Content, Trouble> {
    match kind {
        "DOCX" => office::docx(bytes),
        "ODT" => office::odt(bytes),
        _ => office::doc(bytes),
    }
}

#[cfg(not(feature = "office"))]
fn office(_: Vec<u8>, kind: &str) -> Result<Content, Trouble> {
    Err(Trouble::unbuilt(kind, "office"))
}

#[cfg(feature = "pdf")]
fn pdf(bytes: Vec<u8>) -> Result<Content, Trouble> {
    pdf::read(bytes)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: Vec<u8>) -> Result<Content, Trouble> {
    Err(Trouble::unbuilt("PDF", "pdf"))
}

#[cfg(feature = "mail")]
fn mail(bytes: &[u8], hint: &Hint<'_>) -> Result<Content, Trouble> {
    mail::read(bytes, hint)
}

#[cfg(not(feature = "mail"))]
fn mail(_: &[u8], _: &Hint<'_>) -> Result<Content, Trouble> {
    Err(Trouble::unbuilt("a mail", "mail"))
}
