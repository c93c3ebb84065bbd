//! Laws that hold for any text: nothing breaks, spans point at their words, and neither the form of Unicode nor
//! the number of threads changes what is found.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use proptest::prelude::*;
use serde_json::Value;
use solieu::batch::{self, Plan};
use solieu::extract::{Extraction, Extractor};
use solieu::fact::{Date, Measure};
use solieu::output::Format;
use solieu::resolve;
use solieu::text::{Text, decode, fold};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

const FAMILIES: [&str; 4] = ["counts", "dates", "awards", "citations"];

/// Pieces of the language of reports, which strung together give sentences that are nearly right.
const PIECES: &[&str] = &[
    "Năm 2019, ",
    "năm 2018 và 2019: ",
    "ngày 30/06/2020",
    "ngày 31/02/2020",
    "từ 10 đến 15 ",
    "28/30 ",
    "02 ",
    "(hai)",
    "hơn 1.234,5 ",
    "1,2 triệu đồng",
    "5 tỷ 200 triệu",
    "12%",
    "100% ",
    "nghị quyết",
    "kế hoạch",
    "mô hình",
    "đảng viên",
    "tập thể",
    "cá nhân",
    "trong đó có ",
    "gồm ",
    "tặng Bằng khen cho ",
    "Huân chương Lao động hạng Nhất, Nhì, Ba",
    "Cờ thi đua của Chính phủ",
    "Ủy ban nhân dân tỉnh ",
    "UBND tỉnh",
    "Nghị quyết số 25-NQ/TW",
    "Quyết định 1034/QĐ-UBND",
    "số 217-QĐ/TW và 218-QĐ/TW",
    "quý III/2020",
    "6 tháng đầu năm 2020",
    "nhiệm kỳ 2015 – 2020",
    "10-15/6",
    "hôm qua",
    "đến hết năm 2019",
    "hai mươi lăm ",
    "một triệu rưỡi",
    "năm",
    "tháng",
    "tăng ",
    "giảm ",
    "so với cùng kỳ năm trước",
    "gấp đôi",
    "km",
    "ha",
    "đồng/người/năm",
    "; ",
    ", ",
    ". ",
    ": ",
    "\n",
    "\r\n",
    "\t",
    " | ",
    "- ",
    "“",
    "”",
    "(",
    ")",
    "/",
    "-",
    " ",
    "\u{a0}",
    "\u{200b}",
    "７",
    "ﬁ",
    "İ",
    "K",
    "😀",
    "đ",
    "Đ",
    "Ỹ",
    "0",
    "9",
    "000",
    ".",
    ",",
    "%",
    "№",
];

fn report() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![report(), ".{0,200}", "[0-9.,/ a-yà-ỹ%:;()-]{0,160}"]
}

fn read(text: &Text) -> Extraction {
    resolve::read(&EXTRACTOR, text)
}

/// What was found, without the places: they differ between forms of Unicode by counting only.
fn told(text: &Text, extraction: &Extraction) -> Vec<String> {
    let facts = &extraction.facts;
    let words = |span| text.slice(span);
    let counts = facts.counts.iter().map(|c| format!("{} {} {} {}", words(c.span), c.value, c.unit, c.noun));
    let dates = facts.dates.iter().map(|d| format!("{} {} {}", words(d.span), d.value, d.resolved));
    let awards =
        facts.awards.iter().map(|a| format!("{} {:?} {} {}", a.name, a.year, a.grantor, a.recipient));
    let citations = facts.citations.iter().map(|c| format!("{} {} {}", words(c.span), c.number, c.issuer));
    counts.chain(dates).chain(awards).chain(citations).collect()
}

/// Characters that are not shown, and so stand in no quote.
const INVISIBLE: [char; 6] = ['\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}'];

/// Full-width digits are shown as plain ones.
fn plain(c: char) -> char {
    match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        other => other,
    }
}

/// The lines of `facts.jsonl` of a run over one folder.
fn lines(folder: &Path, jobs: usize) -> String {
    let out = tempfile::tempdir().unwrap();
    let plan = Plan {
        jobs,
        formats: vec![Format::Jsonl],
        ..Plan::new(vec![folder.to_owned()], out.path().to_owned())
    };
    batch::run(&plan, &|_| {}).unwrap();
    fs::read_to_string(out.path().join("facts.jsonl")).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn folding_keeps_the_length(text in any_text()) {
        prop_assert_eq!(fold(&text).len(), text.len());
    }

    #[test]
    fn no_bytes_break_the_program(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read(&Text::new(decode(bytes).text));
    }

    #[test]
    fn no_text_breaks_the_program_and_spans_lie_on_characters(text in any_text()) {
        let text = Text::new(text);
        let facts = read(&text).facts;
        let counts = facts.counts.iter().map(|c| c.span);
        let dates = facts.dates.iter().map(|d| d.span);
        let awards = facts.awards.iter().map(|a| a.span);
        let citations = facts.citations.iter().map(|c| c.span);
        for span in counts.chain(dates).chain(awards).chain(citations) {
            prop_assert!(text.shown().get(span.range()).is_some_and(|words| !words.is_empty()), "{:?}", span);
        }
    }

    #[test]
    fn composed_and_decomposed_text_give_the_same_facts(text in report()) {
        let composed = Text::new(text.nfc().collect());
        let decomposed = Text::new(text.nfd().collect());
        prop_assert_eq!(told(&composed, &read(&composed)), told(&decomposed, &read(&decomposed)));
    }

    #[test]
    fn no_count_overlaps_a_date_or_a_citation(text in report()) {
        let facts = read(&Text::new(text)).facts;
        for count in &facts.counts {
            // "2 ngày 14 và 15/6": a length of time and a date may share the unit's word
            let apart = |date: &Date| {
                let shared = count.measure == Measure::Duration && date.span.start > count.span.start;
                shared || !date.span.overlaps(count.span)
            };
            prop_assert!(facts.dates.iter().all(apart), "{:?}", count);
            prop_assert!(facts.citations.iter().all(|cited| !cited.span.overlaps(count.span)), "{:?}", count);
        }
    }

    #[test]
    fn a_part_is_a_part_of_another_count(text in report()) {
        let counts = read(&Text::new(text)).facts.counts;
        for (at, count) in counts.iter().enumerate() {
            prop_assert!(count.part_of.is_none_or(|whole| whole != at && whole < counts.len()), "{:?}", count);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn any_number_of_threads_gives_the_same_bytes(texts in prop::collection::vec(report(), 1..24)) {
        let folder = tempfile::tempdir().unwrap();
        for (at, text) in texts.iter().enumerate() {
            fs::write(folder.path().join(format!("{at}.txt")), text).unwrap();
        }
        prop_assert_eq!(lines(folder.path(), 1), lines(folder.path(), 7));
    }

    #[test]
    fn offsets_cut_the_words_out_of_the_file(text in report(), decomposed in any::<bool>()) {
        let text: String = if decomposed { text.nfd().collect() } else { text };
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), &text).unwrap();
        let document: Value = serde_json::from_str(lines(folder.path(), 1).trim_end()).unwrap();
        let chars: Vec<char> = text.chars().collect();
        for fact in FAMILIES.iter().flat_map(|family| document[family].as_array().unwrap()) {
            let at = |name: &str| usize::try_from(fact[name].as_u64().unwrap()).unwrap();
            let words: String = chars[at("start")..at("end")].iter().filter(|c| !INVISIBLE.contains(c)).map(|&c| plain(c)).nfc().collect();
            let quote = fact["quote"].as_str().unwrap();
            prop_assert!(quote.contains(&words), "⟦{}⟧ is not in ⟦{}⟧", words, quote);
        }
    }
}
