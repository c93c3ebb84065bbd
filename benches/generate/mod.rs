//! Text to measure with: made from templates, the same on every machine.

/// How rich in digits a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Genre {
    /// Few digits, as news have.
    News,
    /// Many digits, as tables and reports of figures have.
    Table,
}

/// Length of a generated document in bytes, about that of a real article.
const DOCUMENT: usize = 3_300;

/// Documents of one genre, `megabytes` together.
pub(crate) fn documents(genre: Genre, megabytes: usize) -> Vec<String> {
    let mut dice = Dice(0x5EED);
    let mut left = megabytes * 1_000_000;
    let mut documents = Vec::new();
    while left > 0 {
        let document = document(genre, DOCUMENT.min(left), &mut dice);
        left = left.saturating_sub(document.len());
        documents.push(document);
    }
    documents
}

/// One line of `length` bytes at least, without an end.
#[allow(dead_code, reason = "not every bench needs it")]
pub(crate) fn line(genre: Genre, length: usize) -> String {
    let mut dice = Dice(0x11E);
    let mut line = String::with_capacity(length + 400);
    while line.len() < length {
        sentence(genre, &mut dice, &mut line);
        line.push(' ');
    }
    line
}

fn document(genre: Genre, length: usize, dice: &mut Dice) -> String {
    let mut text = String::from("Hội nghị sơ kết công tác quý của địa phương\n\n");
    while text.len() < length {
        for _ in 0..3 {
            sentence(genre, dice, &mut text);
            text.push(' ');
        }
        text.push('\n');
    }
    text
}

/// `#` stands for a number, `%` for a year.
const NEWS: [&str; 10] = [
    "Sáng nay, trời se lạnh và nhiều người dân ra chợ sớm để mua hoa quả cho ngày rằm.",
    "Ông cho biết con đường qua thôn đã được mở rộng, việc đi lại của bà con thuận lợi hơn trước.",
    "Lớp học nằm bên bờ suối, chiều nào cũng vang tiếng trẻ đọc bài dưới tán cây.",
    "Theo kế hoạch, công trình cấp nước sẽ hoàn thành vào cuối năm % và phục vụ # hộ dân.",
    "Nhiều gia đình chuyển sang trồng cây ăn quả nên thu nhập ổn định hơn.",
    "Chủ tịch Ủy ban nhân dân tỉnh đã tặng Bằng khen cho # tập thể có thành tích xuất sắc năm %.",
    "Các đại biểu thảo luận sôi nổi về cách giữ gìn tiếng hát ru và nghề dệt truyền thống.",
    "Người thợ già chậm rãi kể chuyện làng nghề, giọng trầm và ấm như lửa bếp.",
    "Đoàn đã đến thăm, tặng quà các gia đình chính sách trên địa bàn xã.",
    "Mưa lớn kéo dài khiến nước sông dâng cao, lực lượng dân quân giúp dân chuyển đồ đạc.",
];

const TABLE: [&str; 8] = [
    "Đã ban hành # nghị quyết, # chỉ thị, # quyết định và # kế hoạch, tăng #% so với năm %.",
    "Diện tích lúa đạt #.### ha, năng suất #,# tấn/ha, sản lượng ##.### tấn.",
    "Thu ngân sách #.### tỷ đồng, đạt ##,#% dự toán; chi #.### tỷ đồng.",
    "Năm %: tặng Bằng khen cho # tập thể và ## cá nhân; năm %: tặng ## Giấy khen.",
    "Toàn tỉnh có #.### mô hình “Dân vận khéo”, trong đó có ### mô hình mới.",
    "Thực hiện Quyết định số ###/QĐ-UBND ngày ##/#/%, đã hỗ trợ #.### hộ.",
    "TT # | ## | #.### | ##,# | #.### | ## | %",
    "Giai đoạn %-%: giảm ### vụ, ## người, tiêu hủy #,# tấn.",
];

fn sentence(genre: Genre, dice: &mut Dice, out: &mut String) {
    let templates: &[&str] = match genre {
        Genre::News => &NEWS,
        Genre::Table => &TABLE,
    };
    for letter in templates[dice.below(templates.len())].chars() {
        match letter {
            '#' => out.push(char::from(b"123456789"[dice.below(9)])),
            // A share keeps its sign, which follows a digit.
            '%' if !out.ends_with(|c: char| c.is_ascii_digit()) => {
                out.push_str(&(2005 + dice.below(20)).to_string());
            }
            other => out.push(other),
        }
    }
}

/// A small generator of numbers that look random.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}
