//! Texts that were broken into lines of one width: their sentences run on over the line ends.

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

/// Makes a blank, in the folded view, of each line end over which a sentence runs on.
pub(super) fn join(shown: &str, folded: String) -> String {
    if !wrapped(shown) {
        return folded;
    }
    let mut joined = String::with_capacity(folded.len());
    let mut from = 0;
    for at in memchr::memchr_iter(b'\n', shown.as_bytes()).filter(|&at| runs_on(shown, at)) {
        joined.push_str(&folded[from..at]);
        joined.push(' ');
        from = at + 1;
    }
    joined.push_str(&folded[from..]);
    joined
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
    let row = [line, next].iter().any(|line| line.contains(['|', '\t']) || line.trim().contains("   "));
    full && !item && !row
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
    fn paragraphs_on_one_line_each_stay_apart() {
        let line = "Trong năm qua, chi bộ đã hoàn thành tốt các chỉ tiêu và nhiệm vụ được giao ở đơn vị";
        let text = Text::new(format!("{line}\n{line}\n{line}\n{line}\n{line}, {line}, {line}\n"));
        assert_eq!(text.folded().matches('\n').count(), 5);
    }
}
