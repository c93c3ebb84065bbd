//! One compressed stream: gzip, zstd, xz, bzip2.

use crate::error::Code;
use crate::intake::meter::{Count, Counted, Guard};
use crate::intake::opener::{At, End, Opener, Step};
use crate::intake::sniff::Packing;
use crate::intake::stream::Stream;
use std::io::{self, BufReader, Read};
use std::rc::Rc;

/// Memory that a stream of xz may ask for, in bytes.
const XZ_MEMORY: u64 = 192 << 20;

/// Endings that fall away with the packing; `.tgz` stands for `.tar.gz`.
const ENDINGS: [&str; 8] = [".gz", ".gzip", ".zst", ".zstd", ".xz", ".bz2", ".bzip2", ".tgz"];

/// Opens what is in a compressed stream, under the name of the stream itself.
pub(crate) fn packed(opener: &mut Opener<'_>, packing: Packing, stream: Stream<'_>, at: &At) -> Step {
    let (consumed, produced) = (Count::default(), Count::default());
    let input = BufReader::new(Counted { inner: stream.reader(), count: Rc::clone(&consumed) });
    let decoder = decoder(packing, input);
    let inner = decoder.map_err(|error| End::Broken(Code::BrokenArchive, error.to_string()))?;
    let guard = Guard { inner, meter: Rc::clone(&opener.meter), consumed, produced };
    let inside = At { name: unpacked(&at.name).to_owned(), depth: at.depth + 1, ..at.clone() };
    opener.open(Stream::from(guard), &inside)
}

fn decoder<'a>(packing: Packing, input: BufReader<impl Read + 'a>) -> io::Result<Box<dyn Read + 'a>> {
    Ok(match packing {
        Packing::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(input)),
        Packing::Zstd => Box::new(zstd::Decoder::with_buffer(input)?),
        Packing::Bzip2 => Box::new(bzip2::bufread::MultiBzDecoder::new(input)),
        Packing::Xz => {
            let stream =
                liblzma::stream::Stream::new_stream_decoder(XZ_MEMORY, liblzma::stream::CONCATENATED);
            Box::new(liblzma::bufread::XzDecoder::new_stream(input, stream.map_err(io::Error::from)?))
        }
    })
}

/// The name without the ending of the packing.
fn unpacked(name: &str) -> &str {
    let lower = name.to_ascii_lowercase();
    let ending = ENDINGS.iter().find(|ending| lower.ends_with(*ending));
    ending.map_or(name, |ending| &name[..name.len() - ending.len()])
}

#[cfg(test)]
mod tests {
    use super::unpacked;

    #[test]
    fn the_ending_of_the_packing_falls_away() {
        assert_eq!(unpacked("a.csv.GZ"), "a.csv");
        assert_eq!(unpacked("a.txt"), "a.txt");
        assert_eq!(unpacked("gz"), "gz");
    }
}
