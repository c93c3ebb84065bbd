//! Awards: a name, the frame that makes it an event, and what the frame says.
//!
//! | stage | what it settles |
//! |---|---|
//! | `mention`, `rank`, `badge`, `title` | where an award is named, its rank or grade and the title in its name |
//! | `sheet` | the text without broken lines, and the cue words of the table of frames |
//! | `frame`, `reach`, `govern`, `general` | the verb that governs a mention; whether it is an event at all |
//! | `event` | the parts of one event, and what is carried to the next |
//! | `subject`, `pieces`, `giver`, `receiver`, `about`, `recipient`, `begin`, `extent`, `listing`, `lines`, `headed` | who gives and who gets |
//! | `when`, `time`, `years`, `occasion`, `heading`, `reason` | when, what for |
//! | `lead` | the line that announces a list: who gives, how far it has come |
//! | `grid` | awards in the rows of a table |
//! | `retold` | what is told twice |

mod about;
mod badge;
mod begin;
mod event;
mod extent;
mod frame;
mod general;
mod giver;
mod govern;
mod grid;
mod headed;
mod heading;
mod lead;
mod lines;
mod listing;
mod mention;
mod occasion;
mod pieces;
mod rank;
mod reach;
mod reason;
mod receiver;
mod recipient;
mod retold;
mod sheet;
mod subject;
mod time;
mod title;
mod when;
mod years;

use super::{Claims, Extraction, Page};
use crate::fact::{Award, Role};
use crate::span::Span;
use crate::text::fold;
use event::{Carried, Event};
use mention::Mention;
use recipient::Recipient;
use sheet::Sheet;

/// Reads all awards of a page; the badge grades in their names are claimed.
pub fn read(page: Page<'_>, claims: &mut Claims, out: &mut Extraction) {
    let mut sheet = Sheet::new(page);
    let mentions = mention::all(&sheet);
    if mentions.is_empty() {
        return;
    }
    sheet.find_cues(mentions.iter().map(|m| m.span));
    let mut awards: Vec<Award> = Vec::new();
    let mut used: Vec<Span> = Vec::new();
    let mut carried = Carried::default();
    let mut lines = heading::all(&sheet, &out.facts.dates, &mentions);
    let lottery = general::lottery(&sheet, &mentions);
    let mut i = 0;
    while i < mentions.len() {
        let ranks = 1 + mentions[i + 1..].iter().take_while(|m| m.follows).count();
        let group = &mentions[i..i + ranks];
        let next = mentions[i + ranks..].iter().find(|m| !page.lexicon.awards[m.entry].weak);
        let next = next.map_or(page.folded().len(), |m| m.span.start);
        carried.years = lines.remove(&group[0].span.start).unwrap_or_default();
        let skipped = lottery && group[0].prize;
        let row = grid::read(&sheet, &group[0]);
        let event = match row {
            _ if skipped => None,
            Some(row) => Some(event::of_row(row, &carried)),
            None => event::read(&sheet, &out.facts.dates, &group[0], next, &mut carried),
        };
        if let Some(event) = event {
            used.extend(event.years.iter().map(|(_, span)| *span));
            push(&sheet, group, &event, &mut awards);
        }
        carried.last_end = Some(group[0].tail);
        i += ranks;
    }
    claims.extend(mentions.iter().filter(|m| m.name.contains(|c: char| c.is_ascii_digit())).map(|m| m.span));
    for date in out.facts.dates.iter_mut().filter(|d| d.role == Role::Event) {
        if used.contains(&date.span) {
            date.role = Role::Award;
        }
    }
    retold::merge(&sheet, &mut awards);
    awards.sort_by_key(|a| a.span);
    retold::share_givers(&mut awards);
    out.facts.awards = awards;
}

/// One award for each rank, year and recipient of an event.
fn push(sheet: &Sheet<'_>, ranks: &[Mention], event: &Event, awards: &mut Vec<Award>) {
    let years: Vec<Option<i16>> =
        if event.years.is_empty() { vec![None] } else { event.years.iter().map(|y| Some(y.0)).collect() };
    // "năm 2005 và 2011 được tặng … hạng Nhì, hạng Nhất": an order of one class is given once
    let paired = ranks.len() > 1
        && ranks.len() == years.len()
        && sheet.page.lexicon.awards[ranks[0].entry].key.ends_with("_order");
    for (i, rank) in ranks.iter().enumerate() {
        for (_, year) in years.iter().enumerate().filter(|(k, _)| !paired || *k == i) {
            for who in &event.recipients {
                awards.push(award(sheet, rank, event, *year, who));
            }
        }
    }
}

/// "01 Huân chương …" in a list of honours: the next honour, and nobody who gets one.
fn is_award(sheet: &Sheet<'_>, name: &str) -> bool {
    let shown = name.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    name.starts_with(|c: char| c.is_ascii_digit())
        && sheet.page.lexicon.award_names.at(&fold(shown), shown, 0).is_some()
}

fn award(sheet: &Sheet<'_>, m: &Mention, event: &Event, year: Option<i16>, who: &Recipient) -> Award {
    let rank = m.rank.or_else(|| reason::place(&event.reason.words.to_lowercase()));
    let (quantity, recipient_unit) = match m.count {
        Some(n) => (Some(n), Some(crate::fact::RecipientUnit::Award)),
        None => (who.quantity, who.unit),
    };
    Award {
        span: m.span,
        award: sheet.page.lexicon.awards[m.entry].key.clone(),
        name: m.name.clone(),
        rank: rank.filter(|r| (1..=3).contains(r)),
        grantor: event.grantor.clone(),
        recipient: if is_award(sheet, &who.name) { String::new() } else { who.name.clone() },
        quantity,
        recipient_unit,
        year,
        period: event.reason.period.clone().or_else(|| event.period.clone()),
        reason: event.reason.words.clone(),
        status: event.status,
        rule: event.rule,
    }
}
