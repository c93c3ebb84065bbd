//! Which column holds what, and the document that a row gives.

use crate::error::Code;
use crate::intake::names;
use crate::intake::opener::{At, End, Opener, Step};
use crate::intake::seen::Seen;
use crate::intake::{Content, Given, Item, Raw};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The columns of collections, as whoever runs the program names them; what is not named is found by common names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The text.
    pub text: Option<String>,
    /// The identity of a row.
    pub id: Option<String>,
    /// The date of a row.
    pub date: Option<String>,
    /// Columns that travel into the table of documents.
    pub keep: Vec<String>,
}

/// Names of columns by their meaning, best first, as [`plain`] spells them.
const TEXT: [&str; 22] = [
    "text",
    "content",
    "body",
    "noi_dung",
    "noidung",
    "full_text",
    "fulltext",
    "article_text",
    "article_body",
    "article",
    "main_text",
    "maintext",
    "raw_text",
    "raw_content",
    "text_content",
    "content_text",
    "toan_van",
    "van_ban",
    "vanban",
    "noi_dung_bai_viet",
    "html",
    "content_html",
];
const ID: [&str; 20] = [
    "doc_id",
    "docid",
    "id",
    "_id",
    "document_id",
    "article_id",
    "guid",
    "uuid",
    "ma",
    "ma_bai",
    "ma_van_ban",
    "url",
    "link",
    "uri",
    "file",
    "filename",
    "file_name",
    "path",
    "ten_tep",
    "ten_file",
];
pub(crate) const DATE: [&str; 20] = [
    "published",
    "published_at",
    "publish_date",
    "date_published",
    "published_date",
    "pub_date",
    "pubdate",
    "publication_date",
    "date_publish",
    "date",
    "datetime",
    "ngay_dang",
    "ngay_xuat_ban",
    "ngay_ban_hanh",
    "ngay",
    "thoi_gian_dang",
    "thoi_gian",
    "posted_at",
    "post_date",
    "created_at",
];
pub(crate) const TITLE: [&str; 5] = ["title", "headline", "tieu_de", "tieude", "ten_bai"];
pub(crate) const AUTHOR: [&str; 4] = ["author", "authors", "tac_gia", "tacgia"];

/// A name in lower case without accents, with `_` for what is no letter: "Nội dung" is `noi_dung`.
pub(crate) fn plain(name: &str) -> String {
    let bare = name.trim().nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let letter = |c: char| match c {
        'đ' => 'd',
        c if c.is_alphanumeric() => c,
        _ => '_',
    };
    bare.map(letter).collect()
}

/// The first of the wanted names that there is.
pub(crate) fn find(plain: &[String], wanted: &[&str]) -> Option<usize> {
    wanted.iter().find_map(|name| plain.iter().position(|known| known == name))
}

/// Whether there is a column for the text.
pub(super) fn find_text(names: &[String], columns: &Columns) -> bool {
    Table::new(names, columns).is_ok()
}

/// Rows without a text, before the column is taken for the wrong one.
const PATIENCE: u64 = 100;

/// The columns of one collection, and what came from them so far.
pub(super) struct Table {
    text: usize,
    id: Option<usize>,
    date: Option<usize>,
    title: Option<usize>,
    author: Option<usize>,
    keep: Vec<(Arc<str>, Option<usize>)>,
    /// The names given so far.
    pub(super) seen: Seen,
    rows: u64,
    texts: u64,
}

impl Table {
    /// Finds the columns among the names.
    pub(super) fn new(names: &[String], columns: &Columns) -> Result<Self, End> {
        let plain: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let position = |name: &String| {
            let exact = names.iter().position(|known| known == name);
            exact.or_else(|| plain.iter().position(|known| *known == self::plain(name)))
        };
        let either = |name: &Option<String>, wanted: &[&str]| match name {
            Some(name) => position(name),
            None => find(&plain, wanted),
        };
        let Some(text) = either(&columns.text, &TEXT) else {
            let wanted = columns.text.as_deref().map_or_else(String::new, |name| format!(" called {name}"));
            let has = names.iter().take(40).map(String::as_str).collect::<Vec<_>>().join(", ");
            let what = format!("no column{wanted} holds the text; there are: {has}");
            return Err(End::Broken(Code::NoTextColumn, what));
        };
        Ok(Self {
            text,
            id: either(&columns.id, &ID),
            date: either(&columns.date, &DATE),
            title: find(&plain, &TITLE),
            author: find(&plain, &AUTHOR),
            keep: columns.keep.iter().map(|name| (name.as_str().into(), position(name))).collect(),
            seen: Seen::default(),
            rows: 0,
            texts: 0,
        })
    }

    /// Hands over the document of one row; `number` names it where it has no identity.
    pub(super) fn row(
        &mut self,
        opener: &mut Opener<'_>,
        at: &At,
        number: u64,
        get: &dyn Fn(usize) -> Option<Vec<u8>>,
    ) -> Step {
        let words = |column: Option<usize>| {
            let bytes = column.and_then(get).unwrap_or_default();
            String::from_utf8_lossy(&bytes).trim().to_owned()
        };
        let id = words(self.id);
        let name = if id.is_empty() { number.to_string() } else { names::one_line(&id) };
        let name = self.seen.unique(name)?;
        let place = format!("{}, record {number}", at.place);
        let inside = At { place, name: String::new(), depth: at.depth + 1, id: format!("{}!{name}", at.id) };
        let content = self.content(opener, get(self.text))?;
        let fields = [("published", self.date), ("title", self.title), ("author", self.author)];
        let said = |(field, column)| Some((field, words(column))).filter(|(_, words)| !words.is_empty());
        let kept = self.keep.iter().map(|(name, column)| (Arc::clone(name), words(*column)));
        let given = Given {
            fields: fields.into_iter().filter_map(said).collect(),
            kept: kept.filter(|(_, words)| !words.is_empty()).collect(),
        };
        let At { id: doc_id, place, name, .. } = inside;
        let raw = Raw { doc_id, place, name, stated: String::new(), content, given };
        opener.item(Item::Document(Box::new(raw)))
    }

    fn content(&mut self, opener: &Opener<'_>, text: Option<Vec<u8>>) -> Result<Content, End> {
        self.rows += 1;
        let text = text.filter(|text| !text.trim_ascii().is_empty());
        let Some(text) = text else {
            if self.texts == 0 && self.rows >= PATIENCE {
                let what = format!("the first {PATIENCE} records have no text in the column of the text");
                return Err(End::Broken(Code::NoTextColumn, what));
            }
            return Ok(Content::Failed(Code::NoText, "the column of the text is empty".to_owned()));
        };
        self.texts += 1;
        let limit = opener.reading.limits.document;
        if text.len() as u64 > limit {
            return Ok(Content::Failed(Code::MemberTooLarge, format!("larger than {limit} bytes")));
        }
        Ok(String::from_utf8(text).map_or_else(|error| Content::Bytes(error.into_bytes()), Content::Text))
    }
}

#[cfg(test)]
mod tests {
    use super::{Columns, Table, plain};

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn names_are_compared_without_accents() {
        assert_eq!(plain("Nội dung"), "noi_dung");
        assert_eq!(plain(" Ngày đăng "), "ngay_dang");
        assert_eq!(plain("Text"), "text");
    }

    #[test]
    fn columns_are_found_by_their_names() {
        let table = Table::new(&names(&["ID", "Ngày đăng", "Nội dung"]), &Columns::default());
        let table = table.unwrap_or_else(|_| panic!("no text"));
        assert_eq!((table.text, table.id, table.date), (2, Some(0), Some(1)));
    }

    #[test]
    fn a_table_of_figures_has_no_text() {
        assert!(Table::new(&names(&["year", "province", "value"]), &Columns::default()).is_err());
        let wrong = Columns { text: Some("noi dung".to_owned()), ..Columns::default() };
        assert!(Table::new(&names(&["id", "text"]), &wrong).is_err());
        let right = Columns { text: Some("value".to_owned()), ..Columns::default() };
        assert!(Table::new(&names(&["year", "province", "value"]), &right).is_ok());
    }
}
