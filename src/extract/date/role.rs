//! What a date does in the document, as far as the words around it tell.

use super::{Page, Parsed, is_year};
use crate::fact::{DateKind, Role};
use crate::span::Span;
use crate::text::space::ends_with;

/// The role of a date; datelines, citations and awards set theirs later.
pub(super) fn of(page: Page<'_>, p: &Parsed) -> Role {
    let text = page.folded();
    let titled = page.info.title_span.is_some_and(|t| t.contains(Span::new(p.start, p.end)));
    let broad = matches!(
        p.kind,
        DateKind::Year | DateKind::Quarter | DateKind::Half | DateKind::Month | DateKind::Range
    );
    let report = ends_with(
        text,
        p.start,
        &["báo cáo", "tổng kết", "sơ kết", "kế hoạch", "nhiệm vụ", "công tác", "phong trào thi đua"],
    )
    .is_some();
    match p.rule {
        "date/term" => Role::Period,
        "date/months" => Role::Period,
        _ if p.kind == DateKind::Half => Role::Period,
        _ if titled && broad => Role::Period,
        _ if report && (is_year(p.value) || p.kind == DateKind::Quarter) => Role::Period,
        "date/range"
            if p.kind == DateKind::Range
                && !text[p.start..p.end].contains('/')
                && text[p.start..p.end].starts_with("20") =>
        {
            Role::Period
        }
        _ => Role::Event,
    }
}
