use crate::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A calendar day of the proleptic Gregorian calendar, written `2017-05-10`.
pub type Date = jiff::civil::Date;

/// How exactly a time expression tells its days.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// One day.
    Day,
    /// One week.
    Week,
    /// One month.
    Month,
    /// One year.
    Year,
    /// Ten years.
    Decade,
    /// Any other stretch with two ends.
    Interval,
    /// Some time up to `latest`.
    Before,
    /// Some time from `earliest` on.
    After,
}

/// First and last possible day, with the precision of the words they were read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct TimeBounds {
    /// First possible day; none when open.
    pub earliest: Option<Date>,
    /// Last possible day; none when open.
    pub latest: Option<Date>,
    /// None when the text gives no time.
    pub precision: Option<Precision>,
}

impl TimeBounds {
    /// No time known.
    pub const UNKNOWN: Self = Self {
        earliest: None,
        latest: None,
        precision: None,
    };

    /// One day.
    pub fn day(day: Date) -> Self {
        Self {
            earliest: Some(day),
            latest: Some(day),
            precision: Some(Precision::Day),
        }
    }

    /// Whether neither end is known.
    pub fn is_unknown(&self) -> bool {
        self.earliest.is_none() && self.latest.is_none()
    }
}

/// Words of the text that tell a time, such as "on Wednesday" or "last week".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TimeExpression {
    /// Where the words stand.
    #[serde(flatten)]
    pub span: Span,
    /// TIMEX3 value (ISO 8601): `2017-05-10`, `2017-W18`, `2014`, `P6Y`.
    pub timex: String,
    /// Whether the value needed the article's date or another expression.
    pub relative: bool,
    /// The days meant; unknown when the words could not be resolved.
    #[serde(flatten)]
    pub bounds: TimeBounds,
}
