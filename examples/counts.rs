//! Reads one document from the standard input and prints what it counts, a line for each count.
//!
//! ```text
//! echo "Ban hành 16 kế hoạch." | cargo run --example counts
//! ```

use solieu::extract::Extractor;
use solieu::resolve;
use solieu::text::{Text, decode};
use std::io::{self, Read, Write};

fn main() -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let text = Text::new(decode(bytes).text);
    let extraction = resolve::read(&Extractor::new(), &text);
    let mut out = io::stdout().lock();
    for count in &extraction.facts.counts {
        let (line, column) = text.line_column(count.span.start);
        writeln!(out, "{line}:{column}\t{}\t{}\t{}", count.value, count.unit, count.phrase)?;
    }
    Ok(())
}
