//! The decoded texts of documents, each in a file of its own: what the offsets of facts count in.

use super::draft::Draft;
use crate::error::Error;
use std::path::Path;

/// Writes the text of a document below `folder`, wholly or not at all; the path below it, with `/` between its parts.
///
/// Documents of other names never share a path, and no name leads out of the folder.
///
/// # Errors
/// When the file cannot be written.
///
/// ```
/// use solieu::output::save_text;
/// let folder = tempfile::tempdir()?;
/// assert_eq!(save_text(folder.path(), "2020/báo cáo.txt", "16 kế hoạch")?, "2020/báo cáo.txt");
/// let path = save_text(folder.path(), "archive.zip!../a.html", "16 kế hoạch")?;
/// assert!(path.starts_with("archive.zip/_/a.html-") && path.ends_with(".txt"));
/// assert_eq!(std::fs::read_to_string(folder.path().join(path))?, "16 kế hoạch");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn save_text(folder: &Path, doc_id: &str, text: &str) -> Result<String, Error> {
    let name = format!("{}.txt", stem(doc_id));
    let path = folder.join(&name);
    let (parent, file) = match name.rsplit_once('/') {
        Some((parent, file)) => (folder.join(parent), file),
        None => (folder.to_owned(), name.as_str()),
    };
    std::fs::create_dir_all(&parent).map_err(|source| Error::Output { path, source })?;
    let mut draft = Draft::create(&parent, file)?;
    draft.write(text.as_bytes())?;
    draft.place()?;
    Ok(name)
}

/// The longest part of a path that is made, in bytes; file systems allow 255.
const PART: usize = 120;

/// The longest path that is made, in bytes.
const PATH: usize = 480;

/// The name of a document's files without their ending: its identity where that is a plain path to a `.txt`, else made
/// harmless, with a hash of the identity behind it. What lies in an archive lies in a folder of the archive's name.
pub(super) fn stem(doc_id: &str) -> String {
    let plain = doc_id.strip_suffix(".txt").filter(|stem| is_plain(stem));
    if let Some(stem) = plain {
        return stem.to_owned();
    }
    let mut parts: Vec<String> = doc_id.split(['/', '!']).map(harmless).collect();
    let last = parts.len() - 1;
    parts[..last].iter_mut().filter(|folder| is_text(folder)).for_each(|folder| folder.push('_'));
    let length = parts.iter().map(|part| part.len() + 1).sum::<usize>();
    if length > PATH {
        parts.drain(1..last);
    }
    // what is changed could be the name of another document
    format!("{}-{}", parts.join("/"), &blake3::hash(doc_id.as_bytes()).to_hex()[..10])
}

/// Whether a path without its ending can stand as it is on any file system, and can be no folder of another.
fn is_plain(stem: &str) -> bool {
    let (folders, file) = stem.rsplit_once('/').unwrap_or(("", stem));
    let short = stem.len() <= PATH && file.len() + 4 <= PART;
    short && stem.split('/').all(|part| harmless(part) == part) && !folders.split('/').any(is_text)
}

/// Whether a name is one that only files have here.
fn is_text(name: &str) -> bool {
    name.to_lowercase().ends_with(".txt")
}

/// A part of a path without signs that a file system could take for more than a name.
fn harmless(part: &str) -> String {
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
    let letter = |c: char| if c.is_alphanumeric() || "-_. ,()+~%".contains(c) { c } else { '_' };
    let mut name: String = part.chars().map(letter).collect();
    name.truncate(name.floor_char_boundary(PART));
    let device = name.split('.').next().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit());
    if name.starts_with('.') || DEVICES.iter().any(|known| device.eq_ignore_ascii_case(known)) {
        name.insert(0, '_');
    }
    let end = name.trim_end_matches(['.', ' ']).len();
    name.truncate(end);
    if matches!(name.as_str(), "" | "_") { "_".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::{PATH, stem};
    use std::collections::HashSet;

    #[test]
    fn a_plain_path_keeps_its_name() {
        assert_eq!(stem("2020/báo cáo.txt"), "2020/báo cáo");
        assert_eq!(stem("a.b (1).txt"), "a.b (1)");
    }

    #[test]
    fn names_lead_nowhere_and_say_where_they_come_from() {
        assert!(stem("archive.zip!folder/a.html").starts_with("archive.zip/folder/a.html-"));
        let long = format!("x.warc!http://a.vn/{}?q=1", "tin-tức/".repeat(300));
        let ids = [
            "../a.txt",
            "/etc/a.txt",
            "a//b.txt",
            "c:\\a.txt",
            "CON.txt",
            "nul",
            "com1.txt",
            "a. .txt",
            ".a.txt",
            "x.zip!..\\..\\a.txt",
            "a\u{202e}txt.txt",
            "a|b*?.txt",
            "",
            "!",
            "a.txt/b.txt",
            &long,
        ];
        for id in ids {
            let name = stem(id);
            assert!(name.len() <= PATH + 12, "{id}: {name}");
            for part in name.split('/') {
                assert!(!part.is_empty() && part.len() <= 200 && !part.starts_with('.'), "{id}: {name}");
                assert!(
                    !part.ends_with(['.', ' ']) && !part.contains(['\\', ':', '*', '?', '|', '\u{202e}']),
                    "{id}: {name}"
                );
            }
            assert_ne!(name, id.strip_suffix(".txt").unwrap_or(id));
        }
    }

    #[test]
    fn no_two_documents_share_a_name_nor_one_the_folder_of_another() {
        let ids = [
            "a:1.txt",
            "a?1.txt",
            "a_1.txt",
            "a",
            "a.txt",
            "a.txt.txt",
            "a.txt/b.txt",
            "a.zip!b.txt",
            "a.zip/b.txt",
            "x.TXT/y.txt",
        ];
        let names: HashSet<String> = ids.iter().map(|id| format!("{}.txt", stem(id))).collect();
        assert_eq!(names.len(), ids.len());
        for name in &names {
            assert!(names.iter().all(|other| !other.starts_with(&format!("{name}/"))), "{name} {names:?}");
        }
    }
}
