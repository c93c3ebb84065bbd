//! Grammar atoms that the families share: numbers, calendar points, document symbols, names.
//!
//! All of them read the folded view from a given byte, and report the byte where they stopped.

pub mod calendar;
pub mod name;
pub mod numeral;
pub mod sign;
mod spaced;
pub mod spelled;
