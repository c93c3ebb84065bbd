//! Who wins: names below a prize, before the verb, behind a number of honours; and totals, editions and ceremonies that
//! give nobody anything.

use super::{check, none};

#[test]
fn works_stand_below_their_prize() {
    check(
        "Danh sách đoạt giải năm 2017:\n\nGiải A:\n\n- Loạt bài “Ngược dòng” của tác giả Lò Văn Sơn - Báo Nà Hạ.\n\n2 giải B:\n\n- Bút ký “Mưa” của tác giả Vi Long - Đài Nà Hạ.\n\n- Bút ký “Nắng” của tác giả Hà Mây - Đài Nà Hạ.\n",
        &[
            "prize|||Loạt bài “Ngược dòng” của tác giả Lò Văn Sơn||2017|granted",
            "prize||||2 award|2017|granted",
            "prize|||Bút ký “Mưa” của tác giả Vi Long||2017|granted",
            "prize|||Bút ký “Nắng” của tác giả Hà Mây||2017|granted",
        ],
    );
    check(
        "Các giải Nhất thuộc về: Máy hút bùn của ông Lò Văn Sơn; Kè hồ của bà Hà Thị Mây.",
        &["prize|1||Máy hút bùn của ông Lò Văn Sơn|||granted", "prize|1||Kè hồ của bà Hà Thị Mây|||granted"],
    );
    none(&[
        "Giải Nhất:\n- Tiền mặt 10 triệu đồng\n- Cúp lưu niệm\n",
        "Các giải Nhất thuộc về những đội chơi hay.",
        "Giải A:\nTác giả gửi bài trước tháng 5.\n",
    ]);
}

#[test]
fn names_stand_before_the_verb_or_behind_the_number() {
    check(
        "Các ông bà: bà Hà Thị Mây; ông Lò Văn Sơn (trú tại huyện Nà Sản) là hai gương mặt được tặng Bằng khen của Bộ Y tế.",
        &[
            "certificate_of_merit||Bộ Y tế|gương mặt|2 person||granted",
            "certificate_of_merit||Bộ Y tế|Hà Thị Mây|||granted",
            "certificate_of_merit||Bộ Y tế|Lò Văn Sơn|||granted",
        ],
    );
    check(
        "Trong đó, 02 Nghệ nhân Nhân dân, gồm: Ngô Thị Thềm (phường Hòa) và Tạ Văn Quýnh (xã Thổ).",
        &[
            "people_title||||2 award||granted",
            "people_title|||Ngô Thị Thềm|||granted",
            "people_title|||Tạ Văn Quýnh|||granted",
        ],
    );
    check(
        "Có 3 học sinh được trao giải Nhất gồm: em Lò Quốc Bảo, Ngô Đức Anh (môn Tin), Hồ Khánh Vy (môn Văn).",
        &[
            "prize|1||học sinh|3 person||granted",
            "prize|1||Lò Quốc Bảo|||granted",
            "prize|1||Ngô Đức Anh|||granted",
            "prize|1||Hồ Khánh Vy|||granted",
        ],
    );
    none(&["Trong đó, 02 Nghệ nhân Nhân dân đã mất, còn 5 người truyền nghề."]);
}

#[test]
fn a_list_goes_on_below_cho() {
    check(
        "Phó Chủ tịch UBND tỉnh đã trao Bằng khen cho các ông:\nVũ Đức Khiêm - nguyên Trưởng khoa Ngoại, Bùi Ngọc Thành - nguyên Phó khoa; chín thầy thuốc được tặng danh hiệu Thầy thuốc Ưu tú.",
        &[
            "certificate_of_merit||Phó Chủ tịch UBND tỉnh|Vũ Đức Khiêm|||granted",
            "certificate_of_merit||Phó Chủ tịch UBND tỉnh|Bùi Ngọc Thành|||granted",
            "meritorious_title|||thầy thuốc|9 person||granted",
        ],
    );
    check(
        "Tặng Bằng khen của Thủ tướng Chính phủ cho:\nNhân dân và cán bộ thị xã Đông Mỏ, tỉnh Lạng Hà, đã hoàn thành nhiệm vụ năm 2008.",
        &["certificate_of_merit||Thủ tướng Chính phủ|Nhân dân và cán bộ thị xã Đông Mỏ||2008|granted"],
    );
    check(
        "UBND huyện tặng Giấy khen cho: 12 tập thể; 30 cá nhân.",
        &[
            "certificate_of_commendation||UBND huyện|tập thể|12 collective||granted",
            "certificate_of_commendation||UBND huyện|cá nhân|30 individual||granted",
        ],
    );
}

#[test]
fn prizes_stand_in_brackets_behind_those_who_won() {
    check(
        "Trường Nà Hạ có 12 học sinh đoạt giải (một giải Nhì, năm giải Ba, sáu giải Khuyến khích).",
        &[
            "prize|2||học sinh|1 award||granted",
            "prize|3||học sinh|5 award||granted",
            "prize|||học sinh|6 award||granted",
        ],
    );
    none(&["Năm giải Ba được trao lần đầu, trường mới có 3 lớp."]);
}

#[test]
fn a_total_and_its_parts() {
    check(
        "Quỹ Sáng tạo đã quyết định trao Giải thưởng Sáng tạo Trẻ năm 2021 cho 9 công trình gồm: 3 giải Nhất và 6 giải Nhì.",
        &["prize|1|Quỹ Sáng tạo||3 award|2021|granted", "prize|2|Quỹ Sáng tạo||6 award|2021|granted"],
    );
    check(
        "Chủ tịch nước tặng 6 Huân chương Độc lập hạng Nhì, 41 Huân chương Độc lập hạng Ba cho 47 gia đình.",
        &[
            "independence_order|2|Chủ tịch nước||6 award||granted",
            "independence_order|3|Chủ tịch nước|gia đình|41 award||granted",
        ],
    );
}

#[test]
fn the_state_gives_what_a_district_hands_over() {
    check(
        "UBND huyện tổ chức lễ truy tặng danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng” cho mẹ Hà Thị Mây.",
        &["heroic_mother|||mẹ Hà Thị Mây|||granted"],
    );
    check(
        "Chủ tịch nước phong tặng danh hiệu “Nghệ nhân Ưu tú” cho 8 cá nhân tại Quyết định số 13/QĐ-CTN của Chủ tịch nước.",
        &["meritorious_title||Chủ tịch nước|cá nhân|8 individual||granted"],
    );
    check(
        "Trường đón nhận Huân chương Lao động hạng Nhì lần thứ 2 của Chủ tịch nước.",
        &["labour_order|2|Chủ tịch nước|Trường|||granted"],
    );
}

#[test]
fn an_open_day_dates_nothing() {
    check(
        "Cập nhật 20/07/2015\n\nSáng 19/7, huyện tổ chức gặp mặt. Dịp này, UBND tỉnh tặng Bằng khen cho 5 cá nhân.\n",
        &["certificate_of_merit||UBND tỉnh|cá nhân|5 individual||granted"],
    );
    check(
        "Chị Mây đoạt HCV giải vô địch quốc gia năm 2002.\n\nAnh Sơn đã giành được 6 huy chương vàng toàn quốc.\n",
        &["medal|||Mây||2002|granted", "medal|||Sơn|6 award||granted"],
    );
}

#[test]
fn who_of_a_group_is_named() {
    check(
        "Chị Vàng Thị Mỷ, Trạm Y tế Nà Hạ, là một trong 85 thầy thuốc được Bộ Y tế tặng Bằng khen.",
        &[
            "certificate_of_merit||Bộ Y tế|thầy thuốc|85 person||granted",
            "certificate_of_merit||Bộ Y tế|Vàng Thị Mỷ|||granted",
        ],
    );
    check(
        "Trong 20 nhà giáo được Bộ Giáo dục tặng Bằng khen, huyện Nà Hạ góp mặt cô giáo Hà Thị Mây và thầy giáo Vi Văn Long.",
        &[
            "certificate_of_merit||Bộ Giáo dục|nhà giáo|20 person||granted",
            "certificate_of_merit||Bộ Giáo dục|Hà Thị Mây|||granted",
            "certificate_of_merit||Bộ Giáo dục|Vi Văn Long|||granted",
        ],
    );
    // some of a group, and no names
    check(
        "Trong 12 tập thể được UBND tỉnh tặng Bằng khen, có 3 tập thể ngành y tế.",
        &["certificate_of_merit||UBND tỉnh|tập thể|12 collective||granted"],
    );
    check(
        "Trong 5 năm, có 12 tập thể được tặng Cờ thi đua.",
        &["emulation_flag|||tập thể|12 collective||granted"],
    );
}

#[test]
fn those_behind_the_last_award_get_all() {
    check(
        "UBND tỉnh tặng Cờ thi đua và Bằng khen cho 3 tập thể.",
        &[
            "emulation_flag||UBND tỉnh|tập thể|3 collective||granted",
            "certificate_of_merit||UBND tỉnh|tập thể|3 collective||granted",
        ],
    );
    check("Chị Lò Thị Mây mang về tấm HCV đầu tiên cho đoàn Nà Hạ.", &["medal|||Lò Thị Mây|||granted"]);
    check(
        "Bộ Quốc phòng tặng Bằng khen cho Đại úy Lò Văn Sơn, Bệnh viện Quân y 103 vì có thành tích.",
        &["certificate_of_merit||Bộ Quốc phòng|Đại úy Lò Văn Sơn|||granted"],
    );
    none(&["Theo quy chế, thí sinh đoạt giải nhất được tuyển thẳng vào đại học."]);
}
