//! Bytes per second of each stage, and of the way from bytes to facts.
//!
//! `cargo bench --bench stages`; with `SOLIEU_BENCH_LARGE=1` also on 100 MB. At the end stands a check that
//! the time for one line grows with its length and no faster.

mod generate;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use generate::Genre;
use solieu::extract::Extractor;
use solieu::resolve;
use solieu::text::{Text, decode, fold};
use std::io::Write;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

fn main() {
    divan::main();
    if !std::env::args().any(|arg| arg == "--test" || arg == "--list") {
        grows_linearly();
    }
}

const GENRES: [Genre; 2] = [Genre::News, Genre::Table];

/// Genre and megabytes of each sample.
fn samples() -> impl Iterator<Item = (Genre, usize)> {
    let sizes: &[usize] =
        if std::env::var_os("SOLIEU_BENCH_LARGE").is_some() { &[1, 10, 100] } else { &[1, 10] };
    GENRES.into_iter().flat_map(|genre| sizes.iter().map(move |&size| (genre, size)))
}

/// Measures `work` on each of the texts.
fn measure<T: Sync, O>(bencher: Bencher, inputs: &[T], bytes: usize, work: impl Fn(&T) -> O + Sync) {
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for input in inputs {
            black_box(work(black_box(input)));
        }
    });
}

fn length(documents: &[String]) -> usize {
    documents.iter().map(String::len).sum()
}

fn texts(documents: &[String]) -> Vec<Text> {
    documents.iter().map(|document| Text::new(document.clone())).collect()
}

#[divan::bench(args = samples(), sample_count = 10)]
fn decode_and_normalize(bencher: Bencher, (genre, size): (Genre, usize)) {
    let documents = generate::documents(genre, size);
    measure(bencher, &documents, length(&documents), |document| {
        Text::new(decode(document.clone().into_bytes()).text)
    });
}

#[divan::bench(args = samples(), sample_count = 10)]
fn fold_case(bencher: Bencher, (genre, size): (Genre, usize)) {
    let documents = generate::documents(genre, size);
    measure(bencher, &documents, length(&documents), |document| fold(document));
}

#[divan::bench(args = samples(), sample_count = 10)]
fn scan(bencher: Bencher, (genre, size): (Genre, usize)) {
    let documents = generate::documents(genre, size);
    measure(bencher, &texts(&documents), length(&documents), |text| EXTRACTOR.scan(text));
}

#[divan::bench(args = samples(), sample_count = 5)]
fn extract(bencher: Bencher, (genre, size): (Genre, usize)) {
    let documents = generate::documents(genre, size);
    measure(bencher, &texts(&documents), length(&documents), |text| resolve::read(&EXTRACTOR, text));
}

#[divan::bench(args = samples(), sample_count = 5)]
fn bytes_to_facts(bencher: Bencher, (genre, size): (Genre, usize)) {
    let documents = generate::documents(genre, size);
    measure(bencher, &documents, length(&documents), |document| whole(document));
}

/// Lengths of one line, in bytes.
const LINES: [usize; 4] = [250_000, 500_000, 1_000_000, 2_000_000];

#[divan::bench(args = LINES, consts = [0, 1], sample_count = 5)]
fn one_line<const GENRE: usize>(bencher: Bencher, length: usize) {
    let line = [generate::line(GENRES[GENRE], length)];
    measure(bencher, &line, line[0].len(), |line| whole(line));
}

/// From bytes to facts.
fn whole(document: &str) -> usize {
    let text = Text::new(decode(document.as_bytes().to_vec()).text);
    resolve::read(&EXTRACTOR, &text).facts.counts.len()
}

/// Pieces that rules look back on from each number or award.
const PIECES: [&str; 6] =
    ["3/4, ", "năm ", "| 5 ", "02 mô hình, ", "được tặng Bằng khen, ", "huân chương lao động hạng nhất "];

/// Fails where a line four times as long takes more than six times as long.
fn grows_linearly() {
    for genre in GENRES {
        check(&format!("{genre:?}"), |length| generate::line(genre, length));
    }
    for piece in PIECES {
        check(piece, |length| piece.repeat(length / piece.len() / 8));
    }
}

fn check(name: &str, line: impl Fn(usize) -> String) {
    let [short, long] = [500_000, 2_000_000].map(|length| fastest(&line(length)));
    let ratio = long.as_secs_f64() / short.as_secs_f64();
    // What cannot be printed is still checked.
    let _ = writeln!(std::io::stdout(), "{name:?}: a line 4 times as long takes {ratio:.2} times as long");
    assert!(ratio < 6.0, "the time for one line grows faster than its length");
}

fn fastest(line: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        black_box(whole(black_box(line)));
        start.elapsed()
    };
    (0..5).map(|_| once()).min().unwrap_or_default()
}
