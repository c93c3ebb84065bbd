#![no_main]
//! Any text, read for dates alone: every one stands on words of the text.

use libfuzzer_sys::fuzz_target;
use solieu::extract::{Claims, date};

fuzz_target!(|bytes: &[u8]| {
    solieu_fuzz::facts(bytes, |page, out| date::read(page, &mut Claims::default(), out));
});
