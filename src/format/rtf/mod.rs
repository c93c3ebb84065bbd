//! RTF: text, fonts, and tables; whatever else it holds is passed over.

mod fonts;
mod table;
mod token;

use super::draft::Draft;
use super::font::Run;
use super::{Content, Meta, Part, Trouble};
use fonts::Fonts;
use table::Table;
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

struct Reader {
    draft: Draft,
    state: State,
    outer: Vec<State>,
    fonts: Fonts,
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

impl Reader {
    fn new() -> Self {
        Self {
            draft: Draft::default(),
            state: State { goal: Goal::Body, font: 0, spare: 1, hidden: false },
            outer: Vec::new(),
            fonts: Fonts::new(),
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
                self.change(self.fonts.usual);
            }
            "deff" => (self.fonts.usual, self.state.font) = (value, value),
            "fcharset" => self.fonts.charset(self.state.font, value),
            "ansicpg" => self.fonts.code_page(value),
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
            "trowd" => self.table.define(),
            "clvmrg" => self.table.merge(),
            "cellx" => self.table.defined(),
            "cell" => self.cell(),
            "row" => self.table.row(),
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
            return self.fonts.name(self.state.font, &bytes);
        }
        let words = self.fonts.decode(self.state.font, &bytes);
        self.add(&words);
    }

    fn add(&mut self, words: &str) {
        let runs = match self.state.goal {
            _ if self.state.hidden => return,
            Goal::Body => &mut self.runs,
            Goal::Note => &mut self.notes,
            Goal::Title => &mut self.title,
            Goal::Fonts | Goal::Nowhere => return,
        };
        let font = self.fonts.name_of(self.state.font);
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
            self.table.lines(inner.lines());
        }
    }

    fn cell(&mut self) {
        self.flush();
        self.close_line();
        self.table.cell();
    }

    fn end_table(&mut self) {
        let rows = self.table.end();
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
        if self.table.within && (self.table.is_open() || !self.runs.is_empty()) {
            self.cell();
        }
        self.table.within = false;
    }
}

#[cfg(test)]
mod tests;
