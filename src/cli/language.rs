//! The arguments that say in which language and with which signs files are written.

use crate::output::{Locale, Style};
use crate::table::Language;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::io;

#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Written {
    /// Language of headings and labels in CSV and XLSX, of messages, and in which report.html opens; keys stay English.
    #[arg(long, value_name = "LANG", value_parser = language_parser())]
    pub(super) lang: Option<Language>,
    /// Signs of CSV files: vi has a decimal comma and semicolons between cells, for Excel in Vietnam.
    #[arg(long, value_name = "LOCALE", default_value = "en", value_parser = locale_parser())]
    pub(super) locale: Locale,
    /// Write CSV without a byte order mark.
    #[arg(long)]
    pub(super) no_bom: bool,
}

impl Written {
    /// How CSV files are written.
    pub(super) fn style(self) -> Style {
        Style { bom: !self.no_bom, locale: self.locale, language: self.lang.unwrap_or_default() }
    }
}

fn language_parser() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::as_str)).try_map(|name| named(&name))
}

/// The language of that code.
pub(super) fn named(code: &str) -> io::Result<Language> {
    let known = Language::ALL.into_iter().find(|language| language.as_str() == code);
    known.ok_or_else(|| io::Error::other("no such language"))
}

fn locale_parser() -> impl TypedValueParser<Value = Locale> {
    PossibleValuesParser::new(["en", "vi"]).map(|name| if name == "vi" { Locale::Vi } else { Locale::En })
}
