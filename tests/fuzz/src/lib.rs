//! What the targets have in common: bytes in, and the laws that must hold of what comes out.

use solieu::document::{self, Sentences};
use solieu::extract::{Extraction, Extractor, Page};
use solieu::fact::Facts;
use solieu::format::{Hint, read};
use solieu::intake::{Collection, Feed, Item, Limits, Reading, list};
use solieu::text::Text;
use std::collections::HashSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{LazyLock, Mutex};
use tempfile::TempDir;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// Where the file lies that is read; on a file system in memory where there is one.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let shm = std::path::Path::new("/dev/shm");
    let folder = if shm.is_dir() { tempfile::tempdir_in(shm) } else { tempfile::tempdir() };
    folder.expect("a folder for the file that is read")
});

/// What a library breaks on is caught by the program, and told as `internal`: it is no crash here either, but is named.
/// What breaks in the program itself is a crash, caught or not.
fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    static OWN: AtomicBool = AtomicBool::new(false);
    static HOOK: LazyLock<()> = LazyLock::new(|| {
        let seen = Mutex::new(HashSet::new());
        std::panic::set_hook(Box::new(move |panic| {
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            if !place.contains("/registry/") {
                OWN.store(true, Ordering::Relaxed);
            }
            if seen.lock().is_ok_and(|mut seen| seen.insert(place)) {
                eprintln!("PANIC: {panic}");
            }
        }));
    });
    LazyLock::force(&HOOK);
    let done = catch_unwind(AssertUnwindSafe(read)).ok();
    assert!(!OWN.load(Ordering::Relaxed), "the program itself broke");
    done
}

/// Reads bytes that begin like a format: a text whose marks lie in it, or a trouble.
pub fn format(begin: &[u8], bytes: &[u8]) {
    let bytes = if bytes.starts_with(begin) { bytes.to_vec() } else { [begin, bytes].concat() };
    if let Some(Ok(content)) = guarded(|| read(bytes, &Hint::default())) {
        let length = content.text.chars().count();
        assert!(content.marks.iter().all(|mark| mark.at <= length));
        assert!(content.marks.is_sorted_by_key(|mark| mark.at));
    }
}

/// Reads a file of one kind, or of whatever its content tells: every document has an identity of its own.
pub fn intake(format: Option<Collection>, bytes: &[u8]) {
    let path = FOLDER.path().join("a");
    fs::write(&path, bytes).expect("the file is written");
    let limits =
        Limits { document: 1 << 20, depth: 3, members: 1000, expanded: 64 << 20, ..Limits::default() };
    let reading = Reading { limits, format, ..Reading::default() };
    let (mut seen, mut wrong) = (HashSet::new(), Vec::new());
    guarded(|| {
        Feed::new(&reading).run(&list(&[path], &[]).sources, &mut |item| {
            if let Item::Document(raw) = item {
                let odd = raw.doc_id.contains(['\n', '\r', '\0']);
                wrong.extend(Some(&raw.doc_id).filter(|_| odd || seen.contains(&raw.doc_id)).cloned());
                seen.insert(raw.doc_id);
            }
            true
        });
    });
    assert!(wrong.is_empty(), "identities: {wrong:?}");
}

/// Reads a text with one family alone, or with what `read` does: the spans of all facts are words of the text.
pub fn facts(bytes: &[u8], read: impl Fn(Page<'_>, &mut Extraction)) {
    let text = Text::new(String::from_utf8_lossy(bytes).into_owned());
    let anchors = EXTRACTOR.scan(&text);
    let (sentences, grids) = (Sentences::new(&text), document::grids(&text));
    let info = document::read(&text, EXTRACTOR.lexicon());
    let lexicon = EXTRACTOR.lexicon();
    let page =
        Page { text: &text, lexicon, anchors: &anchors, sentences: &sentences, info: &info, grids: &grids };
    let mut out = Extraction::default();
    read(page, &mut out);
    spans(&text, &out.facts);
}

/// Reads a text as a run does.
pub fn whole(bytes: &[u8]) {
    let text = Text::new(String::from_utf8_lossy(bytes).into_owned());
    spans(&text, &solieu::resolve::read(&EXTRACTOR, &text).facts);
}

fn spans(text: &Text, facts: &Facts) {
    let Facts { counts, dates, awards, citations } = facts;
    let spans = counts.iter().map(|f| f.span).chain(dates.iter().map(|f| f.span));
    let spans = spans.chain(awards.iter().map(|f| f.span)).chain(citations.iter().map(|f| f.span));
    for span in spans {
        assert!(!text.slice(span).trim().is_empty(), "a fact without words at {span:?}");
        assert!(text.source_offset(span.end) <= text.chars());
    }
}
