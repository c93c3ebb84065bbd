//! Which body a document number names.

use super::era::When;
use super::home::Home;
use crate::fact::{Identity, Level};
use crate::grammar::sign;
use crate::lexicon::Lexicon;

/// The body that issued a document, by the codes of its number: `1034/QĐ-TTg` is of the Prime Minister.
///
/// A joint document, and a code that several bodies share (`TW`, `TU`), tell nothing.
///
/// ```
/// use solieu::{canon::{Home, When, of_number}, lexicon::Lexicon};
/// let lexicon = Lexicon::new();
/// let issuer = |number: &str| of_number(&lexicon, number, When::default(), &Home::default()).body;
/// assert_eq!(issuer("30/2020/NĐ-CP"), "government");
/// assert_eq!(issuer("5512/BGDĐT-GDTrH"), "min_moet");
/// assert_eq!(issuer("25-NQ/TW"), "");
/// ```
pub fn of_number(lexicon: &Lexicon, number: &str, when: When, home: &Home) -> Identity {
    let codes = sign::symbol(number, 0).map(|symbol| symbol.codes).unwrap_or_default();
    let joint = codes.iter().any(|code| code == "TTLT" || code == "NQLT");
    let Some(body) = codes.iter().find_map(|code| lexicon.issuer(code)).filter(|_| !joint) else {
        return Identity::default();
    };
    let level = match &body.levels[..] {
        [one] => Level::ALL.iter().copied().find(|level| level.as_str() == one),
        _ => None,
    };
    let province = match level {
        Some(Level::Central) | None => String::new(),
        Some(_) => home.key(lexicon, when),
    };
    Identity { body: body.id.clone(), level, province }
}

#[cfg(test)]
mod tests {
    use super::of_number;
    use crate::canon::{Home, When};
    use crate::fact::Level;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_code_of_one_body_names_it() {
        let lexicon = Lexicon::new();
        let by = |number: &str| {
            let found = of_number(&lexicon, number, When::default(), &Home::default());
            (found.body, found.level)
        };
        let central = Some(Level::Central);
        assert_eq!(by("58/2014/QH13"), ("national_assembly".to_owned(), central));
        assert_eq!(by("1034/QĐ-TTg"), ("prime_minister".to_owned(), central));
        assert_eq!(by("21/2015/TT-BCT"), ("min_moct".to_owned(), central));
        assert_eq!(by("118-BC/UBKTTU"), ("provincial_inspection".to_owned(), Some(Level::Province)));
        assert_eq!(by("12/KH-UBND"), ("people_committee".to_owned(), None));
        for number in ["25-NQ/TW", "34-CTr/TU", "55/2011/TTLT-BGDĐT-BTC", "18", "95/2011", "", "7/XYZ-ABC"] {
            assert_eq!(by(number), (String::new(), None), "{number}");
        }
    }
}
