//! What a DOC says of the length of its texts: the library takes memory for all of it before it reads any.

use std::io::{Cursor, Read};

/// Tells the programs before Word 97, which keep the length elsewhere.
const OLD: u16 = 0xA5DC;
const FIRST_NEW: u16 = 0xC0;
const OLD_LENGTH: usize = 0x34;

/// Where the arrays of the header begin.
const ARRAYS: usize = 32;

/// Places of the lengths of the stories among the long values: text, footnotes, headers, comments.
const LENGTHS: [usize; 4] = [3, 4, 5, 7];

/// Places of the tables that divide footnotes, headers and endnotes among the pairs of a place and a length.
const TABLES: [usize; 3] = [3, 11, 47];

/// Whether a file says to hold no more characters than it has bytes; one that cannot be read says nothing.
pub(super) fn fit(bytes: &[u8]) -> bool {
    over(bytes).is_none()
}

/// Something where more is said than can be.
fn over(bytes: &[u8]) -> Option<()> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let mut stream = |name: &str| {
        let mut content = Vec::new();
        file.open_stream(name).ok()?.take(bytes.len() as u64).read_to_end(&mut content).ok()?;
        Some(content)
    };
    let text = stream("/WordDocument")?;
    let more = |length: u32| length as usize > text.len();
    if short(&text, 0)? == OLD || short(&text, 2)? < FIRST_NEW {
        return more(long(&text, OLD_LENGTH)?).then_some(());
    }
    let longs = ARRAYS + 2 + usize::from(short(&text, ARRAYS)?) * 2;
    let pairs = longs + 2 + usize::from(short(&text, longs)?) * 4 + 2;
    let length = |at: &usize| long(&text, longs + 2 + at * 4);
    if LENGTHS.iter().filter_map(length).any(more) {
        return Some(());
    }
    let table = stream(if short(&text, 0xA)? & 0x200 == 0 { "/0Table" } else { "/1Table" })?;
    let places = |at: &usize| {
        let (from, length) = (long(&text, pairs + at * 8)?, long(&text, pairs + at * 8 + 4)?);
        table.get(from as usize..(from as usize).checked_add(length as usize)?)
    };
    let place = |bytes: &[u8]| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    TABLES
        .iter()
        .filter_map(places)
        .flat_map(|places| places.chunks_exact(4))
        .map(place)
        .any(more)
        .then_some(())
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn a_text_that_is_longer_than_its_file_does_not_fit() {
        let path =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats/tables/khen-thuong.doc");
        let whole = std::fs::read(path).unwrap();
        assert!(fit(&whole));
        let header = whole.windows(2).position(|two| two == [0xEC, 0xA5]).unwrap();
        for length in super::LENGTHS {
            let mut bytes = whole.clone();
            let at = header + 64 + length * 4;
            bytes[at..at + 4].fill(0xF0);
            assert!(!fit(&bytes), "{length}");
        }
        assert!(fit(b"no compound file"));
    }
}
