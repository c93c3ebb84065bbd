//! Archives: one module for each format; a member is opened where it lies, and read as a stream.

#[cfg(feature = "archives")]
mod packed;
#[cfg(feature = "archives")]
mod seven;
#[cfg(feature = "archives")]
mod tar;
#[cfg(feature = "archives")]
mod zip;

#[cfg(feature = "archives")]
pub(super) use {packed::packed, seven::seven, tar::tar, zip::zip};

#[cfg(not(feature = "archives"))]
pub(super) use without::{packed, seven, tar, zip};

/// What is said of archives by a program that was built without them.
#[cfg(not(feature = "archives"))]
mod without {
    use crate::error::Code;
    use crate::intake::opener::{At, Opener, Step};
    use crate::intake::sniff::Packing;
    use crate::intake::stream::Stream;

    const SAID: &str = "archives are not read: this program was built without the feature `archives`";

    pub(crate) fn packed(opener: &mut Opener<'_>, _: Packing, stream: Stream<'_>, at: &At) -> Step {
        tar(opener, stream, at)
    }

    pub(crate) fn tar(opener: &mut Opener<'_>, _: Stream<'_>, at: &At) -> Step {
        opener.failed(at, Code::Unsupported, SAID.to_owned())
    }

    pub(crate) use {tar as seven, tar as zip};
}
