//! Canonical composition, by exception: most text is NFC already and passes untouched.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The text in NFC with plain digits, and, only where that changed its length in characters or its
/// characters, the source offset of every character (plus one for the end).
pub(super) fn normalize(source: String) -> (String, Vec<u32>) {
    if !suspicious(source.as_bytes()) {
        return (source, Vec::new());
    }
    let mut shown = String::with_capacity(source.len());
    let mut offsets = Vec::with_capacity(source.len());
    let mut cluster = String::new();
    let mut begin = 0_u32;
    let mut flush = |cluster: &mut String, begin: u32| {
        for c in cluster.nfc() {
            shown.push(plain_digit(c));
            offsets.push(begin);
        }
        cluster.clear();
    };
    let mut at = 0_u32;
    for c in source.chars() {
        if !is_combining_mark(c) && !invisible(c) {
            flush(&mut cluster, begin);
            begin = at;
        }
        if !invisible(c) {
            cluster.push(c);
        }
        at += 1;
    }
    flush(&mut cluster, begin);
    offsets.push(at);
    (shown, offsets)
}

/// Soft hyphens, zero-width blanks and joiners, byte order marks: whoever reads the text sees none of them.
fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether the bytes hold a combining mark (U+0300–U+036F), a full-width digit (U+FF10–U+FF19), or an invisible
/// character; of these the soft hyphen and the zero-width blank are looked for, the others come with them.
fn suspicious(bytes: &[u8]) -> bool {
    let marks = memchr::memchr3_iter(0xCC, 0xCD, 0xEF, bytes)
        .any(|at| bytes[at] != 0xEF || matches!(bytes.get(at + 1), Some(0xBC | 0xBB)));
    marks || ["\u{AD}", "\u{200B}"].iter().any(|c| memchr::memmem::find(bytes, c.as_bytes()).is_some())
}

fn plain_digit(c: char) -> char {
    match c {
        '\u{FF10}'..='\u{FF19}' => char::from(b'0' + (c as u32 - 0xFF10) as u8),
        _ => c,
    }
}
