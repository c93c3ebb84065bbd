//! Dates, citations and the identity of documents, each form in a sentence of its own, and what looks like one and is none.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use solieu::document::{Outside, typed_date};
use solieu::extract::{Extraction, Extractor};
use solieu::resolve;
use solieu::text::Text;
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// Reads a text of Wednesday, 15 September 2021.
fn read(words: &str) -> (Text, Extraction) {
    let text = Text::new(words.to_owned());
    let outside = Outside { date: typed_date("2021-09-15"), name: "" };
    let read = resolve::read_as(&EXTRACTOR, &text, outside);
    (text, read)
}

/// The dates of a text, as `words = kind completed value`.
fn dates(words: &str) -> Vec<String> {
    let (text, read) = read(words);
    read.facts.dates.iter().map(|d| format!("{} = {} {}", text.slice(d.span), d.kind, d.resolved)).collect()
}

#[track_caller]
fn dated(words: &str, wanted: &[&str]) {
    assert_eq!(dates(words), wanted, "{words}");
}

#[test]
fn days_and_times() {
    dated("Lớp tập huấn khai giảng ngày 4.10.2021.", &["ngày 4.10.2021 = date 2021-10-04"]);
    dated("Chợ họp ngày 8/7 năm 2020.", &["ngày 8/7 năm 2020 = date 2020-07-08"]);
    dated("Cháy lúc 4 giờ chiều ngày 2/9/2021.", &["4 giờ chiều ngày 2/9/2021 = datetime 2021-09-02T16:00"]);
    dated("Mưa từ 21h30 tối 3/9.", &["21h30 tối 3/9 = datetime 2021-09-03T21:30"]);
    dated("Xuất ngày 2021-08-05T07:45.", &["ngày 2021-08-05T07:45 = datetime 2021-08-05T07:45"]);
    dated("TT\tHọ tên\tNăm sinh\n1\tLê Văn Năm\t1975\n", &["1975 = year 1975"]);
    dated("12-9, xã Yên Bình ra quân.", &["12-9 = date 2021-09-12"]);
}

#[test]
fn lists_share_what_the_last_one_says() {
    dated("Thu đạt cao trong quý II, III/2020.", &["quý II = quarter 2020-34", "III/2020 = quarter 2020-35"]);
    dated(
        "Mưa nhiều vào tháng 5, 6 và 7/2020.",
        &["tháng 5 = month 2020-05", "6 = month 2020-06", "7/2020 = month 2020-07"],
    );
    dated("Trong 2 ngày 23 và 24/7, đoàn làm việc.", &["23 = date 2021-07-23", "24/7 = date 2021-07-24"]);
    dated("Lớp học 3 ngày 25 - 27/8.", &["25 - 27/8 = range 2021-08-25/2021-08-27"]);
    dated("Họp vào 27 và 28/8.", &["27 = date 2021-08-27", "28/8 = date 2021-08-28"]);
    dated("Tiêm ngày 13/5, 14/5.", &["ngày 13/5 = date 2021-05-13", "14/5 = date 2021-05-14"]);
    dated("Khen các năm 2015, 2017.", &["năm 2015 = year 2015", "2017 = year 2017"]);
    dated("Họp ngày 30 và ngày 31/8.", &["ngày 30 = date 2021-08-30", "ngày 31/8 = date 2021-08-31"]);
    dated(
        "Đạt giải năm học 2018-2019, 2019-2020.",
        &["năm học 2018-2019 = range 2018/2019", "2019-2020 = range 2019/2020"],
    );
    dated("Những năm 60, 70 của thế kỷ XX.", &["Những năm 60 = range 196X", "70 của thế kỷ XX = range 197X"]);
    dated("Năm 2020 và 2021 Đảng ủy Khối khen.", &["Năm 2020 = year 2020", "2021 = year 2021"]);
    // a number before a noun is no further month
    dated("Trong tháng 5, 6 hộ thoát nghèo.", &["tháng 5 = month 2021-05"]);
    dated("Năm 2020, 2000 người được tiêm.", &["Năm 2020 = year 2020"]);
}

#[test]
fn spans() {
    dated("Kéo dài từ ngày 25/12 đến 5/1/2021.", &["ngày 25/12 đến 5/1/2021 = range 2020-12-25/2021-01-05"]);
    dated(
        "Thu từ ngày 1/1 đến hết tháng 6/2020.",
        &["ngày 1/1 đến hết tháng 6/2020 = range 2020-01-01/2020-06"],
    );
    dated("Làng có từ 1867 đến 1945.", &["1867 đến 1945 = range 1867/1945"]);
    dated("Hai quý đầu năm 2020 thu 5 tỷ đồng.", &["Hai quý đầu năm 2020 = half 2020-40"]);
    dated(
        "Việc của 3 tháng còn lại của năm 2020 rất nặng.",
        &["3 tháng còn lại của năm 2020 = range 2020-10/2020-12"],
    );
    dated("Làm từ 2015 đến nay.", &["2015 đến nay = range 2015/.."]);
    dated(
        "Đập vỡ đêm 30 rạng ngày 31/8/2020.",
        &["đêm 30 rạng ngày 31/8/2020 = range 2020-08-30/2020-08-31"],
    );
    dated("Thu 6 tháng 2020 tăng.", &["6 tháng 2020 = half 2020-40"]);
    dated("Cất cánh lần đầu năm 2013.", &["năm 2013 = year 2013"]);
    dated("Nghề có từ thế kỷ XIX.", &["thế kỷ XIX = range 18XX"]);
    // 5 counts years, and the years follow it
    dated("Đề án 5 năm 2016-2020 đã xong.", &["2016-2020 = range 2016/2020"]);
    dated("Xã tăng từ 2010 đến 2500 hộ.", &[]);
}

#[test]
fn what_leans_on_the_document() {
    dated("Tháng 10 năm ngoái, đập vỡ.", &["Tháng 10 năm ngoái = relative 2020-10"]);
    dated("Sáng thứ Hai, đoàn tới.", &["Sáng thứ Hai = relative 2021-09-13"]);
    dated("Lớp mở vào thứ năm tuần tới.", &["thứ năm tuần tới = relative 2021-09-23"]);
    dated("Chiều nay, 15/9, bão vào.", &["Chiều nay = relative 2021-09-15", "15/9 = date 2021-09-15"]);
    dated("Việc sẽ xong trong quý sau.", &["quý sau = relative 2021-36"]);
    // a day far ahead is of the year before, unless it is to come
    let (_, early) = read("Ngày 20/12, nước rút.");
    assert_eq!(early.facts.dates[0].resolved.to_string(), "2021-12-20");
    let text = Text::new("Ngày 20/12, nước rút.".to_owned());
    let outside = Outside { date: typed_date("2021-01-05"), name: "" };
    let january = resolve::read_as(&EXTRACTOR, &text, outside);
    assert_eq!(january.facts.dates[0].resolved.to_string(), "2020-12-20");
    // a year that the text only mentions is not the document's own
    let text = Text::new("Ngày 20/12, nước rút. Đập xây ngày 3/4/2018.".to_owned());
    let undated = resolve::read(&EXTRACTOR, &text);
    assert_eq!(undated.facts.dates[0].resolved.to_string(), "XXXX-12-20");
}

#[test]
fn what_is_no_date() {
    for words in [
        "Nhà ở số 6/5 đường 30/4, tổ 3.",
        "Dịp 30/4 và 1/5, bến đông khách.",
        "Đạt 28/30 xã, tỷ số 2-1, lãi 3,5-4%.",
        "Đội xếp thứ hai, lần thứ ba liên tiếp.",
        "Rằm tháng bảy, cúng ngày 15/7 âm lịch.",
        "Ba năm qua, nhiều năm trước, những năm qua.",
        "Một ngày mai tươi sáng, khách quý này.",
        "Bảo hành 12 tháng, mỗi ca 8 giờ.",
        "Cách mạng Tháng Tám, phong trào 3/2.",
        "Gọi số 0912.345.678, mã 2021-345.",
        "Mấy hôm sau, hôm ấy, năm ấy.",
        "Chi hơn 2021 đồng, có 2000 người.",
        "Lũy kế 10 tháng 3.798 tỷ đồng.",
        "Nhà ở đường 2 tháng 9, Giải thưởng 15 tháng 10.",
        "Mẫu ghi ngày     tháng     năm 2020.",
        "Những tháng năm ấy, ngày, tháng, năm sinh.",
    ] {
        dated(words, &[]);
    }
}

#[test]
fn a_day_that_no_calendar_has_is_a_problem() {
    for words in ["Họp ngày 31/02/2021.", "Họp ngày 31 tháng 4 năm 2021.", "Họp sáng 32/5."] {
        let (_, read) = read(words);
        assert!(read.facts.dates.is_empty(), "{words}: {:?}", read.facts.dates);
        assert_eq!(read.notes.len(), 1, "{words}");
    }
}

/// The citations of a text, as `kind number date issuer pinpoint refers_to`, empty fields as `-`.
fn cited(words: &str) -> Vec<String> {
    let (_, read) = read(words);
    let or = |s: &str| if s.is_empty() { "-".to_owned() } else { s.to_owned() };
    let told = |c: &solieu::fact::Citation| {
        let date = c.date.map_or("-".to_owned(), |d| d.to_string());
        [c.kind.clone(), c.number.clone(), date, or(&c.issuer), or(&c.pinpoint), or(&c.refers_to)].join(" | ")
    };
    read.facts.citations.iter().map(told).collect()
}

#[test]
fn citations() {
    let words = "Theo điểm a khoản 2, khoản 5 Điều 54 Luật số 64/2025/QH15.";
    assert_eq!(cited(words), ["law | 64/2025/QH15 | - | - | điểm a khoản 2, khoản 5 Điều 54 | -"]);
    let words = "Thực hiện Quy định số 217-QĐ/TW và 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị.";
    assert_eq!(
        cited(words),
        [
            "rule | 217-QĐ/TW | 2013-12-12 | Bộ Chính trị | - | -",
            "rule | 218-QĐ/TW | 2013-12-12 | Bộ Chính trị | - | -"
        ]
    );
    let words = "Sau khi có Chỉ thị số 05-CT/TW, xã làm theo Chỉ thị 05.";
    assert_eq!(
        cited(words),
        ["directive | 05-CT/TW | - | - | - | -", "directive | 05 | - | - | - | 05-CT/TW"]
    );
    let words = "Tỉnh có Quyết định số 912/QĐ-UBND (sau đây gọi tắt là Đề án 07).";
    assert_eq!(
        cited(words),
        ["decision | 912/QĐ-UBND | - | - | - | -", "scheme | 07 | - | - | - | 912/QĐ-UBND"]
    );
    assert_eq!(
        cited("Theo Quyết định 1980 của Thủ tướng Chính phủ."),
        ["decision | 1980 | - | Thủ tướng Chính phủ | - | -"]
    );
    assert_eq!(cited("Theo QĐ số 491/QĐ-TTg."), ["decision | 491/QĐ-TTg | - | - | - | -"]);
    assert_eq!(
        cited("Kết luận số 21-KL/TW của Hội nghị Trung ương 4."),
        ["conclusion | 21-KL/TW | - | - | - | -"]
    );
    assert_eq!(cited("Hướng dẫn số 08 của Ban Tổ chức."), ["guideline | 08 | - | Ban Tổ chức | - | -"]);
    assert_eq!(cited("Căn cứ nghị định 139/2018/NĐ-CP."), ["decree | 139/2018/NĐ-CP | - | - | - | -"]);
    assert_eq!(cited("Xem Nghị định số 202/2004-NĐ-CP."), ["decree | 202/2004-NĐ-CP | - | - | - | -"]);
    let words = "Bộ Chính trị khóa XI đã ban hành Kết luận số 16-KL/TW.";
    assert_eq!(cited(words), ["conclusion | 16-KL/TW | - | Bộ Chính trị | - | -"]);
}

#[test]
fn what_is_no_citation() {
    for words in [
        "Kỳ họp quyết định 3 vấn đề, thông báo 15 trường hợp.",
        "Xã lập kế hoạch 5 năm và 12 hợp đồng.",
        "Nghị quyết Trung ương 4 khóa XII được học tập.",
        "Luật Đất đai năm 2024 có hiệu lực.",
        "Kế hoạch 2021 đã được giao.",
        "Tỷ lệ 28/30, tổ 5, quốc lộ 6.",
        "Xưởng hạ thủy tàu ngầm thuộc Đề án 877.",
        "Trường tuyển ngành Luật 150, Kinh tế 300 chỉ tiêu.",
    ] {
        assert_eq!(cited(words), [""; 0], "{words}");
    }
}

/// What a text says of itself.
fn told(words: &str) -> [String; 8] {
    let info = solieu::document::read(&Text::new(words.to_owned()), EXTRACTOR.lexicon());
    let day = |d: Option<solieu::fact::Edtf>| d.map_or_else(String::new, |d| d.to_string());
    [
        info.section,
        info.title,
        day(info.published),
        info.kind,
        info.number,
        info.issuer,
        info.place,
        day(info.signed),
    ]
}

#[test]
fn a_news_page() {
    let page = "Thứ tư, ngày 24 tháng 4 năm 2024\nTrang chủ > Chính trị\nXã Nà Phặc sơ kết công tác dân vận\n\
        Ngày đăng: 09/04/2021 - 03:12 PM\nSáng 8/4, xã Nà Phặc tổ chức hội nghị.\n";
    assert_eq!(told(page)[..3], ["Chính trị", "Xã Nà Phặc sơ kết công tác dân vận", "2021-04-09T15:12"]);
    let agency =
        "Xuất khẩu chè tăng mạnh trong quý đầu\nHà Nội (TTXVN 2/1/2024) - Xuất khẩu chè tăng.\nHết.\n";
    assert_eq!(told(agency)[2], "2024-01-02");
    let clock = "Giá cà phê đi ngang\n(Thứ Hai, 04/03/2024 09:15) Giá cà phê trong nước đi ngang.\nHết.\n";
    assert_eq!(told(clock)[2], "2024-03-04T09:15");
    let agency = "Giá cà phê đi ngang\n(BTN) 04/03/2024 09:15 - Giá cà phê trong nước đi ngang.\nHết.\n";
    assert_eq!(told(agency)[2], "2024-03-04T09:15");
    let other = "Giá cà phê đi ngang\nCông ty A (cổ phiếu lên sàn 04/03/2024 tại Hà Nội) báo lãi.\nHết.\n";
    assert_eq!(told(other)[2], "");
    // the day up to which figures go is no dateline
    let figures =
        "ĐẢNG ỦY XÃ NÀ PHẶC\nKẾT QUẢ XÂY DỰNG NÔNG THÔN MỚI\n(số liệu tính đến 30/9/2020)\nXã có 12 thôn.\n";
    assert_eq!(told(figures)[2], "");
    assert_eq!(told(figures)[5], "ĐẢNG ỦY XÃ NÀ PHẶC");
}

#[test]
fn an_official_document() {
    let columns = "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH NÀ PHẶC Độc lập - Tự do - Hạnh phúc\n\
        Số: 12/KH-UBND Nà Phặc, ngày 05 tháng 02 năm 2020\nKẾ HOẠCH\nTrồng rừng năm 2020\n";
    let wanted = ["plan", "12/KH-UBND", "ỦY BAN NHÂN DÂN TỈNH NÀ PHẶC", "Nà Phặc", "2020-02-05"];
    assert_eq!(told(columns)[3..], wanted);
    assert_eq!(told(columns)[1], "Trồng rừng năm 2020");
    let party = "HUYỆN ỦY NÀ PHẶC          ĐẢNG CỘNG SẢN VIỆT NAM\nBAN DÂN VẬN\n*          Nà Phặc, ngày 5 tháng 10 năm 2021\n\
        Số 15-BC/BDV\nBÁO CÁO\nkết quả công tác dân vận\n";
    assert_eq!(told(party)[3..], ["report", "15-BC/BDV", "BAN DÂN VẬN", "Nà Phặc", "2021-10-05"]);
    let broken =
        "Chi hội thôn Đông\nXã có 12 thôn.\nCác chi hội đều sinh hoạt.\nNà Phặc, ngày\n5 tháng 10 năm 2020\n";
    assert_eq!(told(broken)[6..], ["Nà Phặc", "2020-10-05"]);
    let foot = "Chi hội thôn Đông\nXã có 12 thôn, mỗi thôn một chi hội.\nCác chi hội đều sinh hoạt.\nNà Phặc, ngày 5/10/2020\n";
    assert_eq!(told(foot)[6..], ["Nà Phặc", "2020-10-05"]);
}

#[test]
fn roles() {
    let roles = |words: &str| read(words).1.facts.dates.iter().map(|d| d.role.as_str()).collect::<Vec<_>>();
    assert_eq!(roles("Năm 2020, Ủy ban nhân dân tỉnh tặng Bằng khen cho 3 tập thể."), ["award"]);
    assert_eq!(roles("Bộ luật Lao động năm 2019 có hiệu lực."), ["signed"]);
    assert_eq!(roles("Luật sư trình bày chiều 28/5 tại tòa."), ["event"]);
    assert_eq!(roles("Ông giữ chức từ năm 2010 đến năm 2015."), ["period"]);
    assert_eq!(roles("Thắng tại Giải thưởng Sông Hồng 2020 có 3 phim."), ["award"]);
    assert_eq!(roles("Có 9 xã được công nhận đạt chuẩn, tăng 2 xã so với năm 2019."), ["event"]);
    assert_eq!(roles("Ngày 3/9, xã tổ chức lễ phát động."), ["event"]);
    assert_eq!(roles("Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016."), ["signed"]);
}

#[test]
fn years_without_their_word() {
    let years =
        |words: &str| read(words).1.facts.dates.iter().map(|d| d.value.to_string()).collect::<Vec<_>>();
    assert_eq!(years("Đơn vị được tặng Huân chương Lao động hạng Nhất (2004 và 2014)."), ["2004", "2014"]);
    assert_eq!(years("Huân chương Lao động hạng Nhì: 2002; hạng Ba: 1985, 1996."), ["2002", "1985", "1996"]);
    assert_eq!(years("Doanh thu 2023 đạt 450 tỷ đồng. Chỉ tiêu 2024: tăng 8%."), ["2023", "2024"]);
    for none in [
        "Huân chương Lao động hạng Nhì: 02, hạng Ba: 46.",
        "Doanh thu 2.023 tỷ đồng, sản lượng 2023 tấn.",
        "Có hai nhóm (2004 hộ và 2014 người).",
        "Đó là điều bà quý nhất.",
        "Trong năm ban hành 04 nghị quyết.",
    ] {
        assert_eq!(years(none), Vec::<String>::new(), "{none}");
    }
}
