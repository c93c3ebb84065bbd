//! Tables whose columns are set apart by blanks alone: in the folded view their cells get tabs between them.

use std::ops::Range;

/// Fewest blanks between two columns.
const GAP: usize = 3;

/// Fewest cells of a line that may belong to such a table.
const CELLS: usize = 3;

/// Longest line that may, in bytes.
const LINE: usize = 2000;

/// One line of a table: its place in bytes, and its cells in bytes and in columns of characters.
struct Row {
    line: Range<usize>,
    cells: Vec<(Range<usize>, Range<usize>)>,
}

/// Puts a tab between the cells of each table that is aligned by blanks, one for each column passed.
///
/// A table is two or more lines that follow each other, each of three or more cells, of which one in four or more is
/// a number. The length of the text does not change: a tab takes the place of a blank.
pub(super) fn mark(shown: &str, folded: String) -> String {
    if memchr::memmem::find(shown.as_bytes(), b"   ").is_none() {
        return folded;
    }
    let mut bytes = folded.into_bytes();
    let mut table: Vec<Row> = Vec::new();
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', shown.as_bytes()).chain([shown.len()]) {
        match Row::of(shown, start..end) {
            Some(row) => table.push(row),
            None => rule(&mut bytes, &std::mem::take(&mut table)),
        }
        start = end + 1;
    }
    rule(&mut bytes, &table);
    // blanks became tabs, both of one byte
    String::from_utf8(bytes).unwrap_or_else(|_| shown.to_owned())
}

impl Row {
    /// The cells of a line between runs of blanks; `None` for a line with fewer than three or with marks of its own.
    fn of(shown: &str, line: Range<usize>) -> Option<Self> {
        let words = &shown[line.clone()];
        if words.len() > LINE || !words.contains("   ") || words.contains(['\t', '|']) {
            return None;
        }
        let mut cells: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        for (column, (at, c)) in
            words.char_indices().enumerate().filter(|(_, (_, c))| !matches!(c, ' ' | '\r'))
        {
            let (at, end) = (line.start + at, line.start + at + c.len_utf8());
            match cells.last_mut() {
                Some((bytes, columns)) if column - columns.end < GAP => {
                    (bytes.end, columns.end) = (end, column + 1);
                }
                _ => cells.push((at..end, column..column + 1)),
            }
        }
        (cells.len() >= CELLS).then_some(Self { line, cells })
    }

    fn numbers(&self, folded: &[u8]) -> usize {
        let number = |bytes: &Range<usize>| {
            folded[bytes.clone()].iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'%' | b'-'))
        };
        self.cells.iter().filter(|(bytes, _)| number(bytes)).count()
    }
}

/// Marks the cells of one table, each by the column of the widest line that it stands under.
fn rule(folded: &mut [u8], table: &[Row]) {
    let cells: usize = table.iter().map(|row| row.cells.len()).sum();
    let numbers: usize = table.iter().map(|row| row.numbers(folded)).sum();
    let widest = table.iter().max_by_key(|row| row.cells.len());
    let (Some(widest), true) = (widest, table.len() >= 2 && numbers * 4 >= cells) else { return };
    let heads: Vec<&Range<usize>> = widest.cells.iter().map(|(_, columns)| columns).collect();
    for row in table {
        let (mut before, mut free) = (None, row.line.start);
        for (at, (bytes, columns)) in row.cells.iter().enumerate() {
            // what stands left and right of the cell needs columns too
            let last = heads.len() - (row.cells.len() - at);
            let column = under(&heads, columns).clamp(before.map_or(0, |before| before + 1), last);
            let tabs = (column - before.unwrap_or(0)).min(bytes.start - free);
            folded[free..bytes.start][..tabs].fill(b'\t');
            (before, free) = (Some(column), bytes.end);
        }
    }
}

/// The head under which a cell stands: the nearest, and among those that touch it the one in whose middle it is.
fn under(heads: &[&Range<usize>], cell: &Range<usize>) -> usize {
    let far = |head: &Range<usize>| {
        let apart = head.start.saturating_sub(cell.end).max(cell.start.saturating_sub(head.end));
        (apart, (head.start + head.end).abs_diff(cell.start + cell.end))
    };
    (0..heads.len()).min_by_key(|&at| far(heads[at])).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn folded(text: &str) -> String {
        Text::new(text.to_owned()).folded().to_owned()
    }

    #[test]
    fn cells_stand_under_their_heads() {
        let table = "Năm     Cờ thi đua    Bằng khen     Giấy khen\n2018        2            15             120\n2019                      18             131\n";
        let lines: Vec<Vec<String>> = folded(table)
            .lines()
            .map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect())
            .collect();
        assert_eq!(lines[0], ["năm", "cờ thi đua", "bằng khen", "giấy khen"]);
        assert_eq!(lines[1], ["2018", "2", "15", "120"]);
        assert_eq!(lines[2], ["2019", "", "18", "131"]);
    }

    #[test]
    fn what_is_no_table_keeps_its_blanks() {
        let header = "ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BC-UBND       Độc lập - Tự do - Hạnh phúc\n";
        let names = "Nguyễn Văn A   Trần Văn B   Lê Thị C\nPhạm Văn D   Vũ Văn E   Hồ Thị G\n";
        let one = "Tổng số   12   15\n\nTrong đó có 3 xã.\n";
        for text in [header, names, one] {
            assert!(!folded(text).contains('\t'), "{text}");
        }
    }
}
