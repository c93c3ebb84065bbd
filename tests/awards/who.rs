//! Who gives, who gets and when, in the longer sentences of reports and news, with what must not be read in them.

use super::{check, none};

#[test]
fn counted_groups_make_one_subject() {
    check(
        "Có 03 tập thể nhận cờ thi đua của Chính phủ, 02 tập thể và 11 cá nhân được Thủ tướng tặng bằng khen.",
        &[
            "emulation_flag||Chính phủ|tập thể|3 collective||granted",
            "certificate_of_merit||Thủ tướng|tập thể|2 collective||granted",
            "certificate_of_merit||Thủ tướng|cá nhân|11 individual||granted",
        ],
    );
    check(
        "Toàn huyện có 40 tập thể, 92 cá nhân được tặng giấy khen.",
        &[
            "certificate_of_commendation|||tập thể|40 collective||granted",
            "certificate_of_commendation|||cá nhân|92 individual||granted",
        ],
    );
    check(
        "Đồng thời, năm tập thể và một cá nhân được nhận Giấy khen.",
        &[
            "certificate_of_commendation|||tập thể|5 collective||granted",
            "certificate_of_commendation|||cá nhân|1 individual||granted",
        ],
    );
    check(
        "UBND tỉnh tặng Bằng khen cho 12 cá nhân xuất sắc và 2 tập thể.",
        &[
            "certificate_of_merit||UBND tỉnh|cá nhân xuất sắc|12 individual||granted",
            "certificate_of_merit||UBND tỉnh|tập thể|2 collective||granted",
        ],
    );
    check(
        "Có 15 cán bộ, giáo viên, nhân viên được công nhận Lao động tiên tiến.",
        &["advanced_worker|||cán bộ, giáo viên, nhân viên|15 person||granted"],
    );
}

#[test]
fn names_of_a_groups_members_are_more_awards() {
    check(
        "UBND tỉnh tặng Bằng khen cho 2 cá nhân là ông Lò Văn Sơn, Giám đốc Sở Y tế và bà Hà Thị Mây.",
        &[
            "certificate_of_merit||UBND tỉnh|cá nhân|2 individual||granted",
            "certificate_of_merit||UBND tỉnh|Lò Văn Sơn|||granted",
            "certificate_of_merit||UBND tỉnh|Hà Thị Mây|||granted",
        ],
    );
    check(
        "Bộ Y tế tặng Bằng khen cho các tập thể gồm: Bệnh viện Hoa Ban, huyện Nà Sản; Trung tâm Y tế Nà Hạ.",
        &[
            "certificate_of_merit||Bộ Y tế|Bệnh viện Hoa Ban|||granted",
            "certificate_of_merit||Bộ Y tế|Trung tâm Y tế Nà Hạ|||granted",
        ],
    );
    check(
        "Chị Hà Thị Mây là một trong 20 bác sĩ được Bộ Y tế tặng Bằng khen.",
        &[
            "certificate_of_merit||Bộ Y tế|bác sĩ|20 person||granted",
            "certificate_of_merit||Bộ Y tế|Hà Thị Mây|||granted",
        ],
    );
    check(
        "UBND tỉnh tặng Bằng khen cho 2 tập thể: Phòng Văn hóa và Thông tin, Đài Phát thanh và Truyền hình huyện.",
        &[
            "certificate_of_merit||UBND tỉnh|tập thể|2 collective||granted",
            "certificate_of_merit||UBND tỉnh|Phòng Văn hóa và Thông tin|||granted",
            "certificate_of_merit||UBND tỉnh|Đài Phát thanh và Truyền hình huyện|||granted",
        ],
    );
    // what "gồm" announces may be groups, things or work, and no names
    check(
        "UBND tỉnh tặng Bằng khen cho 9 tập thể gồm các phòng chuyên môn.",
        &["certificate_of_merit||UBND tỉnh|tập thể|9 collective||granted"],
    );
    check(
        "UBND tỉnh tặng Giấy khen cho 4 cá nhân: vì có thành tích cứu người.",
        &["certificate_of_commendation||UBND tỉnh|cá nhân|4 individual||granted"],
    );
}

#[test]
fn what_is_said_of_a_person_is_no_recipient() {
    check(
        "Ông Võ Văn Tám, 58 tuổi, thôn 4, được Hội Nông dân tỉnh tặng Bằng khen.",
        &["certificate_of_merit||Hội Nông dân tỉnh|Võ Văn Tám|||granted"],
    );
    check(
        "Đợt này có đồng chí Vi Thị Lan (SN 1927), sinh hoạt tại chi bộ bản Nà vinh dự được trao Huy hiệu 75 năm tuổi Đảng.",
        &["badge|||Vi Thị Lan|||granted"],
    );
}

#[test]
fn a_ceremony_is_an_event_where_it_names_who_gets() {
    check(
        "Bệnh viện Hoa Sim tổ chức lễ đón nhận Huân chương Lao động hạng Nhì.",
        &["labour_order|2||Bệnh viện Hoa Sim|||granted"],
    );
    check(
        "Huyện ủy Nà Sản tổ chức lễ trao Huy hiệu 60 năm tuổi Đảng cho đồng chí Vi Văn Long.",
        &["badge||Huyện ủy Nà Sản|Vi Văn Long|||granted"],
    );
    none(&[
        "Các cấp hội tổ chức lễ trao Kỷ niệm chương trang trọng.",
        "Buổi lễ trao Bằng khen kết thúc lúc 11 giờ.",
        "Ban Tổ chức chuẩn bị lễ đón nhận Huân chương Lao động.",
    ]);
}

#[test]
fn a_decision_says_who_gives_and_when() {
    check(
        "Công đoàn ngành công bố Quyết định số 120/QĐ-TLĐ ngày 5/3/2021 của Tổng Liên đoàn Lao động Việt Nam về việc tặng Cờ thi đua cho 5 đơn vị.",
        &["emulation_flag||Tổng Liên đoàn Lao động Việt Nam|đơn vị|5 other|2021|granted"],
    );
    check(
        "Được Chủ tịch nước ủy quyền, lãnh đạo huyện trao Huân chương Độc lập hạng Ba cho cụ Vi Văn Long.",
        &["independence_order|3|Chủ tịch nước|cụ Vi Văn Long|||granted"],
    );
    // a directive that is carried out dates nothing
    check(
        "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016, Huyện ủy tặng Giấy khen cho 3 tập thể.",
        &["certificate_of_commendation||Huyện ủy|tập thể|3 collective||granted"],
    );
}

#[test]
fn a_lead_says_who_is_asked() {
    check(
        "Hội đồng thống nhất đề nghị Chủ tịch nước:\n1. Tặng thưởng Huân chương Lao động hạng Ba cho 02 tập thể.\n2. Tặng thưởng Huân chương Lao động hạng Nhì cho ông Lò Văn Sơn.\n",
        &[
            "labour_order|3|Chủ tịch nước|tập thể|2 collective||proposed",
            "labour_order|2|Chủ tịch nước|Lò Văn Sơn|||proposed",
        ],
    );
    check(
        "Tỉnh đoàn tuyên dương 35 bí thư chi đoàn; trao Bằng khen cho 8 học sinh.",
        &["certificate_of_merit||Tỉnh đoàn|học sinh|8 person||granted"],
    );
}

#[test]
fn a_year_beside_one_award_is_not_anothers() {
    check(
        "Ông An được Trung ương Hội tặng Bằng khen (các năm 2010, 2014), được Thủ tướng Chính phủ tặng Bằng khen.",
        &[
            "certificate_of_merit||Trung ương Hội|An||2010|granted",
            "certificate_of_merit||Trung ương Hội|An||2014|granted",
            "certificate_of_merit||Thủ tướng Chính phủ|An|||granted",
        ],
    );
    check(
        "Cô Vi nhiều năm đạt danh hiệu Chiến sĩ thi đua cơ sở, năm 2021 được Bộ Giáo dục và Đào tạo tặng Bằng khen.",
        &[
            "emulation_soldier|||Cô Vi|||granted",
            "certificate_of_merit||Bộ Giáo dục và Đào tạo|Cô Vi||2021|granted",
        ],
    );
    check(
        "Đêm 24/12/1972, Đại đội 6 bám trụ ga Nà Hạ.\n\nDịp này, Hội Cựu thanh niên xung phong tỉnh tặng Kỷ niệm chương Thanh niên xung phong cho 25 cá nhân.\n",
        &["commemorative_medal||Hội Cựu thanh niên xung phong tỉnh|cá nhân|25 individual||granted"],
    );
}

#[test]
fn the_edition_of_a_contest_dates_its_prizes() {
    check(
        "Giải vô địch Vật trẻ tỉnh lần thứ 4 năm 2023 đã khép lại. Đoàn huyện giành được 5 huy chương vàng, 3 huy chương bạc.",
        &["medal|||Đoàn huyện|5 award|2023|granted", "medal|||Đoàn huyện|3 award|2023|granted"],
    );
    check(
        "Em An từng đoạt giải Nhất học sinh giỏi tỉnh, huy chương vàng Olympic trại hè 2022.",
        &["prize|1||An|||granted", "medal|||An||2022|granted"],
    );
}

#[test]
fn the_verb_of_the_giver_holds_for_groups_and_parts() {
    check(
        "Công đoàn ngành công nhận 39 công đoàn đạt danh hiệu công đoàn cơ sở vững mạnh.",
        &["other_title||Công đoàn ngành|công đoàn|39 other||granted"],
    );
    check(
        "Ban Tổ chức đã trao 10 giải cho các bài viết, trong đó có 3 giải Nhất và 7 giải Nhì.",
        &["prize|1|Ban Tổ chức||3 award||granted", "prize|2|Ban Tổ chức||7 award||granted"],
    );
    check(
        "Có 29 tập thể được UBND tỉnh, Bộ, Ngành Trung ương tặng cờ thi đua.",
        &["emulation_flag||UBND tỉnh, Bộ, Ngành Trung ương|tập thể|29 collective||granted"],
    );
    check(
        "Đảng ủy xét tặng Huy hiệu Đảng cho 36 đảng viên.",
        &["badge||Đảng ủy|đảng viên|36 person||proposed"],
    );
    check(
        "Bằng khen phong trào: 20 tập thể và 41 cá nhân.",
        &[
            "certificate_of_merit|||tập thể|20 collective||granted",
            "certificate_of_merit|||cá nhân|41 individual||granted",
        ],
    );
}

#[test]
fn parts_take_the_giver_of_the_whole() {
    check(
        "Bộ Y tế tặng Bằng khen cho 135 bác sĩ. Hà Giang có 7 bác sĩ được nhận bằng khen. Bệnh viện Nà Sản có 4 bác sĩ, Bệnh viện Nà Hạ có 2 bác sĩ.",
        &[
            "certificate_of_merit||Bộ Y tế|bác sĩ|135 person||granted",
            "certificate_of_merit||Bộ Y tế|bác sĩ|7 person||granted",
            "certificate_of_merit||Bộ Y tế|bác sĩ|4 person||granted",
            "certificate_of_merit||Bộ Y tế|bác sĩ|2 person||granted",
        ],
    );
    // more than the whole is no part, and people who are only there get nothing
    check(
        "Bộ Y tế tặng Bằng khen cho 5 bác sĩ. Có 70 bác sĩ được tặng Bằng khen. Bệnh viện Nà Sản có 4 bác sĩ trực đêm.",
        &[
            "certificate_of_merit||Bộ Y tế|bác sĩ|5 person||granted",
            "certificate_of_merit|||bác sĩ|70 person||granted",
        ],
    );
}

#[test]
fn those_named_among_many_are_proposed_too() {
    check(
        "Danh sách đề nghị xét tặng danh hiệu NSND có nhiều gương mặt quen thuộc như NSƯT Lò Minh (Nhà hát Chèo, Hà Giang), NSƯT Vi Thu.",
        &["people_title|||Lò Minh|||proposed", "people_title|||Vi Thu|||proposed"],
    );
    none(&["Tiêu chuẩn xét tặng danh hiệu NSND có nhiều điểm mới như số năm công tác, số giải thưởng."]);
}

#[test]
fn what_anyone_may_get_is_none() {
    none(&[
        "Cá nhân được tặng Bằng khen của Thủ tướng Chính phủ phải có hai sáng kiến.",
        "Tập thể đạt danh hiệu Tập thể lao động xuất sắc được thưởng 1,5 lần mức lương cơ sở.",
        "Các cấp hội giới thiệu hội viên để xét tặng Kỷ niệm chương.",
        "Người có công được tặng Huân chương Kháng chiến được hưởng trợ cấp.",
    ]);
}

#[test]
fn what_may_be_won_is_none() {
    none(&[
        "Thưởng 200 triệu đồng đối với học sinh giành Huy chương Bạc Olympic.",
        "Giải Nhất: Một chuyến du lịch trị giá 20 triệu đồng.",
        "Giải Nhất: 10.000.000 đồng.",
        "Đoàn viên nghe kể chuyện về Huân chương Lao động.",
    ]);
    check("Kết quả\n\nGiải Nhất: Tác phẩm “Mùa nước” của Lò Văn Sơn.\n", &["prize|1|||||granted"]);
}
