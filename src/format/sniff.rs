//! What a document is, by its content.

use super::Hint;

/// What bytes hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Pdf,
    Docx,
    Odt,
    Doc,
    Rtf,
    Mail,
    /// A format that is known and not read.
    Other(&'static str),
    /// A file that ends before the part that tells what it is.
    Cut(&'static str),
}

/// Whether bytes are a document that is a zip inside, as DOCX and ODT, and so no archive of documents.
///
/// ```
/// use solieu::format::is_document;
/// assert!(!is_document("Số: 12/KH-UBND".as_bytes()));
/// assert!(is_document(b"\x89PNG\r\n\x1A\n"), "a picture is no archive either");
/// ```
pub fn is_document(bytes: &[u8]) -> bool {
    matches!(kind(bytes), Kind::Docx | Kind::Odt | Kind::Other(_))
}

pub(super) fn kind(bytes: &[u8]) -> Kind {
    let head = &bytes[..bytes.len().min(1024)];
    let trimmed = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    match head {
        _ if trimmed.starts_with(b"{\\rtf") => Kind::Rtf,
        _ if memchr::memmem::find(head, b"%PDF-").is_some_and(|at| pdf_begins(&head[..at])) => Kind::Pdf,
        [b'P', b'K', 3, 4, ..] => zip(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => compound(bytes),
        [0x89, b'P', b'N', b'G', ..] => Kind::Other("a PNG picture"),
        [0xFF, 0xD8, 0xFF, ..] => Kind::Other("a JPEG picture"),
        [b'G', b'I', b'F', b'8', ..] => Kind::Other("a GIF picture"),
        _ if is_mail(trimmed) => Kind::Mail,
        _ => Kind::Text,
    }
}

/// Whether what stands before the mark of a PDF is no text of its own.
fn pdf_begins(before: &[u8]) -> bool {
    before.len() < 8 || before.iter().any(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace())
}

/// The names of a zip's members stand uncompressed in it.
fn zip(bytes: &[u8]) -> Kind {
    let head = &bytes[..bytes.len().min(4 << 10)];
    let tail = &bytes[bytes.len().saturating_sub(64 << 10)..];
    let holds = |name: &[u8]| [head, tail].iter().any(|part| memchr::memmem::find(part, name).is_some());
    if holds(b"word/document") {
        Kind::Docx
    } else if holds(b"mimetypeapplication/vnd.oasis.opendocument.text") {
        Kind::Odt
    } else if holds(b"mimetypeapplication/vnd.oasis.opendocument") || holds(b"[Content_Types].xml") {
        Kind::Other("a workbook or a presentation")
    } else if holds(b"mimetypeapplication/epub+zip") {
        Kind::Other("an electronic book")
    } else {
        Kind::Other("an archive inside a document")
    }
}

/// Streams of a compound file have their names in UTF-16.
fn compound(bytes: &[u8]) -> Kind {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    if holds("WordDocument") || holds("EncryptedPackage") {
        Kind::Doc
    } else if holds("Workbook") || holds("PowerPoint Document") {
        Kind::Other("a workbook or a presentation")
    } else if directory(bytes).is_none() {
        Kind::Cut("a file of Word 97 or the like")
    } else {
        Kind::Other("a compound file")
    }
}

/// The directory of a compound file, where its header says that it begins.
fn directory(bytes: &[u8]) -> Option<&[u8]> {
    let sector: [u8; 4] = bytes.get(48..52)?.try_into().ok()?;
    let shift = bytes.get(30).filter(|shift| (7..=16).contains(*shift))?;
    let at = (u64::from(u32::from_le_bytes(sector)) + 1) << shift;
    bytes.get(usize::try_from(at).ok()?..).filter(|rest| rest.len() >= 128)
}

/// Whether bytes begin with the fields of a mail.
fn is_mail(head: &[u8]) -> bool {
    const FIELDS: [&str; 9] = [
        "received:",
        "return-path:",
        "message-id:",
        "mime-version:",
        "from:",
        "date:",
        "subject:",
        "delivered-to:",
        "to:",
    ];
    let field = |line: &[u8]| {
        let end = line.iter().position(|&byte| byte == b':')?;
        let name = &line[..end];
        let plain = !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
        plain.then(|| FIELDS.iter().any(|f| line[..=end].eq_ignore_ascii_case(f.as_bytes())))
    };
    let mut known = 0;
    for (at, line) in head.split(|&byte| byte == b'\n').enumerate().take(12) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match field(line) {
            Some(is_known) => known += usize::from(is_known),
            None if at > 0 && line.starts_with(b" ") | line.starts_with(b"\t") => {}
            None => break,
        }
    }
    known >= 2
}

/// Whether a text is a page: it begins with a tag of one, or is said to be one and has tags.
pub(super) fn is_html(text: &str, hint: &Hint<'_>) -> bool {
    let mut rest = text.trim_start();
    while let Some(after) = rest.strip_prefix("<!--").or_else(|| rest.strip_prefix("<?")) {
        let Some(end) = after.find('>') else { return false };
        rest = after[end + 1..].trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return said(hint) && rest.contains("</") };
    let name: String =
        tag.chars().take(10).take_while(|c| !matches!(c, ' ' | '>' | '\n' | '\r' | '/')).collect();
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "!doctype" => {
            tag.get(8..).is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("html"))
        }
        "html" | "head" | "body" | "title" | "meta" | "div" | "p" | "table" | "article" | "h1" | "script"
        | "span" | "font" | "center" | "b" | "br" | "ul" | "section" | "link" | "style" | "main" | "h2" => {
            true
        }
        _ => said(hint) && rest.contains("</"),
    }
}

/// Whether name or media type say that it is a page.
fn said(hint: &Hint<'_>) -> bool {
    let ending = hint.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let named = ["html", "htm", "xhtml", "shtml", "asp", "aspx", "php"]
        .iter()
        .any(|e| ending.eq_ignore_ascii_case(e));
    named
        || hint
            .media_type
            .is_some_and(|kind| kind.starts_with("text/html") || kind.starts_with("application/xhtml"))
}

#[cfg(test)]
mod tests {
    use super::{Hint, Kind, is_html, kind};

    #[test]
    fn by_content() {
        assert_eq!(kind(b"%PDF-1.4\n"), Kind::Pdf);
        assert_eq!(kind(b"\n{\\rtf1\\ansi"), Kind::Rtf);
        assert_eq!(kind(b"PK\x03\x04 ... word/document.xml"), Kind::Docx);
        assert_eq!(kind(b"From: a@example.org\r\nSubject: tin\r\n\r\n"), Kind::Mail);
        assert!(is_html(" <!-- x --><!DOCTYPE html><p>", &Hint::default()));
        assert!(is_html("Tin <b>mới</b>", &Hint { name: "a.htm", ..Hint::default() }));
    }

    #[test]
    fn a_text_that_only_speaks_of_formats() {
        assert_eq!(kind("Tệp bắt đầu bằng %PDF-1.4 là tệp PDF.".as_bytes()), Kind::Text);
        assert_eq!(kind("Ghi chú: hai mục\nDate: 5".as_bytes()), Kind::Text);
        assert_eq!(kind("Subject: một dòng\n\nhai".as_bytes()), Kind::Text);
        assert!(!is_html("<5 hộ nghèo", &Hint::default()));
        assert!(!is_html("Tin <b>mới</b>", &Hint::default()));
    }
}
