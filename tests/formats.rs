//! Round trips: documents that other programs wrote in other formats and encodings give the facts of the original.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a test may break")]

#[path = "common/encoders.rs"]
mod encoders;

use solieu::extract::Extractor;
use solieu::format::{self, Content, Hint, Trouble};
use solieu::resolve;
use solieu::text::Text;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The documents of the fixtures by the name of their file without its ending.
fn originals() -> BTreeMap<String, PathBuf> {
    let files = walkdir::WalkDir::new(root().join("fixtures/documents"))
        .into_iter()
        .map(|entry| entry.unwrap().into_path());
    let texts = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    texts.map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path)).collect()
}

fn read(path: &Path) -> Result<Content, Trouble> {
    let name = path.to_string_lossy();
    format::read(fs::read(path).unwrap(), &Hint { name: &name, ..Hint::default() })
}

/// What a text says, a line for each fact, without its place.
fn facts(text: String) -> Vec<String> {
    let text = Text::new(text);
    let found = resolve::read(&EXTRACTOR, &text).facts;
    let words = |span| text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines = Vec::new();
    lines.extend(
        found.counts.iter().map(|c| format!("count {} = {} {} {}", words(c.span), c.value, c.unit, c.noun)),
    );
    lines.extend(found.dates.iter().map(|d| format!("date {} = {}", words(d.span), d.value)));
    lines.extend(found.awards.iter().map(|a| {
        format!(
            "award {} {:?} by {} to {} {:?} {:?}",
            a.award, a.rank, a.grantor, a.recipient, a.quantity, a.year
        )
    }));
    lines.extend(found.citations.iter().map(|c| format!("citation {} {}", c.kind, c.number)));
    lines.sort();
    lines
}

/// Lines of one list that the other has not.
fn missing<'a>(of: &'a [String], from: &[String]) -> Vec<&'a String> {
    let mut rest: Vec<&String> = from.iter().collect();
    let mut gone = Vec::new();
    for line in of {
        match rest.iter().position(|other| *other == line) {
            Some(at) => drop(rest.swap_remove(at)),
            None => gone.push(line),
        }
    }
    gone
}

/// The kept files of a kind, each with the facts of its original.
fn kept(kind: &str) -> Vec<(PathBuf, Vec<String>)> {
    let originals = originals();
    let files = fs::read_dir(root().join("fixtures/formats").join(kind)).unwrap();
    let mut files: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let original = |path: &Path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        facts(read(&originals[name.split('.').next().unwrap()]).unwrap().text)
    };
    files.into_iter().map(|path| (path.clone(), original(&path))).collect()
}

#[test]
fn word_processors_give_the_facts_of_the_original() {
    for kind in ["docx", "odt", "rtf", "doc", "html"] {
        for (path, before) in kept(kind) {
            let after = facts(read(&path).unwrap().text);
            let lost = missing(&before, &after);
            // a table of cells between tabs becomes one of cells between pipes, which tells the columns of empty cells
            let table = path.to_string_lossy().contains("bang-khen-thuong");
            assert!(lost.len() <= usize::from(table), "{}: lost {lost:?}", path.display());
            assert!(
                table || after.len() == before.len(),
                "{}: gained {:?}",
                path.display(),
                missing(&after, &before)
            );
        }
    }
}

#[test]
fn a_pdf_gives_the_facts_of_the_original() {
    for (path, before) in kept("pdf") {
        let content = read(&path).unwrap();
        assert_eq!(content.media_type, "application/pdf");
        assert_eq!(content.marks[0].number, 1);
        let after = facts(content.text);
        let (lost, gained) = (missing(&before, &after), missing(&after, &before));
        // a table of cells between tabs becomes one of cells between pipes, which tells the columns of empty cells
        let table = usize::from(path.to_string_lossy().contains("bang-khen-thuong"));
        assert!(lost.len() <= table, "{}: lost {lost:?}", path.display());
        assert!(gained.len() <= table * 4, "{}: gained {gained:?}", path.display());
    }
}

#[test]
fn encodings_of_other_programs_give_the_facts_of_the_original() {
    for (path, before) in kept("encodings") {
        let content = read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let encoding = name.split('.').nth(1).unwrap();
        if encoding == "mixed" {
            assert_eq!(content.warnings[0].code.as_str(), "encoding-mixed");
        } else if encoding.starts_with("utf-16") {
            assert!(content.encoding.starts_with("utf-16") && content.margin.is_none());
        } else {
            assert_eq!(content.encoding, encoding, "{name}");
        }
        // VISCII has no raised digits
        let plain = |lines: &[String]| {
            lines.iter().map(|line| line.to_lowercase().replace('²', "2")).collect::<Vec<_>>()
        };
        let (before, after) = (plain(&before), plain(&facts(content.text)));
        assert!(missing(&before, &after).is_empty(), "{name}: {:?}", missing(&before, &after));
        assert!(missing(&after, &before).is_empty(), "{name}: {:?}", missing(&after, &before));
    }
}

#[test]
fn every_document_in_every_encoding() {
    for original in originals().values() {
        let text = encoders::typed(&read(original).unwrap().text);
        if text.chars().any(|c| ('\u{300}'..'\u{370}').contains(&c)) {
            continue;
        }
        let before: Vec<String> = facts(text.clone()).iter().map(|line| line.to_lowercase()).collect();
        for (name, encode) in encoders::all() {
            let content = format::read(encode(&text), &Hint::default());
            let content =
                content.unwrap_or_else(|trouble| panic!("{} {name}: {trouble:?}", original.display()));
            assert!(
                content.encoding == name || text.is_ascii(),
                "{} {name}: {}",
                original.display(),
                content.encoding
            );
            let shown = Text::new(content.text).shown().to_owned();
            let after: Vec<String> = facts(shown).iter().map(|line| line.to_lowercase()).collect();
            let (lost, gained) = (missing(&before, &after), missing(&after, &before));
            assert!(
                lost.is_empty() && gained.is_empty(),
                "{} {name}: {lost:?} {gained:?}",
                original.display()
            );
        }
    }
}

#[test]
fn a_page_is_its_article() {
    let content = read(&root().join("fixtures/formats/page/bai-bao.html")).unwrap();
    let text = &content.text;
    assert!(text.starts_with("Huyện Tà Lùng khen thưởng 12 tập thể\nThứ Năm, 15/07/2021, 08:30 (GMT+7)\n"));
    assert!(text.contains("| 2019 | Bằng khen | 2 | 3 |\n"), "a cell of two rows stands in both");
    assert!(text.contains("120\u{a0}m² bạt"));
    for outside in
        ["24 tháng 4", "55 Huân chương", "71 hộ", "19 mô hình", "111/GP", "98765", "44 mục", "3 ý kiến"]
    {
        assert!(!text.contains(outside), "{outside}");
    }
    assert_eq!((content.meta.author.as_str(), &content.meta.published[..10]), ("Lò Thị Mây", "2021-07-15"));
}

/// Files that are cut, turned and doubled in many places give a text or a trouble, and never break the program.
#[test]
fn damaged_files_break_nothing() {
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below.max(1) as u64) as usize
    };
    let files =
        walkdir::WalkDir::new(root().join("fixtures/formats")).sort_by_file_name().into_iter().flatten();
    for path in files.map(walkdir::DirEntry::into_path).filter(|path| path.is_file()) {
        let whole = fs::read(&path).unwrap();
        for _ in 0..12 {
            let mut bytes = whole.clone();
            for _ in 0..=next(8) {
                let (at, length) = (next(bytes.len()), 1 + next(40));
                let end = (at + length).min(bytes.len());
                match next(4) {
                    0 => bytes.truncate(at.max(8)),
                    1 => bytes[at..end].fill(next(256) as u8),
                    2 => drop(bytes.splice(at..at, whole[next(whole.len())..].iter().take(length).copied())),
                    _ => drop(bytes.drain(at..end)),
                }
            }
            let name = path.to_string_lossy();
            if let Ok(content) = format::read(bytes, &Hint { name: &name, ..Hint::default() }) {
                let length = content.text.chars().count();
                assert!(content.marks.iter().all(|mark| mark.at <= length), "{name}");
            }
        }
    }
}

#[test]
fn a_page_that_nests_without_end() {
    let deep =
        format!("<html>{}x{}", "<div><table><tr><td>".repeat(3000), "</td></tr></table></div>".repeat(3000));
    let content = format::read(deep.into_bytes(), &Hint::default()).unwrap();
    assert_eq!(content.text.trim(), "x");
    let rtf = format!(r"{{\rtf1 {}x{}}}", "{".repeat(100_000), "}".repeat(100_000));
    assert_eq!(format::read(rtf.into_bytes(), &Hint::default()).unwrap().text, "x\n");
}

#[test]
fn what_cannot_be_read_says_why() {
    let code =
        |name: &str| read(&root().join("fixtures/formats/broken").join(name)).unwrap_err().code.as_str();
    assert_eq!(code("encrypted.pdf"), "encrypted");
    assert_eq!(code("scanned.pdf"), "pdf-no-text-layer");
    assert_eq!(code("truncated.pdf"), "broken-document");
    assert_eq!(code("truncated.docx"), "broken-document");
    assert_eq!(code("truncated.doc"), "broken-document");
}

/// `SOLIEU_FORMATS=FOLDER cargo test --test formats -- --ignored --nocapture` compares files that make.py has just made.
#[test]
#[ignore = "needs files made by LibreOffice"]
fn a_folder_of_conversions() {
    let Some(folder) = std::env::var_os("SOLIEU_FORMATS") else { return };
    let originals = originals();
    let mut report = String::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten() {
        let path = entry.path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let Some(original) = originals.get(&stem).filter(|_| path.is_file()) else { continue };
        let before = facts(read(original).unwrap().text);
        let after = match read(path) {
            Ok(content) => facts(content.text),
            Err(trouble) => vec![format!("{trouble:?}")],
        };
        let (lost, gained) = (missing(&before, &after), missing(&after, &before));
        writeln!(
            report,
            "{}: {} facts, lost {}, gained {}",
            path.display(),
            before.len(),
            lost.len(),
            gained.len()
        )
        .unwrap();
        for (sign, lines) in [('-', &lost), ('+', &gained)] {
            for line in lines.iter().take(12) {
                writeln!(report, "  {sign} {line}").unwrap();
            }
        }
    }
    println!("{report}");
}

/// A report with a header, a footer, cells that reach down, and a table over several pages, as a word processor writes it.
#[test]
fn headers_footers_and_tables_of_word_processors() {
    let row =
        "| 2016 | Bằng khen | UBND tỉnh | Chi hội Nông dân bản Nậm Khao, xã Pa Ủ, huyện Mường Thải | 4 |\n";
    let mut texts = BTreeMap::new();
    for kind in ["docx", "odt", "rtf", "doc", "pdf"] {
        let content = read(&root().join(format!("fixtures/formats/tables/khen-thuong.{kind}"))).unwrap();
        let text = content.text;
        let times = |words: &str| text.matches(words).count();
        let edges = usize::from(kind != "pdf");
        assert_eq!(times("Văn phòng Huyện ủy Mường Thải - Báo cáo khen thưởng\n"), edges, "{kind}: header");
        assert_eq!(times("Tài liệu lưu hành nội bộ, trang "), edges, "{kind}: footer");
        assert_eq!(
            times("| Năm | Hình thức | Đơn vị | Số lượng |\n"),
            1,
            "{kind}: the head of a table is read once"
        );
        assert_eq!(times("\n| 20"), 22 - usize::from(kind == "doc"), "{kind}: every row is there");
        // the library for DOC does not tell which cells reach down
        let row = if kind == "doc" { row.replace("2016", "") } else { row.to_owned() };
        assert_eq!(times(&row), 1, "{kind}: {text}");
        texts.insert(kind, text);
    }
    let body = |kind: &str| {
        let text = &texts[kind];
        let (from, to) = (text.find("BÁO CÁO").unwrap(), text.find("Người lập").unwrap());
        text[from..to].to_owned()
    };
    for kind in ["docx", "rtf", "pdf"] {
        assert_eq!(body(kind), body("odt"), "{kind}");
    }
}

/// Tables without ruled lines: cells as a word processor and a browser set them, tab stops, cells of several lines.
#[test]
fn tables_of_a_pdf_without_ruled_lines() {
    let rows = "| Đơn vị | Mô hình | Số hộ | Bằng khen | Giấy khen |\n| Xã Nà Sáng | 12 | 345 | 3 | 25 |\n\
        | Xã Khuổi Mây | 7 | 1.208 | 2 | 18 |\n| Thị trấn Bản Lùng | 25 | 97 |  | 40 |\n\
        | Xã Pác Rừng | 9 | 410 | 5 |  |\n| Tổng cộng | 53 | 2.060 | 10 | 83 |\n";
    let wrapped = "| TT | Tên mô hình | Đơn vị thực hiện | Số hộ | Năm |\n\
        | 1 | Đường hoa tự quản ở các thôn bản gắn với thu gom rác thải | Chi hội Phụ nữ xã Nà Sáng | 120 | 2019 |\n\
        | 2 | Tổ tự quản an ninh trật tự | Công an thị trấn Bản Lùng phối hợp với Hội Cựu chiến binh | 45 | 2020 |\n\
        | 3 | Tiếng kẻng sáng | Xã Khuổi Mây | 7 | 2020 |\n";
    // full of numbers, and its lines are stretched to one width
    let prose = "Năm 2020, toàn huyện có 53 mô hình với 2.060 hộ tham gia; các xã đã tổ chức 18 hội nghị, 25 buổi sinh hoạt \
        chi bộ và 40 đợt ra quân, trong đó 12 đợt do đoàn viên thanh niên thực hiện, 9 đợt do hội viên phụ nữ thực hiện, còn \
        lại 19 đợt do các lực lượng khác cùng làm.\n";
    for (name, tables) in [("khong-ke", 2), ("khong-ke-chromium", 1)] {
        let text = read(&root().join(format!("fixtures/formats/tables/{name}.pdf"))).unwrap().text;
        assert_eq!(text.matches(rows).count(), tables, "{name}: {text}");
        assert_eq!(text.matches(wrapped).count(), 1, "{name}: {text}");
        assert_eq!(text.matches(prose).count(), tables + 2, "{name}: {text}");
        assert_eq!(text.lines().filter(|line| line.contains('|')).count(), tables * 6 + 4, "{name}: {text}");
    }
}

#[test]
fn a_saved_page_is_its_article() {
    let content = read(&root().join("fixtures/formats/mail/trang-luu.mht")).unwrap();
    assert_eq!((content.media_type, content.encoding), ("multipart/related", "utf-8"));
    assert_eq!(content.meta.title, "Huyện Mường Thải sơ kết phong trào thi đua");
    assert!(content.text.contains("đóng góp 1.360 ngày công làm đường bản.\n"), "{}", content.text);
    assert!(content.text.contains("| 2019 | 30 | 14 |\n"));
    for outside in ["45 tin", "88/GP", "77 mau", "PNG", "=E1", "Blink"] {
        assert!(!content.text.contains(outside), "{outside}");
    }
    let facts = facts(content.text);
    assert_eq!(facts.iter().filter(|fact| fact.starts_with("award certificate_of_commendation")).count(), 2);
    assert!(facts.contains(&"citation plan 37-KH/HU".to_owned()), "{facts:#?}");
}

#[test]
fn a_mail_is_its_plain_text_whatever_its_code_page() {
    let content = read(&root().join("fixtures/formats/mail/bao-cao.eml")).unwrap();
    assert_eq!(content.media_type, "message/rfc822");
    let meta = &content.meta;
    assert_eq!(meta.title, "Báo cáo công tác dân vận tháng 6 năm 2020");
    assert_eq!((meta.author.as_str(), meta.published.as_str()), ("Ban Dân vận", "2020-06-30"));
    assert!(!content.text.contains("990") && !content.text.contains('<'));
    let text = Text::new(content.text.clone());
    assert!(text.shown().starts_with("Kính gửi: Văn phòng Huyện ủy"), "{}", text.shown());
    let facts = facts(content.text);
    let expected = [
        "citation guideline 09-HD/BDV",
        "count 04 = 4 other cuộc kiểm tra",
        "count 07 = 7 document văn bản",
        "count 12 = 12 other xã",
        "count 23 = 23 other đơn thư",
        "date ngày 14/02/2020 = 2020-02-14",
        "date tháng 6 năm 2020 = 2020-06",
    ];
    assert_eq!(facts, expected);
}
