#![no_main]
//! Any text, read for awards alone: every one stands on words of the text.

use libfuzzer_sys::fuzz_target;
use solieu::extract::{Claims, award};

fuzz_target!(|bytes: &[u8]| {
    solieu_fuzz::facts(bytes, |page, out| award::read(page, &mut Claims::default(), out));
});
