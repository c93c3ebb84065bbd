//! Awards in lists: what the line above says, groups and their members, several years of one award; and what in such
//! lists is no award.

use super::{check, none};

#[test]
fn the_number_of_awards_is_not_that_of_those_who_take_part() {
    check(
        "Đoàn Nà Sản với 48 vận động viên giành 16 huy chương, gồm 9 HCV, 7 HCB.",
        &["medal|||Đoàn Nà Sản|9 award||granted", "medal|||Đoàn Nà Sản|7 award||granted"],
    );
    check(
        "Trường có 20 em dự thi, 12 em đạt giải, gồm: 02 giải Nhất, 10 giải KK.",
        &["prize|1||em|2 award||granted", "prize|||em|10 award||granted"],
    );
    check(
        "Đoàn có 14/20 vận động viên đạt huy chương, với 3 HCV, 11 HCĐ.",
        &["medal|||vận động viên|3 award||granted", "medal|||vận động viên|11 award||granted"],
    );
    check(
        "Trường đạt 2 giải nhất, 5 nhì, 7 ba và 9 khuyến khích.",
        &[
            "prize|1||Trường|2 award||granted",
            "prize|2||Trường|5 award||granted",
            "prize|3||Trường|7 award||granted",
            "prize|||Trường|9 award||granted",
        ],
    );
}

#[test]
fn voters_and_readers_get_nothing() {
    check(
        "Giải “Giọng ca vàng” được trao cho nhóm Sóng Xanh với hơn 12,5 nghìn lượt bình chọn.",
        &["prize|||nhóm Sóng Xanh|||granted"],
    );
    check(
        "Ban Tổ chức trao giải Nhì cho tác giả Lò Văn Sơn với 1.200 phiếu bầu.",
        &["prize|2|Ban Tổ chức|tác giả Lò Văn Sơn|||granted"],
    );
    check(
        "UBND tỉnh tặng Bằng khen cho 5 tập thể với 12 cá nhân.",
        &[
            "certificate_of_merit||UBND tỉnh|tập thể|5 collective||granted",
            "certificate_of_merit||UBND tỉnh|cá nhân|12 individual||granted",
        ],
    );
    none(&[
        "Hội thi có 45 đội với 300 thí sinh dự thi.",
        "Bài viết có 3.000 lượt xem và 200 lượt bình chọn.",
    ]);
}

#[test]
fn the_line_above_a_list_says_who_gives() {
    check(
        "Thành tích\n\nChính phủ tặng:\n – Cờ thi đua: 3 tập thể\n – Bằng khen cho 4 cá nhân\nUBND tỉnh tặng:\n – 06 Cờ thi đua\n – Chiến sĩ thi đua cấp tỉnh: 9 người\n",
        &[
            "emulation_flag||Chính phủ|tập thể|3 collective||granted",
            "certificate_of_merit||Chính phủ|cá nhân|4 individual||granted",
            "emulation_flag||UBND tỉnh||6 award||granted",
            "emulation_soldier||UBND tỉnh|người|9 person||granted",
        ],
    );
    check(
        "Điều 1. Giám đốc Sở Y tế công nhận danh hiệu thi đua năm 2021 cho:\n- 14 tập thể đạt danh hiệu “Tập thể Lao động tiên tiến”;\n- 86 cá nhân đạt danh hiệu “Lao động tiên tiến”.\n",
        &[
            "advanced_labour_collective||Giám đốc Sở Y tế|tập thể|14 collective|2021|granted",
            "advanced_worker||Giám đốc Sở Y tế|cá nhân|86 individual|2021|granted",
        ],
    );
    check(
        "Công ty được Nhà nước tặng thưởng:\n+ 01 Huân chương Lao động hạng Nhất;\n+ Danh hiệu Anh hùng Lao động (năm 2005).\n",
        &["labour_order|1|Nhà nước|Công ty|1 award||granted", "labour_hero||Nhà nước|Công ty||2005|granted"],
    );
    check(
        "Đề nghị UBND tỉnh tặng:\n- Bằng khen: 3 tập thể, 5 cá nhân\n",
        &[
            "certificate_of_merit||UBND tỉnh|tập thể|3 collective||proposed",
            "certificate_of_merit||UBND tỉnh|cá nhân|5 individual||proposed",
        ],
    );
    none(&[
        "Hội nghị nghe về các hình thức do Chính phủ tặng:\n- Cờ thi đua là hình thức cao nhất;\n- Bằng khen có 3 mẫu.\n",
        "Tỉnh ủy tặng:\n- 30 suất quà;\n- 12 chiếc xe đạp.\n",
    ]);
}

#[test]
fn groups_and_their_members_are_awards_of_their_own() {
    check(
        "UBND tỉnh tặng Bằng khen cho 02 tập thể (Trường Chính trị tỉnh; Huyện ủy Nà Sản) và 05 cá nhân (có danh sách kèm theo).",
        &[
            "certificate_of_merit||UBND tỉnh|tập thể|2 collective||granted",
            "certificate_of_merit||UBND tỉnh|Trường Chính trị tỉnh|||granted",
            "certificate_of_merit||UBND tỉnh|Huyện ủy Nà Sản|||granted",
            "certificate_of_merit||UBND tỉnh|cá nhân|5 individual||granted",
        ],
    );
    check(
        "Đề nghị UBND tỉnh tặng Bằng khen cho 02 tập thể:\n   a) Khoa Hồi sức;\n   b) Phòng Điều dưỡng.\n",
        &[
            "certificate_of_merit||UBND tỉnh|tập thể|2 collective||proposed",
            "certificate_of_merit||UBND tỉnh|Khoa Hồi sức|||proposed",
            "certificate_of_merit||UBND tỉnh|Phòng Điều dưỡng|||proposed",
        ],
    );
    check(
        "UBND huyện tặng Giấy khen cho:\n- 12 tập thể;\n- 30 cá nhân.\n",
        &[
            "certificate_of_commendation||UBND huyện|tập thể|12 collective||granted",
            "certificate_of_commendation||UBND huyện|cá nhân|30 individual||granted",
        ],
    );
    check(
        "UBND huyện tặng Giấy khen cho 2 hộ gia đình: hộ ông Lò Văn Sơn và hộ bà Hà Thị Mây.",
        &[
            "certificate_of_commendation||UBND huyện|hộ gia đình|2 household||granted",
            "certificate_of_commendation||UBND huyện|Lò Văn Sơn|||granted",
            "certificate_of_commendation||UBND huyện|Hà Thị Mây|||granted",
        ],
    );
    // a bracket may also say how the group is made up, by which decision, or where it belongs
    check(
        "UBND tỉnh tặng Bằng khen cho 5 tập thể (3 phòng, 2 trạm) và 7 cá nhân (Quyết định số 12/QĐ-UBND).",
        &[
            "certificate_of_merit||UBND tỉnh|tập thể|5 collective||granted",
            "certificate_of_merit||UBND tỉnh|cá nhân|7 individual||granted",
        ],
    );
    check(
        "UBND tỉnh tặng Bằng khen cho 4 tập thể: 2 trường, 2 trạm y tế.",
        &["certificate_of_merit||UBND tỉnh|tập thể|4 collective||granted"],
    );
}

#[test]
fn each_year_of_a_list_is_an_award() {
    check(
        "Trường được Nhà nước tặng Huân chương Lao động hạng Ba (1994), hạng Nhì (2004 và 2014).",
        &[
            "labour_order|3|Nhà nước|Trường||1994|granted",
            "labour_order|2|Nhà nước|Trường||2004|granted",
            "labour_order|2|Nhà nước|Trường||2014|granted",
        ],
    );
    check(
        "Thành tích\n– Huân chương Lao động hạng Nhì: 2002; hạng Ba: 1985, 1996\n",
        &[
            "labour_order|2||||2002|granted",
            "labour_order|3||||1985|granted",
            "labour_order|3||||1996|granted",
        ],
    );
    check(
        "Công đoàn xã 2 năm liền (2022, 2023) được Công đoàn huyện tặng Giấy khen.",
        &[
            "certificate_of_commendation||Công đoàn huyện|Công đoàn xã||2022|granted",
            "certificate_of_commendation||Công đoàn huyện|Công đoàn xã||2023|granted",
        ],
    );
    check(
        "Xã được tặng 02 Huân chương Lao động hạng Ba (1995, 2001).",
        &["labour_order|3||Xã||1995|granted", "labour_order|3||Xã||2001|granted"],
    );
    check(
        "Huyện ủy tặng Giấy khen cho 3 chi bộ 5 năm liền (2018 - 2022) và trao Huy hiệu 50 năm tuổi Đảng cho 01 đồng chí.",
        &[
            "certificate_of_commendation||Huyện ủy|chi bộ|3 other||granted",
            "badge||Huyện ủy|đồng chí|1 person||granted",
        ],
    );
    none(&[
        "Lớp 12A có 2.002 em; hạng Nhì: 1985 điểm.",
        "Trường có 2.002 em; hạng Nhì: 2 em, hạng Ba: 5 em.",
    ]);
}

#[test]
fn a_neighbours_year_is_not_the_awards() {
    check(
        "Em từng đoạt Huy chương Bạc giải trẻ quốc gia năm 2021, Huy chương Vàng giải các nhóm tuổi 2022, được Liên đoàn Bơi tặng Bằng khen.",
        &[
            "medal|||Em||2021|granted",
            "medal|||Em||2022|granted",
            "certificate_of_merit||Liên đoàn Bơi|Em|||granted",
        ],
    );
    check(
        "Phim đoạt giải Bông Sen tại Liên hoan phim Nà Hạ 2021; còn Gia Bảo từng được báo Sân Khấu trao giải Diễn viên triển vọng.",
        &["prize|||Phim||2021|granted", "prize||báo Sân Khấu|Gia Bảo|||granted"],
    );
    check(
        "Thi đua cuối năm 2021: cô Hà Thị Mây được Bộ Giáo dục tặng Bằng khen (năm 2020).",
        &["certificate_of_merit||Bộ Giáo dục|cô Hà Thị Mây||2020|granted"],
    );
    check(
        "UBND huyện tặng Giấy khen cho xã Nà Hạ, đơn vị có tỷ lệ hộ nghèo giảm 3% so với năm 2020.",
        &["certificate_of_commendation||UBND huyện|xã Nà Hạ|||granted"],
    );
    check(
        "Thành lập năm 1998, trường được UBND tỉnh tặng Bằng khen.",
        &["certificate_of_merit||UBND tỉnh|trường|||granted"],
    );
}

#[test]
fn grades_and_ranges_of_numbers() {
    check(
        "Trong đó có Huy hiệu 70 năm: 5 đồng chí, 60 năm: 45 đồng chí.",
        &["badge|||đồng chí|5 person||granted", "badge|||đồng chí|45 person||granted"],
    );
    check("Đoàn đặt mục tiêu giành 90-120 huy chương vàng.", &["medal|||Đoàn|90 award||planned"]);
    check(
        "Các danh hiệu đạt được: Chiến sĩ thi đua cơ sở các năm 2015, 2016.",
        &["emulation_soldier|||||2015|granted", "emulation_soldier|||||2016|granted"],
    );
    none(&[
        "Các danh hiệu thi đua gồm: Chiến sĩ thi đua cơ sở, Lao động tiên tiến.",
        "Các thí sinh tranh tài để giành 1 giải nhất, 2 giải nhì.",
    ]);
}

#[test]
fn what_is_handed_over_beside_gets_nothing() {
    check(
        "Ban Tổ chức đã trao cúp vô địch, Huy chương Vàng và 20 triệu đồng cho đội Nà Hạ; đồng Huy chương Đồng cho đội Nà Sản.",
        &["medal||Ban Tổ chức|đội Nà Hạ|||granted", "medal||Ban Tổ chức|đội Nà Sản|||granted"],
    );
    none(&["Ban Tổ chức trao cúp và hoa cho đội Nà Hạ."]);
}

#[test]
fn whose_a_list_is() {
    check(
        "Trường Trung cấp Nà Hạ đã đạt được những thành tích sau:\n- Năm 2004: Tập thể Lao động Tiên tiến.\n- Năm 2005: Bằng khen của UBND tỉnh.\n",
        &[
            "advanced_labour_collective|||Trường Trung cấp Nà Hạ||2004|granted",
            "certificate_of_merit||UBND tỉnh|Trường Trung cấp Nà Hạ||2005|granted",
        ],
    );
    check(
        "Trường Tiểu học Nà Hạ tổ chức kỷ niệm 30 năm và đón nhận Huân chương Lao động hạng Nhất.",
        &["labour_order|1||Trường Tiểu học Nà Hạ|||granted"],
    );
    none(&["Trường Tiểu học Nà Hạ tổ chức kỷ niệm 30 năm và xem mẫu Huân chương."]);
}
