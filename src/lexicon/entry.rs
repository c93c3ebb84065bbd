//! The shapes of the entries of the tables.

use serde::Deserialize;

/// A table file: a list of entries.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table<E> {
    pub(super) entry: Vec<E>,
}

/// What every entry states of itself: the sentences in which it must, and must not, be found.
pub trait Entry {
    /// Stable key.
    fn id(&self) -> &str;
    /// Sentences in which a fact of this entry is found.
    fn accepts(&self) -> &[String];
    /// Sentences in which no fact of this entry may be found.
    fn rejects(&self) -> &[String];
}

macro_rules! entry {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Stable key.
            pub id: String,
            /// Forms in lower case; spelling variants are made by the program.
            #[serde(default)]
            pub forms: Vec<String>,
            $($(#[$field_doc])* #[serde(default)] pub $field: $type,)*
            /// Why the entry is as it is.
            #[serde(default)]
            pub note: String,
            /// Sentences in which a fact of this entry is found.
            pub accepts: Vec<String>,
            /// Sentences in which no fact of this entry may be found.
            pub rejects: Vec<String>,
        }
        impl Entry for $name {
            fn id(&self) -> &str { &self.id }
            fn accepts(&self) -> &[String] { &self.accepts }
            fn rejects(&self) -> &[String] { &self.rejects }
        }
    };
}

entry! {
    /// A kind of document; its `id` is the unit of counts and the kind of citations.
    Document {
        /// Codes in document numbers, as `NQ`.
        symbols: Vec<String>,
        /// Whether the word is also a verb or another noun.
        homograph: bool,
        /// Whether it is only cited, and only by "số" or a symbol; no unit of counts.
        apart: bool,
    }
}

entry! {
    /// A kind of award.
    Award {
        /// Canonical key in the tables.
        key: String,
        /// Short forms, matched with their capitals.
        abbreviations: Vec<String>,
        /// Whether it has ranks: hạng Nhất, giải Nhì.
        ranked: bool,
        /// Whether a title belongs to its name: Kỷ niệm chương “Vì sự nghiệp …”.
        titled: bool,
        /// Whether it is a status that is an award only where a verb confers it.
        weak: bool,
    }
}

entry! {
    /// A group of nouns that are counted, with the unit that they share.
    Unit {
        /// Canonical unit in the tables.
        unit: String,
    }
}

entry! {
    /// A unit of measure.
    Measure {
        /// Measure in the tables: physical, money, duration, percent.
        measure: String,
        /// Canonical unit in the tables.
        unit: String,
        /// Signs, matched with their capitals.
        signs: Vec<String>,
        /// What one of it is worth in `unit`, as 1000000 for "triệu đồng".
        scale: Option<u64>,
    }
}

entry! {
    /// A body that issues documents or gives awards.
    Body {
        /// Short forms, matched with their capitals.
        abbreviations: Vec<String>,
        /// Codes in the numbers of its documents, as `BNV`; a code that several bodies share stands with none.
        signs: Vec<String>,
        /// Levels at which such bodies exist: central, province, district, commune, unit.
        levels: Vec<String>,
        /// Its key where the city that it belongs to is of district level; empty where the key is the same.
        district: String,
        /// Its key where the level of its city is not known; empty where the key is the same.
        open: String,
        /// First day, month or year of its life, as `2025-03-01`; empty where it reaches back before the tables.
        from: String,
        /// Last day, month or year of its life; empty where it goes on.
        until: String,
        /// The body that took over its tasks.
        into: String,
    }
}

entry! {
    /// A province, a centrally run city, or a former province.
    Province {
        /// Name with its capitals.
        name: String,
        /// Day since which it is a centrally run city; empty for a province.
        city: String,
        /// Whether the name is also a common word, or that of smaller places.
        common: bool,
        /// Its codes, one for each list that has it; none where it ended before the lists.
        codes: Vec<Code>,
    }
}

/// A code of a province in one of the official lists.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Two digits.
    pub code: String,
    /// Year of the list, 2004 or 2025.
    pub era: String,
    /// First day of its validity, empty where it reaches back before the list.
    #[serde(default)]
    pub from: String,
    /// Last day of its validity, empty where it goes on.
    #[serde(default)]
    pub until: String,
    /// The province that it became a part of, or goes on as: `15@2025`.
    #[serde(default)]
    pub into: String,
    /// The provinces that it was made of.
    #[serde(default)]
    pub of: Vec<String>,
}

impl Code {
    /// Code and era, as `15@2004`: a code alone names different provinces before and after 2025-07-01.
    pub fn key(&self) -> String {
        format!("{}@{}", self.code, self.era)
    }
}

entry! {
    /// A group of words that say how a number is meant.
    Phrase {
        /// Whether the words stand after the number.
        after: bool,
        /// What its sentences show: a rule, unit, noun, qualifier or direction of a count, a rule or role of a date, a
        /// rule by which a number is passed over, or "nothing".
        tells: String,
    }
}

entry! {
    /// A word of the calendar.
    Time {
        /// Where it stands in a date.
        role: super::TimeRole,
        /// Of a relative date or a recurrence: year, quarter, month, week, day …; `Y`, `M`, `W`, `D`.
        unit: String,
        /// How many units from the document's date; of a weekday, its number from Monday.
        shift: i32,
    }
}

entry! {
    /// Words beside a number that make it no count.
    Exclusion {
        /// What after the number makes it a count all the same: "noun", "person" or nothing.
        unless: String,
        /// Whether the words stand behind the number.
        after: bool,
    }
}

/// The part that a word plays in the frame of an award.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// "UBND tỉnh tặng …": a giver stands before it
    #[default]
    Gives,
    /// "tập thể đạt …": a receiver stands before it
    Gets,
    /// "được", "có": governs only what follows at once.
    Holds,
    /// "đề nghị": not given yet.
    Proposes,
    /// "phấn đấu": meant to be reached.
    Plans,
    /// "quy chế", "thu hồi", "nhiều": no event.
    Blocks,
    /// Stands between a subject and its verb.
    Adverbs,
    /// "thay mặt": the giver follows.
    Represents,
    /// Opens a reason.
    Reasons,
    /// Ends the words about the recipients.
    Ends,
    /// "đồng chí", "ông": addresses a person; a name follows.
    Persons,
    /// "phó chủ tịch", "bí thư": an office that stands beside a person's name.
    Posts,
    /// "sinh năm", "trú": says more of the person named before.
    Apposes,
    /// "tại", "nhân dịp": opens a phrase of time, place or manner before a subject.
    Openers,
    /// "trong đó", "hằng năm": joins a clause to the one before it, or dates it, before a subject.
    Joints,
    /// "tại hội nghị", "dịp này": the event that the text has told is when the award was given.
    Occasions,
    /// "vững mạnh", "tiêu biểu": ends a title that is written in lower case.
    Qualities,
    /// "cho", "của": a title without quotes ends before it.
    EndsTitle,
    /// "danh giá", "quốc tế": words that make no prize of its own.
    Plain,
    /// "xuất sắc nhất": ends the name of a prize in lower case.
    Praises,
    /// "khen thưởng": makes a short line the heading of honours.
    Topics,
    /// "phòng", "trường": begins the name of a body of its own.
    Heads,
    /// "tạp chí", "hiệp hội": begins the name of a giver in lower case, after "của".
    Givers,
    /// "nhà trường", "ban tổ chức": a subject in lower case that can give.
    Bodies,
    /// "cùng năm": the year told before holds.
    SameYear,
    /// "quyết định": its date is when an award was given.
    Decides,
    /// "cá nhân", "công dân": anyone, where no number and no name stands beside it.
    Anyone,
    /// "ông", "nhà trường": stands for the one the passage is about.
    Pronouns,
    /// "cơ cấu", "thể lệ": what there is to win is told.
    Rules,
    /// "xếp thứ", "bảng tổng sắp": tells how a team stands.
    Standings,
    /// "vì", "có thành tích": opens a reason also behind further words.
    FarReasons,
    /// "cơ quan", "cấp": in the head of a column, who gives.
    GiverHeads,
    /// "đơn vị", "họ và tên": in the head of a column, who gets.
    ReceiverHeads,
    /// "giải", "hội thi": a year in their phrase is the edition of what was won.
    Editions,
    /// "sinh", "thành lập": the year after them is of another event.
    Begins,
    /// "cho biết": who says it does not give; the clause behind it has a subject of its own.
    Says,
    /// "cùng", "kèm", "nhân dịp": between an award and the "cho" of its recipients.
    Along,
    /// "danh hiệu", "tấm": between a verb and the name of what it gives.
    LeadsUp,
    /// "tổ chức", "giữ chức": what someone does; the name before it is the subject.
    Acts,
    /// "cúp", "suất quà": what is handed over beside an award, and no one who gets it.
    Gifts,
    /// "trị giá", "voucher": what there is to win, and not who won.
    Worth,
    /// "năm liền": behind a number, that many years in a row.
    Runs,
    /// "lần": behind a number, that many times.
    Times,
    /// "đã", "tổ chức lễ": behind a subject, and no part of it.
    Inner,
    /// "trong", "quyết định": what begins so is no giver.
    Unable,
    /// "các", "hơn", "toàn thể": before the number of a group.
    Wholes,
    /// "là", "tổng cộng": between a verb and the award that it governs.
    Direct,
    /// "vừa", "chung cuộc": between a prize that is the subject and its verb.
    Meanwhile,
    /// "thuộc về", "về tay": the prize before it is the subject, and who gets it stands behind.
    Owned,
    /// "xã", "thôn": a place of the lowest level.
    Communes,
    /// "huyện", "quận": a place of the middle level.
    Districts,
    /// "tỉnh": a place of the highest level.
    Provinces,
    /// "cuộc thi", "hội thi": behind "giải" they name the contest, and no prize.
    Contests,
    /// "và", "rồi", "cùng với": an award before it, and another one after it.
    Lists,
    /// "so với": the year after it is what the present is held against.
    Compares,
    /// "dự thi", "tham gia": those before it take part, and need not get anything.
    Partakes,
}

entry! {
    /// Words that play one part in the frames of awards.
    Frame {
        /// Their part.
        role: Role,
        /// Words before which a form is another word.
        not_before: Vec<String>,
        /// Words after which a form is another word.
        not_after: Vec<String>,
    }
}
