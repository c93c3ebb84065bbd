//! Which body some words name.

use super::era::{When, is_city, key};
use super::home::Home;
use super::place::{Mention, Sense, closes, mentions};
use crate::fact::{Identity, Level};
use crate::lexicon::{Body, Lexicon};
use crate::text::Text;
use crate::text::space::{skip, starts_with, word};

/// Central bodies that other states have too: a name after them must be Vietnamese.
const OF_STATES: [&str; 4] = ["government", "prime_minister", "president", "national_assembly"];

/// Words that state a level, the longer before those that they begin with.
const LEVELS: [(&str, Option<Level>); 17] = [
    ("trung ương", Some(Level::Central)),
    ("tw", Some(Level::Central)),
    ("tỉnh", Some(Level::Province)),
    ("thị xã", Some(Level::District)),
    ("huyện", Some(Level::District)),
    ("quận", Some(Level::District)),
    ("hợp tác xã", Some(Level::Unit)),
    ("xã hội", None),
    ("xã", Some(Level::Commune)),
    ("phường", Some(Level::Commune)),
    ("thị trấn", Some(Level::Commune)),
    ("đặc khu", Some(Level::Commune)),
    ("trường", Some(Level::Unit)),
    ("công ty", Some(Level::Unit)),
    ("bệnh viện", Some(Level::Unit)),
    ("sở", Some(Level::Unit)),
    ("phòng", Some(Level::Unit)),
];

/// What the words `name` are at a time, in a document whose home is known.
///
/// `office` tells whether someone who acts for a body stands for it, as of grantors and issuers; a person who
/// receives an award does not.
///
/// ```
/// use solieu::{canon::{Home, When, identify}, fact::Level, lexicon::Lexicon};
/// let lexicon = Lexicon::new();
/// let known = |name: &str| identify(&lexicon, name, When::in_year(2019, None), &Home::default(), true);
/// assert_eq!(known("Uỷ ban nhân dân tỉnh Hoà Bình").province, "17@2004");
/// assert_eq!(known("Chủ tịch UBND thành phố Vinh").body, "district_people_committee");
/// assert_eq!(known("Bộ trưởng Bộ Y tế").level, Some(Level::Central));
/// assert_eq!(known("Chính phủ Nhật Bản").body, "");
/// ```
pub fn identify(lexicon: &Lexicon, name: &str, when: When, home: &Home, office: bool) -> Identity {
    if name.is_empty() {
        return Identity::default();
    }
    let text = Text::new(name.to_owned());
    let words = Words {
        lexicon,
        folded: text.folded(),
        shown: text.shown(),
        places: mentions(lexicon, &text),
        when,
        home,
    };
    match words.body(office) {
        Some((end, body)) => words.of_body(end, body),
        None => words.of_place(),
    }
}

/// The level of a body by its words alone.
pub(super) fn level_of(lexicon: &Lexicon, name: &str) -> Option<Level> {
    identify(lexicon, name, When::default(), &Home::default(), true).level
}

/// A city, and whether its level is known.
enum City {
    Of(Level),
    Open,
}

/// The words that name something, in both views, and what they are read by.
struct Words<'a> {
    lexicon: &'a Lexicon,
    folded: &'a str,
    shown: &'a str,
    places: Vec<Mention>,
    when: When,
    home: &'a Home,
}

impl<'a> Words<'a> {
    /// The body at the beginning, and where its name ends.
    fn body(&self, office: bool) -> Option<(usize, &'a Body)> {
        let context = &self.lexicon.context;
        let before = if office { &context.office } else { &context.honoured };
        let mut at = self.folded.find(char::is_alphanumeric)?;
        for _ in 0..4 {
            if let Some((end, body)) = self.lexicon.body_names.at(self.folded, self.shown, at) {
                let body = &self.lexicon.bodies[body];
                let holder = !office && context.holder.follows(self.folded, at).is_some();
                return (!holder && !self.is_foreign(body, end)).then_some((end, body));
            }
            if let Some(end) = self.department(at) {
                let body = self.lexicon.bodies.iter().find(|body| body.id == "department")?;
                return Some((end, body));
            }
            at = skip(self.folded, before.follows(self.folded, at)?);
        }
        None
    }

    /// "Sở Nông nghiệp và PTNT": a department by whatever name.
    fn department(&self, at: usize) -> Option<usize> {
        let end = starts_with(self.folded, at, &["sở"]).filter(|_| self.shown[at..].starts_with('S'))?;
        let next = word(self.folded, end)?;
        self.shown[next.start..].starts_with(char::is_uppercase).then_some(next.end)
    }

    /// "Chính phủ Nhật Bản"; but "Thủ tướng Phạm Minh Chính".
    fn is_foreign(&self, body: &Body, end: usize) -> bool {
        let follows =
            || word(self.folded, end).filter(|w| self.shown[w.start..].starts_with(char::is_uppercase));
        OF_STATES.contains(&body.id.as_str())
            && follows().is_some_and(|w| {
                let next = &self.folded[w.range()];
                next != "việt"
                    && next != "nước"
                    && next != "cộng"
                    && !self.lexicon.context.family_name.is(next)
            })
    }

    fn of_body(&self, end: usize, body: &'a Body) -> Identity {
        let can_be = |level: Level| body.levels.iter().any(|known| known == level.as_str());
        let only = || match &body.levels[..] {
            [one] => Level::ALL.iter().copied().find(|level| level.as_str() == one),
            _ => None,
        };
        let other = |key: &'a String| if key.is_empty() { body.id.clone() } else { key.clone() };
        let (body, level) = match self.city(end) {
            Some(City::Of(Level::District)) => (other(&body.district), Some(Level::District)),
            Some(City::Of(level)) if can_be(level) => (body.id.clone(), Some(level)),
            Some(City::Open) if !body.district.is_empty() || body.levels.len() > 1 => {
                (other(&body.open), None)
            }
            _ => (body.id.clone(), only().or_else(|| self.level(end).filter(|level| can_be(*level)))),
        };
        Identity { body, level, province: self.province(level) }
    }

    /// What is no known body but a place: "xã Nà Phòn", "tỉnh Hà Giang".
    fn of_place(&self) -> Identity {
        let name =
            |end| word(self.folded, end).filter(|w| self.shown[w.start..].starts_with(char::is_uppercase));
        let level = match stated(self.folded, 0) {
            Some((end, Some(level))) if is_territory(level) => name(end).map(|_| level),
            _ => self.lexicon.context.city_word.follows(self.folded, 0).and_then(|end| self.city_after(end)),
        };
        let province = if level.is_some() { self.province(level) } else { self.named().unwrap_or_default() };
        Identity { body: String::new(), level, province }
    }

    /// The city that the words name, if they name one as the first level.
    fn city(&self, end: usize) -> Option<City> {
        let mut here = 0;
        while here < self.folded.len() {
            if let Some(after) = self.city_word(here) {
                return Some(self.city_after(after.max(end)).map_or(City::Open, City::Of));
            }
            if matches!(stated(self.folded, here), Some((_, Some(level))) if is_territory(level)) {
                return None;
            }
            here = next_word(self.folded, here)?;
        }
        None
    }

    /// A word for a city, or for a body of one, whose level its name decides.
    fn city_word(&self, at: usize) -> Option<usize> {
        let context = &self.lexicon.context;
        context.city_word.follows(self.folded, at).or_else(|| context.city_body.follows(self.folded, at))
    }

    fn city_after(&self, after: usize) -> Option<Level> {
        let after = self.folded[after..].find(|c: char| c.is_alphanumeric()).map(|i| after + i);
        let level = |central: bool| if central { Level::Province } else { Level::District };
        if let Some(at) = after.filter(|&at| self.shown[at..].starts_with(char::is_uppercase)) {
            let named = self.places.iter().find(|m| m.span.start == at);
            return Some(level(
                named.is_some_and(|m| is_city(&self.lexicon.provinces[m.province], self.when)),
            ));
        }
        // "UBND thành phố" of the document's own city
        self.home.province.map(|home| level(is_city(&self.lexicon.provinces[home], self.when)))
    }

    /// The level that the words state.
    fn level(&self, end: usize) -> Option<Level> {
        let mut here = 0;
        loop {
            if let Some((_, Some(level))) = stated(self.folded, here) {
                return Some(level);
            }
            let Some(next) = next_word(self.folded, here) else { break };
            here = next;
        }
        if starts_with(self.folded, end, &["việt nam"]).is_some() || self.folded[..end].ends_with("việt nam")
        {
            return Some(Level::Central);
        }
        self.places.iter().any(|m| m.sense == Sense::Province).then_some(Level::Province)
    }

    /// The province that the words name; `None` where they name none, an empty key where two.
    fn named(&self) -> Option<String> {
        let mut sure = self.places.iter().filter(|m| m.is_certain() || closes(self.folded, m.span));
        let first = sure.next()?;
        let one = sure.all(|m| m.province == first.province);
        Some(if one { key(&self.lexicon.provinces[first.province], self.when) } else { String::new() })
    }

    /// The province that the words name, else the document's own for a body below the central level.
    fn province(&self, level: Option<Level>) -> String {
        match level {
            Some(Level::Central) => String::new(),
            Some(_) => self.named().unwrap_or_else(|| self.home.key(self.lexicon, self.when)),
            None => self.named().unwrap_or_default(),
        }
    }
}

/// The level that the words at `at` state, and where they end.
fn stated(folded: &str, at: usize) -> Option<(usize, Option<Level>)> {
    LEVELS.iter().find_map(|(words, level)| Some((starts_with(folded, at, &[words])?, *level)))
}

/// Whether bodies of the level govern a territory below the whole country.
fn is_territory(level: Level) -> bool {
    matches!(level, Level::Province | Level::District | Level::Commune)
}

/// Where the next word begins.
fn next_word(text: &str, at: usize) -> Option<usize> {
    let end =
        word(text, at).map_or_else(|| at + text[at..].chars().next().map_or(1, char::len_utf8), |w| w.end);
    let next = text.get(end..)?.find(char::is_alphanumeric)?;
    Some(end + next)
}

#[cfg(test)]
mod tests;
