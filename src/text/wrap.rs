//! Sentences that run on over line ends and over tabs: in texts that were broken into lines of one width, and where one
//! line was broken, or one tab typed, in the middle of a sentence.

use std::ops::Range;

/// Whether a text was broken into lines of one width: many long lines, none far longer.
fn wrapped(shown: &str) -> bool {
    let (mut long, mut longest) = (0, 0);
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', shown.as_bytes()).chain([shown.len()]) {
        longest = longest.max(end - start);
        long += usize::from(end - start > 60);
        start = end + 1;
    }
    long >= 4 && longest <= 180
}

/// Makes a blank, in the folded view, of each line end and each tab over which a sentence runs on.
pub(super) fn join(shown: &str, folded: String) -> String {
    let wrapped = wrapped(shown);
    let mut places = Vec::new();
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', shown.as_bytes()).chain([shown.len()]) {
        let (line, rest) = (&shown[start..end], shown.get(end + 1..));
        if memchr::memchr(b'\t', line.as_bytes()).is_some() {
            places.extend(stray(shown, start..end));
        }
        if let Some(rest) = rest {
            let next = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
            places.extend((broken(line, next) || wrapped && runs_on(line, next)).then_some(end));
        }
        start = end + 1;
    }
    let mut joined = String::new();
    let mut from = 0;
    for at in places {
        joined.push_str(&folded[from..at]);
        joined.push(' ');
        from = at + 1;
    }
    if from == 0 {
        return folded;
    }
    joined.push_str(&folded[from..]);
    joined
}

/// Whether a sentence must go on after a word: "tại", "của", "ngày".
fn leads(word: &str) -> bool {
    matches!(
        word,
        "của"
            | "và"
            | "cho"
            | "tại"
            | "với"
            | "do"
            | "bởi"
            | "các"
            | "những"
            | "năm"
            | "tháng"
            | "ngày"
            | "số"
            | "từ"
            | "đến"
            | "trong"
            | "được"
            | "tặng"
            | "là"
            | "về"
            | "theo"
            | "hoặc"
            | "cùng"
            | "gồm"
            | "ở"
            | "vào"
            | "để"
            | "vì"
            | "bằng"
            | "thứ"
    )
}

/// Whether a line breaks in the middle of a sentence; short lines may be cells or verses, and rows of a table stay apart.
fn broken(line: &str, next: &str) -> bool {
    if line.len() <= 40 || !next.starts_with(char::is_alphanumeric) {
        return false;
    }
    let open = || line.ends_with(',') || leads(line.rsplit(' ').next().unwrap_or_default());
    let goes_on = next.starts_with(char::is_lowercase) && line.ends_with(char::is_lowercase) || open();
    // "a) …", "2. …" begin items
    let item = || next.split(' ').next().is_some_and(|w| w.ends_with(['.', ')', '/']) && w.len() <= 4);
    goes_on && !item() && !is_row(line) && !is_row(next)
}

/// The tabs of a line that stand in the middle of a sentence: beside a long cell, or in a line beside which no other has
/// tabs.
fn stray(shown: &str, line: Range<usize>) -> Vec<usize> {
    let above = shown[..line.start].trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
    let below = shown[line.end..].trim_start_matches('\n').split('\n').next().unwrap_or_default();
    let apart = ![above, below].iter().any(|row| row.trim().contains('\t'));
    let tabs: Vec<usize> =
        memchr::memchr_iter(b'\t', shown[line.clone()].as_bytes()).map(|at| line.start + at).collect();
    let long = |from: usize, to: usize| to - from > 100;
    let within = |(i, &at): (usize, &usize)| {
        let (before, after) = (&shown[line.start..at], &shown[at + 1..line.end]);
        let from = i.checked_sub(1).map_or(line.start, |last| tabs[last] + 1);
        let to = tabs.get(i + 1).copied().unwrap_or(line.end);
        let inside = before.ends_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ':'))
            && after.starts_with(char::is_alphanumeric);
        (inside && (apart || long(from, at) || long(at + 1, to))).then_some(at)
    };
    tabs.iter().enumerate().filter_map(within).collect()
}

/// Whether a line looks like a row of a table.
fn is_row(line: &str) -> bool {
    line.contains(['|', '\t']) || line.trim().contains("   ")
}

/// Whether a sentence runs on over a line end: the line is full, and what follows begins no item; rows of a table do not.
fn runs_on(line: &str, next: &str) -> bool {
    let line = line.trim_end();
    let first = next.chars().next();
    // "hạng Ba:" at the end of a line, "03; …" on the next
    let value = line.ends_with(':') && first.is_some_and(|c| c.is_ascii_digit() || c.is_lowercase());
    let full = line.len() > 60 && (value || !line.ends_with(['.', ';', ':', '!', '?']));
    let number = next.split(' ').next().is_some_and(|w| w.ends_with(['.', ')']) && w.len() <= 4);
    let item = matches!(first, None | Some('-' | '+' | '*' | '•' | ' ')) || number;
    full && !item && !is_row(line) && !is_row(next)
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    #[test]
    fn sentences_run_on_and_items_do_not() {
        let full = "Trong nhiệm kỳ qua, Ban Chấp hành đã lãnh đạo toàn đảng bộ hoàn thành giai đoạn 2016 -";
        let text = format!(
            "BÁO CÁO\n{full}\n2020 theo đúng kế hoạch\n- Ban hành 12 nghị quyết\n{}",
            format!("{full}\n").repeat(4)
        );
        let text = Text::new(text);
        assert!(text.folded().contains("2016 - 2020 theo đúng kế hoạch\n- ban hành"));
        assert!(text.folded().starts_with("báo cáo\ntrong"));
        assert_eq!(text.shown().matches('\n').count(), text.lines().count() - 1);
    }

    #[test]
    fn one_broken_line_is_mended_and_cells_are_not() {
        let joined = |text: &str| Text::new(text.to_owned()).folded().to_owned();
        assert_eq!(
            joined("Chị Hoa giành Huy chương Vàng đồng đội tại\ngiải vô địch quốc gia.\nNăm sau"),
            "chị hoa giành huy chương vàng đồng đội tại giải vô địch quốc gia.\nnăm sau"
        );
        for text in [
            "đơn vị tính\ntriệu đồng",
            "Các tiêu chí xếp loại thi đua trong năm gồm có\na) số mô hình mới",
            "Ban Chấp hành đã lãnh đạo toàn đảng bộ hoàn thành\nBan Thường vụ",
            "Số lượng đảng viên mới kết nạp\tđảng viên\t12\nsố chi bộ mới\tchi bộ\t3",
        ] {
            assert_eq!(joined(text), text.to_lowercase());
        }
    }

    #[test]
    fn a_tab_in_a_sentence_is_a_blank_and_one_between_cells_is_not() {
        let joined = |text: &str| Text::new(text.to_owned()).folded().to_owned();
        assert_eq!(joined("Huyện tặng giấy khen\tcho 12 cá nhân."), "huyện tặng giấy khen cho 12 cá nhân.");
        for text in ["xã an bình\ttrường học\t3\nxã an hòa\ttrạm y tế\t2", "-\ttặng giấy khen"]
        {
            assert_eq!(joined(text), text);
        }
    }

    #[test]
    fn paragraphs_on_one_line_each_stay_apart() {
        let line = "Trong năm qua, chi bộ đã hoàn thành tốt các chỉ tiêu và nhiệm vụ được giao ở đơn vị";
        let text = Text::new(format!("{line}\n{line}\n{line}\n{line}\n{line}, {line}, {line}\n"));
        assert_eq!(text.folded().matches('\n').count(), 5);
    }
}
