//! Awards that are told without the usual frame: titles in lower case, receivers before the giver, lines of works, captions.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test explains itself, and may break")]
#![allow(dead_code, reason = "the helpers are shared with other tests")]

mod common;

#[track_caller]
fn check(text: &str, wanted: &[&str]) {
    assert_eq!(common::awards(text), wanted, "in: {text}");
}

#[track_caller]
fn none(texts: &[&str]) {
    for text in texts {
        assert_eq!(common::awards(text), Vec::<String>::new(), "in: {text}");
    }
}

#[test]
fn titles_in_lower_case_end_in_a_quality() {
    check(
        "Năm 2014, Đoàn trường đạt danh hiệu vững mạnh, 100% chi đoàn đạt danh hiệu tiên tiến.",
        &["other_title|||Đoàn trường||2014|granted", "other_title|||chi đoàn|100 percent|2014|granted"],
    );
    check(
        "Chị Hà ba lần liên tiếp được trao danh hiệu vận động viên tiêu biểu.",
        &["other_title|||Hà|||granted"],
    );
    none(&[
        "Câu lạc bộ giành danh hiệu cao quý trước đông đảo khán giả.",
        "Đoàn trường bàn cách xây dựng danh hiệu chi đoàn tiên tiến.",
        "Phong trào học tập tiêu biểu được nhân rộng.",
    ]);
}

#[test]
fn receivers_with_a_number_stand_before_the_giver() {
    check(
        "Năm 2015: 3 cá nhân Tỉnh đoàn tặng Bằng khen, 1 tập thể Huyện đoàn tặng Giấy khen.",
        &[
            "certificate_of_merit||Tỉnh đoàn|cá nhân|3 individual|2015|granted",
            "certificate_of_commendation||Huyện đoàn|tập thể|1 collective|2015|granted",
        ],
    );
    check(
        "Sau 3 ngày, Huyện đoàn tặng Giấy khen cho chị Lò Thị Mai.",
        &["certificate_of_commendation||Huyện đoàn|Lò Thị Mai|||granted"],
    );
}

#[test]
fn the_first_part_of_a_total_is_an_award_too() {
    check(
        "Chủ tịch nước phong tặng danh hiệu cho 13 nghệ nhân, gồm 03 Nghệ nhân nhân dân, 10 Nghệ nhân ưu tú.",
        &[
            "people_title||Chủ tịch nước||3 award||granted",
            "meritorious_title||Chủ tịch nước||10 award||granted",
        ],
    );
    none(&["Đội văn nghệ có 13 nghệ nhân, gồm 3 người già và 10 người trẻ."]);
}

#[test]
fn a_line_that_a_prize_ends_says_who_won_it() {
    check(
        "Tác phẩm đã in:\nGió đồng (thơ, 1988) - Giải Nhì cuộc thi thơ 1991\nLê Văn Tám, Trường Tiểu học Kim Đồng – Giải Nhất\n",
        &["prize|2||Gió đồng||1991|granted", "prize|1||Lê Văn Tám|||granted"],
    );
    none(&[
        "Phần thưởng lớn - Giải Nhất trị giá 5 triệu đồng\n",
        "Cơ cấu giải thưởng - Giải Nhất\n",
        "Giải Nhất: 5.000.000 đồng và một chuyến đi.\n",
    ]);
}

#[test]
fn all_who_win_are_nobody_in_particular() {
    none(&[
        "Các tác giả đoạt giải Nhất nhận phần thưởng từ nhà tài trợ.",
        "Những học sinh đoạt giải Nhì chụp ảnh cùng thầy cô.",
    ]);
    check(
        "Các em Lò Văn Pá và Vi Thị Nga đoạt giải Nhất.",
        &["prize|1||Các em Lò Văn Pá|||granted", "prize|1||Vi Thị Nga|||granted"],
    );
}

#[test]
fn captions_tell_nothing_new() {
    check(
        "Lãnh đạo huyện trao Giấy khen cho các thầy cô có thành tích nổi bật |\nChủ tịch UBND huyện tặng Giấy khen cho 3 tập thể.\n",
        &["certificate_of_commendation||Chủ tịch UBND huyện|tập thể|3 collective||granted"],
    );
    check(
        "Lãnh đạo huyện trao Giấy khen cho đảng viên Vi Văn Long |\nBuổi lễ kết thúc lúc 11 giờ.\n",
        &["certificate_of_commendation||Lãnh đạo huyện|đảng viên Vi Văn Long|||granted"],
    );
}

#[test]
fn an_office_is_no_name() {
    check(
        "UBND tỉnh tặng Bằng khen cho 5 cá nhân là Chủ nhiệm và đồng Chủ nhiệm các đề tài.",
        &["certificate_of_merit||UBND tỉnh|cá nhân|5 individual||granted"],
    );
}

#[test]
fn just_as_many_lines_as_were_counted_name_them() {
    check(
        "Danh sách các tập thể đề nghị Chủ tịch nước khen thưởng:\n1. Đề nghị tặng Huân chương Lao động hạng Ba: 02 tập thể\n- Thanh tra tỉnh;\n- Sở Lâm nghiệp.\n2. Đề nghị tặng Huân chương Độc lập hạng Ba: 01 tập thể\n- Nhân dân huyện Nậm Rịa.\n",
        &[
            "labour_order|3|Chủ tịch nước|tập thể|2 collective||proposed",
            "labour_order|3|Chủ tịch nước|Thanh tra tỉnh|||proposed",
            "labour_order|3|Chủ tịch nước|Sở Lâm nghiệp|||proposed",
            "independence_order|3|Chủ tịch nước|tập thể|1 collective||proposed",
            "independence_order|3|Chủ tịch nước|Nhân dân huyện Nậm Rịa|||proposed",
        ],
    );
    for list in [
        "- Chi cục Thuế\n- Sở Y tế\n- Sở Xây dựng\n",
        "- Chi cục Thuế\n",
        "- Tổ chức nhiều hoạt động\n- Vận động quyên góp\n",
    ] {
        check(
            &format!("UBND tỉnh tặng Bằng khen cho 2 tập thể.\n{list}"),
            &["certificate_of_merit||UBND tỉnh|tập thể|2 collective||granted"],
        );
    }
}
