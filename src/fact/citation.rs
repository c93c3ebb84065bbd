//! Citations: references to numbered documents.

use super::Edtf;
use crate::span::Span;

/// One reference to a numbered document.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    /// From the kind word to the end of the number.
    pub span: Span,
    /// Same keys as the units of counts, as `decision`.
    pub kind: String,
    /// As written: "1034/QĐ-UBND".
    pub number: String,
    /// Day of signing, where the text gives it.
    pub date: Option<Edtf>,
    /// Who issued it, where the text says so beside it.
    pub issuer: String,
    /// The part that is meant, as written: "điểm a khoản 2 Điều 54".
    pub pinpoint: String,
    /// The full number of the document that a short form stands for: "05-CT/TW" for "Chỉ thị 05".
    pub refers_to: String,
    /// The rule that read it, as `citation/symbol`.
    pub rule: &'static str,
}
