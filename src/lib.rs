//! solieu (*số liệu*, figures) turns archives of raw Vietnamese reports into tables.
//!
//! The modules stand in the order in which a document flows through them; each imports only from
//! those before it.
//!
//! ```
//! use solieu::{extract::Extractor, resolve, text::Text};
//! let text = Text::new("Đến hết năm 2019, toàn tỉnh có 2.833 mô hình “Dân vận khéo”.".to_owned());
//! let read = resolve::read(&Extractor::new(), &text);
//! let count = &read.facts.counts[0];
//! assert_eq!((count.value.to_string().as_str(), &*count.unit), ("2833", "model"));
//! assert_eq!(count.period.as_deref(), Some("../2019"));
//! ```

pub mod error;
pub mod span;
pub mod intake;
pub mod text;
pub mod format;
pub mod lexicon;
pub mod scan;
pub mod fact;
pub mod grammar;
pub mod document;
pub mod extract;
pub mod resolve;
pub mod canon;
pub mod confidence;
pub mod record;
pub mod table;
pub mod tabulate;
pub mod output;
pub mod evaluate;
pub mod report;
pub mod batch;
pub mod cli;
