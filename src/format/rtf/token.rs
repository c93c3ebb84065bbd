//! The tokens of RTF.

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// A control word with its number: `\u273`.
    Word(&'a str, Option<i32>),
    /// A control symbol: `\~`.
    Symbol(u8),
    /// `\'hh`.
    Hex(u8),
    /// A byte of text.
    Byte(u8),
}

/// Reads token by token; what makes none is passed over.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Passes over bytes that are data.
    pub(super) fn pass(&mut self, length: usize) {
        self.at = self.at.saturating_add(length).min(self.bytes.len());
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn while_holds(&mut self, holds: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        while self.peek().is_some_and(&holds) {
            self.at += 1;
        }
        std::str::from_utf8(&self.bytes[start..self.at]).unwrap_or_default()
    }

    /// What stands after a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let first = self.peek()?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            if first != b'\'' {
                return Some(Token::Symbol(first));
            }
            let digits = self.bytes.get(self.at..self.at + 2)?;
            let byte = u8::from_str_radix(std::str::from_utf8(digits).unwrap_or_default(), 16);
            self.at += if byte.is_ok() { 2 } else { 0 };
            return Some(byte.map_or(Token::Symbol(b'\''), Token::Hex));
        }
        let word = self.while_holds(|byte| byte.is_ascii_alphabetic());
        let sign = self.peek() == Some(b'-') && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit);
        self.at += usize::from(sign);
        let digits = self.while_holds(|byte| byte.is_ascii_digit());
        let number = digits.parse::<i32>().ok().map(|number| if sign { -number } else { number });
        self.at += usize::from(self.peek() == Some(b' '));
        Some(Token::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return Some(match byte {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => return self.control(),
                b'\r' | b'\n' | 0 => continue,
                byte => Token::Byte(byte),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokens};

    #[test]
    fn all_kinds() {
        let tokens: Vec<Token<'_>> = Tokens::new(b"{\\rtf1 a\\'e9\\u-10 \\~\r\n}").collect();
        let word = |word, number| Token::Word(word, number);
        let text =
            [Token::Byte(b'a'), Token::Hex(0xE9), word("u", Some(-10)), Token::Symbol(b'~'), Token::Close];
        assert_eq!(tokens[..2], [Token::Open, word("rtf", Some(1))]);
        assert_eq!(tokens[2..], text);
    }

    #[test]
    fn cut_off() {
        assert_eq!(Tokens::new(b"a\\").count(), 1);
        assert_eq!(Tokens::new(b"a\\'e").count(), 1);
        assert_eq!(Tokens::new(b"\\'zz").count(), 3);
    }
}
