//! Merged cells of DOCX in the one spelling that the library knows.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The part with the text.
const BODY: &str = "word/document.xml";

/// A longer part is left as it is, in bytes.
const MOST: u64 = 128 << 20;

/// How a cell says that it goes on from the one above, and what the library takes for the same.
const SPELLED: [(&str, &str); 2] =
    [(r#"<w:vMerge w:val="continue"/>"#, "<w:vMerge/>"), (r#"<w:vMerge w:val="continue" />"#, "<w:vMerge/>")];

/// The file with cells that go on said to do so by leaving out the value, as Word writes it; others write it out.
pub(super) fn plain(bytes: Vec<u8>) -> Vec<u8> {
    match rewritten(&bytes) {
        Ok(Some(written)) => written,
        // what cannot be read here is told when the document is read
        Ok(None) | Err(_) => bytes,
    }
}

fn rewritten(bytes: &[u8]) -> zip::result::ZipResult<Option<Vec<u8>>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut body = Vec::new();
    archive.by_name(BODY)?.take(MOST).read_to_end(&mut body)?;
    let spelled = |(long, _): &(&str, &str)| memchr::memmem::find(&body, long.as_bytes()).is_some();
    if body.len() as u64 == MOST || !SPELLED.iter().any(spelled) {
        return Ok(None);
    }
    let Ok(mut text) = String::from_utf8(body) else { return Ok(None) };
    for (long, short) in SPELLED {
        text = text.replace(long, short);
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let member = archive.by_index_raw(index)?;
        if member.name()? != BODY {
            writer.raw_copy_file(member)?;
        }
    }
    writer.start_file(BODY, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
    writer.write_all(text.as_bytes())?;
    Ok(Some(writer.finish()?.into_inner()))
}

#[cfg(test)]
mod tests {
    use super::{BODY, plain};
    use std::io::{Cursor, Read, Write};

    fn packed(body: &str) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [("[Content_Types].xml", "<Types/>"), (BODY, body)] {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn the_long_spelling_becomes_the_short_one() {
        let bytes =
            plain(packed(r#"<w:tcPr><w:vMerge w:val="continue"/></w:tcPr><w:vMerge w:val="restart"/>"#));
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut body = String::new();
        archive.by_name(BODY).unwrap().read_to_string(&mut body).unwrap();
        assert_eq!(body, r#"<w:tcPr><w:vMerge/></w:tcPr><w:vMerge w:val="restart"/>"#);
        assert_eq!(archive.len(), 2);
    }

    #[test]
    fn other_files_stay_as_they_are() {
        for bytes in [packed(r#"<w:vMerge/><w:t>w:val="continue"</w:t>"#), b"PK\x03\x04 no archive".to_vec()]
        {
            assert_eq!(plain(bytes.clone()), bytes);
        }
    }
}
