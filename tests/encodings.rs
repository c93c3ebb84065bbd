//! How often the encoding of short texts is told: all of 200 characters, nearly all of 80.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a test may break")]

#[path = "common/encoders.rs"]
mod encoders;

use solieu::format::{self, Hint};
use solieu::text::Text;
use std::fs;
use std::path::{Path, PathBuf};

/// Pieces of so many characters that begin with a word, and hold a letter beyond ASCII.
fn pieces(text: &str, length: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    while at + length <= characters.len() {
        let piece: String = characters[at..at + length].iter().collect();
        pieces.extend(Some(piece).filter(|piece| !piece.is_ascii()));
        let step = characters[at + length / 2..].iter().position(|c| c.is_whitespace());
        at += length / 2 + step.map_or(length, |step| step + 1);
    }
    pieces
}

/// The texts below a folder, composed and as people typed them.
fn texts(folder: &Path) -> Vec<String> {
    let files =
        walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.map(|path| encoders::typed(Text::new(fs::read_to_string(path).unwrap()).shown())).collect()
}

/// For each encoding, how many pieces there are and which were not read rightly.
fn measure(texts: &[String], length: usize) -> Vec<(&'static str, usize, Vec<String>)> {
    let pieces: Vec<String> = texts.iter().flat_map(|text| pieces(text, length)).collect();
    let wrong = |encode: &encoders::Encode| {
        let right = |piece: &&String| {
            let read = format::read(encode(piece), &Hint::default());
            // TCVN3 has no capitals with tones, and a line end is a line end
            let same = |text: String| Text::new(text).shown().to_lowercase() == piece.to_lowercase();
            !read.is_ok_and(|content| same(content.text))
        };
        pieces.iter().filter(right).cloned().collect::<Vec<_>>()
    };
    encoders::all().iter().map(|(name, encode)| (*name, pieces.len(), wrong(encode))).collect()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/documents")
}

#[test]
fn every_piece_of_200_characters_is_read_rightly() {
    for (name, all, wrong) in measure(&texts(&fixtures()), 200) {
        assert!(all > 150, "{all}");
        assert!(wrong.is_empty(), "{name}: {} of {all}: {:?}", wrong.len(), wrong.first());
    }
}

#[test]
fn of_pieces_of_80_characters_99_in_100_are_read_rightly() {
    for (name, all, wrong) in measure(&texts(&fixtures()), 80) {
        assert!(all > 400, "{all}");
        assert!(wrong.len() * 100 <= all, "{name}: {} of {all}: {wrong:#?}", wrong.len());
    }
}

/// A document that breaks off in the middle of a word: one word that is no syllable does not put a paragraph in another encoding.
#[test]
fn a_word_that_is_no_syllable_changes_no_encoding() {
    let ends = ["Ngày 12-4, Cục Đă", "Hành khách tậ", "Bà Sato thừa nhận Đ"];
    let body = "Đồng thời, Cục quyết định thu hồi giấy chứng nhận đủ điều kiện hoạt động.\n";
    for (name, encode) in encoders::all() {
        for end in ends {
            let text = format!("{body}{end}");
            let content = format::read(encode(&text), &Hint::default()).unwrap();
            assert_eq!(Text::new(content.text).shown(), text, "{name}");
        }
    }
}

/// `SOLIEU_TEXTS=FOLDER cargo test --release --test encodings -- --ignored --nocapture` measures over other texts.
#[test]
#[ignore = "needs a folder of texts"]
fn a_folder_of_texts() {
    let Some(folder) = std::env::var_os("SOLIEU_TEXTS") else { return };
    let texts = texts(Path::new(&folder));
    for length in [40, 80, 200] {
        for (name, all, wrong) in measure(&texts, length) {
            println!("{length} {name}: {} of {all} wrong", wrong.len());
            wrong.iter().take(3).for_each(|piece| println!("    {piece:?}"));
        }
    }
}
