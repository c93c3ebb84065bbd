//! Names of files and members: spelled so that they are harmless, and what they say of a content.

use std::fmt::Write;
use std::path::Path;

/// Endings of files that hold no report: pictures, sound, films, programs, the parts of a web page.
const PASSED_OVER: [&str; 74] = [
    "3gp", "a", "ai", "apk", "avi", "bin", "bmp", "cdr", "class", "cmd", "css", "cur", "db", "dll", "dmg",
    "dwg", "dxf", "dylib", "emf", "eot", "eps", "exe", "flac", "flv", "gif", "heic", "icns", "ico", "ini",
    "iso", "jar", "jpe", "jpeg", "jpg", "js", "lnk", "lock", "m4a", "m4v", "map", "mdb", "mid", "mjs", "mkv",
    "mov", "mp3", "mp4", "mpeg", "mpg", "msi", "o", "ogg", "otf", "pfb", "png", "psd", "pyc", "raw", "rm",
    "so", "sqlite", "svg", "swf", "sys", "tga", "tif", "tiff", "tmp", "ttf", "wav", "webm", "webp", "wmf",
    "woff",
];

/// The ending by which a file is known to hold no report.
pub(super) fn passed_over(name: &str) -> Option<String> {
    let ending = Path::new(name).extension()?.to_str()?.to_lowercase();
    let more = matches!(ending.as_str(), "woff2" | "wma" | "wmv" | "aac");
    (more || PASSED_OVER.binary_search(&ending.as_str()).is_ok()).then_some(ending)
}

/// Whether a part of the path is hidden, or was put there by a system for itself.
pub(super) fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
}

/// The name of a member with `/` between its parts: no root, no `.` or `..`, a byte that is no UTF-8 as `%FF`.
pub(super) fn spelled(name: &[u8]) -> String {
    let mut out = String::new();
    for chunk in name.utf8_chunks() {
        for letter in chunk.valid().chars() {
            match letter {
                '\\' => out.push('/'),
                c if c.is_control() => escape(c, &mut out),
                c => out.push(c),
            }
        }
        out.extend(chunk.invalid().iter().map(|byte| format!("%{byte:02X}")));
    }
    let parts: Vec<&str> = out.split('/').filter(|part| !matches!(*part, "" | "." | "..")).collect();
    if parts.is_empty() { "unnamed".to_owned() } else { parts.join("/") }
}

/// A control sign as `%0A`.
fn escape(letter: char, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = write!(out, "%{:02X}", u32::from(letter));
}

/// An identity on one line: blanks and control signs stand as `%0A`.
pub(super) fn one_line(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for letter in id.trim().chars() {
        if letter.is_control() {
            escape(letter, &mut out);
        } else {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{PASSED_OVER, is_hidden, passed_over, spelled};

    #[test]
    fn a_name_leads_nowhere() {
        assert_eq!(spelled(b"../../etc/passwd"), "etc/passwd");
        assert_eq!(spelled(b"/abs/./a.txt"), "abs/a.txt");
        assert_eq!(spelled(b"C:\\temp\\a.txt"), "C:/temp/a.txt");
        assert_eq!(spelled(b".."), "unnamed");
        assert_eq!(spelled("báo cáo\n.txt".as_bytes()), "báo cáo%0A.txt");
        assert_eq!(spelled(b"b\xE1o.txt"), "b%E1o.txt");
    }

    #[test]
    fn pictures_are_passed_over_and_texts_are_not() {
        assert!(PASSED_OVER.is_sorted());
        assert_eq!(passed_over("x/A.JPG").as_deref(), Some("jpg"));
        for name in ["a.txt", "a.html", "a.pdf", "a.docx", "a.zip", "a", "a.json", "jpg"] {
            assert_eq!(passed_over(name), None, "{name}");
        }
    }

    #[test]
    fn hidden_parts_hide_what_is_in_them() {
        assert!(is_hidden("__MACOSX/._a.txt") && is_hidden(".git/a") && is_hidden("x/.DS_Store"));
        assert!(!is_hidden("x/a.txt") && !is_hidden("a..txt"));
    }
}
