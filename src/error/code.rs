//! The stable codes of problems: what stands in `problems.csv` for programs to read.

/// Writes the enum, its words, and its reference page from one list.
macro_rules! codes {
    ($($variant:ident = $word:literal: $meaning:literal, $advice:literal;)+) => {
        /// What kind of problem it is; the words never change.
        ///
        /// ```
        /// use solieu::error::Code;
        /// assert_eq!(Code::ArchiveTooDeep.as_str(), "archive-too-deep");
        /// assert!(Code::ALL.contains(&Code::Empty));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $meaning] $variant),+
        }

        impl Code {
            /// Every code, in the order of the reference page.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands in the tables.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What it means, in a sentence.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning),+ }
            }

            /// What can be done about it.
            pub const fn advice(self) -> &'static str {
                match self { $(Self::$variant => $advice),+ }
            }
        }
    };
}

codes! {
    NotFound = "not-found": "A path that was named does not exist, or a link leads nowhere.", "Mind the spelling; mend the link.";
    Unreadable = "unreadable": "The system refused to list or read it.", "Look at its permissions and at the disk.";
    LinkLoop = "link-loop": "A link leads back to a folder that holds it.", "Remove the link; everything else was read.";
    NotARegularFile = "not-a-regular-file": "It is a pipe, a socket or a device, which is never opened.", "Write its content to a file.";
    Repeated = "repeated": "The same file was reached more than once and read once.", "Nothing is lost.";
    PassedOver = "passed-over": "Files of a kind that holds no report, as pictures and programs; counted, not read.", "Name such a file itself to have it read.";
    Empty = "empty": "It holds no text at all.", "Look whether a copy went wrong.";
    DocumentTooLarge = "document-too-large": "The file is larger than a document may be.", "Raise `--max-size`.";
    NotText = "not-text": "It is no text and of no format that is read.", "Convert it, or leave it out.";
    EncodingBroken = "encoding-broken": "Some bytes stand for no character and were read as U+FFFD; the rest was read.", "Look at the place; give `--encoding` if it was guessed wrongly.";
    EncodingUncertain = "encoding-uncertain": "Two encodings fit the bytes about equally well.", "Give `--encoding`.";
    EncodingMixed = "encoding-mixed": "Some paragraphs are in another encoding than the rest; each was read in its own.", "Look whether the text reads well.";
    Unsupported = "unsupported": "The format is known, but this program or this build of it does not read it.", "Convert it, or build with the feature that is named.";
    BrokenDocument = "broken-document": "The document's file is damaged; what could be read of it was.", "Look for a better copy.";
    PdfNoTextLayer = "pdf-no-text-layer": "The PDF holds pictures of pages and no text.", "Recognise its text first (OCR).";
    Encrypted = "encrypted": "A password is needed.", "Remove the password and run again.";
    BrokenArchive = "broken-archive": "The archive or compressed file is damaged or cut off; members before the damage were read.", "Look for a better copy.";
    BrokenMember = "broken-member": "One member of an archive is damaged; the others were read.", "Look for a better copy.";
    MemberTooLarge = "member-too-large": "A member of an archive is larger than a document may be.", "Raise `--max-size`.";
    ArchiveTooDeep = "archive-too-deep": "Archives lie in archives deeper than is followed.", "Raise `--max-depth`.";
    TooManyMembers = "too-many-members": "The archive has more members than are followed; the first were read.", "Raise `--max-members`.";
    ArchiveTooLarge = "archive-too-large": "The archive expands to more than is followed; the first members were read.", "Raise `--max-expanded`.";
    RatioTooHigh = "ratio-too-high": "It expands to so many times its size that it looks like a bomb.", "Raise `--max-ratio` if it is meant so.";
    BrokenRecord = "broken-record": "One record of a collection is damaged; the others were read.", "Look at the line that is named.";
    BrokenCollection = "broken-collection": "The collection is damaged from some place on; records before it were read.", "Look at the place that is named.";
    NoTextColumn = "no-text-column": "The collection has no column that holds the text.", "Name it with `--text-column`.";
    NoText = "no-text": "The record has nothing in the column of the text.", "Look whether the text stands in another column.";
    MetadataUnmatched = "metadata-unmatched": "A row of `--metadata` belongs to no document of the run.", "Compare its key with `doc_id`.";
    MetadataInvalid = "metadata-invalid": "A value of `--metadata` cannot be read, as a date that is none.", "Write dates as 2020-06-30 or 30/06/2020.";
    ReadingUncertain = "reading-uncertain": "Something in the text can be read in several ways, and none was certain.", "Look at the place that is named.";
    SheetFull = "sheet-full": "A table has more rows than a sheet of the workbook holds; the rest stands in a further sheet.", "Nothing is lost; use another format for tables of this size.";
    CellCut = "cell-cut": "A text is longer than a cell of the workbook holds and was cut there.", "Read it in another format.";
    NumberRounded = "number-rounded": "A number has more digits after the point than the file holds and was rounded there.", "Read it in another format.";
    Internal = "internal": "The program broke on this document; the others were read.", "Please report it, with the document if it can be shared.";
}

/// The reference page of all codes, in Markdown.
///
/// ```
/// assert!(solieu::error::reference().contains("| `encrypted` |"));
/// ```
pub fn reference() -> String {
    let mut out = String::from(
        "# Problems\n\nWhatever cannot be read, or should be known to a reader of the tables, is a row of `problems.csv`. Its column\n\
         `code` has one of these words; they never change their meaning. `solieu extract` ends with 1 where any row is an `error`.\n\n\
         | code | meaning | what to do |\n|---|---|---|\n",
    );
    for code in Code::ALL {
        for cell in ["| `", code.as_str(), "` | ", code.meaning(), " | ", code.advice(), " |\n"] {
            out.push_str(cell);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Code, reference};

    #[test]
    fn words_are_unique_and_plain() {
        let mut words: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert!(words.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Code::ALL.len());
    }

    /// `SOLIEU_UPDATE=1 cargo test --lib error` writes it anew.
    #[test]
    fn the_reference_page_is_current() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/problems.md");
        if std::env::var_os("SOLIEU_UPDATE").is_some() {
            std::fs::write(&path, reference()).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(written == reference(), "docs/problems.md is stale: set SOLIEU_UPDATE=1 and run this again");
    }
}
