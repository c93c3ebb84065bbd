//! What dates do in a document, which of them are its own, and what stands beside citations.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

mod common;

use common::read;
use solieu::text::Text;

/// The dates of a text, as `words value role`.
fn dates(words: &str) -> Vec<String> {
    let text = Text::new(words.to_owned());
    let told = |d: &solieu::fact::Date| format!("{} {} {}", text.slice(d.span), d.value, d.role);
    read(words).facts.dates.iter().map(told).collect()
}

#[track_caller]
fn dated(words: &str, wanted: &[&str]) {
    assert_eq!(dates(words), wanted, "{words}");
}

/// The citations of a text, as `number date issuer`.
fn cited(words: &str) -> Vec<String> {
    let told = |c: &solieu::fact::Citation| {
        let date = c.date.map_or_else(|| "-".to_owned(), |d| d.to_string());
        format!("{} {date} {}", c.number, c.issuer).trim_end().to_owned()
    };
    read(words).facts.citations.iter().map(told).collect()
}

#[test]
fn years_of_an_award_share_its_role() {
    dated(
        "Chị giành Huy chương Vàng các năm 2004, 2008 và 2016.",
        &["năm 2004 2004 award", "2008 2008 award", "2016 2016 award"],
    );
    dated(
        "Hội 2 năm liền (2019, 2020) được Tỉnh đoàn tặng Bằng khen.",
        &["2019 2019 award", "2020 2020 award"],
    );
    dated("Hằng năm, chi bộ được Huyện ủy tặng Giấy khen.", &["Hằng năm P1Y award"]);
    dated("Hằng năm, xã trồng 500 cây.", &["Hằng năm P1Y event"]);
    dated("Xã có 5 hộ nghèo (2019, 2020).", &["2019 2019 event", "2020 2020 event"]);
}

#[test]
fn days_of_ceremonies_and_times_of_figures() {
    dated(
        "(Báo Sơn Hà) - Sáng 18/11, huyện tổ chức lễ trao Huy hiệu Đảng.",
        &["Sáng 18/11 XXXX-11-18 award"],
    );
    dated("(Báo Sơn Hà) - Sáng 18/11, huyện tổ chức lễ khởi công cầu.", &["Sáng 18/11 XXXX-11-18 event"]);
    dated("+ Năm 2010-2011: Đoàn trường được Tỉnh đoàn tặng cờ thi đua.", &["Năm 2010-2011 2010/2011 award"]);
    dated(
        "GRDP quý III ước tăng 7,1%, cao hơn mức tăng 5% của quý I.",
        &["quý III XXXX-35 period", "quý I XXXX-33 period"],
    );
    dated("Cầu khởi công trong quý III.", &["quý III XXXX-35 event"]);
    dated(
        "Từ 15/11/2022 đến 14/11/2023, tỉnh có 68 vụ.",
        &["15/11/2022 đến 14/11/2023 2022-11-15/2023-11-14 period"],
    );
    dated("Em phá kỷ lục tồn tại từ năm 2008 và được tặng Bằng khen.", &["năm 2008 2008 event"]);
}

#[test]
fn the_day_that_a_document_was_issued_on() {
    let words = "Ngày 26 tháng 8 năm 2021, Ban Bí thư đã ban hành Quy định số 30-QĐ/TW.";
    dated(words, &["Ngày 26 tháng 8 năm 2021 2021-08-26 signed"]);
    assert_eq!(cited(words), ["30-QĐ/TW 2021-08-26 Ban Bí thư"]);
    let words = "Ngày 26/8/2021, huyện quán triệt Quy định số 30-QĐ/TW.";
    dated(words, &["Ngày 26/8/2021 2021-08-26 event"]);
    assert_eq!(cited(words), ["30-QĐ/TW -"]);
}

#[test]
fn the_document_and_its_own_day() {
    let header = "CÔNG TY ĐIỆN LỰC A\nSố: 15/QĐ-PCA\nSơn Hà, ngày\n30 tháng 11 năm 2021\n\nQUYẾT ĐỊNH\nVề việc khen thưởng\n\
        Căn cứ Thông tư số 8/2019/TT-BNV ngày 02/5/2019 của Bộ Nội vụ;\n";
    assert_eq!(read(header).info.signed.map(|d| d.to_string()).as_deref(), Some("2021-11-30"));
    let block = "Số hiệu: 95/BC-UBND Loại văn bản: Báo cáo\nNơi ban hành: Tỉnh A\n\nSơn Hà, ngày 30 tháng 9 năm 2013\n\nBÁO CÁO\n\n\
        TÌNH HÌNH KINH TẾ THÁNG 9 NĂM 2013\n\nTrong tháng 9/2013, xã thu 5 tỷ đồng. Tháng 7/2013, xã có bão.\n";
    assert_eq!(read(block).info.number, "95/BC-UBND");
    assert_eq!(cited(block), [""; 0]);
    dated(
        block,
        &[
            "ngày 30 tháng 9 năm 2013 2013-09-30 signed",
            "THÁNG 9 NĂM 2013 2013-09 period",
            "tháng 9/2013 2013-09 period",
            "Tháng 7/2013 2013-07 event",
        ],
    );
    // the day of a birth is no dateline
    let life = "TRẦN VĂN B (02.03.1941)\nNhà thơ quê ở Sơn Hà, viết nhiều thể loại.\nÔng có 5 tập thơ.\n";
    assert_eq!(read(life).info.published, None);
    let life = "MỘT SỐ GƯƠNG MẶT\nTRẦN VĂN B (02.03.1941): tên thật là Trần A.\nÔng có 5 tập thơ.\n";
    assert_eq!(read(life).info.published, None);
    let order = "THỦ TƯỚNG\nCHÍNH PHỦ\nSố: 15/QĐ-TTg\nHà Nội, ngày 7 tháng 5 năm 2009\nQUYẾT ĐỊNH\nVề việc khen thưởng\n\
        Căn cứ Luật Tổ chức Chính phủ\nngày 25 tháng 12 năm 2001;\n";
    assert_eq!(read(order).info.published, None);
    assert_eq!(read(order).info.issuer, "THỦ TƯỚNG CHÍNH PHỦ");
    let page = "Tin vui\n(Cập nhật 02/03/2021)\nXã có 5 hộ nghèo.\n";
    assert_eq!(read(page).info.published.map(|d| d.to_string()).as_deref(), Some("2021-03-02"));
}

#[test]
fn a_text_may_say_which_day_its_own_is() {
    let portal = "Chợ quê đông khách\n\n03:06 PM 13/12/2020 | In bài viết |\n\nNăm ngoái, chợ có 40 quầy.\n";
    assert_eq!(
        read(portal).facts.dates.iter().map(|d| d.value.to_string()).collect::<Vec<_>>(),
        ["2020-12-13T15:06", "2019"]
    );
    dated(
        "Chiều nay (18/11/2022), hội diễn khai mạc. Năm ngoái không có hội.",
        &["Chiều nay 2022-11-18 event", "18/11/2022 2022-11-18 event", "Năm ngoái 2021 event"],
    );
    dated(
        "Tính đến hết ngày 29/9, lũ rút. Chiều cùng ngày, đoàn vào bản.",
        &["hết ngày 29/9 ../XXXX-09-29 event", "Chiều cùng ngày XXXX-09-29 event"],
    );
    dated(
        "Hội họp ngày 18/11/2022. Năm ngoái không có hội.",
        &["ngày 18/11/2022 2022-11-18 event", "Năm ngoái unknown event"],
    );
}

#[test]
fn what_stands_above_a_title() {
    let told = |words: &str| {
        let info = read(words).info;
        [info.section, info.issuer, info.title]
    };
    let rubric = "VĂN HÓA - NGHỆ THUẬT\nTrao giải Cuộc thi ảnh về quê hương\nXã có 5 giải.\n";
    assert_eq!(told(rubric), ["VĂN HÓA - NGHỆ THUẬT", "", "Trao giải Cuộc thi ảnh về quê hương"]);
    let body = "ỦY BAN NHÂN DÂN XÃ SƠN HÀ\nKết quả xây dựng nông thôn mới ở xã\nXã có 12 thôn.\n";
    assert_eq!(told(body), ["", "ỦY BAN NHÂN DÂN XÃ SƠN HÀ", "Kết quả xây dựng nông thôn mới ở xã"]);
    let title = "XÃ SƠN HÀ TRỒNG RỪNG\nSáng nay, xã ra quân trồng rừng ở ba thôn.\nDân vui.\n";
    assert_eq!(told(title), ["", "", "XÃ SƠN HÀ TRỒNG RỪNG"]);
    let signed = "Tin vui\nXã có 12 thôn.\nDân vui.\nT/M ĐẢNG ỦY\n";
    assert_eq!(read(signed).info.author, "");
}

#[test]
fn spans_of_dates() {
    dated(
        "Trường dẫn đầu từ năm học 2018 - 2019 đến năm học 2022 - 2023.",
        &["năm học 2018 - 2019 đến năm học 2022 - 2023 2018/2023 period"],
    );
    dated(
        "Năm học 2018-2019 đạt 3 giải, năm học 2022-2023 đạt 5 giải.",
        &["Năm học 2018-2019 2018/2019 period", "năm học 2022-2023 2022/2023 period"],
    );
    dated("Đại hội họp ngày 05 tháng11 năm 2010.", &["ngày 05 tháng11 năm 2010 2010-11-05 event"]);
    dated("Đoàn làm việc 27/2-4/3/2022.", &["27/2-4/3/2022 2022-02-27/2022-03-04 event"]);
    dated("Phun thuốc đợt 5 - 10/10.", &["5 - 10/10 XXXX-10-05/XXXX-10-10 event"]);
    dated("Đến cuối năm học 2012 - 2013, trường có 5 lớp.", &["cuối năm học 2012 - 2013 2012/2013 event"]);
    dated("Vụ hè thu 2021, xã gieo 100 ha.", &["2021 2021 event"]);
    dated(
        "Huân chương hạng Ba năm 1999, hạng Nhì năm 2006.",
        &["năm 1999 1999 event", "năm 2006 2006 event"],
    );
    dated("Bà Lê Thị Hằng ngày 4-7 cho biết.", &["ngày 4-7 XXXX-07-04 event"]);
    for none in [
        "Căn hộ từ 1 - 3 phòng ngủ.",
        "Tiền thuê đã trả trước 1/4.",
        "Diện tích cây hàng năm là 30 ha.",
        "Thu 2021 tấn lúa.",
    ] {
        dated(none, &[]);
    }
}

#[test]
fn acts_without_their_symbol() {
    assert_eq!(cited("Quy định 27 có một điều mới."), ["27 -"]);
    assert_eq!(cited("Điểm mới trong Quy định 27 cụ thể như sau."), ["27 -"]);
    assert_eq!(cited("Xã làm theo quy định 22 và nghị quyết 18."), ["22 -", "18 -"]);
    assert_eq!(cited("Công văn số 95/LĐLĐ ngày 3/6/2023."), ["95/LĐLĐ 2023-06-03"]);
    assert_eq!(
        cited("Chủ tịch UBND tỉnh Sơn Hà (Tờ trình số 86/TTr-UBND) đề nghị."),
        ["86/TTr-UBND - Chủ tịch UBND tỉnh Sơn Hà"]
    );
    // the body of the next line is another's
    assert_eq!(cited("Chỉ thị số 23-CT/TW\nỦY BAN NHÂN DÂN TỈNH SƠN HÀ\nXét đề nghị."), ["23-CT/TW -"]);
    for none in [
        "Quyết định 3 vấn đề lớn. Thông báo 15 trường hợp.",
        "Con tàu lớp Đề án 877 cập cảng.",
        "Xã quy định 12 khoản thu.",
        "Ban hành nghị quyết 5 năm một lần.",
    ] {
        assert_eq!(cited(none), [""; 0], "{none}");
    }
}
