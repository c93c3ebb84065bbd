#![no_main]
//! Any bytes give a text in every encoding, and spans of it lead back to the source.

use libfuzzer_sys::fuzz_target;
use solieu::text::{Encoding, Text, decode, decode_as};

fuzz_target!(|bytes: &[u8]| {
    for encoding in Encoding::ALL {
        let _ = decode_as(bytes, encoding);
    }
    let decoded = decode(bytes.to_vec());
    let length = decoded.text.chars().count();
    let text = Text::new(decoded.text);
    assert_eq!(text.shown().len(), text.folded().len());
    assert_eq!(text.chars(), length);
});
