//! One entry an event: what a title, a caption or a later sentence tells again is not counted again.

use super::sheet::Sheet;
use crate::fact::{Award, RecipientUnit, Status};
use crate::lexicon::Role;
use crate::text::space::{lookahead, lookback};

/// How many awards back a retelling is looked for.
const BACK: usize = 40;

/// Drops retellings; the first mention takes what only a later one says.
pub(super) fn merge(sheet: &Sheet<'_>, awards: &mut Vec<Award>) {
    drop_totals(sheet, awards);
    drop_captions(sheet, awards);
    let mut kept: Vec<Award> = Vec::with_capacity(awards.len());
    let title = sheet.page.info.title_span;
    for award in awards.drain(..) {
        let from = kept.len().saturating_sub(BACK);
        let told = |first: &Award| {
            let titled = title.is_some_and(|t| t.contains(first.span)) && headline(sheet, first, &award);
            let again = titled || retells(first, &award);
            again && !sheet.sentence(first.span).contains(award.span)
        };
        match kept[from..].iter().position(told) {
            Some(i) => {
                let first = &mut kept[from + i];
                complete(first, &award);
                // the title describes whom the text names
                if title.is_some_and(|t| t.contains(first.span))
                    && proper(&award.recipient)
                    && !proper(&first.recipient)
                {
                    first.recipient.clone_from(&award.recipient);
                }
            }
            None => kept.push(award),
        }
    }
    *awards = kept;
}

/// "Hà Nam có 76 học sinh được nhận bằng khen" after the 1.355 of all: who gave the whole gave its parts.
pub(super) fn share_givers(awards: &mut [Award]) {
    for i in 1..awards.len() {
        let (before, rest) = awards.split_at_mut(i);
        let part = &mut rest[0];
        if !part.grantor.is_empty() {
            continue;
        }
        if let Some(group) = before.iter().rev().take(BACK).find(|group| wins(part, group)) {
            part.grantor.clone_from(&group.grantor);
            part.year = part.year.or(group.year);
            continue;
        }
        let whole =
            before.iter().rev().take(BACK).find(|whole| !whole.grantor.is_empty() && is_part(part, whole));
        if let Some(whole) = whole {
            part.grantor.clone_from(&whole.grantor);
        }
    }
}

/// "các giải Nhất thuộc về: A; B" after "3 giải Nhất": winners of the prizes that were counted.
fn wins(part: &Award, group: &Award) -> bool {
    part.award == "prize"
        && group.award == "prize"
        && part.rank.is_some()
        && (part.rank, part.status) == (group.rank, group.status)
        && part.quantity.is_none()
        && group.recipient_unit == Some(RecipientUnit::Award)
        && !group.grantor.is_empty()
}

/// Whether an award is a part of one told before: fewer of the same, or one who is named among those proposed.
fn is_part(part: &Award, whole: &Award) -> bool {
    let kind = |a: &Award| (a.award.clone(), a.rank, a.status);
    let fewer = part.status == Status::Granted
        && part.quantity.is_some_and(|n| whole.quantity.is_some_and(|all| all > n))
        && part.recipient_unit == whole.recipient_unit
        && agree(&whole.recipient, &part.recipient);
    let named = part.status == Status::Proposed && part.quantity.is_none() && proper(&part.recipient);
    kind(part) == kind(whole) && (fewer || named)
}

/// "542 đảng viên được nhận Huy hiệu Đảng, gồm: Huy hiệu 70 năm cho 6 đảng viên, …", "Giải thưởng A cho 31 công trình
/// gồm: 3 giải Nhất, …": a total that is broken down at once is no award of its own.
fn drop_totals(sheet: &Sheet<'_>, awards: &mut Vec<Award>) {
    let mut totals = (0..awards.len()).map(|i| is_total(sheet, &awards[i..])).collect::<Vec<_>>().into_iter();
    awards.retain(|_| !totals.next().unwrap_or_default());
}

/// Whether the awards of the sentence behind the first, grades of a badge or prizes, make up its number.
fn is_total(sheet: &Sheet<'_>, awards: &[Award]) -> bool {
    let [whole, parts @ ..] = awards else { return false };
    let graded = |a: &Award| a.rank.is_some() || a.name.contains(|c: char| c.is_ascii_digit());
    let badge = whole.award == "badge";
    let sorts = badge || whole.award == "prize";
    let Some(all) = whole.quantity.filter(|_| sorts && !graded(whole)) else { return false };
    let sentence = sheet.sentence(whole.span);
    let parts = || {
        let inside = |p: &&Award| p.award == whole.award && sentence.contains(p.span);
        parts.iter().take_while(inside).filter(|p| !badge || graded(p))
    };
    let Some(first) = parts().next() else { return false };
    let gap = sheet.words(whole.span.end, first.span.start);
    let lists = |words: &[&str]| words.iter().any(|w| gap.contains(w));
    let sum: rust_decimal::Decimal = parts().filter_map(|p| p.quantity).sum();
    let opens = gap.trim_start().starts_with(':') && gap.len() < 24 && parts().count() > 1 && !badge;
    opens && whole.quantity >= Some(parts().count().into())
        || badge
            && (lists(&["gồm"]) || lists(&[" có "]) && !lists(&["trong đó"]))
            && first.quantity < Some(all)
        || lists(&["gồm", "trong đó", "cụ thể", ", có "]) && sum == all
}

/// Drops what only the words under a picture tell of an award that the text tells, too.
fn drop_captions(sheet: &Sheet<'_>, awards: &mut Vec<Award>) {
    let captions: Vec<bool> = awards.iter().map(|award| captioned(sheet, award)).collect();
    let again = |i: usize| {
        let near = i.saturating_sub(BACK)..awards.len().min(i + BACK);
        near.into_iter().any(|j| {
            !captions[j] && awards[j].award == awards[i].award && names_agree(&awards[j], &awards[i])
        })
    };
    let mut told = (0..awards.len()).map(|i| captions[i] && again(i)).collect::<Vec<_>>().into_iter();
    awards.retain(|_| !told.next().unwrap_or_default());
}

/// Whether an award stands in the words under a picture: "… trao Bằng khen - Ảnh: M.A.", "… trao Bằng khen |"
fn captioned(sheet: &Sheet<'_>, award: &Award) -> bool {
    let flat = sheet.flat();
    let head = lookback(flat, award.span.start).rsplit('\n').next().unwrap_or_default();
    let tail = lookahead(flat, award.span.end).split('\n').next().unwrap_or_default();
    let line = &flat[award.span.start - head.len()..award.span.end + tail.len()];
    let bar = line.trim_end().ends_with('|') && line.matches('|').count() == 1;
    line.len() < 600 && (bar || ["ảnh:", "ảnh :", "(ảnh", "nguồn ảnh"].iter().any(|w| line.contains(w)))
}

/// Whether `later` tells of the event of `first`: the same honour, and nothing that differs.
fn retells(first: &Award, later: &Award) -> bool {
    let same = first.award == later.award
        && first.span != later.span
        && first.status == later.status
        && first.rank == later.rank
        && first.rule == later.rule;
    if !names_agree(first, later) {
        return false;
    }
    // so many recipients of one kind, told again without the year
    let many = first.quantity.is_some_and(|q| q >= rust_decimal::Decimal::TEN);
    // an order of one class is given once
    let order = first.award.ends_with("_order")
        && proper(&first.recipient)
        && proper(&later.recipient)
        && agree(&first.recipient, &later.recipient);
    let years = first.year == later.year || (many || order) && later.year.is_none();
    // a prize of its own name in one year is one event, unless two who are named got it
    if same && years && own_name(first) && !(proper(&first.recipient) && proper(&later.recipient)) {
        return true;
    }
    let giver = first.grantor.is_empty() || later.grantor.is_empty() || agree(&first.grantor, &later.grantor);
    let number = first.quantity == later.quantity && first.recipient_unit == later.recipient_unit;
    let one = first.quantity.is_none();
    let who = if one {
        agree(&first.recipient, &later.recipient)
            || !(proper(&first.recipient) && proper(&later.recipient))
                && first.year.is_none()
                && first.rank.is_none()
    } else {
        agree(&first.recipient, &later.recipient) && (first.year.is_none() || many)
    };
    same && years
        && giver
        && number
        && who
        && !(first.grantor.is_empty() && later.grantor.is_empty() && first.recipient.is_empty())
}

/// Whether an award of the title is told in full later: nothing that both say differs.
fn headline(sheet: &Sheet<'_>, first: &Award, later: &Award) -> bool {
    first.award == later.award
        && (first.status, first.rank) == (later.status, later.rank)
        && names_agree(first, later)
        && agree(&first.grantor, &later.grantor)
        && (first.year.is_none() || first.year == later.year)
        && (first.quantity.is_none() || first.quantity == later.quantity)
        && (agree(&first.recipient, &later.recipient)
            || !proper(&first.recipient)
            || sheet.is_role(Role::Pronouns, &later.recipient.to_lowercase()))
}

/// Whether the names are those of one honour: a prize, a badge or a title of another name is another one.
fn names_agree(first: &Award, later: &Award) -> bool {
    let apart =
        matches!(first.award.as_str(), "prize" | "badge" | "commemorative_medal" | "other_title" | "medal");
    // "Huy hiệu 50 năm" is another grade than "Huy hiệu 30 năm", and than the badge as such
    let grade = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    !apart
        || agree(&first.name, &later.name)
            && (first.award != "badge" || grade(&first.name) == grade(&later.name))
}

/// A prize with a name: "giải thưởng Sao Khuê", not "giải Nhất".
fn own_name(award: &Award) -> bool {
    award.award == "prize"
        && award.rank.is_none()
        && award.name.split(' ').count() > 2
        && award.year.is_some()
}

fn agree(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    a.is_empty() || b.is_empty() || a.contains(&b) || b.contains(&a)
}

/// Whether a recipient is named, not described.
fn proper(name: &str) -> bool {
    name.split_whitespace().filter(|w| w.chars().next().is_some_and(char::is_uppercase)).count() > 1
}

fn complete(first: &mut Award, later: &Award) {
    if first.grantor.is_empty() {
        first.grantor.clone_from(&later.grantor);
    }
    if first.reason.is_empty() {
        first.reason.clone_from(&later.reason);
    }
    first.year = first.year.or(later.year);
    first.period = first.period.take().or_else(|| later.period.clone());
}
