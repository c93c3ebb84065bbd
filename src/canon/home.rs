//! The province that a document is of.

use super::body::level_of;
use super::era::{When, unnamed};
use super::place::{Mention, closes, mentions};
use crate::document::Info;
use crate::extract::Extraction;
use crate::fact::edtf::Part;
use crate::fact::{Date, Edtf, Level, Role};
use crate::lexicon::Lexicon;
use crate::text::Text;
use jiff::civil::Date as Day;

/// A mention this near the beginning is what the text is about.
const LEAD: usize = 600;

/// Cities that any report names, whatever province it is of.
const EVERYWHERE: [&str; 2] = ["ha_noi", "ho_chi_minh"];

/// Where and when a document was written, as far as it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// Index of its province in the lexicon.
    pub province: Option<usize>,
    /// First and last day of its date, or of the points that it names where it has none.
    pub day: Option<(Day, Day)>,
}

impl Home {
    /// Finds the home of a document.
    ///
    /// Its province stands in its header, else in the place of signing of a body that is not central, else in the
    /// byline, else it is the single one that the text names. Two that contend are none.
    pub fn of(lexicon: &Lexicon, text: &Text, extraction: &Extraction) -> Self {
        let info = &extraction.info;
        let all = mentions(lexicon, text);
        let province = header(&all, info)
            .or_else(|| signed_at(lexicon, info))
            .or_else(|| byline(lexicon, info))
            .or_else(|| told(lexicon, &all, info));
        let dated = info.dated.or(info.published).or(info.signed);
        let day = dated.and_then(|date| date.days().0.zip(date.days().1));
        let day = day.or_else(|| named_days(&extraction.facts.dates));
        Self { province, day }
    }

    /// Code and era of the province at a time; empty where none is known.
    pub fn key(&self, lexicon: &Lexicon, when: When) -> String {
        let own = When::of_document(self.day);
        self.province.map_or_else(String::new, |at| unnamed(&lexicon.provinces[at], own, when))
    }
}

/// The one province of some mentions; `None` where there is none, or more than one.
fn single<'a>(mut mentions: impl Iterator<Item = &'a Mention>) -> Option<usize> {
    let first = mentions.next()?.province;
    mentions.all(|mention| mention.province == first).then_some(first)
}

/// The province that the lines above the document's own number name.
fn header(all: &[Mention], info: &Info) -> Option<usize> {
    let number = info.number_span?;
    single(all.iter().filter(|m| m.span.start < number.start && m.is_certain()))
}

/// "Hà Giang, ngày 05 tháng 02 năm 2020"; central bodies sign in Hà Nội and are of no province.
fn signed_at(lexicon: &Lexicon, info: &Info) -> Option<usize> {
    if info.place.is_empty() {
        return None;
    }
    let place = Text::new(info.place.clone());
    let whole = |m: &&Mention| m.span.start == 0 && m.span.end == place.folded().len();
    let found = mentions(lexicon, &place);
    let at = found.iter().find(whole)?.province;
    let level = level_of(lexicon, &info.issuer);
    let capital = lexicon.provinces[at].id == EVERYWHERE[0];
    (level != Some(Level::Central) && !(capital && level.is_none())).then_some(at)
}

/// "BDV Tỉnh ủy Hà Giang", "Nguyễn An (huyện Vị Xuyên, Hà Giang)".
fn byline(lexicon: &Lexicon, info: &Info) -> Option<usize> {
    if info.agency.is_empty() {
        return None;
    }
    let words = Text::new(info.agency.clone());
    let found = mentions(lexicon, &words);
    single(found.iter().filter(|m| m.is_certain() || closes(words.folded(), m.span)))
}

/// The single province that a text is about: named at its beginning or again, while no other is named.
fn told(lexicon: &Lexicon, all: &[Mention], info: &Info) -> Option<usize> {
    if level_of(lexicon, &info.issuer) == Some(Level::Central) {
        return None;
    }
    let own = single(all.iter().filter(|m| m.is_certain()))?;
    let everywhere = |at: usize| EVERYWHERE.contains(&lexicon.provinces[at].id.as_str());
    let (mut times, mut first) = (0, usize::MAX);
    for mention in all {
        let province = &lexicon.provinces[mention.province];
        if mention.province == own && mention.is_certain() {
            times += 1;
            first = first.min(mention.span.start);
        } else if mention.province != own
            && !province.common
            && (everywhere(own) || !everywhere(mention.province))
        {
            return None;
        }
    }
    (times > 1 || first < LEAD && !everywhere(own)).then_some(own)
}

/// The days from the first to the last point that a text without a date of its own names: it is of some time among them.
fn named_days(dates: &[Date]) -> Option<(Day, Day)> {
    let point = |date: &Date| match date.resolved {
        Edtf::Point(p) if p.year.is_some() && date.role != Role::Signed && p.part != Part::Decade => {
            p.first().zip(p.last())
        }
        _ => None,
    };
    let points = || dates.iter().filter_map(point);
    points().map(|(first, _)| first).min().zip(points().map(|(_, last)| last).max())
}

#[cfg(test)]
mod tests {
    use super::Home;
    use crate::canon::When;
    use crate::extract::Extractor;
    use crate::resolve;
    use crate::text::Text;

    fn province(text: &str) -> String {
        let (extractor, text) = (Extractor::new(), Text::new(text.to_owned()));
        let home = Home::of(extractor.lexicon(), &text, &resolve::read(&extractor, &text));
        home.key(extractor.lexicon(), When::of_document(home.day))
    }

    const LETTER: &str = "\nSố: 12/BC-UBND\n{place}, ngày 05 tháng 02 năm 2020\nBÁO CÁO\nKết quả công tác năm 2019\n\
        Đoàn đã làm việc với tỉnh Sơn La.\n";

    fn signed(head: &str, place: &str) -> String {
        province(&format!("{head}{}", LETTER.replace("{place}", place)))
    }

    #[test]
    fn the_header_comes_first() {
        assert_eq!(signed("ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI", "Yên Bái"), "15@2004");
        assert_eq!(signed("TỈNH ỦY HÒA BÌNH\nBAN DÂN VẬN", "Kim Bôi"), "17@2004");
    }

    #[test]
    fn a_central_body_in_the_capital_is_of_no_province() {
        assert_eq!(signed("BỘ NỘI VỤ", "Hà Nội"), "");
        assert_eq!(signed("SỞ NỘI VỤ", "Hà Nội"), "01@2004");
        assert_eq!(signed("SỞ NỘI VỤ", "Hà Giang"), "02@2004");
    }

    #[test]
    fn a_text_is_about_the_single_province_that_it_names() {
        let lead = "Ngày 12/3/2021, UBND tỉnh Nam Định sơ kết phong trào.";
        assert_eq!(province(lead), "36@2004");
        assert_eq!(province(&format!("{lead} Tỉnh Thái Bình cử đoàn dự.")), "");
        assert_eq!(province(&format!("{lead} Đoàn Quảng Trị cũng dự.")), "");
        assert_eq!(province(&format!("{lead} Đại biểu từ Hà Nội cũng dự, mong hòa bình.")), "36@2004");
        assert_eq!(province("Ngày 12/3/2021, giá vàng ở TP.HCM và TP. HCM tăng, ở Hà Nội giảm."), "");
        assert_eq!(province("Năm 2019, UBND tỉnh Nam Định sơ kết, đặt mục tiêu cho năm 2030."), "36@2004");
        assert_eq!(province("Năm 2019, UBND tỉnh Sơn La sơ kết, đặt mục tiêu cho năm 2030."), "14@");
        assert_eq!(province("Ngày 12/3/2021, xã Hòa Bình họp ở đường Nam Định."), "");
    }
}
