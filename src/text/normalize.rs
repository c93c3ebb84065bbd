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
        if !is_combining_mark(c) {
            flush(&mut cluster, begin);
            begin = at;
        }
        cluster.push(c);
        at += 1;
    }
    flush(&mut cluster, begin);
    offsets.push(at);
    (shown, offsets)
}

/// Whether the bytes hold a combining mark (U+0300–U+036F) or a full-width digit (U+FF10–U+FF19).
fn suspicious(bytes: &[u8]) -> bool {
    memchr::memchr3_iter(0xCC, 0xCD, 0xEF, bytes)
        .any(|at| bytes[at] != 0xEF || bytes.get(at + 1) == Some(&0xBC))
}

fn plain_digit(c: char) -> char {
    match c {
        '\u{FF10}'..='\u{FF19}' => char::from(b'0' + (c as u32 - 0xFF10) as u8),
        _ => c,
    }
}
