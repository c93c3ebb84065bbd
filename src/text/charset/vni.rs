//! VNI for Windows: a letter, and after it the letter of its marks.

use unicode_normalization::char::compose;

/// The marks, by the lower case of the letter that stands for them: a diacritic and a tone.
const MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{323}\u{302}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{323}\u{306}"),
];

/// Letters that stand for another letter by themselves.
const ALONE: [(char, char); 16] = [
    ('ñ', 'đ'),
    ('Ñ', 'Đ'),
    ('ô', 'ơ'),
    ('Ô', 'Ơ'),
    ('ö', 'ư'),
    ('Ö', 'Ư'),
    ('æ', 'ỉ'),
    ('Æ', 'Ỉ'),
    ('ó', 'ĩ'),
    ('Ó', 'Ĩ'),
    ('ò', 'ị'),
    ('Ò', 'Ị'),
    ('î', 'ỵ'),
    ('Î', 'Ỵ'),
    ('ð', 'đ'),
    ('Ð', 'Đ'),
];

/// Reads characters of Windows-1252 as VNI; others stay.
pub(super) fn read(characters: impl Iterator<Item = char>, out: &mut String) {
    let mut characters = characters.peekable();
    while let Some(c) = characters.next() {
        let base = ALONE.iter().find(|(written, _)| *written == c).map_or(c, |&(_, letter)| letter);
        let marked = characters.peek().and_then(|&mark| marked(base, mark));
        if marked.is_some() {
            characters.next();
        }
        out.push(marked.unwrap_or(base));
    }
}

/// A letter with the marks that a letter stands for, where both go together.
fn marked(base: char, mark: char) -> Option<char> {
    if mark.is_ascii() {
        return None;
    }
    let mark = mark.to_lowercase().next()?;
    let (_, signs) = MARKS.iter().find(|(letter, _)| *letter == mark)?;
    let letter = signs.chars().try_fold(base, compose)?;
    // compositions outside Vietnamese: ö with a tone is none of its letters
    (letter as u32 >= 0x1EA0 || "àáâãèéêìíòóôõùúýăĩũÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨ".contains(letter)).then_some(letter)
}

#[cfg(test)]
mod tests {
    fn read(text: &str) -> String {
        let mut out = String::new();
        super::read(text.chars(), &mut out);
        out
    }

    #[test]
    fn letters_with_marks() {
        assert_eq!(read("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"), "Cộng hòa xã hội chủ nghĩa Việt Nam");
        assert_eq!(read("Ñoäc laäp; Nghò quyeát; naêm; ñöôïc"), "Độc lập; Nghị quyết; năm; được");
        assert_eq!(read("UÛY BAN, Uûy ban; öùng duïng"), "ỦY BAN, Ủy ban; ứng dụng");
    }

    #[test]
    fn what_stands_alone_stays() {
        assert_eq!(read("bø 5ù (ï) xyz"), "bø 5ù (ï) xyz");
    }
}
