//! Awards: honours given to someone.

use super::words;
use crate::span::Span;
use rust_decimal::Decimal;

/// One kind of honour for one recipient, or one stated number of them, by one grantor in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Award {
    /// The name of the award.
    pub span: Span,
    /// Canonical key, as `certificate_of_merit`.
    pub award: String,
    /// As written; rank lists are expanded.
    pub name: String,
    /// 1, 2 or 3.
    pub rank: Option<u8>,
    /// Who gives it, as written.
    pub grantor: String,
    /// Who gets it, as written.
    pub recipient: String,
    /// How many recipients, which share of them, or how many awards.
    pub quantity: Option<Decimal>,
    /// What `quantity` counts.
    pub recipient_unit: Option<RecipientUnit>,
    /// Year of the award.
    pub year: Option<i16>,
    /// EDTF of the achievement period in the reason.
    pub period: Option<String>,
    /// What for, as written.
    pub reason: String,
    /// Granted, proposed or planned.
    pub status: Status,
    /// The rule that read it, as `award/active`.
    pub rule: &'static str,
}

/// What the quantity of an award counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecipientUnit {
    /// tập thể
    Collective,
    /// cá nhân
    Individual,
    /// hộ, gia đình
    Household,
    /// Persons by another word.
    Person,
    /// A share of the recipients.
    Percent,
    /// The awards themselves.
    Award,
    /// Anything else.
    Other,
}
words!(RecipientUnit { Collective => "collective", Individual => "individual", Household => "household",
    Person => "person", Percent => "percent", Award => "award", Other => "other" });

/// How far an award has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Status {
    /// Given.
    #[default]
    Granted,
    /// đề nghị, trình, xét
    Proposed,
    /// phấn đấu, đăng ký
    Planned,
}
words!(Status { Granted => "granted", Proposed => "proposed", Planned => "planned" });
