//! Sentences and small documents, each with the awards that must be read in it.
