//! Awards that are told without the usual frame: titles in lower case, receivers before the giver, lines of works, captions.

use super::{check, none};

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

#[test]
fn further_grades_of_a_badge() {
    check(
        "Huyện ủy trao Huy hiệu 60 năm tuổi Đảng cho 2 đảng viên; 55 năm tuổi Đảng cho 3 đảng viên và 45 năm cho 6 đảng viên.",
        &[
            "badge||Huyện ủy|đảng viên|2 person||granted",
            "badge||Huyện ủy|đảng viên|3 person||granted",
            "badge||Huyện ủy|đảng viên|6 person||granted",
        ],
    );
    check(
        "Ông được nhận Huy hiệu 60 năm tuổi Đảng; 45 năm làm nghề, ông đã dạy cho 6 học trò.",
        &["badge|||Ông|||granted"],
    );
    check(
        "Toàn xã có 11 đảng viên được trao tặng, gồm: nhận Huy hiệu 80 năm tuổi Đảng có 3 đồng chí; nhận Huy hiệu 75 năm tuổi Đảng có 8 đồng chí.",
        &["badge|||đồng chí|3 person||granted", "badge|||đồng chí|8 person||granted"],
    );
}

#[test]
fn flags_in_lower_case() {
    check(
        "Huyện đoàn đã tặng cờ cho 5 tập thể.",
        &["emulation_flag||Huyện đoàn|tập thể|5 collective||granted"],
    );
    none(&[
        "Lãnh đạo tỉnh trao cờ xuất quân cho đoàn vận động viên.",
        "Đoàn viên tặng cờ Tổ quốc cho ngư dân.",
    ]);
}

#[test]
fn the_giver_before_a_colon_and_whom_a_long_lead_asks() {
    check(
        "- Tỉnh đoàn: tặng 01 Cờ cho Huyện đoàn Nậm Rịa.",
        &["emulation_flag||Tỉnh đoàn|Huyện đoàn Nậm Rịa|1 award||granted"],
    );
    check(
        "Thực hiện Nghị định số 91/2017/NĐ-CP của Chính phủ, Sở Nội vụ lấy ý kiến về việc đề nghị Chủ tịch nước tặng, truy tặng huân chương:\n- Tặng Huân chương Lao động hạng Ba cho Trường Tiểu học Nà Sản.\n",
        &["labour_order|3|Chủ tịch nước|Trường Tiểu học Nà Sản|||proposed"],
    );
    none(&["Nội dung chính: tặng quà cho 5 tập thể.", "Tỉnh biểu dương nông dân sản xuất, kinh doanh giỏi."]);
}

#[test]
fn parts_and_openings_keep_their_own_year_and_status() {
    check(
        "Có 2.500 hộ đăng ký, trong đó 1.100 hộ đạt danh hiệu Gia đình văn hóa.",
        &["other_title|||hộ|1100 household||granted"],
    );
    check(
        "Với kết quả đó, năm 2022 Hội được Trung ương Hội tặng Bằng khen; 6 tập thể được UBND tỉnh tặng Bằng khen.",
        &[
            "certificate_of_merit||Trung ương Hội|Hội||2022|granted",
            "certificate_of_merit||UBND tỉnh|tập thể|6 collective|2022|granted",
        ],
    );
    check(
        "Năm | Danh hiệu\n2015 | Tập thể Lao động xuất sắc\n2016 | Bằng khen của UBND tỉnh\n",
        &["excellent_labour_collective|||||2015|granted", "certificate_of_merit||UBND tỉnh|||2016|granted"],
    );
}

#[test]
fn grades_behind_those_who_get_them() {
    check(
        "Huyện ủy trao Huy hiệu Đảng cho 20 đảng viên, trong đó 03 đồng chí 50 năm, 05 đồng chí 45 năm và 12 đồng chí 30 năm tuổi Đảng.",
        &[
            "badge||Huyện ủy|đồng chí|3 person||granted",
            "badge||Huyện ủy|đồng chí|5 person||granted",
            "badge||Huyện ủy|đồng chí|12 person||granted",
        ],
    );
    check(
        "Đảng ủy trao Huy hiệu 60 năm tuổi Đảng cho đồng chí Vi Văn Long, 50 năm tuổi Đảng cho đồng chí Lò Thị Tư.",
        &["badge||Đảng ủy|Vi Văn Long|||granted", "badge||Đảng ủy|Lò Thị Tư|||granted"],
    );
    check(
        "Chi bộ trao Huy hiệu Đảng cho ông Vi Văn Long, có 3 đảng viên 50 năm gắn bó với bản làng.",
        &["badge||Chi bộ|Vi Văn Long|||granted"],
    );
}

#[test]
fn names_directly_behind_the_noun_of_their_group() {
    check(
        "Hai công nhân Lò Thị Bé và Vi Văn Sáu được Công ty tặng Giấy khen.",
        &[
            "certificate_of_commendation||Công ty|công nhân|2 person||granted",
            "certificate_of_commendation||Công ty|Lò Thị Bé|||granted",
            "certificate_of_commendation||Công ty|Vi Văn Sáu|||granted",
        ],
    );
    check(
        "UBND xã tặng Giấy khen cho 3 hộ bản Nà Hạ và Nà Sản.",
        &["certificate_of_commendation||UBND xã|hộ bản Nà Hạ và Nà Sản|3 household||granted"],
    );
}

#[test]
fn a_list_that_goes_on_names_no_members() {
    check(
        "- Chiến sĩ thi đua cấp Thành phố: 01 đ/c\n- Có 34 cán bộ quản lý Trường Tiểu học Nà Hạ\n",
        &["emulation_soldier|||đ/c|1 person||granted"],
    );
    check(
        "Trong 31 đảng viên được tặng Huy hiệu Đảng đợt này có 2 đảng viên nhận Huy hiệu 65 năm tuổi Đảng; 4 đảng viên nhận Huy hiệu 55 năm.",
        &["badge|||đảng viên|2 person||granted", "badge|||đảng viên|4 person||granted"],
    );
}
