//! Bytes per second of a whole run: a tree of small files in, tables out.
//!
//! `cargo bench --bench batch`.

mod generate;

use divan::Bencher;
use divan::counter::BytesCount;
use generate::Genre;
use solieu::batch::{self, Plan};
use solieu::output::Format;
use std::fs;
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// Megabytes of each tree.
const SIZE: usize = 6;

/// A tree of small files, and its bytes.
fn tree(genre: Genre) -> (TempDir, usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let documents = generate::documents(genre, SIZE);
    for (number, document) in documents.iter().enumerate() {
        let year = folder.path().join(format!("in/{}", number / 100));
        fs::create_dir_all(&year).expect("a folder in it");
        fs::write(year.join(format!("{number:06}.txt")), document).expect("a file in it");
    }
    (folder, documents.iter().map(String::len).sum())
}

fn measure(bencher: Bencher, genre: Genre, jobs: usize, formats: &[Format]) {
    let (folder, bytes) = tree(genre);
    let plan = Plan {
        jobs,
        formats: formats.to_vec(),
        ..Plan::new(vec![folder.path().join("in")], folder.path().join("out"))
    };
    bencher.counter(BytesCount::new(bytes)).bench(|| batch::run(&plan, &|_| {}).expect("a run"));
}

/// One thread and one for each processor.
const JOBS: [usize; 2] = [1, 0];

#[divan::bench(args = JOBS, sample_count = 5)]
fn news_to_csv(bencher: Bencher, jobs: usize) {
    measure(bencher, Genre::News, jobs, &[Format::Csv]);
}

#[divan::bench(args = JOBS, sample_count = 5)]
fn table_to_csv(bencher: Bencher, jobs: usize) {
    measure(bencher, Genre::Table, jobs, &[Format::Csv]);
}

#[divan::bench(args = JOBS, sample_count = 5)]
fn table_to_every_format(bencher: Bencher, jobs: usize) {
    measure(bencher, Genre::Table, jobs, Format::ALL);
}
