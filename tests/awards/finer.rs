//! Finer points of awards: ranks in brackets, respective years, relative clauses, decisions that are carried out.

use super::{check, none};

#[test]
fn ranks_share_their_number_and_their_years() {
    check(
        "Hội được tặng 2 Huân chương Lao động (hạng Nhì năm 2005, hạng Nhất năm 2010).",
        &["labour_order|2||Hội||2005|granted", "labour_order|1||Hội||2010|granted"],
    );
    check(
        "Năm 2005 và năm 2011, xã được tặng Huân chương Lao động hạng Nhì, hạng Nhất.",
        &["labour_order|2||xã||2005|granted", "labour_order|1||xã||2011|granted"],
    );
    check(
        "Bà được Nhà nước tặng Huân chương Lao động các hạng Nhất, Nhì, Ba.",
        &[
            "labour_order|1|Nhà nước|Bà|||granted",
            "labour_order|2|Nhà nước|Bà|||granted",
            "labour_order|3|Nhà nước|Bà|||granted",
        ],
    );
    none(&["Huân chương Lao động có các hạng Nhất, Nhì, Ba."]);
}

#[test]
fn a_bracket_of_ranks_is_no_subject() {
    check(
        "Đơn vị được tặng 3 Huân chương Chiến công (1 hạng Nhất, 2 hạng Nhì), 2 lần được Chính phủ tặng Cờ thi đua.",
        &[
            "feat_order|1||Đơn vị|1 award||granted",
            "feat_order|2||Đơn vị|2 award||granted",
            "emulation_flag||Chính phủ|Đơn vị|||granted",
        ],
    );
}

#[test]
fn a_relative_clause_tells_of_the_name_before_it() {
    check(
        "Anh Lò Văn Sơn - Bí thư Đoàn xã, người vừa được Trung ương Đoàn trao Giải thưởng Lý Tự Trọng 2021.",
        &["prize||Trung ương Đoàn|Lò Văn Sơn||2021|granted"],
    );
}

#[test]
fn a_decision_that_is_carried_out_is_told_once() {
    check(
        "Thực hiện Quyết định số 45/QĐ-UBND về việc tặng Bằng khen, sáng 5/6, Sở Y tế trao Bằng khen cho 12 cá nhân.",
        &["certificate_of_merit||Sở Y tế|cá nhân|12 individual||granted"],
    );
    check(
        "Ban Tổ chức còn trao 3 giải phụ: giải “Bài viết hay”, giải “Tác giả trẻ”, giải “Ảnh đẹp”.",
        &["prize||Ban Tổ chức||||granted", "prize||Ban Tổ chức||||granted", "prize||Ban Tổ chức||||granted"],
    );
    check(
        "Ban Thường vụ Tỉnh ủy đã xét, tặng 1.205 Huy hiệu Đảng, trong đó có 12 Huy hiệu 70 năm tuổi Đảng.",
        &[
            "badge||Ban Thường vụ Tỉnh ủy||1205 award||granted",
            "badge||Ban Thường vụ Tỉnh ủy||12 award||granted",
        ],
    );
    none(&[
        "“Tôi rất vui khi nhận Bằng khen của Chủ tịch thành phố”, anh nói.",
        "Căn cứ Quyết định số 45/QĐ-UBND về việc tặng Bằng khen, Sở Nội vụ làm thủ tục.",
    ]);
}

#[test]
fn lines_of_labels_keep_their_own_numbers() {
    check(
        "Kết quả\n\nHuân chương Lao động hạng Nhất: 01\nHuân chương Lao động hạng Nhì: 05\nCờ thi đua của Chính phủ: 12\nBằng khen: 3 tập thể\n",
        &[
            "labour_order|1|||1 award||granted",
            "labour_order|2|||5 award||granted",
            "emulation_flag||Chính phủ||12 award||granted",
            "certificate_of_merit|||tập thể|3 collective||granted",
        ],
    );
    check(
        "- Giấy khen Giám đốc Sở: 30 tập thể; 65 cá nhân.",
        &[
            "certificate_of_commendation||Giám đốc Sở|tập thể|30 collective||granted",
            "certificate_of_commendation||Giám đốc Sở|cá nhân|65 individual||granted",
        ],
    );
    check(
        "- Giấy khen: 30 tập thể; 65 cá nhân được tặng Bằng khen.",
        &[
            "certificate_of_commendation|||tập thể|30 collective||granted",
            "certificate_of_merit|||cá nhân|65 individual||granted",
        ],
    );
    check(
        "| Hình thức | Tập thể |\n|---|---|\n| Bằng khen Thủ tướng Chính phủ | 3 |\n",
        &["certificate_of_merit||Thủ tướng Chính phủ|tập thể|3 collective||granted"],
    );
}

#[test]
fn an_annex_names_each_of_its_list() {
    check(
        "DANH SÁCH\nTập thể, cá nhân được tặng Bằng khen của Chủ tịch UBND tỉnh\n(Kèm theo Quyết định số 45/QĐ-UBND)\n\nI. TẬP THỂ\n1. Trường Tiểu học Nà Hạ;\nII. CÁ NHÂN\n1. Ông Lò Văn Sơn, Trưởng phòng Giáo dục.\n",
        &[
            "certificate_of_merit||Chủ tịch UBND tỉnh|Trường Tiểu học Nà Hạ|||granted",
            "certificate_of_merit||Chủ tịch UBND tỉnh|Lò Văn Sơn|||granted",
        ],
    );
    none(&[
        "DANH SÁCH\nTập thể, cá nhân được xem mẫu Bằng khen\n1. Phòng làm việc tầng hai;\n2. kho lưu trữ.\n",
    ]);
}

#[test]
fn prizes_in_running_text_are_those_of_the_winners() {
    check(
        "02 giải Nhì thuộc về xã Nà Sản và xã Bản Lầm; 05 giải Khuyến khích cho các đơn vị còn lại.",
        &[
            "prize|2||xã Nà Sản|||granted",
            "prize|2||xã Bản Lầm|||granted",
            "prize|||các đơn vị còn lại|5 award||granted",
        ],
    );
    check(
        "Đại hội tặng Giấy khen của Tỉnh hội cho 15 tập thể.",
        &["certificate_of_commendation||Tỉnh hội|tập thể|15 collective||granted"],
    );
}

#[test]
fn one_number_holds_for_two_names() {
    check(
        "Đội Nà Hạ đoạt giải Nhất, hai đội Nà Sản và Bản Lầm đoạt giải Nhì.",
        &[
            "prize|1||Đội Nà Hạ|||granted",
            "prize|2||đội|2 other||granted",
            "prize|2||Nà Sản|||granted",
            "prize|2||Bản Lầm|||granted",
        ],
    );
}
