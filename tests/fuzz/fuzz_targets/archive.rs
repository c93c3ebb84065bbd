#![no_main]
//! Any bytes are opened as what they look like: an archive, a packed stream, a collection, one document.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| solieu_fuzz::intake(None, bytes));
