//! Counts whose noun, unit or whole is left out, and numbers in the same places that count nothing.

use super::{check, nothing};

#[test]
fn what_is_said_of_a_thing_stands_in_its_place() {
    check(&[
        (
            "Xã có 31 mô hình về chăn nuôi, 14 về trồng trọt, 6 thuộc ngành khác.",
            "31 model “mô hình”; 14 model “mô hình”; 6 model “mô hình”",
        ),
        (
            "Trường có 600 em tốt nghiệp, 85 đi học nghề, 120 ở lại quê.",
            "600 person “em”; 85 person “em”; 120 person “em”",
        ),
        (
            "Huyện có 21 xã: 17 đạt chuẩn, 3 đang làm, 1 chưa đăng ký.",
            "21 other “xã”; 17 other “xã” of 1; 3 other “xã” of 1; 1 other “xã” of 1",
        ),
        ("Xã nhận 45 đơn, còn 3 đang xét.", "45 other “đơn”; 3 other “đơn”"),
        (
            "Số công ty là 95: 60 nhỏ, 25 vừa và 10 lớn.",
            "95 other “công ty”; 60 other “công ty” of 1; 25 other “công ty” of 1; 10 other “công ty” of 1",
        ),
        (
            "Lớp có 35 học sinh, 9 giỏi, 18 khá, 8 trung bình.",
            "35 person “học sinh”; 9 person “học sinh”; 18 person “học sinh”; 8 person “học sinh”",
        ),
    ]);
    check(&[
        // a number that opens a clause of its own, or has a noun
        ("Năm 2020, 14 là số đẹp. Xã có 6 hộ nghèo.", "6 household “hộ nghèo”"),
        ("Xã có 31 mô hình, 14 tổ hợp tác.", "31 model “mô hình”; 14 other “tổ hợp tác”"),
        ("Đội có 11 người, áo số 14 là của An.", "11 person “người”"),
    ]);
}

#[test]
fn labels_before_numbers() {
    check(&[
        (
            "Có 2.450 hộ đăng ký, trong đó cấp trung ương 8, cấp tỉnh 140,cấp huyện 700.",
            "2450 household “hộ”; 8 household “hộ” of 1; 140 household “hộ” of 1; 700 household “hộ” of 1",
        ),
        // what is counted twice is a part all the same
        (
            "Hội có 500 hội viên (nữ 180, dân tộc thiểu số 410).",
            "500 person “hội viên”; 180 person “hội viên” of 1; 410 person “hội viên” of 1",
        ),
        (
            "Có 40 đảng viên bị kỷ luật. Hình thức: khiển trách 30 (75%), cảnh cáo 8, khai trừ 2.",
            "40 person “đảng viên”; 30 person “đảng viên”; 75 percent; 8 person “đảng viên”; 2 person “đảng viên”",
        ),
        (
            "Số tập thể được khen tăng 4, cá nhân giảm 7.",
            "4 collective “tập thể” increase; 7 individual “cá nhân” decrease",
        ),
        ("Kiểm tra 15 chi bộ (giảm 3 so với năm trước).", "15 other “chi bộ”; 3 other “chi bộ” decrease"),
        ("Chị hiến máu 60 lần, riêng con gái 12.", "60 other “lần”; 12 other “lần” of 1"),
    ]);
    nothing(&[
        "Điện thoại liên hệ: 0912.345.678 (máy lẻ 15).",
        "Kết quả: Toán 8, Văn 7.",
        "Nghị quyết Trung ương 4 được quán triệt.",
    ]);
}

#[test]
fn rows_of_brackets() {
    check(&[
        (
            "Đoạt giải có Hà Bắc (7 huy chương), Nam Sơn (5) và Thái Ninh (3).",
            "7 award “huy chương”; 5 award “huy chương”; 3 award “huy chương”",
        ),
        (
            "Có 4 người mất tích (Yên Thành 1; 3 thuyền viên tàu cá).",
            "4 person “người”; 1 person “người” of 1; 3 person “thuyền viên” of 1",
        ),
    ]);
    check(&[
        (
            "Đoàn giành ba huy chương vàng, hai bạc và một đồng.",
            "3 award “huy chương”; 2 award “huy chương”; 1 award “huy chương”",
        ),
        (
            "Có 02 Huân chương Lao động hạng Nhì, 05 hạng Ba.",
            "2 award “huân chương lao động”; 5 award “hạng ba”",
        ),
        ("Có 3.120hộ đăng ký, trong đó cấp xã 90.", "3120 household “hộ”; 90 household “hộ” of 1"),
        ("Khách ước đạt cả năm là 3,9 triệu lượt.", "3900000 person “lượt” approximate"),
        ("Một trong hai chủ nhân của giải là An.", "2 person “chủ nhân”"),
        ("Có 100% CĐ cơ sở nộp báo cáo.", "100 percent “cđ”"),
        ("Họp bàn 5 việc: (1) đường; (2) trường.", "5 other “việc”"),
        ("Tỷ lệ ở xã Đông (15%), điều khoản (7) bị bỏ.", "15 percent"),
    ]);
}

#[test]
fn shares_whose_whole_is_told_before() {
    check(&[
        ("Có 80 học viên, hai phần ba trong số đó là nữ.", "80 person “học viên”; 2/3 person “học viên”"),
        ("Tiền thuê đã trả trước 1/4.", "1/4 other"),
        ("Khoản này chiếm gần 2/3 tổng thu.", "2/3 other “tổng thu” approximate"),
    ]);
    nothing(&["Việc gì chắc mười phần mới làm.", "Họp vào sáng 1/4.", "Chỗ này chắc hai phần thôi."]);
}

#[test]
fn money_and_measures_without_their_word() {
    check(&[
        ("Đề nghị bổ sung 3 tỷ vốn vay.", "3000000000 VND"),
        ("Thanh tra kiến nghị thu hồi 90 tỷ sai phạm.", "90000000000 VND"),
        ("Lập nhóm làm 6 khẩu súng, bán bốn khẩu.", "6 other “khẩu súng”; 4 other “khẩu”"),
        ("Nhà có 4 khẩu.", "4 person “khẩu”"),
        ("Vé tàu giá 2 đô la và 23 xen.", "2.23 USD"),
        ("Vé tàu giá 2 đô la và 23 tờ giấy.", "2 USD; 23 other “tờ”"),
        ("Thành phố có 2 triệu dân.", "2000000 person “dân”"),
        ("Giá dao động trong vùng 1.310 – 1.325 điểm.", "1310..1325 other “điểm”"),
        ("Cụ đi bộ 6 km tiễn cháu ra bến.", "6 km"),
        ("Xã làm 6 km đường bê tông.", "6 km “đường”"),
        ("Tôm cỡ 40 con/kg.", "40 other “con” per kg"),
        ("Xe chạy vượt quá 20 km/giờ so với biển báo.", "20 km per giờ"),
        ("Xe chở vượt quá 5 người.", "5 person “người” more_than"),
    ]);
    nothing(&[
        "Nhà ở khu vực 3, vùng 2.",
        "Tàu chiến lớp 956EM.",
        "Lương ba cọc ba đồng.",
        "Xe mang biển số 36L-4812 và 30A1 - 456.78.",
    ]);
}

#[test]
fn numbers_in_parts() {
    check(&[
        ("Hội dạy nghề cho trên 1 ngàn 200 chị.", "1200 person “chị” more_than"),
        ("Xã có 2 nghìn 500 hộ.", "2500 household “hộ”"),
        ("Tổng thu mười ba tỷ, năm trăm linh ba triệu đồng.", "13503000000 VND"),
        ("Tuyến đường có tổng chiều dài hơn 22km.", "22 km more_than"),
        ("Tường này cao hơn 3 m so với tường kia.", "3 m increase"),
        ("Huyện có hai nghìn, ba trăm hộ.", "300 household “hộ”"),
    ]);
}

#[test]
fn number_words_beside_years_and_kin() {
    check(&[
        ("Gia đình có năm đời làm thuốc.", "5 other “đời”"),
        ("Em thắng cả năm cự ly.", "5 other “cự ly”"),
        ("Năm học sinh dự thi đều đoạt giải.", "5 person “học sinh”"),
        (
            "Có 9 em (một giải Nhì, năm giải Ba).",
            "9 person “em”; 1 award “giải nhì” of 1; 5 award “giải ba” of 1",
        ),
        ("Vợ chồng anh và hai con ở trọ.", "2 person “con”"),
        ("Trại lợn còn hai con chưa bán.", "2 other “con”"),
        ("Ban tiếp 46 lượt công dân, giảm 8 lượt.", "46 person “lượt công dân”; 8 person “lượt” decrease"),
        ("Xe chạy 12 lượt.", "12 other “lượt”"),
        ("Trạm ở cầu Ông Đồn chỉ còn 400 con mỗi ngày.", "400 other “con”"),
        ("Khối 10 có 210 hs, trường có 18 GV.", "210 person “hs”; 18 person “gv”"),
        ("Được khen: 01 Đ/ c.", "1 person “đ/ c”"),
        (
            "Trường có 31 CB-GV-NV, 4 CCB và hơn 2 nghìn cựu quân nhân.",
            "31 person “cb-gv-nv”; 4 person “ccb”; 2000 person “cựu quân nhân” more_than",
        ),
    ]);
    nothing(&[
        "Trong năm ban hành kế hoạch mới.",
        "Cả năm thu đạt khá.",
        "Năm học sinh viên đi thực tế.",
        "Quy định 27 cụ thể hơn.",
    ]);
}

#[test]
fn names_of_works_and_classes() {
    check(&[
        ("Chị viết 4 bài “Hai mũi đột phá”.", "4 other “bài”"),
        ("Chị dặn: “Hai xã này nghèo”.", "2 other “xã”"),
    ]);
    nothing(&["Đêm trăng (thơ, 1993)\nBa phút (ký, 2006)\n", "Em Linh học lớp 12 Anh 1 Trường Lê Lợi."]);
}
