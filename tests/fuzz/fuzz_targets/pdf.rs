#![no_main]
//! Any bytes that begin like a PDF give a text whose marks lie in it, or a trouble.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| solieu_fuzz::format(b"%PDF-", bytes));
