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

pub mod batch;
pub mod cli;
pub mod document;
pub mod error;
pub mod evaluate;
pub mod extract;
pub mod fact;
pub mod grammar;
pub mod intake;
pub mod lexicon;
pub mod output;
pub mod record;
pub mod report;
pub mod resolve;
pub mod scan;
pub mod span;
pub mod table;
pub mod text;
