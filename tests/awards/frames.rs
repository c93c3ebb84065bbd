//! Sentences and small documents in all frames of awards, each with what must be read in it, and those that speak of awards
//! and give none.

use super::{check, none};

#[test]
fn reads_the_active_frame() {
    check(
        "Chủ tịch UBND tỉnh tặng Bằng khen cho 28 tập thể và 12 cá nhân.",
        &[
            "certificate_of_merit||Chủ tịch UBND tỉnh|tập thể|28 collective||granted",
            "certificate_of_merit||Chủ tịch UBND tỉnh|cá nhân|12 individual||granted",
        ],
    );
    check(
        "Công đoàn cấp trên tặng Bằng khen 7 tập thể, 9 cá nhân.",
        &[
            "certificate_of_merit||Công đoàn cấp trên|tập thể|7 collective||granted",
            "certificate_of_merit||Công đoàn cấp trên|cá nhân|9 individual||granted",
        ],
    );
    check(
        "Lãnh đạo huyện đã thưởng 20 triệu đồng cho đội bóng và tặng Giấy khen cho 3 cá nhân.",
        &["certificate_of_commendation||Lãnh đạo huyện|cá nhân|3 individual||granted"],
    );
}

#[test]
fn reads_the_passive_frame() {
    check(
        "Năm 2019, Trường Tiểu học Hoa Ban vinh dự được Chủ tịch nước tặng thưởng Huân chương Lao động hạng Ba.",
        &["labour_order|3|Chủ tịch nước|Trường Tiểu học Hoa Ban||2019|granted"],
    );
    check(
        "Toàn ngành có 45 tập thể được Ủy ban nhân dân tỉnh tặng Bằng khen.",
        &["certificate_of_merit||Ủy ban nhân dân tỉnh|tập thể|45 collective||granted"],
    );
    check(
        "Năm 2017 được tặng Bằng khen của UBND tỉnh, năm 2018 được tặng Cờ thi đua của Chính phủ.",
        &["certificate_of_merit||UBND tỉnh|||2017|granted", "emulation_flag||Chính phủ|||2018|granted"],
    );
}

#[test]
fn the_one_who_hands_over_is_not_the_giver() {
    check(
        "Đồng chí Hoàng An trao Bằng khen của Thủ tướng Chính phủ cho 02 tập thể.",
        &["certificate_of_merit||Thủ tướng Chính phủ|tập thể|2 collective||granted"],
    );
    check(
        "Thay mặt UBND tỉnh, ông Lù Văn Sẻ, Phó Chủ tịch UBND tỉnh, đã tặng Bằng khen cho 2 tập thể.",
        &["certificate_of_merit||UBND tỉnh|tập thể|2 collective||granted"],
    );
    check(
        "Thừa ủy quyền của Chủ tịch nước, đồng chí Bí thư Tỉnh ủy trao Huân chương Độc lập hạng Ba cho Đảng bộ huyện.",
        &["independence_order|3|Chủ tịch nước|Đảng bộ huyện|||granted"],
    );
}

#[test]
fn reads_titles_and_shares() {
    check(
        "Hằng năm, 100% tổ đảng đạt danh hiệu “Tập thể lao động tiên tiến”.",
        &["advanced_labour_collective|||tổ đảng|100 percent||granted"],
    );
    check(
        "Toàn xã có 1.240 hộ đạt danh hiệu Gia đình văn hóa.",
        &["other_title|||hộ|1240 household||granted"],
    );
    check(
        "Ông Sùng A Tủa là Chiến sĩ thi đua cơ sở 3 năm liền (2016-2018).",
        &[
            "emulation_soldier|||||2016|granted",
            "emulation_soldier|||||2017|granted",
            "emulation_soldier|||||2018|granted",
        ],
    );
}

#[test]
fn reads_lists_of_ranks() {
    check(
        "Đơn vị được tặng Huân chương Lao động hạng Ba (năm 1995), hạng Nhì (năm 2000), hạng Nhất (năm 2005).",
        &[
            "labour_order|3||Đơn vị||1995|granted",
            "labour_order|2||Đơn vị||2000|granted",
            "labour_order|1||Đơn vị||2005|granted",
        ],
    );
    check(
        "Chủ tịch nước tặng thưởng: Huân chương Độc lập hạng Nhì: 01, hạng Ba: 03; 02 Huân chương Dũng cảm.",
        &[
            "independence_order|2|Chủ tịch nước||1 award||granted",
            "independence_order|3|Chủ tịch nước||3 award||granted",
            "bravery_order||Chủ tịch nước||2 award||granted",
        ],
    );
}

#[test]
fn years_of_headings_carry_through_their_lists() {
    check(
        "Thành tích\n\nNăm 2018 và 2019: Ủy ban nhân dân tỉnh tặng Bằng khen; năm 2020: Chính phủ tặng Cờ thi đua.",
        &[
            "certificate_of_merit||Ủy ban nhân dân tỉnh|||2018|granted",
            "certificate_of_merit||Ủy ban nhân dân tỉnh|||2019|granted",
            "emulation_flag||Chính phủ|||2020|granted",
        ],
    );
    check(
        "Thành tích\n\n1. Năm 2012\n\n- Tập thể lao động tiên tiến;\n\n- Giấy khen của Sở Y tế;\n\n2. Năm 2013\n\n- Bằng khen của Bộ Y tế.\n",
        &[
            "advanced_labour_collective|||||2012|granted",
            "certificate_of_commendation||Sở Y tế|||2012|granted",
            "certificate_of_merit||Bộ Y tế|||2013|granted",
        ],
    );
    check(
        "Thành tích\n\nNăm 2020, đơn vị được khen thưởng:\n- Cờ thi đua của Chính phủ;\n- Bằng khen của Bộ Quốc phòng.\n",
        &["emulation_flag||Chính phủ|||2020|granted", "certificate_of_merit||Bộ Quốc phòng|||2020|granted"],
    );
}

#[test]
fn tells_what_is_asked_and_what_is_meant_to_be_reached() {
    check(
        "Liên đoàn Lao động huyện đề nghị Liên đoàn Lao động tỉnh xét, tặng Cờ thi đua cho Công đoàn Trường Sao Mai.",
        &["emulation_flag||Liên đoàn Lao động tỉnh|Công đoàn Trường Sao Mai|||proposed"],
    );
    check(
        "Năm 2021, huyện đăng ký 40 Tập thể lao động xuất sắc.",
        &["excellent_labour_collective|||huyện|40 award|2021|planned"],
    );
    check(
        "Theo đề nghị của Ban Tổ chức, Tỉnh ủy tặng Bằng khen cho 5 tập thể.",
        &["certificate_of_merit||Tỉnh ủy|tập thể|5 collective||granted"],
    );
}

#[test]
fn reads_prizes_that_are_won() {
    check(
        "Giải Nhất thuộc về thí sinh Lò Văn Nam; thí sinh Lê Thu Hương giành giải Ba.",
        &["prize|1||thí sinh Lò Văn Nam|||granted", "prize|3||thí sinh Lê Thu Hương|||granted"],
    );
    check(
        "Có 64 em đạt giải: 2 giải Nhất, 13 giải Nhì.",
        &["prize|1||em|2 award||granted", "prize|2||em|13 award||granted"],
    );
    check(
        "Đoàn huyện giành 7 Huy chương Vàng, 9 Bạc tại hội thao năm 2022.",
        &["medal|||Đoàn huyện|7 award|2022|granted", "medal|||Đoàn huyện|9 award|2022|granted"],
    );
    check(
        "Giải thưởng “Dịch vụ số tiêu biểu 2021” đã được tạp chí Mai Vàng trao cho Công ty Hoa Sim.",
        &["prize||tạp chí Mai Vàng|Công ty Hoa Sim||2021|granted"],
    );
}

#[test]
fn reads_rows_of_tables() {
    check(
        "Bảng\n\n| Năm | Danh hiệu | Cơ quan khen |\n|---|---|---|\n| 2018 | Cờ thi đua | UBND tỉnh |\n| 2019 | Bằng khen | Bộ Y tế |\n",
        &["emulation_flag||UBND tỉnh|||2018|granted", "certificate_of_merit||Bộ Y tế|||2019|granted"],
    );
}

#[test]
fn rules_about_awards_are_none() {
    none(&[
        "Quy chế xét tặng Bằng khen được sửa đổi hai lần.",
        "Hồ sơ xét tặng danh hiệu Nhà giáo Ưu tú được niêm yết công khai.",
        "Điều kiện tặng Huân chương Lao động được quy định trong Luật.",
        "Mức chi kèm theo Bằng khen: 1.300.000 đồng/cá nhân.",
        "Cơ cấu giải thưởng gồm 1 giải Nhất trị giá 50 triệu đồng, 2 giải Nhì.",
        "Công tác thi đua, khen thưởng được đổi mới, Bằng khen có mẫu riêng.",
    ]);
}

#[test]
fn gifts_discipline_and_praise_are_none() {
    none(&[
        "Đoàn trao tặng 30 suất quà, 2 nhà tình nghĩa và học bổng cho học sinh nghèo.",
        "Ủy ban Kiểm tra thi hành kỷ luật 119 tập thể, 80 cá nhân.",
        "Huyện ủy biểu dương 14 tập thể, 25 cá nhân điển hình.",
        "Khu dân cư tổ chức Ngày hội Đại đoàn kết toàn dân tộc.",
        "Không có trường hợp nào bị tước danh hiệu.",
    ]);
}

#[test]
fn hopes_nominations_and_titles_of_address_are_none() {
    none(&[
        "Bộ phim được đề cử giải Oscar nhưng trượt giải Quả cầu vàng.",
        "Tác giả không đạt giải Nhất.",
        "Dự án này không xứng đáng được giải nhất.",
        "NSƯT Mai Lan và NSND Trần Bình cùng dự buổi gặp mặt.",
        "Nhiều học sinh đoạt giải Nhì.",
        "Anh là thí sinh sáng giá cho giải Nhất năm nay.",
        "Khách hàng trúng giải đặc biệt của xổ số.",
    ]);
}

#[test]
fn a_retelling_adds_none() {
    check(
        "Trao giải thưởng Cây bút trẻ 2018\n\n12 cá nhân nhận giải thưởng Cây bút trẻ năm 2018.\nẢnh: trao giải thưởng Cây bút trẻ năm 2018.\n",
        &["prize|||||2018|granted"],
    );
}
