#![no_main]
//! Any bytes are opened as each kind of collection; the first says which.

use libfuzzer_sys::fuzz_target;
use solieu::intake::Collection;

fuzz_target!(|bytes: &[u8]| {
    if let Some((first, bytes)) = bytes.split_first() {
        let kind = Collection::ALL[usize::from(*first) % Collection::ALL.len()];
        solieu_fuzz::intake(Some(kind), bytes);
    }
});
