//! Tables as text: CSV with whatever delimiter, as spreadsheets write it.

use super::capped::Cap;
use super::columns::Table;
use crate::error::Code;
use crate::intake::opener::{At, End, Opener, Step};
use crate::intake::stream::Stream;
use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{Decoder, Encoding, UTF_16BE, UTF_16LE, WINDOWS_1258};
use std::io::{self, BufRead, BufReader, Read};

/// Hands over the document of every row.
pub(crate) fn delimited(opener: &mut Opener<'_>, stream: Stream<'_>, at: &At) -> Step {
    let cap = Cap::new(opener.reading.limits.document);
    let mut reader = reader(stream, &cap).map_err(|error| broken(&error))?;
    let mut record = ByteRecord::new();
    if !reader.read_byte_record(&mut record).map_err(|error| broken(&error))? {
        return Err(End::Broken(Code::Empty, "the table has no rows".to_owned()));
    }
    let names: Vec<String> = record.iter().map(name).collect();
    let mut table = Table::new(&names, &opener.reading.columns)?;
    let mut number = 0;
    loop {
        cap.renew();
        if !reader.read_byte_record(&mut record).map_err(|error| broken(&error))? {
            return Ok(());
        }
        number += 1;
        table.row(opener, at, number, &|column| record.get(column).map(<[u8]>::to_vec))?;
    }
}

/// The rows of a stream, whatever its delimiter.
fn reader<'a>(stream: Stream<'a>, cap: &Cap) -> io::Result<csv::Reader<impl Read + use<'a>>> {
    let (head, stream) = stream.peek();
    let reader: Box<dyn Read + 'a> = match wide(&head) {
        Some(encoding) => Box::new(Transcoded::new(stream.reader(), encoding)),
        None => stream.reader(),
    };
    let mut reader = BufReader::with_capacity(64 << 10, cap.over(reader));
    let delimiter = delimiter(&mut reader)?;
    Ok(ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(reader))
}

/// All rows of a small table, the names of its columns first.
pub(crate) fn table(bytes: &[u8]) -> io::Result<Vec<Vec<String>>> {
    let mut reader = reader(Stream::from(bytes), &Cap::new(bytes.len() as u64))?;
    let rows = reader.byte_records().map(|row| Ok(row?.iter().map(name).collect()));
    rows.collect()
}

fn broken(error: &dyn std::fmt::Display) -> End {
    End::Broken(Code::BrokenCollection, format!("the table cannot be read on: {error}"))
}

/// The name of a column; one that is no UTF-8 is read as the code page that spreadsheets use here.
fn name(cell: &[u8]) -> String {
    std::str::from_utf8(cell).map_or_else(|_| WINDOWS_1258.decode(cell).0.into_owned(), str::to_owned)
}

/// UTF-16, by its mark or by the NULs that its Latin letters have.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    let nul = |from: usize| {
        let bytes = head.iter().take(64).skip(from).step_by(2);
        bytes.clone().count() > 8 && bytes.filter(|&&byte| byte == 0).count() > 8
    };
    match head {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ if nul(1) => Some(UTF_16LE),
        _ if nul(0) => Some(UTF_16BE),
        _ => None,
    }
}

/// What stands between the cells: as a line `sep=` says, else the most frequent sign of the first line. The mark and
/// that line are taken from the reader.
fn delimiter(reader: &mut impl BufRead) -> io::Result<u8> {
    if reader.fill_buf()?.starts_with(b"\xEF\xBB\xBF") {
        reader.consume(3);
    }
    let buffer = reader.fill_buf()?;
    let end = memchr::memchr(b'\n', buffer).unwrap_or(buffer.len());
    let line = buffer[..end].trim_ascii_end();
    let told = line.trim_ascii_start().strip_prefix(b"sep=").or_else(|| line.strip_prefix(b"\"sep="));
    if let Some(&sign) = told.and_then(<[u8]>::first) {
        let length = (end + 1).min(buffer.len());
        reader.consume(length);
        return Ok(sign);
    }
    let mut quoted = false;
    let mut numbers = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    for &byte in line {
        quoted ^= byte == b'"';
        if let Some((_, number)) = numbers.iter_mut().find(|(sign, _)| !quoted && *sign == byte) {
            *number += 1;
        }
    }
    // The first of those that occur equally often.
    let best = numbers.iter().rev().max_by_key(|(_, number)| *number);
    Ok(best.map_or(b',', |(sign, _)| *sign))
}

/// A stream of UTF-16 as UTF-8.
struct Transcoded<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    ended: bool,
}

impl<R: Read> Transcoded<R> {
    fn new(inner: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { inner, decoder, raw: vec![0; 16 << 10], text: Vec::new(), at: 0, ended: false }
    }
}

impl<R: Read> Read for Transcoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.text.len() && !self.ended {
            let read = self.inner.read(&mut self.raw)?;
            self.ended = read == 0;
            let room = self.decoder.max_utf8_buffer_length(read).unwrap_or(read * 3 + 16);
            self.text.resize(room, 0);
            let (_, _, written, _) =
                self.decoder.decode_to_utf8(&self.raw[..read], &mut self.text, self.ended);
            self.text.truncate(written);
            self.at = 0;
        }
        let length = (self.text.len() - self.at).min(buffer.len());
        buffer[..length].copy_from_slice(&self.text[self.at..self.at + length]);
        self.at += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::{Transcoded, delimiter, wide};
    use encoding_rs::UTF_16LE;
    use std::io::{Cursor, Read};

    fn told(text: &str) -> (u8, String) {
        let mut reader = Cursor::new(text.as_bytes());
        let sign = delimiter(&mut reader).unwrap();
        let mut rest = String::new();
        reader.read_to_string(&mut rest).unwrap();
        (sign, rest)
    }

    #[test]
    fn the_delimiter_is_told_or_counted() {
        assert_eq!(told("sep=;\r\na;b"), (b';', "a;b".to_owned()));
        assert_eq!(told("\u{feff}a;b,c;d\n"), (b';', "a;b,c;d\n".to_owned()));
        assert_eq!(told("a\tb\n"), (b'\t', "a\tb\n".to_owned()));
        assert_eq!(told("\"a;b;c\",d\n").0, b',');
        assert_eq!(told("text\n").0, b',');
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        let wide_text: Vec<u8> = "id,text,published,a".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(wide(&wide_text), Some(UTF_16LE));
        assert_eq!(wide("id,text,published,author".as_bytes()), None);
        let mut text = String::new();
        Transcoded::new(&wide_text[..], UTF_16LE).read_to_string(&mut text).unwrap();
        assert_eq!(text, "id,text,published,a");
    }
}
