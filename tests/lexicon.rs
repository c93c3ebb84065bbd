//! Every sentence that an entry of the lexicon states of itself, read as a document of one line.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use solieu::canon::{self, Mention};
use solieu::extract::{Extraction, Extractor};
use solieu::fact::{self, Award, Count, Direction, Facts, Level, Measure, Status};
use solieu::lexicon::{self, Code, Entry, Lexicon, Role, variants};
use solieu::resolve;
use solieu::table;
use solieu::text::Text;
use solieu::text::space::is_edge;
use std::collections::HashSet;
use std::fs;

/// Kinds of documents that are cited and have no unit of their own.
const WITHOUT_UNIT: [&str; 5] = ["ordinance", "order", "official_telegram", "party_circular", "state_decree"];

/// One sentence as it was read.
struct Sentence<'a> {
    lexicon: &'a Lexicon,
    text: Text,
    read: Extraction,
}

impl Sentence<'_> {
    fn facts(&self) -> &Facts {
        &self.read.facts
    }

    fn counts(&self, wanted: impl Fn(&Count) -> bool) -> bool {
        self.facts().counts.iter().any(wanted)
    }

    /// The bodies of a sentence: from left to right, the longest name at each place.
    fn bodies(&self) -> Vec<&str> {
        let (folded, shown) = (self.text.folded(), self.text.shown());
        let (mut found, mut free) = (Vec::new(), 0);
        for (at, _) in folded.char_indices().filter(|&(at, c)| c.is_alphanumeric() && is_edge(folded, at)) {
            if let Some((end, i)) = self.lexicon.body_names.at(folded, shown, at).filter(|_| at >= free) {
                found.push(self.lexicon.bodies[i].id.as_str());
                free = end;
            }
        }
        found
    }

    /// Counts, awards and citations in a line.
    fn told(&self) -> String {
        let slice = |span| self.text.slice(span);
        let counts = self.facts().counts.iter().map(|c| {
            format!("count “{}” {}/{} “{}” {}", slice(c.span), c.measure, c.unit, c.noun, c.qualifier)
        });
        let awards = self.facts().awards.iter().map(|a| format!("award “{}” {}", a.name, a.award));
        let citations =
            self.facts().citations.iter().map(|c| format!("citation “{}” {}", slice(c.span), c.kind));
        let all: Vec<String> = counts.chain(awards).chain(citations).collect();
        if all.is_empty() { "nothing".to_owned() } else { all.join("; ") }
    }
}

/// Reads sentences and keeps those in which an entry is missed, or found against its word.
struct Trial {
    extractor: Extractor,
    sentences: usize,
    failures: Vec<String>,
}

impl Trial {
    fn new() -> Self {
        Self { extractor: Extractor::new(), sentences: 0, failures: Vec::new() }
    }

    fn read(&self, sentence: &str) -> Sentence<'_> {
        let text = Text::new(sentence.to_owned());
        let read = resolve::read(&self.extractor, &text);
        Sentence { lexicon: self.extractor.lexicon(), text, read }
    }

    /// Runs the sentences of a table; `accepted` and `rejected` say whether a fact of the entry is there.
    fn table<E: Entry>(
        &mut self,
        name: &str,
        entries: &[E],
        accepted: impl Fn(&E, &Sentence<'_>) -> bool,
        rejected: impl Fn(&E, &Sentence<'_>) -> bool,
        told: impl Fn(&Sentence<'_>) -> String,
    ) {
        let mut failures = Vec::new();
        let mut sentences = 0;
        for entry in entries {
            let accepts = entry.accepts().iter().map(|sentence| (true, sentence));
            for (accepts, line) in accepts.chain(entry.rejects().iter().map(|sentence| (false, sentence))) {
                let sentence = self.read(line);
                let found = if accepts { accepted(entry, &sentence) } else { rejected(entry, &sentence) };
                if found != accepts {
                    let word = if accepts { "accepts" } else { "rejects" };
                    failures.push(format!("{name}.{} {word}: {line}\n    {}", entry.id(), told(&sentence)));
                }
                sentences += 1;
            }
        }
        self.sentences += sentences;
        self.failures.append(&mut failures);
    }

    fn verdict(self) {
        let Self { sentences, failures, .. } = self;
        assert!(sentences > 0, "no sentence was read");
        assert!(
            failures.is_empty(),
            "{} of {sentences} sentences are not read as they must be:\n{}",
            failures.len(),
            failures.join("\n")
        );
    }
}

/// Whether `noun` is one of the forms, in any spelling.
fn is_form(forms: &[String], noun: &str) -> bool {
    forms.iter().any(|form| variants(form).iter().any(|spelling| spelling == noun))
}

/// What was read in a sentence instead.
fn told(sentence: &Sentence<'_>) -> String {
    sentence.told()
}

/// Letters and digits alone, in lower case.
fn loose(name: &str) -> String {
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether the award's name, or the word that stands before its title, holds a form or an abbreviation of the entry.
fn bears_name(entry: &lexicon::Award, award: &Award, sentence: &Sentence<'_>) -> bool {
    let lead = if entry.titled { &sentence.text.shown()[..award.span.start] } else { "" };
    let name = loose(&format!("{lead}{}", award.name));
    let forms = entry.forms.iter().flat_map(|form| variants(form));
    forms.chain(entry.abbreviations.iter().cloned()).any(|form| name.contains(&loose(&form)))
}

#[test]
fn documents() {
    let found = |entry: &lexicon::Document, sentence: &Sentence<'_>| {
        let apart = WITHOUT_UNIT.contains(&entry.id.as_str());
        sentence.counts(|count| count.unit == entry.id || apart && is_form(&entry.forms, &count.noun))
    };
    let mut trial = Trial::new();
    let lexicon = Lexicon::new();
    trial.table(
        "documents",
        &lexicon.documents,
        |entry: &lexicon::Document, sentence: &Sentence<'_>| {
            found(entry, sentence)
                || sentence.facts().citations.iter().any(|citation| citation.kind == entry.id)
        },
        found,
        told,
    );
    trial.verdict();
}

/// A province is found where its name can mean nothing else.
#[test]
fn provinces() {
    let found = |entry: &lexicon::Province, sentence: &Sentence<'_>| {
        let certain =
            canon::mentions(sentence.lexicon, &sentence.text).into_iter().filter(Mention::is_certain);
        certain.map(|mention| &sentence.lexicon.provinces[mention.province].id).any(|id| *id == entry.id)
    };
    let mut trial = Trial::new();
    let lexicon = Lexicon::new();
    trial.table("provinces", &lexicon.provinces, found, found, |sentence: &Sentence<'_>| {
        format!("{:?}", canon::mentions(sentence.lexicon, &sentence.text))
    });
    trial.verdict();
}

/// Codes and bodies refer to each other, and each list of codes has the provinces that it had.
#[test]
fn provinces_and_bodies_fit_together() {
    let lexicon = Lexicon::new();
    let codes: Vec<&Code> = lexicon.provinces.iter().flat_map(|province| &province.codes).collect();
    let keys: HashSet<String> = codes.iter().map(|code| code.key()).collect();
    assert_eq!(keys.len(), codes.len(), "a key stands twice");
    let valid = |day: &str| {
        codes.iter().filter(|c| *c.from <= *day && (c.until.is_empty() || *c.until >= *day)).count()
    };
    assert_eq!((valid("2024-01-01"), valid("2026-01-01"), valid("2005-01-01")), (63, 34, 64));
    for code in &codes {
        assert!(code.into.is_empty() || keys.contains(&code.into), "{} goes into {}", code.key(), code.into);
        for part in &code.of {
            let whole = codes.iter().find(|c| c.key() == *part).map(|c| c.into.as_str());
            assert_eq!(whole, Some(code.key().as_str()), "{part} is a part of {}", code.key());
        }
    }
    let signs: Vec<&String> = lexicon.bodies.iter().flat_map(|body| &body.signs).collect();
    assert_eq!(signs.iter().collect::<HashSet<_>>().len(), signs.len(), "a code of two bodies");
    let names: HashSet<&str> = lexicon.bodies.iter().map(|body| body.id.as_str()).collect();
    for body in &lexicon.bodies {
        assert!(!body.levels.is_empty(), "{} has no level", body.id);
        let known = |level: &String| Level::ALL.iter().any(|known| known.as_str() == level);
        assert!(body.levels.iter().all(known), "{}: {:?}", body.id, body.levels);
        for key in [&body.district, &body.open, &body.into] {
            assert!(key.is_empty() || names.contains(key.as_str()), "{} refers to {key}", body.id);
        }
        assert!(body.from.is_empty() || body.until.is_empty() || body.from < body.until, "{}", body.id);
    }
}

/// What `solieu schema` prints of them.
#[test]
fn the_reference_pages_are_those_of_the_tables() {
    let lexicon = Lexicon::new();
    let page =
        |name: &str| fs::read_to_string(format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert_eq!(page("bodies.md"), table::bodies(&lexicon));
    assert_eq!(page("provinces.md"), table::provinces(&lexicon));
}

#[test]
fn awards() {
    let mut trial = Trial::new();
    let lexicon = Lexicon::new();
    let shared = |key: &str| lexicon.awards.iter().filter(|entry| entry.key == key).count() > 1;
    trial.table(
        "awards",
        &lexicon.awards,
        |entry: &lexicon::Award, sentence: &Sentence<'_>| {
            let mut awards = sentence.facts().awards.iter().filter(|award| award.award == entry.key);
            awards.any(|award| !shared(&entry.key) || bears_name(entry, award, sentence))
        },
        |entry: &lexicon::Award, sentence: &Sentence<'_>| {
            sentence.facts().awards.iter().any(|award| award.award == entry.key)
        },
        told,
    );
    trial.verdict();
}

/// Whether the words of a frame play their part in a sentence.
fn plays(role: Role, awards: &[Award]) -> bool {
    match role {
        Role::Blocks => awards.is_empty(),
        Role::Proposes => awards.iter().any(|award| award.status == Status::Proposed),
        Role::Plans => awards.iter().any(|award| award.status == Status::Planned),
        Role::Reasons => awards.iter().any(|award| !award.reason.is_empty()),
        _ => !awards.is_empty(),
    }
}

#[test]
fn award_frames() {
    let mut trial = Trial::new();
    let lexicon = Lexicon::new();
    let found = |entry: &lexicon::Frame, sentence: &Sentence<'_>| plays(entry.role, &sentence.facts().awards);
    trial.table("award_frames", &lexicon.frames.entries, found, found, told);
    trial.verdict();
}

#[test]
fn units() {
    let found = |entry: &lexicon::Unit, sentence: &Sentence<'_>| {
        sentence.counts(|count| count.unit == entry.unit && is_form(&entry.forms, &count.noun))
    };
    let mut trial = Trial::new();
    let lexicon = Lexicon::new();
    trial.table("units", &lexicon.units, found, found, told);
    trial.verdict();
}

#[test]
fn measures() {
    let found = |entry: &lexicon::Measure, sentence: &Sentence<'_>| {
        sentence.counts(|count| count.unit == entry.unit && count.measure.as_str() == entry.measure)
    };
    let mut trial = Trial::new();
    let lexicon = Lexicon::new();
    trial.table("measures", &lexicon.measures, found, found, told);
    trial.verdict();
}

#[test]
fn bodies() {
    let found =
        |entry: &lexicon::Body, sentence: &Sentence<'_>| sentence.bodies().contains(&entry.id.as_str());
    let mut trial = Trial::new();
    let lexicon = Lexicon::new();
    trial.table("bodies", &lexicon.bodies, found, found, |sentence: &Sentence<'_>| {
        format!("bodies {}", sentence.bodies().join(", "))
    });
    trial.verdict();
}

#[test]
fn quantifiers() {
    let found = |entry: &lexicon::Phrase, sentence: &Sentence<'_>| {
        let qualifier = entry.id.strip_suffix("_after").unwrap_or(&entry.id);
        sentence.counts(|count| count.qualifier.as_str() == qualifier)
    };
    let mut trial = Trial::new();
    let lexicon = Lexicon::new();
    trial.table("quantifiers", &lexicon.quantifiers, found, found, told);
    trial.verdict();
}

#[test]
fn exclusions() {
    let found = |entry: &lexicon::Exclusion, sentence: &Sentence<'_>| {
        sentence.read.passed.iter().any(|passed| passed.rule.strip_prefix("pass/") == Some(&entry.id))
    };
    let mut trial = Trial::new();
    let lexicon = Lexicon::new();
    trial.table("exclusions", &lexicon.exclusions, found, found, |sentence: &Sentence<'_>| {
        format!("{}; passed {:?}", sentence.told(), sentence.read.passed)
    });
    trial.verdict();
}

/// What a sentence names where it is read as a name.
fn identity(sentence: &Sentence<'_>, office: bool) -> fact::Identity {
    let (when, home) = (canon::When::default(), canon::Home::default());
    canon::identify(sentence.lexicon, sentence.text.shown(), when, &home, office)
}

/// Whether a sentence shows what an entry says that its words tell.
fn tells(what: &str, sentence: &Sentence<'_>) -> bool {
    let facts = sentence.facts();
    if what == "nothing" {
        return facts.counts.is_empty() && facts.dates.is_empty() && facts.citations.is_empty();
    }
    let direction = |count: &Count| count.direction.map_or("", |d| d.as_str());
    let of_count = |count: &Count| {
        let fields = [
            count.rule,
            count.measure.as_str(),
            &count.unit,
            &count.noun,
            count.qualifier.as_str(),
            direction(count),
            &count.per,
        ];
        fields.contains(&what)
    };
    let info = &sentence.read.info;
    let named = identity(sentence, true);
    if named.body == what || named.level.is_some_and(|level| level.as_str() == what) {
        return true;
    }
    sentence.counts(of_count)
        || facts.dates.iter().any(|date| {
            [date.rule, date.role.as_str(), date.kind.as_str(), &*date.resolved.to_string()].contains(&what)
        })
        || facts.citations.iter().any(|citation| {
            [citation.rule, &citation.issuer, &citation.refers_to, &citation.pinpoint].contains(&what)
        })
        || [&info.issuer, &info.title, &info.author].iter().any(|field| *field == what)
        || sentence.read.passed.iter().any(|passed| passed.rule == what)
}

#[test]
fn context() {
    let found = |entry: &lexicon::Phrase, sentence: &Sentence<'_>| match entry.id.as_str() {
        "increase" => sentence.counts(|count| count.direction == Some(Direction::Increase)),
        "decrease" => sentence.counts(|count| count.direction == Some(Direction::Decrease)),
        "part" => sentence.counts(|count| count.part_of.is_some()),
        "money" | "money_sum" => sentence.counts(|count| count.rule == "count/elided_money"),
        "classifier" => sentence.counts(|count| {
            let second = count.noun.split_once(' ');
            second.is_some_and(|(first, _)| entry.forms.iter().any(|form| form == first))
        }),
        "compound" => sentence.counts(|_| true),
        "times" => sentence.counts(|count| count.measure == Measure::Ratio),
        "sum" => sentence.counts(|count| count.rule == "count/elided_money"),
        "motto" => sentence.read.passed.iter().any(|passed| passed.rule == "pass/slogan"),
        "table_head" => sentence.counts(|count| {
            let head = sentence.text.folded().lines().next().unwrap_or_default();
            count.rule == "count/table" && !head.contains(&count.noun)
        }),
        "serial_head" => sentence.read.passed.iter().any(|passed| passed.rule == "pass/cell"),
        "reported" => sentence.read.facts.dates.iter().any(|date| date.role == fact::Role::Period),
        "indicator" | "contest" => sentence.read.facts.dates.iter().any(|date| date.rule == "date/edition"),
        "vessel" => sentence.read.facts.citations.is_empty(),
        "stop" => sentence.read.passed.iter().any(|passed| passed.rule == "pass/no_noun"),
        "phrase_end" => sentence.counts(|count| {
            let folded = sentence.text.folded();
            let end = folded.find(&count.phrase).map(|at| at + count.phrase.len() + 1);
            end.is_some_and(|at| {
                at < folded.len() && entry.forms.iter().any(|form| folded[at..].starts_with(form))
            })
        }),
        "motion" | "time_unit" => {
            sentence.counts(|count| count.measure == Measure::Physical && count.noun.is_empty())
        }
        "holder" => identity(sentence, false).body.is_empty(),
        "honoured" => !identity(sentence, false).body.is_empty(),
        "small_place" => {
            let mentions = canon::mentions(sentence.lexicon, &sentence.text);
            !mentions.iter().any(Mention::is_certain)
        }
        "cent" => sentence.counts(|count| !count.value.fract().is_zero()),
        "level" | "manner" => sentence.counts(|count| count.direction.is_none()),
        "born" => sentence.counts(|count| count.period.is_none()),
        other if entry.tells.is_empty() => {
            panic!("no test knows the group {other}, and it does not say what it tells")
        }
        _ => tells(&entry.tells, sentence),
    };
    let mut trial = Trial::new();
    let lexicon = Lexicon::new();
    trial.table("context", &lexicon.phrases, found, found, told);
    trial.verdict();
}

#[test]
fn every_group_has_its_entry() {
    let lexicon = Lexicon::new();
    let entries: Vec<&str> = lexicon.phrases.iter().map(|entry| entry.id.as_str()).collect();
    let missing: Vec<_> = lexicon::Context::IDS.iter().filter(|id| !entries.contains(id)).collect();
    let unused: Vec<_> = entries.iter().filter(|id| !lexicon::Context::IDS.contains(id)).collect();
    assert!(
        missing.is_empty() && unused.is_empty(),
        "without an entry: {missing:?}; not looked up: {unused:?}"
    );
}

#[test]
fn every_entry_is_named_once_and_has_sentences_of_both_sorts() {
    fn check<E: Entry>(table: &str, entries: &[E], wrong: &mut Vec<String>) {
        let mut known = HashSet::new();
        for entry in entries {
            if !known.insert(entry.id()) {
                wrong.push(format!("{table}.{} stands there twice", entry.id()));
            }
            for (sort, sentences) in [("accepts", entry.accepts()), ("rejects", entry.rejects())] {
                if sentences.is_empty() {
                    wrong.push(format!("{table}.{} has no {sort}", entry.id()));
                }
            }
        }
    }
    let (lexicon, mut wrong) = (Lexicon::new(), Vec::new());
    check("documents", &lexicon.documents, &mut wrong);
    check("awards", &lexicon.awards, &mut wrong);
    check("units", &lexicon.units, &mut wrong);
    check("measures", &lexicon.measures, &mut wrong);
    check("bodies", &lexicon.bodies, &mut wrong);
    check("provinces", &lexicon.provinces, &mut wrong);
    check("quantifiers", &lexicon.quantifiers, &mut wrong);
    check("exclusions", &lexicon.exclusions, &mut wrong);
    check("context", &lexicon.phrases, &mut wrong);
    check("award_frames", &lexicon.frames.entries, &mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The checks above can fail: an entry is not found where its sentence says nothing of it.
#[test]
fn a_false_sentence_is_noticed() {
    let mut trial = Trial::new();
    let entry = lexicon::Unit {
        id: "x".to_owned(),
        forms: vec!["mô hình".to_owned()],
        unit: "model".to_owned(),
        note: String::new(),
        accepts: vec!["Trời hôm ấy rất đẹp.".to_owned()],
        rejects: vec!["Toàn tỉnh có 5 mô hình.".to_owned()],
    };
    let found = |entry: &lexicon::Unit, sentence: &Sentence<'_>| {
        sentence.counts(|count| count.unit == entry.unit && is_form(&entry.forms, &count.noun))
    };
    let entries = vec![entry];
    trial.table("units", &entries, found, found, told);
    assert_eq!(trial.failures.len(), 2, "{:?}", trial.failures);
    assert!(trial.failures[1].contains("count “5” count/model “mô hình” exact"), "{}", trial.failures[1]);
}

#[test]
fn calendar() {
    use solieu::fact::DateKind;
    use solieu::lexicon::{Time, TimeRole};
    let dates = |sentence: &Sentence<'_>| sentence.facts().dates.clone();
    // whether a date of the entry's sort holds one of its words
    let holds = |entry: &Time, sentence: &Sentence<'_>| {
        dates(sentence).iter().any(|date| {
            let words = sentence.text.folded()[date.span.range()].to_owned();
            let sort = match entry.role {
                TimeRole::Every => date.kind == DateKind::Set,
                TimeRole::Relative | TimeRole::Turn => date.kind == DateKind::Relative,
                _ => true,
            };
            let spellings = entry.forms.iter().flat_map(|form| variants(form));
            sort && spellings
                .into_iter()
                .any(|form| words.split_whitespace().collect::<Vec<_>>().join(" ").contains(&form))
        })
    };
    let found = |entry: &Time, sentence: &Sentence<'_>| match entry.role {
        TimeRole::Name | TimeRole::Fraction => dates(sentence).is_empty(),
        TimeRole::Plan => dates(sentence).iter().any(|date| date.rule == "date/horizon"),
        _ => holds(entry, sentence),
    };
    let told = |sentence: &Sentence<'_>| {
        let words = |d: &fact::Date| format!("date “{}” {} {}", sentence.text.slice(d.span), d.kind, d.value);
        dates(sentence).iter().map(words).collect::<Vec<_>>().join("; ")
    };
    let lexicon = Lexicon::new();
    let mut trial = Trial::new();
    trial.table("calendar", &lexicon.calendar.entries, found, found, told);
    trial.verdict();
}
