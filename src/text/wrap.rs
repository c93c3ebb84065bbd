//! Sentences that run on over line ends and over tabs: in texts that were broken into lines of one width, and where one
//! line was broken, or one tab typed, in the middle of a sentence.

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
    let bytes = shown.as_bytes();
    let ends = memchr::memchr2_iter(b'\n', b'\t', bytes).filter(|&at| match bytes[at] {
        b'\n' => broken(shown, at) || wrapped && runs_on(shown, at),
        _ => stray(shown, at),
    });
    let mut joined = String::new();
    let mut from = 0;
    for at in ends {
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

/// Words after which a sentence must go on: "tại", "của", "ngày".
const LEADING: [&str; 30] = [
    "của", "và", "cho", "tại", "với", "do", "bởi", "các", "những", "năm", "tháng", "ngày", "số", "từ", "đến",
    "trong", "được", "tặng", "là", "về", "theo", "hoặc", "cùng", "gồm", "ở", "vào", "để", "vì", "bằng",
    "thứ",
];

/// Whether a line breaks in the middle of a sentence; short lines may be cells or verses, and rows of a table stay apart.
fn broken(shown: &str, at: usize) -> bool {
    let line = shown[..at].rsplit('\n').next().unwrap_or_default();
    let next = shown[at + 1..].split('\n').next().unwrap_or_default();
    let word = line.rsplit(' ').next().unwrap_or_default();
    let open = line.ends_with(',') || LEADING.contains(&word);
    let goes_on = if next.starts_with(char::is_lowercase) {
        open || line.ends_with(char::is_lowercase)
    } else {
        open && next.starts_with(char::is_alphanumeric)
    };
    // "a) …", "2. …" begin items
    let item = || next.split(' ').next().is_some_and(|w| w.ends_with(['.', ')', '/']) && w.len() <= 4);
    goes_on && line.len() > 40 && !item() && !is_row(line) && !is_row(next)
}

/// Whether a tab stands in the middle of a sentence: in a long cell, or in a line beside which no other has tabs.
fn stray(shown: &str, at: usize) -> bool {
    let (before, after) = (&shown[..at], &shown[at + 1..]);
    if !before.ends_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ':'))
        || !after.starts_with(char::is_alphanumeric)
    {
        return false;
    }
    let head = before.rsplit('\n').next().unwrap_or_default();
    let tail = after.split('\n').next().unwrap_or_default();
    let cell = |words: Option<&str>| words.is_some_and(|cell| cell.len() > 100);
    let above = before[..at - head.len()].trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
    let below = after[tail.len()..].trim_start_matches('\n').split('\n').next().unwrap_or_default();
    cell(head.rsplit('\t').next())
        || cell(tail.split('\t').next())
        || ![above, below].iter().any(|line| line.trim().contains('\t'))
}

/// Whether a line looks like a row of a table.
fn is_row(line: &str) -> bool {
    line.contains(['|', '\t']) || line.trim().contains("   ")
}

/// Whether a sentence runs on over a line end: the line is full, and what follows begins no item; rows of a table do not.
fn runs_on(shown: &str, at: usize) -> bool {
    let line = shown[..at].rsplit('\n').next().unwrap_or_default().trim_end();
    let next = shown[at + 1..].split('\n').next().unwrap_or_default();
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
