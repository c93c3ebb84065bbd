//! RTF: text, fonts, and tables; whatever else it holds is passed over.

mod token;

use super::draft::{Cell, Draft};
use super::font::Run;
use super::{Content, Meta, Part, Trouble};
use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1258};
use std::collections::HashMap;
use token::{Token, Tokens};

/// Reads RTF; one that is cut off is read up to there.
pub(super) fn read(bytes: &[u8]) -> Result<Content, Trouble> {
    let mut reader = Reader::new();
    let mut tokens = Tokens::new(bytes);
    while let Some(token) = tokens.next() {
        match token {
            Token::Word("bin", Some(length)) => tokens.pass(usize::try_from(length).unwrap_or(0)),
            token => reader.take(token),
        }
    }
    reader.finish()
}

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goal {
    Body,
    Note,
    Fonts,
    Title,
    Nowhere,
}

/// What holds within a group.
#[derive(Clone, Copy, Debug)]
struct State {
    goal: Goal,
    font: i32,
    /// How many characters stand for a `\u` in programs without Unicode.
    spare: usize,
    hidden: bool,
}

#[derive(Clone, Debug)]
struct Font {
    name: String,
    encoding: &'static Encoding,
}

struct Reader {
    draft: Draft,
    state: State,
    outer: Vec<State>,
    fonts: HashMap<i32, Font>,
    /// The font of text that names none.
    usual: i32,
    encoding: &'static Encoding,
    /// Bytes whose characters are not known before the font changes.
    bytes: Vec<u8>,
    /// Half of a character in two `\u`.
    half: Option<u16>,
    /// Characters that are to be passed over after a `\u`.
    passing: usize,
    /// Whether a group has just been marked as one that may be passed over.
    optional: bool,
    runs: Vec<Run>,
    notes: Vec<Run>,
    title: Vec<Run>,
    table: Table,
}

/// The table that is open.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    /// The paragraphs of the open cell.
    cell: Vec<String>,
    /// For each cell of the row whether it continues the one above.
    continues: Vec<bool>,
    continued: bool,
    within: bool,
}

impl Reader {
    fn new() -> Self {
        Self {
            draft: Draft::default(),
            state: State { goal: Goal::Body, font: 0, spare: 1, hidden: false },
            outer: Vec::new(),
            fonts: HashMap::new(),
            usual: 0,
            encoding: WINDOWS_1252,
            bytes: Vec::new(),
            half: None,
            passing: 0,
            optional: false,
            runs: Vec::new(),
            notes: Vec::new(),
            title: Vec::new(),
            table: Table::default(),
        }
    }

    fn take(&mut self, token: Token<'_>) {
        if self.passing > 0 {
            match token {
                Token::Hex(_) | Token::Byte(_) | Token::Symbol(_) => {
                    self.passing -= 1;
                    return;
                }
                _ => self.passing = 0,
            }
        }
        let optional = std::mem::take(&mut self.optional);
        match token {
            Token::Open => self.outer.push(self.state),
            Token::Close => self.close(),
            Token::Word(word, number) => self.word(word, number, optional),
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Hex(byte) | Token::Byte(byte) => {
                if self.state.goal != Goal::Nowhere && !self.state.hidden {
                    self.bytes.push(byte);
                }
            }
        }
    }

    fn close(&mut self) {
        self.flush();
        let Some(outer) = self.outer.pop() else { return };
        if self.state.goal == Goal::Note && outer.goal != Goal::Note {
            self.notes.push(Run { text: "\n".to_owned(), font: String::new() });
        }
        self.state = outer;
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.optional = true,
            b'~' => self.push('\u{A0}'),
            b'_' => self.push('-'),
            b'{' | b'}' | b'\\' => self.push(char::from(symbol)),
            b'\n' | b'\r' => self.paragraph(),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>, optional: bool) {
        let value = number.unwrap_or(1);
        match word {
            "fonttbl" => self.state.goal = Goal::Fonts,
            "title" if self.state.goal == Goal::Nowhere => self.state.goal = Goal::Title,
            "footnote" => self.state.goal = Goal::Note,
            "colortbl" | "stylesheet" | "info" | "pict" | "object" | "filetbl" | "listtable"
            | "listoverridetable" | "revtbl" | "rsidtbl" | "xmlnstbl" | "nonshppict" | "themedata"
            | "datastore" | "latentstyles" | "generator" | "author" | "operator" => self.nowhere(),
            _ if optional => self.nowhere(),
            "f" | "af" if self.state.goal == Goal::Fonts && word == "f" => self.state.font = value,
            "f" => self.change(number.unwrap_or(0)),
            "plain" => {
                self.state.hidden = false;
                self.change(self.usual);
            }
            "deff" => (self.usual, self.state.font) = (value, value),
            "fcharset" => self.charset(value),
            "ansicpg" => self.encoding = code_page(value),
            "uc" => self.state.spare = usize::try_from(value.min(100)).unwrap_or(0),
            "u" => self.unicode(value),
            "v" | "deleted" => {
                self.flush();
                self.state.hidden = number != Some(0);
            }
            _ => self.layout(word),
        }
    }

    /// Words that shape the text.
    fn layout(&mut self, word: &str) {
        match word {
            "par" | "sect" | "page" => self.paragraph(),
            "line" | "nestcell" => self.push('\n'),
            "tab" => self.push('\t'),
            "emdash" => self.push('—'),
            "endash" => self.push('–'),
            "lquote" => self.push('‘'),
            "rquote" => self.push('’'),
            "ldblquote" => self.push('“'),
            "rdblquote" => self.push('”'),
            "bullet" => self.push('•'),
            "pard" => self.table.within = false,
            "intbl" => self.table.within = true,
            "trowd" => self.table.continues.clear(),
            "clvmrg" => self.table.continued = true,
            "cellx" => {
                let continued = std::mem::take(&mut self.table.continued);
                self.table.continues.push(continued);
            }
            "cell" => self.cell(),
            "row" => self.row(),
            _ => {}
        }
    }

    fn nowhere(&mut self) {
        self.flush();
        self.state.goal = Goal::Nowhere;
    }

    /// Changes to a font.
    fn change(&mut self, font: i32) {
        if font != self.state.font {
            self.flush();
            self.state.font = font;
        }
    }

    fn charset(&mut self, value: i32) {
        let encoding = match value {
            163 => WINDOWS_1258,
            0..=2 => self.encoding,
            128 => encoding_rs::SHIFT_JIS,
            134 => encoding_rs::GBK,
            204 => encoding_rs::WINDOWS_1251,
            238 => encoding_rs::WINDOWS_1250,
            _ => WINDOWS_1252,
        };
        self.fonts.insert(self.state.font, Font { name: String::new(), encoding });
    }

    fn unicode(&mut self, value: i32) {
        self.passing = self.state.spare;
        let unit = u16::try_from(value & 0xFFFF).unwrap_or(0);
        let units = [self.half.take().unwrap_or(unit), unit];
        let whole = if units[0] == unit { &units[1..] } else { &units[..] };
        match char::decode_utf16(whole.iter().copied()).next() {
            Some(Ok(c)) => self.push(c),
            _ => self.half = Some(unit),
        }
    }

    /// Adds a character that is known.
    fn push(&mut self, c: char) {
        self.flush();
        self.add(c.encode_utf8(&mut [0; 4]));
    }

    /// Decodes the bytes that wait.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        if self.state.goal == Goal::Fonts {
            return self.name(&bytes);
        }
        let encoding = self.fonts.get(&self.state.font).map_or(self.encoding, |font| font.encoding);
        self.add(&encoding.decode_without_bom_handling(&bytes).0);
    }

    /// Takes the name of a font, which a semicolon ends.
    fn name(&mut self, bytes: &[u8]) {
        let name = String::from_utf8_lossy(bytes);
        let encoding = self.encoding;
        let font = self.fonts.entry(self.state.font).or_insert(Font { name: String::new(), encoding });
        if font.name.is_empty() {
            name.trim().trim_end_matches(';').clone_into(&mut font.name);
        }
    }

    fn add(&mut self, words: &str) {
        let runs = match self.state.goal {
            _ if self.state.hidden => return,
            Goal::Body => &mut self.runs,
            Goal::Note => &mut self.notes,
            Goal::Title => &mut self.title,
            Goal::Fonts | Goal::Nowhere => return,
        };
        let font = self.fonts.get(&self.state.font).map_or("", |font| &font.name);
        match runs.last_mut() {
            Some(run) if run.font == font => run.text.push_str(words),
            _ => runs.push(Run { text: words.to_owned(), font: font.to_owned() }),
        }
    }

    fn paragraph(&mut self) {
        self.flush();
        match self.state.goal {
            Goal::Body if self.table.within => self.close_line(),
            Goal::Body => {
                self.end_table();
                self.draft.begin(Part::Paragraph);
                self.draft.runs(&std::mem::take(&mut self.runs));
            }
            _ => self.add("\n"),
        }
    }

    /// Puts the paragraph into the open cell.
    fn close_line(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if !runs.is_empty() {
            let mut inner = Draft::default();
            inner.runs(&runs);
            self.draft.note(&inner);
            self.table.cell.extend(inner.lines());
        }
    }

    fn cell(&mut self) {
        self.flush();
        self.close_line();
        let lines = std::mem::take(&mut self.table.cell);
        let at = self.table.row.len();
        let above = self.table.rows.last().and_then(|row| row.get(at));
        let continues = self.table.continues.get(at).is_some_and(|&continues| continues);
        let lines =
            above.filter(|_| continues && lines.is_empty()).map_or(lines, |above| above.lines.clone());
        self.table.row.push(Cell { lines, columns: 1, rows: 1 });
    }

    fn row(&mut self) {
        if !self.table.row.is_empty() {
            self.table.rows.push(std::mem::take(&mut self.table.row));
        }
    }

    fn end_table(&mut self) {
        self.row();
        let rows = std::mem::take(&mut self.table.rows);
        if !rows.is_empty() {
            self.draft.table(&rows);
        }
    }

    fn finish(mut self) -> Result<Content, Trouble> {
        self.flush();
        self.state.goal = Goal::Body;
        self.close_cell_left_open();
        self.paragraph();
        self.draft.runs(&std::mem::take(&mut self.notes));
        let title = super::font::shown(&self.title).0.trim().to_owned();
        self.draft.finish("application/rtf", Meta { title, ..Meta::default() })
    }

    /// A file that is cut off may end within a table.
    fn close_cell_left_open(&mut self) {
        if self.table.within && !(self.runs.is_empty() && self.table.cell.is_empty()) {
            self.cell();
        }
        self.table.within = false;
    }
}

fn code_page(number: i32) -> &'static Encoding {
    Encoding::for_label(format!("windows-{number}").as_bytes()).unwrap_or(WINDOWS_1252)
}

#[cfg(test)]
mod tests {
    use super::read;

    fn text(rtf: &str) -> String {
        read(rtf.as_bytes()).unwrap().text
    }

    #[test]
    fn unicode_and_code_pages() {
        let head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset163 Times;}}";
        assert_eq!(
            text(&format!(r"{head}\uc1 N\u259\'3fm 2020: \u-10179?\u-9216? {{\f1 q\'fdy}}\par }}")),
            "Năm 2020: 🐀 qưy\n"
        );
        assert_eq!(
            text(&format!(r"{head}{{\uc0\u272 ảo}} a\~b\_c\par}}").replace('ả', "\\'e0")),
            "Đào a\u{a0}b-c\n"
        );
    }

    #[test]
    fn fonts_of_tcvn3_and_their_capitals() {
        let head = r"{\rtf1\ansi{\fonttbl{\f0 .VnTime;}{\f1\fnil .VnTimeH;}{\f2 VNI-Times;}}";
        let rtf = format!(r"{head}\f1 b\'b8o c\'b8o\f0  quy\'d5t\par\f2 Co\'e4ng\par}}");
        assert_eq!(text(&rtf), "BÁO CÁO quyết\nCộng\n");
        assert_eq!(read(rtf.as_bytes()).unwrap().encoding, "tcvn3-as-windows-1252");
    }

    #[test]
    fn tables_keep_their_rows() {
        let row = |a: &str, b: &str, c: &str| {
            format!(r"\trowd\cellx1\cellx2\cellx3\pard\intbl {a}\cell {b}\cell {c}\cell\row ")
        };
        let merged = r"\trowd\clvmrg\cellx1\cellx2\cellx3\pard\intbl\cell c\cell d\cell\row ";
        let rtf = format!(r"{{\rtf1 x\par {}{}{merged}\pard y\par}}", row("N", "K", "S"), row("1", "a", "b"));
        assert_eq!(text(&rtf), "x\n| N | K | S |\n| 1 | a | b |\n| 1 | c | d |\ny\n");
    }

    #[test]
    fn what_is_no_text() {
        let rtf = r"{\rtf1{\info{\title T}{\author A}}{\*\x hidden}{\pict\bin3 }}}}\v no\v0 yes{\field{\*\fldinst PAGE}{\fldrslt 7}}\par}";
        let content = read(rtf.as_bytes()).unwrap();
        assert_eq!((content.text.as_str(), content.meta.title.as_str()), ("yes7\n", "T"));
    }

    #[test]
    fn cut_off() {
        assert_eq!(text(r"{\rtf1 a\par b"), "a\nb\n");
        assert!(read(br"{\rtf1}").is_err());
    }
}
