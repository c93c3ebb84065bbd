//! Wordings of awards: how they are named, won and shown, and the words that look like one and are none.

use super::{check, none};

#[test]
fn a_title_follows_another_with_roi() {
    check(
        "Chủ tịch nước phong tặng bà danh hiệu “Nghệ nhân Ưu tú” (năm 2015) rồi “Nghệ nhân Nhân dân” (năm 2022).",
        &[
            "meritorious_title||Chủ tịch nước|bà||2015|granted",
            "people_title||Chủ tịch nước|bà||2022|granted",
        ],
    );
    check(
        "Bà được Hội Văn nghệ phong tặng danh hiệu Nghệ nhân dân gian (2007).",
        &["other_title||Hội Văn nghệ|Bà||2007|granted"],
    );
    none(&["Bà đi rồi mới có Nghệ nhân Nhân dân đến.", "Danh hiệu Nghệ nhân dân gian có hai bậc."]);
}

#[test]
fn a_prize_has_an_owner() {
    check(
        "Em là chủ nhân Huy chương Vàng Olympic Hóa học 2022 và giải Nhì cuộc thi Khoa học kỹ thuật.",
        &["medal|||Em||2022|granted", "prize|2||Em|||granted"],
    );
    check(
        "Anh Lò Văn Sơn, chủ nhân của Giải thưởng Lương Định Của năm 2020, đang nuôi cá.",
        &["prize|||Lò Văn Sơn||2020|granted"],
    );
    none(&["Chủ nhân của ngôi nhà xem mẫu Bằng khen."]);
}

#[test]
fn the_verb_stands_behind_the_award() {
    check(
        "Điều bà quý nhất là tấm Giấy khen treo đầu giường, UBND xã tặng vì đã hiến đất.",
        &["certificate_of_commendation||UBND xã||||granted"],
    );
    none(&["Bà xem Giấy khen, UBND xã tặng quà Tết cho 12 hộ."]);
}

#[test]
fn a_grade_and_its_prize_are_one() {
    check(
        "Công ty đạt Giải Bạc Giải thưởng Chất lượng Quốc gia năm 2022.",
        &["prize|||Công ty||2022|granted"],
    );
    none(&[
        "Trao giải Cuộc thi sáng tác ảnh “Mùa nước”",
        "Trao giải Hội thi Tin học trẻ tỉnh",
        "Lễ trao giải Liên hoan phim Nà Hạ",
    ]);
}

#[test]
fn the_ground_of_an_award_is_none() {
    check(
        "Ông từng được UBND tỉnh tặng Bằng khen năm 2019 vì là nông dân sản xuất kinh doanh giỏi.",
        &["certificate_of_merit||UBND tỉnh|Ông||2019|granted"],
    );
    check(
        "Giám đốc Công an tỉnh tặng Giấy khen cho 09 chiến sĩ trực tiếp bắt giữ đối tượng.",
        &["certificate_of_commendation||Giám đốc Công an tỉnh|chiến sĩ|9 person||granted"],
    );
}

#[test]
fn a_title_of_the_text_is_told_again_by_who_hands_over() {
    check(
        "Trường THPT Lạc Sơn đón nhận Huân chương Lao động hạng Nhất\n\nSáng nay, thừa ủy quyền của Chủ tịch nước, ông Lò Văn Sơn đã trao Huân chương Lao động hạng Nhất cho nhà trường.\n",
        &["labour_order|1|Chủ tịch nước|Trường THPT Lạc Sơn|||granted"],
    );
}

#[test]
fn names_may_hold_a_conferring_word() {
    check(
        "Trường THPT Lạc Phong được UBND tỉnh tặng Cờ thi đua.",
        &["emulation_flag||UBND tỉnh|Trường THPT Lạc Phong|||granted"],
    );
    check("Bà Lò Thị Nhận đạt giải Nhất.", &["prize|1||Lò Thị Nhận|||granted"]);
    check(
        "Chị Lê Thị Quế, chi hội trưởng thôn Hạ được Hội cấp trên tặng Bằng khen.",
        &["certificate_of_merit||Hội cấp trên|Lê Thị Quế|||granted"],
    );
    none(&["Trường THPT Lạc Phong in mẫu Bằng khen."]);
}

#[test]
fn a_column_of_numbers_counts_the_awards_of_its_row() {
    check(
        "| Đơn vị | Danh hiệu | Số lượng |\n|---|---|---|\n| Trạm Y tế Nà Hạ | Bằng khen | 2 |\n| Sở Y tế | Cờ thi đua | 1 |\n",
        &[
            "certificate_of_merit|||Trạm Y tế Nà Hạ|2 award||granted",
            "emulation_flag|||Sở Y tế|1 award||granted",
        ],
    );
}

#[test]
fn who_says_it_does_not_give() {
    check(
        "Sáng nay, ông Lò Văn Sơn, Chủ tịch UBND huyện, cho biết UBND tỉnh vừa tặng Bằng khen cho em Vi Văn Long.",
        &["certificate_of_merit||UBND tỉnh|Vi Văn Long|||granted"],
    );
    check(
        "Anh Lò Văn Sơn đã được Công an xã tặng Giấy khen vì trả lại 3 triệu đồng cho người đánh rơi.",
        &["certificate_of_commendation||Công an xã|Lò Văn Sơn|||granted"],
    );
    check(
        "Năm 2024, chi bộ đăng ký Huyện ủy tặng Giấy khen.",
        &["certificate_of_commendation||Huyện ủy|chi bộ||2024|planned"],
    );
    none(&["Ông Lò Văn Sơn cho biết UBND tỉnh có mẫu Bằng khen mới."]);
}

#[test]
fn a_total_of_grades_is_no_award() {
    check(
        "Năm 2018, huyện có 54 đảng viên được nhận Huy hiệu Đảng, gồm: Huy hiệu 70 năm tuổi Đảng cho 6 đảng viên và Huy hiệu 30 năm cho 48 đảng viên.",
        &["badge|||đảng viên|6 person|2018|granted", "badge|||đảng viên|48 person|2018|granted"],
    );
    check("Huyện ủy trao Huy hiệu Đảng cho 54 đảng viên.", &["badge||Huyện ủy|đảng viên|54 person||granted"]);
}

#[test]
fn members_are_named_behind_what_is_said_of_their_group() {
    check(
        "Chủ tịch nước truy tặng Huân chương Dũng cảm cho 2 liệt sĩ hy sinh tại Nà Hạ gồm: Thượng tá Lò Văn Sơn, Đại úy Vi Văn Long.",
        &[
            "bravery_order||Chủ tịch nước|liệt sĩ hy sinh|2 person||granted",
            "bravery_order||Chủ tịch nước|Lò Văn Sơn|||granted",
            "bravery_order||Chủ tịch nước|Vi Văn Long|||granted",
        ],
    );
    // what they did is no list of them
    check(
        "UBND xã tặng Giấy khen cho 2 cá nhân có nhiều việc tốt gồm hiến đất, góp công.",
        &["certificate_of_commendation||UBND xã|cá nhân|2 individual||granted"],
    );
}
