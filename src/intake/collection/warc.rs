//! Crawls as WARC: the pages among their records.

use super::capped::Cap;
use crate::error::Code;
use crate::intake::names;
use crate::intake::opener::{At, End, Opener, Step};
use crate::intake::seen::Seen;
use crate::intake::stream::Stream;
use crate::intake::{Content, Given, Item, Raw};
use std::fmt::Display;
use std::io::{self, BufReader, Read};
use warc::{Error, RecordType, WarcHeader, WarcReader};

/// Bytes that the head of a response may have beside its page.
const HEADERS: u64 = 1 << 20;

/// Hands over every page of the crawl.
pub(crate) fn warc(opener: &mut Opener<'_>, stream: Stream<'_>, at: &At) -> Step {
    let limit = opener.reading.limits.document;
    let cap = Cap::new(u64::MAX / 4);
    let mut reader = WarcReader::new(BufReader::with_capacity(64 << 10, cap.over(stream.reader())));
    let mut records = reader.stream_records();
    let mut seen = Seen::default();
    while let Some(record) = records.next_item() {
        let mut record = match record {
            Ok(record) => record,
            // Only this record is odd; the next can be found.
            Err(error @ (Error::MissingHeader(_) | Error::MalformedHeader(..))) => {
                opener.problem(at, Code::BrokenRecord, format!("a record is left out: {error}"))?;
                continue;
            }
            Err(error) => return Err(broken(&error)),
        };
        let http = match record.warc_type() {
            RecordType::Response => true,
            RecordType::Resource | RecordType::Conversion => false,
            _ => continue,
        };
        let date = record.date().to_rfc3339();
        let mut bytes = Vec::new();
        let read = (&mut record).take(limit.saturating_add(HEADERS)).read_to_end(&mut bytes);
        read.and_then(|_| io::copy(&mut record, &mut io::sink())).map_err(|error| broken(&error))?;
        if record.content_length() > 0 {
            return Err(broken(&"the last record is cut off, and is left out"));
        }
        // the library breaks on a value that is no UTF-8 unless it is asked for all of them
        let headers = record.into_buffered().map_err(|error| broken(&error))?.into_raw_parts().0.headers;
        let header = |name| headers.get(&name).map(|value| String::from_utf8_lossy(value).into_owned());
        let Some(uri) = header(WarcHeader::TargetURI) else { continue };
        let told = header(WarcHeader::ContentType).unwrap_or_default();
        let page = if http { Page::of(bytes) } else { Page { status: 200, kind: told, bytes: Ok(bytes) } };
        page.hand(opener, at, uri.trim_matches(['<', '>']), &date, &mut seen)?;
    }
    Ok(())
}

fn broken(error: &dyn Display) -> End {
    End::Broken(Code::BrokenCollection, format!("the crawl cannot be read on: {error}"))
}

/// What a server answered.
struct Page {
    status: u16,
    kind: String,
    bytes: Result<Vec<u8>, String>,
}

impl Page {
    /// Reads an answer of HTTP: a line with the status, headers, the page.
    fn of(mut answer: Vec<u8>) -> Self {
        let end = memchr::memmem::find(&answer, b"\r\n\r\n").map(|at| (at, at + 4));
        let (end, start) =
            end.or_else(|| memchr::memmem::find(&answer, b"\n\n").map(|at| (at, at + 2))).unwrap_or((0, 0));
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let header =
            |name: &str| headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value);
        answer.drain(..start);
        let chunked = header("transfer-encoding").to_ascii_lowercase().contains("chunked");
        let body = if chunked { unchunked(&answer).unwrap_or(answer) } else { answer };
        Self {
            status: status.unwrap_or(0),
            kind: header("content-type").to_owned(),
            bytes: plain(body, header("content-encoding")),
        }
    }

    /// Hands the page over where it is one.
    fn hand(self, opener: &mut Opener<'_>, at: &At, uri: &str, date: &str, seen: &mut Seen) -> Step {
        let kind = self.kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if uri.starts_with("metadata:") || uri.starts_with("dns:") {
            return Ok(());
        }
        if self.status != 200 {
            opener.pass_over(at, format!("that a server answered with status {}", self.status));
            return Ok(());
        }
        if !is_document(&kind) {
            opener.pass_over(at, format!("of the type {kind}"));
            return Ok(());
        }
        let uri = names::one_line(uri);
        let path = uri.split(['?', '#']).next().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        let place = format!("{}!{uri}", at.place);
        let id = format!("{}!{}", at.id, seen.unique(uri)?);
        let limit = opener.reading.limits.document;
        let content = match self.bytes {
            Ok(bytes) if bytes.len() as u64 > limit => {
                Content::Failed(Code::MemberTooLarge, format!("larger than {limit} bytes"))
            }
            Ok(bytes) => Content::Bytes(bytes),
            Err(what) => Content::Failed(Code::BrokenMember, what),
        };
        let given = Given { kept: vec![("crawled".into(), date.to_owned())], ..Given::default() };
        opener.item(Item::Document(Box::new(Raw {
            doc_id: id,
            place,
            name,
            stated: self.kind,
            content,
            given,
        })))
    }
}

/// Whether a media type can hold a report.
fn is_document(kind: &str) -> bool {
    let text = kind.starts_with("text/") && !["text/css", "text/javascript", "text/calendar"].contains(&kind);
    let told =
        ["application/xhtml+xml", "application/pdf", "application/msword", "application/rtf"].contains(&kind);
    let office = kind.starts_with("application/vnd.openxmlformats-officedocument.wordprocessing")
        || kind.starts_with("application/vnd.oasis.opendocument.text");
    kind.is_empty() || text || told || office
}

/// The bytes of a body that was sent in chunks; `None` where it was not, whatever its header says.
fn unchunked(body: &[u8]) -> Option<Vec<u8>> {
    let (mut out, mut rest) = (Vec::with_capacity(body.len()), body);
    loop {
        let end = memchr::memchr(b'\n', rest)?;
        let size = std::str::from_utf8(&rest[..end]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        rest = &rest[end + 1..];
        if size == 0 {
            return Some(out);
        }
        let chunk = rest.get(..size.min(rest.len()))?;
        out.extend_from_slice(chunk);
        if chunk.len() < size {
            return Some(out);
        }
        rest = &rest[size..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        if rest.is_empty() {
            return Some(out);
        }
    }
}

/// The most that a compressed body may expand to, in bytes.
const EXPANDED: u64 = 256 << 20;

/// The body without its compression.
fn plain(body: Vec<u8>, encoding: &str) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let read = match encoding.trim().to_ascii_lowercase().as_str() {
        "gzip" | "x-gzip" if body.starts_with(b"\x1F\x8B") => {
            flate2::read::MultiGzDecoder::new(&body[..]).take(EXPANDED).read_to_end(&mut out)
        }
        "deflate" => {
            let zlib = flate2::read::ZlibDecoder::new(&body[..]).take(EXPANDED).read_to_end(&mut out);
            zlib.or_else(|_| {
                out.clear();
                flate2::read::DeflateDecoder::new(&body[..]).take(EXPANDED).read_to_end(&mut out)
            })
        }
        // A crawler that stores the page plain often leaves the header as it was.
        "" | "identity" | "gzip" | "x-gzip" => return Ok(body),
        _ if std::str::from_utf8(&body).is_ok() => return Ok(body),
        other => return Err(format!("the page is compressed as {other}, which is not read")),
    };
    match read {
        Ok(_) => Ok(out),
        Err(_) if !out.is_empty() => Ok(out),
        Err(error) => Err(format!("the page cannot be expanded: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, is_document, unchunked};

    #[test]
    fn an_answer_has_a_status_a_type_and_a_page() {
        let page = Page::of(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>16".to_vec());
        assert_eq!(
            (page.status, page.kind.as_str(), page.bytes.unwrap().as_slice()),
            (200, "text/html", &b"<p>16"[..])
        );
        assert_eq!(Page::of(b"no answer".to_vec()).status, 0);
    }

    #[test]
    fn chunks_are_put_together() {
        assert_eq!(unchunked(b"3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n").unwrap(), b"abcde");
        assert_eq!(unchunked(b"5\r\nabc").unwrap(), b"abc");
        assert_eq!(unchunked(b"<html>\n"), None);
    }

    #[test]
    fn styles_and_pictures_are_no_documents() {
        for kind in ["text/css", "image/png", "application/javascript", "application/json", "video/mp4"] {
            assert!(!is_document(kind), "{kind}");
        }
        for kind in ["text/html", "text/plain", "application/pdf", ""] {
            assert!(is_document(kind), "{kind}");
        }
    }
}
