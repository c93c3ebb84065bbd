#![no_main]
//! Any text, read as a run reads it: every fact stands on words of the text.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| solieu_fuzz::whole(bytes));
