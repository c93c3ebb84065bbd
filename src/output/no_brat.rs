//! In place of `brat` where no archive can be written: nothing can be made of these types.

use super::draft::Draft;
use crate::error::Error;
use crate::record::Record;
use std::convert::Infallible;
use std::path::Path;

#[derive(Debug)]
pub(super) struct Part(Infallible);

impl Part {
    pub(super) fn of(_: &Record) -> Option<Self> {
        None
    }

    pub(super) fn len(&self) -> usize {
        match self.0 {}
    }
}

pub(super) struct Archive(Infallible);

impl Archive {
    pub(super) fn new(folder: &Path) -> Result<Self, Error> {
        let source = std::io::ErrorKind::Unsupported.into();
        Err(Error::Output { path: folder.join("brat.zip"), source })
    }

    pub(super) fn push(&mut self, _: &Path, _: &Part) -> Result<(), Error> {
        match self.0 {}
    }

    pub(super) fn finish(self, _: &Path) -> Result<Draft, Error> {
        match self.0 {}
    }
}
