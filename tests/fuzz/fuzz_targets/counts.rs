#![no_main]
//! Any text, read for counts alone: every one stands on words of the text.

use libfuzzer_sys::fuzz_target;
use solieu::extract::{Claims, count};

fuzz_target!(|bytes: &[u8]| {
    solieu_fuzz::facts(bytes, |page, out| count::read(page, &Claims::default(), out));
});
