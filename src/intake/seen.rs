//! The names in one archive or collection so far, in memory that does not grow with their number.

use super::opener::End;
use crate::error::Code;
use std::collections::hash_map::DefaultHasher;
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::hash::{Hash, Hasher};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};

/// Names whose hashes are held in memory; then they are moved to a temporary file.
const NEAR: usize = 1 << 16;

/// Hashes of a block, whose first is held in memory.
const BLOCK: usize = 512;

/// Bytes of a hash.
const WIDTH: usize = size_of::<u64>();

/// The names in one archive or collection so far.
#[derive(Default)]
pub(super) struct Seen {
    near: HashSet<u64>,
    far: Option<Far>,
    /// The last number behind each of the names that were repeated of late.
    given: HashMap<u64, u64>,
}

impl Seen {
    /// The name, with a number behind it where it was seen before.
    pub(super) fn unique(&mut self, name: String) -> Result<String, End> {
        let failed = |error: io::Error| {
            End::Broken(Code::Unreadable, format!("a temporary file for its names failed: {error}"))
        };
        self.free(name).map_err(failed)
    }

    fn free(&mut self, name: String) -> io::Result<String> {
        if !self.has(&name)? {
            self.insert(&name)?;
            return Ok(name);
        }
        // numbers are given one after the other, so the first that is free lies where the last was, or near it
        let numbered = |number: u64| format!("{name}~{number}");
        let own = hash(&name);
        let (mut taken, mut step) = (self.given.get(&own).copied().unwrap_or(1), 1);
        while self.has(&numbered(taken + step))? {
            (taken, step) = (taken + step, step * 2);
        }
        let mut free = taken + step;
        while free - taken > 1 {
            let middle = taken.midpoint(free);
            if self.has(&numbered(middle))? { taken = middle } else { free = middle }
        }
        if self.given.len() >= NEAR {
            self.given.clear();
        }
        self.given.insert(own, free);
        let name = numbered(free);
        self.insert(&name)?;
        Ok(name)
    }

    fn has(&mut self, name: &str) -> io::Result<bool> {
        let hash = hash(name);
        Ok(self.near.contains(&hash) || self.far.as_mut().map_or(Ok(false), |far| far.has(hash))?)
    }

    fn insert(&mut self, name: &str) -> io::Result<()> {
        self.near.insert(hash(name));
        if self.near.len() >= NEAR {
            self.far = Some(Far::merged(self.far.take(), self.near.drain().collect())?);
        }
        Ok(())
    }
}

fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

/// Hashes in their order in a temporary file.
struct Far {
    file: File,
    length: usize,
    /// The first of each block.
    firsts: Vec<u64>,
}

impl Far {
    /// Those of a file and more, in a new file.
    fn merged(old: Option<Self>, mut more: Vec<u64>) -> io::Result<Self> {
        more.sort_unstable();
        let mut more = more.into_iter().peekable();
        let mut new = Self { file: tempfile::tempfile()?, length: 0, firsts: Vec::new() };
        let mut out = BufWriter::with_capacity(64 << 10, new.file.try_clone()?);
        let mut put = |hash: u64| {
            if new.length.is_multiple_of(BLOCK) {
                new.firsts.push(hash);
            }
            new.length += 1;
            out.write_all(&hash.to_le_bytes())
        };
        if let Some(Self { mut file, length, .. }) = old {
            file.rewind()?;
            let mut file = BufReader::with_capacity(64 << 10, file);
            for _ in 0..length {
                let mut bytes = [0; WIDTH];
                file.read_exact(&mut bytes)?;
                let far = u64::from_le_bytes(bytes);
                while let Some(near) = more.next_if(|near| *near < far) {
                    put(near)?;
                }
                put(far)?;
            }
        }
        more.try_for_each(put)?;
        out.flush()?;
        Ok(new)
    }

    fn has(&mut self, hash: u64) -> io::Result<bool> {
        let Some(block) = self.firsts.partition_point(|first| *first <= hash).checked_sub(1) else {
            return Ok(false);
        };
        let mut bytes = [0; BLOCK * WIDTH];
        let bytes = &mut bytes[..BLOCK.min(self.length - block * BLOCK) * WIDTH];
        self.file.seek(SeekFrom::Start((block * BLOCK * WIDTH) as u64))?;
        self.file.read_exact(bytes)?;
        let (hashes, _) = bytes.as_chunks::<WIDTH>();
        Ok(hashes.binary_search_by_key(&hash, |bytes| u64::from_le_bytes(*bytes)).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Far, NEAR, Seen};

    fn unique(seen: &mut Seen, name: &str) -> String {
        seen.unique(name.to_owned()).unwrap()
    }

    #[test]
    fn equal_names_are_numbered() {
        let mut seen = Seen::default();
        let names = ["a", "a", "a~2", "a", "a", "a"].map(|name| unique(&mut seen, name));
        assert_eq!(names, ["a", "a~2", "a~2~2", "a~3", "a~4", "a~5"]);
    }

    #[test]
    fn names_are_known_again_however_many_there_are() {
        let mut seen = Seen::default();
        let many = NEAR * 2 + NEAR / 2;
        for number in 0..many {
            let name = number.to_string();
            assert_eq!(unique(&mut seen, &name), name);
        }
        assert!(seen.near.len() < NEAR && seen.far.as_ref().is_some_and(|far| far.length == NEAR * 2));
        for number in [0, 1, NEAR - 1, NEAR, NEAR * 2 - 1, NEAR * 2, many - 1] {
            assert_eq!(unique(&mut seen, &number.to_string()), format!("{number}~2"));
        }
        assert_eq!(unique(&mut seen, &many.to_string()), many.to_string());
    }

    #[test]
    fn one_name_for_all_costs_little() {
        let mut seen = Seen::default();
        for number in 1..NEAR * 2 {
            let expected = if number == 1 { "a".to_owned() } else { format!("a~{number}") };
            assert_eq!(unique(&mut seen, "a"), expected);
        }
    }

    #[test]
    fn hashes_are_found_in_every_block() {
        let even: Vec<u64> = (0..BLOCK as u64 * 3 + 7).map(|n| n * 4).collect();
        let more: Vec<u64> = even.iter().map(|n| n + 2).rev().collect();
        let mut far = Far::merged(Some(Far::merged(None, even.clone()).unwrap()), more.clone()).unwrap();
        assert_eq!(far.length, even.len() * 2);
        for hash in even.into_iter().chain(more) {
            assert!(far.has(hash).unwrap() && !far.has(hash + 1).unwrap(), "{hash}");
        }
        assert!(!far.has(u64::MAX).unwrap());
    }
}
