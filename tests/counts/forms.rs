//! Counts form by form: what each sentence yields, and what must not be counted.

use super::{check, nothing};

#[test]
fn numbers_in_words() {
    check(&[
        ("Hội có hai trăm linh năm hội viên.", "205 person “hội viên”"),
        ("Xã trồng một nghìn hai trăm cây xanh.", "1200 other “cây xanh”"),
        ("Có một trăm lẻ ba hộ đăng ký.", "103 household “hộ”"),
        ("Chi bộ có hăm ba đảng viên.", "23 person “đảng viên”"),
        ("Ba phần tư số hộ có nước sạch.", "3/4 household “hộ”"),
        ("Đoàn đi hai đến ba ngày.", "2..3 day"),
        ("Ban hành một nghị quyết chuyên đề.", "1 resolution “nghị quyết”"),
    ]);
    nothing(&[
        "Một số hộ chưa có nước sạch.",
        "Đó là một trong những việc khó.",
        "Hai Bà Trưng dựng cờ khởi nghĩa, phường Ba Đình mừng lễ.",
        "Lớp hai, tầng ba, hạng nhì đều vắng.",
        "Nhân dân thống nhất một lòng.",
    ]);
}

#[test]
fn marks_and_scales() {
    check(&[
        ("Thu 2.525,5 triệu đồng.", "2525500000 VND"),
        ("Chi 5 tỷ 200 triệu đồng.", "5200000000 VND"),
        ("Quỹ thu được 1tr5.", "1500000 VND"),
        ("Vay 2 tỷ rưỡi để làm trại.", "2500000000 VND"),
        ("Dự án 12 nghìn tỷ đồng.", "12000000000000 VND"),
        ("Nuôi được 2 năm rưỡi.", "2.5 year"),
        ("Thu 12 500 000 đồng.", "12500000 VND"),
        ("Có 02 (hai) mô hình, ba (03) tổ.", "2 model “mô hình”; 3 other “tổ”"),
        ("Có ５ mô hình.", "5 model “mô hình”"),
        ("Quỹ còn $1,250.50 và 300 hộ.", "1250.5 USD; 300 household “hộ”"),
    ]);
    nothing(
        ["Tỷ lệ này không đổi.", "Có 30 tỷ phú ư? Không, vô số tỷ phú.", "Thời đại 4.0 đã đến."][2..]
            .as_ref(),
    );
}

#[test]
fn one_comma_is_settled_by_the_document() {
    check(&[
        ("Có 1,580 mô hình.", "1580 model “mô hình”"),
        ("Rừng rộng 1,580 ha, giá 12,5 triệu đồng.", "1.58 ha; 12500000 VND"),
        ("Rừng rộng 1,580 ha, cả nước 1,234,567 ha.", "1580 ha; 1234567 ha"),
        ("Phạt 150,000 đồng.", "150000 VND"),
    ]);
}

#[test]
fn ranges_and_shares() {
    check(&[
        ("Mỗi xã có từ 10 đến 15 mô hình.", "10..15 model “mô hình” per xã"),
        ("Thu nhập 10 đến 15 triệu đồng.", "10000000..15000000 VND"),
        ("Phạt từ 2 triệu đồng đến 4 triệu đồng.", "2000000..4000000 VND"),
        ("Có 28/30 xã đạt chuẩn.", "28/30 other “xã”"),
        ("Giải ngân 24,6/31,9 tỷ đồng.", "24600000000/31900000000 VND"),
        ("Tỷ lệ tăng từ 12% lên 15%.", "12 percent; 15 percent"),
        ("Đã có 12 trong tổng số 15 chi bộ họp.", "12/15 other “chi bộ”"),
    ]);
    nothing(&["Đội nhà thắng 2-1.", "Bản đồ tỷ lệ 1/5000.", "Trực 24/24 giờ.", "Ngày 15/8 dân bản họp."]);
}

#[test]
fn from_one_level_to_another() {
    check(&[
        ("Số hợp tác xã tăng từ 15 lên 18 hợp tác xã.", "15 other “hợp tác xã”; 18 other “hợp tác xã”"),
        (
            "Thu nhập từ 38,2 triệu đồng/người năm 2020 lên gần 46 triệu đồng/người.",
            "38200000 VND per người; 46000000 VND approximate per người",
        ),
        ("Hỗ trợ từ 30 triệu đồng cho mỗi hộ.", "30000000 VND at_least"),
        ("Sản lượng ước tăng 7,12%.", "7.12 percent approximate increase"),
    ]);
    check(&[(
        "Lũ làm 9 người chết (Mường Lát 4, Quan Sơn 3 người, Bá Thước 2).",
        "9 person “người”; 4 person “người” of 1; 3 person “người” of 1; 2 person “người” of 1",
    )]);
    nothing(&["Đội đi từ bản 15 lên bản 18.", "Ông ở nhà số 331."]);
}

#[test]
fn bounds_and_changes() {
    check(&[
        (
            "Có khoảng 20 hộ, gần 30 hộ, hơn 40 hộ.",
            "20 household “hộ” approximate; 30 household “hộ” approximate; 40 household “hộ” more_than",
        ),
        ("Đạt từ 80% trở lên.", "80 percent at_least"),
        ("Không quá 5 người, chưa đến 3 người.", "5 person “người” at_most; 3 person “người” less_than"),
        ("Không thấp hơn 7 triệu đồng.", "7000000 VND at_least"),
        ("Số vụ giảm 47 vụ, số hộ tăng 12%.", "47 other “vụ” decrease; 12 percent increase"),
        (
            "Thu tăng lần lượt 12%, 15% và 20%.",
            "12 percent increase; 15 percent increase; 20 percent increase",
        ),
        ("Nợ giảm còn 871 tấn.", "871 t"),
        ("Đạt 12 giường/10.000 dân.", "12 other “giường” per 10.000 dân"),
        ("Có 68.452 đoàn viên/70.120 lao động.", "68452 person “đoàn viên”; 70120 person “lao động”"),
        (
            "Thu nhập 3,5 tr.đ/người/tháng; thuê 12 triệu/ha.",
            "3500000 VND per người/tháng; 12000000 VND per ha",
        ),
    ]);
}

#[test]
fn what_stands_before_the_number() {
    check(&[
        ("Bằng khen: 135; Giấy khen: 20.", "135 award “bằng khen”; 20 award “giấy khen”"),
        ("Số mô hình được công nhận: 87. Hết.", "87 model “mô hình”"),
        (
            "Kỷ luật 15 đảng viên: khiển trách 9, cảnh cáo 6.",
            "15 person “đảng viên”; 9 person “đảng viên” of 1; 6 person “đảng viên” of 1",
        ),
        ("Nhận 56 đơn (khiếu nại 12, tố cáo 8).", "56 other “đơn”; 12 other “đơn” of 1; 8 other “đơn” of 1"),
        ("Cả hai đều vắng mặt.", "2 person"),
        ("Có 45 giải (05 Nhất, 10 Nhì).", "45 award “giải”; 5 award “giải” of 1; 10 award “giải” of 1"),
        (
            "Đưa đi 100 người (Nhật Bản 65, Hàn Quốc 35).",
            "100 person “người”; 65 person “người” of 1; 35 person “người” of 1",
        ),
        ("Tổng số phiếu phát ra 120, thu về 118.", "120 other “phiếu”; 118 other “phiếu”"),
        ("Ký mới 45 TƯLĐTT và 15 lượt cá nhân.", "45 other “tưlđtt”; 15 individual “lượt cá nhân”"),
        (
            "Huân chương Độc lập hạng Nhì: 01, hạng Ba: 03.",
            "1 award “huân chương độc lập”; 3 award “huân chương độc lập”",
        ),
    ]);
    nothing(&["Quyết định số 15: nội dung như sau.", "Các việc gồm: 1. Họp dân; 2. Lập tổ; 3. Báo cáo."]);
}

#[test]
fn parts_of_totals() {
    check(&[
        (
            "Có 65 văn bản, trong đó có 12 nghị quyết.",
            "65 document “văn bản”; 12 resolution “nghị quyết” of 1",
        ),
        (
            "Có 65 văn bản, gồm 20 kế hoạch (trong đó 5 kế hoạch liên tịch), 45 báo cáo.",
            "65 document “văn bản”; 20 plan “kế hoạch” of 1; 5 plan “kế hoạch” of 2; 45 report “báo cáo” of 1",
        ),
        (
            "Kết nạp 215 đảng viên, đạt 107% kế hoạch; trong đó có 98 đảng viên nữ.",
            "215 person “đảng viên”; 107 percent “kế hoạch”; 98 person “đảng viên” of 1",
        ),
        ("3 trong số nhóm 6 người bị bắt.", "3 person “người” of 2; 6 person “người”"),
        ("Có 65 văn bản và 12 nghị quyết.", "65 document “văn bản”; 12 resolution “nghị quyết”"),
        ("Bằng khen: 135; Giấy khen: 20.", "135 award “bằng khen”; 20 award “giấy khen”"),
        ("Có 148 trạm (98,0%).", "148 other “trạm”; 98 percent"),
        ("Vắng 2 đồng chí. Bầu Ban Chấp hành gồm 15 đồng chí.", "2 person “đồng chí”; 15 person “đồng chí”"),
    ]);
}

#[test]
fn tables_in_plain_text() {
    check(&[
        (
            "ĐVT: triệu đồng\nNội dung\tNăm 2021\tNăm 2022\nThu thuế\t1.250\t1.480,5\n",
            "1250000000 VND; 1480500000 VND",
        ),
        (
            "| TT | Chỉ tiêu | ĐVT | Kết quả |\n|---|---|---|---|\n| 1 | Kết nạp | đảng viên | 215 |\n| 2 | Hộ nghèo | % | 9,8 |\n",
            "215 person “đảng viên”; 9.8 percent",
        ),
        (
            "| Xã | Tập thể | Số tiền (đồng) |\n|---|---|---|\n| Đông | 4 | 1.500.000 |\n",
            "4 collective “tập thể”; 1500000 VND",
        ),
        ("| STT | Họ tên |\n|---|---|\n| 1 | An |\n| 2 | Bình |\n", "nothing"),
        (
            "STT\tĐơn vị\tSố mô hình\tTập thể\tTỷ lệ (%)\n1\tXã Đông\t12\t5\t85,5\n2\tXã Tây\t8\t3\t78\n",
            "12 model “mô hình”; 5 collective “tập thể”; 85.5 percent; 8 model “mô hình”; 3 collective “tập thể”; 78 percent",
        ),
        (
            "| Nội dung | ĐVT | Kế hoạch | So sánh (%) |\n|---|---|---|---|\n| Kết nạp | Đồng chí | 25 | 108 |\n",
            "25 person “đồng chí”; 108 percent",
        ),
        (
            "Đơn vị      Năm 2020      Năm 2021\nXã Đông     1.250         1.340\nXã Tây      980           1.020\n",
            "nothing",
        ),
        ("TT\tHọ tên\tNăm sinh\n1\tLê Văn Năm\t1975\n2\tVũ Thị Ba\t1980\n", "nothing"),
    ]);
}

#[test]
fn slips_of_typing() {
    check(&[
        ("Ban hành 02Nghị quyết, có05 mô hình.", "2 resolution “nghị quyết”; 5 model “mô hình”"),
        ("Năm2019 có 3 tổ.", "3 other “tổ”"),
    ]);
    nothing(&[
        "Đội U23 và mẫu Su-30 cùng xe 43C 186.36.",
        "Hệ thống S -300 đưa đến nơi.",
        "Nghị định 86 sửa đổi đã có.",
    ]);
}

#[test]
fn names_and_ordinals() {
    nothing(&[
        "Tổ 3 ở khu phố 5, phường 12, quận 1.",
        "Lần thứ 7, khóa 13, điều 5, khoản 2, trang 15.",
        "Ban Chỉ đạo 389 tỉnh, Chương trình 135, Quân khu 2.",
        "Điện thoại 0912.345.678, tài khoản 102030.",
        "Phương châm “4 tại chỗ”, phong trào 5 không 3 sạch.",
        "Trao Huy hiệu 60, 55, 50 năm tuổi Đảng.",
        "Ngày 27 tháng Chạp, chiều 30 tết.",
        "Tết Bính Thân 2016 đường hoa mở lại.",
    ]);
}

/// Words of names and ordinals that here are none: one of many, a size, a longer word.
#[test]
fn words_of_names_that_name_nothing() {
    check(&[
        ("Hội tặng 20 phần quà, mỗi phần 300.000 đồng.", "20 other “phần quà”; 300000 VND per phần"),
        ("Mỗi thôn 15 triệu đồng.", "15000000 VND per thôn"),
        ("Hợp tác xã vay một khoản 40 triệu đồng.", "40000000 VND"),
        ("Khu đất 600 m2, phòng họp 45 m2.", "600 m2; 45 m2"),
        ("Phòng 20 m2, thửa 500 m2.", "20 m2; 500 m2"),
        ("Kinh tế 12 mô hình, quốc phòng 8 mô hình.", "12 model “mô hình”; 8 model “mô hình”"),
        ("Ngân sách thành phố 12 tỷ đồng.", "12000000000 VND"),
        ("Đã tổ chức đại hội 45/45 chi bộ.", "45/45 other “chi bộ”"),
        ("Lập danh mục 9 loài cá.", "9 other “loài”"),
        ("Trồng 20 ha/25 ha.", "20/25 ha"),
        ("Có 2/6 xã khá, 3/6 trung bình.", "2/6 other “xã”; 3/6 other “xã”"),
        ("Có 35 chi bộ hoàn thành xuất sắc, 130 hoàn thành tốt.", "35 other “chi bộ”; 130 other “chi bộ”"),
        (
            "Tỉnh tăng vốn thêm 5 tỷ đồng, giảm thời gian bình quân 3 ngày.",
            "5000000000 VND increase; 3 day decrease",
        ),
        ("Tăng cường cấp thêm 5 máy.", "5 other “máy”"),
        ("Xã Tây 37/57 chỉ tiêu, lên lớp 99,1%.", "37/57 other “chỉ tiêu”; 99.1 percent"),
        (
            "Có 12 giải (2 nhất, 4 nhì, 6 ba).",
            "12 award “giải”; 2 award “giải” of 1; 4 award “giải” of 1; 6 award “giải” of 1",
        ),
        (
            "Có 45 cán bộ: Đại học 40, Cao đẳng 5.",
            "45 person “cán bộ”; 40 person “cán bộ” of 1; 5 person “cán bộ” of 1",
        ),
        ("Kế hoạch 5 năm 2021-2025, đợt 2 năm 2021.", "5 year"),
        ("Tiệm bán USD trái phép bị phạt 21 tỷ.", "21000000000 VND"),
        ("Đạt 26 giường/vạn dân.", "26 other “giường” per vạn dân"),
        (
            "Trồng hoa trên 9 tuyến đường, có trên 9 tuyến đường sạch.",
            "9 other “tuyến đường”; 9 other “tuyến đường” more_than",
        ),
        ("Thời hạn tối đa là 30 ngày.", "30 day at_most"),
        ("Cuộc họp kéo dài 2 giờ 30 phút.", "2 hour; 30 minute"),
        ("Năng suất tăng gấp 3 lần, vượt 5% kế hoạch.", "3 other “lần” times increase; 5 percent “kế hoạch”"),
    ]);
    nothing(&[
        "Ông Ba trú tại số 75 đường Trần Phú, bà Tư ở 3/67 đường Lê Lai.",
        "Tiểu đoàn 406 Đặc công nhận cờ.",
        "Học sinh lớp 12 Toán thi xong.",
        "Bé lớp 1 tử vong.",
        "Nội dung nêu tại khoản 2 của quy chế, mục 3 của bản đề cương.",
        "Tiêm mũi 2 từ tuần tới.",
        "Mẹ nói với ba con về chuyện học.",
        "Sau vụ 11/9 tin đồn lan rộng.",
        "Đêm 23 tháng Chạp ở quê.",
        "Chỉ có vài ba người qua lại, mấy chục nhà đóng cửa.",
        "Một sinh viên năm 4 Trường Cao đẳng.",
        "Chị đưa ra một quyết định dũng cảm.",
    ]);
}
