#![no_main]
//! Any bytes that begin like the format give a text whose marks lie in it, or a trouble.

use libfuzzer_sys::fuzz_target;
use solieu::format::{Hint, read};

fuzz_target!(|bytes: &[u8]| {
    let begin: &[u8] = b"PK\x03\x04";
    let bytes = if bytes.starts_with(begin) { bytes.to_vec() } else { [begin, bytes].concat() };
    if let Ok(content) = read(bytes, &Hint::default()) {
        let length = content.text.chars().count();
        assert!(content.marks.iter().all(|mark| mark.at <= length));
    }
});
