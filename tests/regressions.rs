//! Mistakes that were made once: each text with what it must give now.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use solieu::extract::{Extraction, Extractor};
use solieu::resolve;
use solieu::text::Text;
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

fn read(text: &str) -> Extraction {
    resolve::read(&EXTRACTOR, &Text::new(text.to_owned()))
}

fn counts(text: &str) -> Vec<String> {
    let counts = read(text).facts.counts;
    counts.iter().map(|count| format!("{} {}", count.value.normalize(), count.unit)).collect()
}

#[test]
fn an_award_before_a_list_does_not_break_the_program() {
    for text in [
        "đ- tặng Bằng khen cho đến hết năm 2019; Cờ thi đua của Chính phủ- tập thểỸ",
        "tặng Bằng khen cho ; Huân chương Lao động hạng Nhất, Nhì, Ba",
        "tặng Bằng khen cho \u{200b}\nNăm 2019, ",
        "tặng Bằng khen cho 5 tỷ 200 triệu\u{a0}trong đó có ",
    ] {
        read(text);
    }
}

#[test]
fn a_wide_blank_before_the_day_of_a_header_does_not_break_the_program() {
    let header = "Số 15-BC/BDV\u{a0}ngày 30/06/2020\nBÁO CÁO";
    assert_eq!(read(header).facts.dates[0].value.to_string(), "2020-06-30");
}

#[test]
fn a_day_of_a_year_told_before_is_a_day() {
    let read = read("Ông nhớ ngày 12/8 năm ấy, khi bản còn nghèo.");
    assert_eq!(read.facts.dates.len(), 1);
    assert_eq!(read.facts.dates[0].value.to_string(), "XXXX-08-12");
    assert!(read.notes.is_empty(), "{:?}", read.notes);
}

#[test]
fn a_day_that_the_calendar_lacks_is_told_and_no_date() {
    let read = read("Họp ngày 31/2/2020 tại trụ sở.");
    assert!(read.facts.dates.is_empty() && read.facts.counts.is_empty());
    assert_eq!(read.notes.len(), 1);
}

#[test]
fn groups_of_an_account_are_no_counts() {
    assert!(counts("Chuyển vào tài khoản 1002 8834 5510 mở tại phòng giao dịch.").is_empty());
    assert_eq!(counts("Đã trồng 1 002 883 cây xanh."), ["1002883 other"]);
}

#[test]
fn wholly_is_no_ten_and_ten_percent_is() {
    assert!(counts("Việc gì chắc mười phần mới báo cáo.").is_empty());
    assert_eq!(counts("Sản lượng tăng mười phần trăm."), ["10 percent"]);
}

#[test]
fn a_quotation_in_a_phrase_is_closed() {
    let read = read("Toàn tỉnh có 614 mô hình “Dân vận khéo”.");
    assert_eq!(read.facts.counts[0].phrase, "mô hình “Dân vận khéo”");
}

#[test]
fn the_next_honour_of_a_list_gets_none() {
    let text =
        "Năm 2019: có 02 Huân chương Lao động hạng Nhì, 01 Huân chương Bảo vệ Tổ quốc hạng Nhất được trao.";
    let awards = read(text).facts.awards;
    assert_eq!(awards.len(), 2);
    assert!(awards.iter().all(|award| !award.recipient.contains("Huân chương")), "{awards:?}");
}

#[test]
fn the_name_of_a_school_is_whole() {
    let read = read("Theo Báo cáo số 45/BC-THCS ngày 20/5/2023 của Trường Trung học cơ sở Nậm Rịa.");
    assert_eq!(read.facts.citations[0].issuer, "Trường Trung học cơ sở Nậm Rịa");
}

#[test]
fn a_number_beyond_all_bounds_does_not_break_the_program() {
    for digits in [25, 28, 29, 60] {
        for scale in ["tr", "tr5", "k", " triệu tỷ rưỡi", " tỷ 5 triệu", "tr đồng"] {
            read(&format!("Xã có {}{scale} hộ.", "5".repeat(digits)));
            read(&format!("Xã có {},5{scale} hộ.", "5".repeat(digits)));
        }
    }
    assert_eq!(counts("Xã đóng góp 1tr5 đồng."), ["1500000 VND"]);
}

#[test]
fn a_text_that_ends_anywhere_does_not_break_the_program() {
    for text in [
        "Năm 2019, UBND tỉnh tặng Bằng khen cho Trường Tiểu học Nậm Rịa; 5 tập thể; ông Lê Văn A (xã B), Cờ thi đua.",
        "Từ 28/2-5/3/2022, kết nạp 20 đảng viên (nữ 8, dân tộc thiểu số 15), 2/3 trong số đó còn trẻ; trả trước 1/4.",
        "Theo quy định 27 và Tờ trình số 86/TTr-UBND, giá 2 đô la và 23 xen, “Hai mũi đột phá” (thơ, 2006).",
    ] {
        for (end, _) in text.char_indices() {
            read(&text[..end]);
            read(&text[end..]);
        }
    }
}
