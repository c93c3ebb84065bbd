//! Groups of words around a number or a date, each with its look-up.

use super::{Forms, Group, Phrase};

/// Declares every group: a field bears the id of its entry in `context.toml`.
macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// What the words beside a number or a date tell.
        #[derive(Debug)]
        pub struct Context {
            $($(#[$doc])* pub $name: Group,)+
        }

        impl Context {
            pub(super) fn new(phrases: &[Phrase]) -> Self {
                let group = |id: &str| {
                    let forms = phrases.iter().filter(|p| p.id == id).flat_map(|p| &p.forms);
                    Group::new(Forms::new(forms.map(|form| (form.as_str(), ()))))
                };
                Self { $($name: group(stringify!($name)),)+ }
            }

            /// The ids of all groups.
            pub const IDS: &[&str] = &[$(stringify!($name),)+];
        }
    };
}

groups! {
    /// A number after them is a rise.
    increase,
    /// A number after them is a fall.
    decrease,
    /// Numbers after them are parts of the one before.
    part,
    /// In their clause a bare scale word means đồng.
    money,
    /// Verbs before a sum of money.
    money_sum,
    /// Before “N lần” they make it a multiple.
    times,
    /// Directly before a number they make it a sum of money.
    sum,
    /// A number after them may be of a motto.
    motto,
    /// Heads of columns that do not say what is counted.
    table_head,
    /// Heads of columns whose numbers count nothing.
    serial_head,
    /// A unit of time after them is what is reported on.
    reported,
    /// A bare year after them is the one they are planned or reported for.
    indicator,
    /// A year in their clause is the edition of a contest.
    contest,
    /// Ships and their arms, whose classes are numbered as projects.
    vessel,
    /// Words that only end like a word of an ordinal or a name.
    compound,
    /// Nouns that take a further noun into the head.
    classifier,
    /// No noun phrase begins with them.
    stop,
    /// A noun phrase ends before them.
    phrase_end,
    /// After a number of a list they say of a thing what sets it apart, and its noun is left out.
    predicate,
    /// A share before them is one of what was counted last.
    of_those,
    /// A share after them stands without its whole.
    share,
    /// Funds: a large number before them is a sum of money.
    fund,
    /// Verbs of going a way: what follows its length is no stuff.
    motion,
    /// Kin beside whom “con” are children.
    kin,
    /// What lives for a year: “hàng năm” after them is no date.
    annual,
    /// Verbs of issuing a document that follows.
    issuing,
    /// Works that have a title.
    work,
    /// They stand between a bound and its number.
    link,
    /// Something lies on them: “trên” before their number bounds nothing.
    surface,
    /// After them “trên” bounds the number, whatever it counts.
    having,
    /// What is compared by “hơn” after them.
    dimension,
    /// After them “trên”, “dưới” and “gần” tell a place.
    lying,
    /// After them “tối đa” says that all is used.
    using,
    /// “giải” after them are contests, no prizes.
    taking_part,
    /// A level after them that begins with “từ” is the one before a change.
    shift,
    /// After a level they tell the one to which it changed.
    level_after,
    /// They stand between a verb of change and its amount.
    before_amount,
    /// A number after them is a level, and no amount of a change.
    level,
    /// How something changes: a length of time after them is no amount.
    manner,
    /// What a share may be of, where nothing more is said of it.
    totals,
    /// A number that was typed right behind them is one all the same.
    run_on,
    /// After them “số” tells no number of order.
    number_of,
    /// What “số” after them numbers.
    numbered,
    /// Kinds of places and bodies before a name, behind which its share stands.
    place_kind,
    /// What happened to somebody: no kind of people that a number counts.
    fate,
    /// Heads of columns, and words before a unit that is of a whole table.
    unit_head,
    /// Ranks that stand for a prize which was counted before.
    prize_rank,
    /// Between a share and its noun they say that it is of all.
    whole_word,
    /// Units of time, and words of repetition: nothing that is measured.
    time_unit,
    /// After them, or before them, the word of a document is a verb or is none.
    verbal,
    /// A date after them is that of a birth or a death, and no period of what follows.
    born,
    /// Between a part and its whole.
    out_of,
    /// After a number of degrees they tell a place on the globe.
    globe,
    /// Before a day of the lunar calendar.
    lunar_lead,
    /// After a day of the lunar calendar.
    lunar_after,
    /// Two numbers after them are goals.
    score,
    /// Two numbers before them are goals.
    score_after,
    /// They make a number word an ordinal, a name or another word.
    before_word,
    /// With a number word before them they make an idiom.
    idiom,
    /// After them “năm” is a five.
    five,
    /// After “Năm” they begin a clause about a year.
    year_subject,
    /// After “năm” they say that five years are meant.
    five_years,
    /// After “một” they count nothing.
    one_of,
    /// A date after them is that up to which figures go.
    as_of,
    /// After a year they say that a plan reaches to it.
    plan_after,
    /// Hours after them are a length of time.
    lasting,
    /// Hours after them are a time of day.
    clock_before,
    /// Hours before them are a time of day.
    clock_after,
    /// A bare day and month after them are a date.
    before_day,
    /// They open a day.
    day_word,
    /// They stand before the first day of a list.
    days_head,
    /// They join the two days of one night.
    overnight,
    /// They open a decade.
    decade_head,
    /// They open a century.
    century,
    /// A point after them is the beginning of a span.
    since,
    /// After a point they leave its span open.
    until_now,
    /// They stand before the number of a house.
    house,
    /// Before a month that a word names.
    month_lead,
    /// After “tháng” and a number word they are counted.
    month_unit,
    /// Halves of a year.
    half_year,
    /// After a number of months they say that these open a year.
    first_months,
    /// After a number of months they say that these close a year.
    last_months,
    /// A day before them is one of the lunar calendar.
    lunar,
    /// They say that a day follows, though the calendar may not have it.
    day_lead,
    /// After a number they may go on a date that begins with it.
    date_on,
    /// Words for a number, known or not: “năm qua” after them is a length of time.
    some,
    /// After “sáng qua” they say that somebody went over them.
    way,
    /// A weekday after them recurs.
    each,
    /// “thứ hai” after them is an ordinal.
    ordinal_before,
    /// After “năm sau” they open a clause or point at a time.
    clause_after,
    /// After them “ngày này” is a time and no object.
    time_prep,
    /// “đầu năm” before them is no date.
    part_on,
    /// “cuối tuần” before them is no date.
    week_on,
    /// “quý” after them is no quarter.
    dear,
    /// Units of time that a number before them counts.
    date_unit,
    /// The time after them is that of an achievement, and of no report.
    done,
    /// A horizon after them is a period.
    vision,
    /// Between the ends of a span.
    to,
    /// Between the word of a term and its years.
    years_word,
    /// Two numbers after them are no years.
    number_label,
    /// A bare year after them is one.
    before_year,
    /// A number after them is a figure and no year.
    figure,
    /// They go on a sentence behind the year of an event.
    year_on,
    /// Behind the year for which a figure is reported.
    year_reported,
    /// Two digits after them and “năm” are a year of the last century.
    short_year,
    /// What a number of four digits counts, so that it is no year.
    year_counted,
    /// Last words of the name of a law, whose year follows.
    law_end,
    /// A year after them is that of games.
    season,
    /// In the clause of a day they say that it is to come.
    future,
    /// Verbs of giving and getting an award: a date beside them is its own.
    confers,
    /// A date behind the name that they open is that of a law.
    law_word,
    /// A year after them stays what is reported on, whatever is given then.
    summing,
    /// Years in brackets after them are those of an award that follows.
    in_a_row,
    /// They define a short form of the document that was cited before.
    alias,
    /// They may follow the last number of a list of documents.
    after_number,
    /// Between the word of a document and its number.
    act_word,
    /// The day after them is that of the document before them.
    signing_day,
    /// Verbs whose subject rules something in the document behind them.
    rules,
    /// Between the body that issued a document and the document.
    issues,
    /// Adverbs before a verb of issuing.
    already,
    /// Parts of documents that bear a number or a letter.
    pinpoint,
    /// Lines of the header beside the name of the body: the name ends before them.
    state_motto,
    /// They go on the name of a body on a further line of the header.
    name_goes_on,
    /// They begin as words that go on a name, and open one of their own.
    own_name,
    /// A day after them is none of publication.
    no_dateline,
    /// Bodies that a line in capitals names, though the tables may not have them.
    council,
    /// They stand before the name of the author.
    by_whom,
    /// Syllables that a name holds in lower case between its capitals.
    name_inner,
    /// Words of level at the end of the name of a body.
    name_level,
    /// Parts of names that have a capital on their first syllable only.
    name_part,
    /// Heads of bodies that take a name after them.
    name_head,
    /// What a day is about on which awards are given.
    ceremony,
    /// A number before them is of hundredths of a currency.
    cent,
    /// Offices and parts of a body that stand for it.
    office,
    /// Bodies of one person: as receivers they are someone.
    holder,
    /// What may stand before a body that is honoured.
    honoured,
    /// Family names: after an office comes its holder.
    family_name,
    /// Words for a city, whose level its name decides.
    city_word,
    /// Bodies of a city, whose level its name decides.
    city_body,
    /// After them the name of a province is that of something else.
    small_place,
    /// Before “dài”, “cao” and their like they tell an extent, and no comparison.
    extent_noun,
}
