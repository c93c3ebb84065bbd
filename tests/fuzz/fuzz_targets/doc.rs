#![no_main]
//! Any bytes that begin like a DOC give a text whose marks lie in it, or a trouble.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| solieu_fuzz::format(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", bytes));
