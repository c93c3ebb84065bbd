//! Lines at their places, and the tables that are seen in them.

use super::tables;
use crate::format::pdf::lines::{Line, Span};

/// A line of words at their places, six points to a letter of twelve points.
fn line(y: f64, words: &[(f64, &str)]) -> Line {
    let span = |&(left, words): &(f64, &str)| Span {
        words: words.to_owned(),
        left,
        right: words.chars().fold(left, |right, _| right + 6.0),
    };
    let spans: Vec<Span> = words.iter().map(span).collect();
    let (left, right) = (spans[0].left, spans[spans.len() - 1].right);
    let words = words.iter().map(|(_, words)| *words).collect::<Vec<_>>().join(" ");
    Line { words, left, right, y, size: 12.0, spans, table: None }
}

fn shown(lines: Vec<Line>) -> Vec<String> {
    let row = |row: &Vec<crate::format::draft::Cell>| {
        row.iter().map(|cell| cell.lines.join(" ")).collect::<Vec<_>>().join("|")
    };
    let line = |line: Line| match &line.table {
        Some(rows) => rows.iter().map(row).collect(),
        None => vec![line.words],
    };
    tables(lines).into_iter().flat_map(line).collect()
}

#[test]
fn rows_under_each_other_are_a_table() {
    let page = vec![
        line(10.0, &[(0.0, "Trong"), (33.0, "năm"), (54.0, "qua,"), (81.0, "toàn"), (108.0, "huyện.")]),
        line(30.0, &[(0.0, "Xã"), (80.0, "Mô"), (95.0, "hình"), (125.0, "Hộ"), (160.0, "Giấy")]),
        line(44.0, &[(0.0, "Tân"), (21.0, "Lập"), (80.0, "12"), (125.0, "1.345"), (160.0, "3")]),
        line(58.0, &[(0.0, "Minh"), (27.0, "Khai"), (54.0, "II"), (80.0, "7"), (160.0, "2")]),
        line(84.0, &[(0.0, "Hết.")]),
    ];
    let rows = [
        "Trong năm qua, toàn huyện.",
        "Xã|Mô hình|Hộ|Giấy",
        "Tân Lập|12|1.345|3",
        "Minh Khai II|7||2",
        "Hết.",
    ];
    assert_eq!(shown(page), rows);
}

#[test]
fn the_lines_of_a_cell_stay_together() {
    let cell_by_cell = vec![
        line(10.0, &[(0.0, "1"), (30.0, "Dân"), (51.0, "vận")]),
        line(24.0, &[(30.0, "khéo")]),
        line(10.0, &[(100.0, "Xã"), (115.0, "Tân")]),
        line(24.0, &[(100.0, "Lập")]),
        line(10.0, &[(160.0, "12"), (200.0, "2019")]),
        line(40.0, &[(0.0, "2"), (30.0, "Camera"), (100.0, "Xã"), (115.0, "Minh")]),
        line(54.0, &[(100.0, "Khai")]),
        line(40.0, &[(160.0, "7"), (200.0, "2020")]),
        line(70.0, &[(0.0, "3"), (30.0, "Tự"), (45.0, "quản"), (100.0, "Xã"), (160.0, "5"), (200.0, "2020")]),
    ];
    let mut line_by_line = cell_by_cell.clone();
    line_by_line.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    let rows = ["1|Dân vận khéo|Xã Tân Lập|12|2019", "2|Camera|Xã Minh Khai|7|2020", "3|Tự quản|Xã|5|2020"];
    assert_eq!(shown(cell_by_cell), rows);
    assert_eq!(shown(line_by_line), rows);
}

#[test]
fn what_only_stands_apart_is_no_table() {
    let letter = vec![
        line(10.0, &[(0.0, "TỈNH"), (40.0, "ỦY"), (200.0, "ĐẢNG"), (240.0, "CỘNG"), (270.0, "SẢN")]),
        line(24.0, &[(0.0, "Số"), (15.0, "12"), (200.0, "Sơn"), (240.0, "La,"), (270.0, "2020")]),
        line(38.0, &[(0.0, "Về"), (15.0, "5"), (30.0, "việc"), (200.0, "Mật")]),
    ];
    let names = vec![
        line(10.0, &[(0.0, "An"), (80.0, "Bình"), (160.0, "Chi")]),
        line(24.0, &[(0.0, "Dũng"), (80.0, "Giang"), (160.0, "Hà")]),
        line(38.0, &[(0.0, "Khánh"), (80.0, "Lan"), (160.0, "Minh")]),
    ];
    // stretched to one width, each with its gaps elsewhere
    let prose = vec![
        line(10.0, &[(0.0, "Có"), (30.0, "12"), (60.0, "hội"), (100.0, "nghị,"), (160.0, "25")]),
        line(24.0, &[(0.0, "kế"), (24.0, "hoạch"), (72.0, "và"), (110.0, "7"), (140.0, "đoàn")]),
        line(38.0, &[(0.0, "kiểm"), (42.0, "tra;"), (86.0, "120"), (118.0, "xã,"), (150.0, "phường")]),
    ];
    // a narrow column of a paper: few words to a line, with the same gap between all of them
    let narrow = vec![
        line(10.0, &[(0.0, "tích"), (44.0, "từ"), (76.0, "52")]),
        line(24.0, &[(0.0, "m2"), (41.0, "-"), (76.0, "95")]),
        line(38.0, &[(0.0, "m2,"), (41.0, "sẽ"), (76.0, "có")]),
        line(52.0, &[(0.0, "giá"), (76.0, "12")]),
    ];
    for page in [letter, names, prose, narrow] {
        let words: Vec<String> = page.iter().map(|line| line.words.clone()).collect();
        assert_eq!(shown(page), words);
    }
}
