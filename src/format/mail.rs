//! Mails and saved pages (EML, MHTML): subject, sender and day from the fields, the text from the best part.

use super::{Content, Hint, Meta, Trouble};
use crate::error::Code;
use mail_parser::{MessageParser, MimeHeaders};

/// Reads a mail, or a page that was saved as one.
pub(super) fn read(bytes: &[u8], hint: &Hint<'_>) -> Result<Content, Trouble> {
    let message = MessageParser::default().parse(bytes);
    let message = message.ok_or_else(|| Trouble::new(Code::BrokenDocument, "it is no whole mail"))?;
    let meta = Meta {
        title: message.subject().unwrap_or_default().trim().to_owned(),
        published: message
            .date()
            .map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day))
            .unwrap_or_default(),
        author: sender(&message),
    };
    let saved =
        message.content_type().is_some_and(|kind| kind.subtype().is_some_and(|kind| kind == "related"));
    let media_type = if saved { "multipart/related" } else { "message/rfc822" };
    let parts = [message.text_part(0), message.html_part(0)];
    let part = if saved { parts[1].or(parts[0]) } else { parts[0].or(parts[1]) };
    let part = part.ok_or_else(|| Trouble::new(Code::Empty, "the mail has no text"))?;
    let page = part.content_type().is_some_and(|kind| kind.subtype().is_some_and(|kind| kind == "html"));
    // a part that was decoded by its own charset is Unicode; the words may still carry another encoding
    let text = part.text_contents().unwrap_or_default().to_owned();
    let decoded = crate::text::decode_text(text);
    let content = if page { super::html(&decoded)? } else { super::plain::content(decoded, hint) };
    let other = content.meta.clone();
    let or = |first: String, second: String| if first.is_empty() { second } else { first };
    let meta = Meta {
        title: if saved { or(other.title, meta.title) } else { or(meta.title, other.title) },
        published: or(other.published, meta.published),
        author: if saved { other.author } else { or(meta.author, other.author) },
    };
    Ok(Content { media_type, meta, ..content })
}

/// The name of the sender, or the address.
fn sender(message: &mail_parser::Message<'_>) -> String {
    let first = message.from().and_then(|from| from.first());
    first.and_then(|from| from.name.as_deref().or(from.address.as_deref())).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::{Hint, read};

    #[test]
    fn a_mail() {
        let mail = "From: =?UTF-8?B?QmFuIETDom4gduG6rW4=?= <a@example.org>\r\nSubject: B\u{e1}o c\u{e1}o th\u{e1}ng\r\n\
                    Date: Tue, 30 Jun 2020 17:00:00 +0700\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
                    Ban h\u{e0}nh 16 k\u{1ebf} ho\u{1ea1}ch.\r\n";
        let content = read(mail.into(), &Hint::default()).unwrap();
        assert_eq!(content.text.trim(), "Ban hành 16 kế hoạch.");
        assert_eq!(
            (content.meta.author.as_str(), content.meta.published.as_str()),
            ("Ban Dân vận", "2020-06-30")
        );
        assert_eq!(content.media_type, "message/rfc822");
    }
}
