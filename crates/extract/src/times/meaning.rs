//! What a time expression means before it is resolved, and the days it means once publication and tense
//! are known.

use super::calendar::{Period, Season, Unit, shift, weekday_from};
use jiff::civil::Weekday;
use newsgraph_model::{Date, Precision, TimeBounds};

/// The meaning of a time expression by its words alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// "2014", "2017-05-10", "the 1990s".
    Fixed(Period),
    /// "May 10", "10 May 2017".
    MonthDay { month: i8, day: i8, year: Year },
    /// "March", "March 2015", "January of this year", "last March".
    Month { month: i8, year: Year, which: Which },
    /// "spring 2015", "last summer", "in the autumn".
    Season {
        season: Season,
        year: Year,
        which: Which,
    },
    /// "the first quarter of 2015".
    Quarter { number: i8, year: Year },
    /// "Monday", "last Monday".
    Weekday(Weekday, Which),
    /// Days from publication: "yesterday" is -1; with the part of the day in TIMEX3.
    Deictic(i64, &'static str),
    /// The night before publication: "overnight".
    Overnight,
    /// "this week", "last year", "next month": units from the one of publication.
    Calendar(Unit, i64),
    /// "the weekend", "last weekend".
    Weekend(Which),
    /// "two years ago", "in three days": units from publication.
    Away(Unit, i64),
    /// "over the past six years", "the next 15 years": from publication back or on.
    Window(Unit, i64),
    /// "the following day", "two weeks later": units from the time told before.
    Anaphoric(Unit, i64),
    /// "a day after the vote": units from the event in the phrase.
    FromEvent(Unit, i64),
    /// "from … to …".
    Range(Box<Meaning>, Box<Meaning>),
    /// Too vague to resolve; TIMEX3 reference: "years ago".
    Vague(&'static str),
}

/// What was read at a place of a sentence, and the place after it.
pub(super) type Read = (Meaning, usize);

/// The year of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    Given(i16),
    /// Years from that of publication: "last year" is -1.
    Away(i64),
    Unsaid,
}

/// Which of the days, weekends or seasons of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Last,
    This,
    Next,
    Unsaid,
}

impl Which {
    /// By the word before the name.
    pub(super) fn named(word: &str) -> Self {
        match word {
            "last" | "past" => Self::Last,
            "this" => Self::This,
            "next" | "coming" => Self::Next,
            _ => Self::Unsaid,
        }
    }

    fn direction(self) -> Option<Direction> {
        match self {
            Self::Last => Some(Direction::Past),
            Self::Next => Some(Direction::Future),
            Self::This | Self::Unsaid => None,
        }
    }
}

/// Where the clause of a time expression points in time, by its tense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    Unknown,
}

/// What a time expression is resolved against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'p> {
    pub(super) published: Option<Date>,
    pub(super) direction: Direction,
    /// The time told before, for "the following day".
    pub(super) previous: Option<&'p Period>,
}

impl Meaning {
    /// Whether the value depends on more than the words.
    pub(super) fn is_relative(&self) -> bool {
        match self {
            Self::Fixed(_) => false,
            Self::MonthDay { year, .. }
            | Self::Month { year, .. }
            | Self::Season { year, .. }
            | Self::Quarter { year, .. } => !matches!(year, Year::Given(_)),
            Self::Range(from, to) => from.is_relative() || to.is_relative(),
            _ => true,
        }
    }

    /// The days meant; none when the context does not tell.
    pub(super) fn resolve(&self, context: &Context<'_>) -> Option<Period> {
        match self {
            Self::Fixed(period) => Some(period.clone()),
            Self::Anaphoric(unit, count) => counted_from(*unit, *count, context.previous?),
            Self::Range(from, to) => resolve_range(from, to, context),
            Self::FromEvent(..) | Self::Vague(_) => None,
            _ => self.resolve_named(context),
        }
    }

    /// Names of calendar stretches; with a given year they need no publication.
    fn resolve_named(&self, context: &Context<'_>) -> Option<Period> {
        match *self {
            Self::MonthDay { month, day, year } => named(year, context, |year| {
                Some(Period::day(Date::new(year, month, day).ok()?))
            }),
            Self::Month { month, year, which } => {
                let pointed = Context {
                    direction: which.direction().unwrap_or(context.direction),
                    ..*context
                };
                named(year, &pointed, |year| Period::month(year, month))
            }
            Self::Quarter { number, year } => {
                named(year, context, |year| Period::quarter(year, number))
            }
            Self::Season {
                season,
                year,
                which,
            } => match which {
                Which::Unsaid => named(year, context, |year| Period::season(year, season)),
                _ => season_near(season, which, context.published?),
            },
            _ => self.resolve_deictic(context.published?, context.direction),
        }
    }

    fn resolve_deictic(&self, published: Date, direction: Direction) -> Option<Period> {
        match *self {
            Self::Deictic(days, part) => {
                let mut period = Period::day(shift(published, Unit::Day, days)?);
                period.timex.push_str(part);
                Some(period)
            }
            Self::Overnight => {
                let before = Period::day(published.yesterday().ok()?);
                Some(Period {
                    timex: format!("{}TNI", before.timex),
                    ..Period::span(&before, &Period::day(published))?
                })
            }
            Self::Weekday(weekday, which) => weekday_near(weekday, which, published, direction),
            Self::Calendar(unit, count) => {
                Period::of(unit, shift(first_of_month(unit, published), unit, count)?)
            }
            Self::Weekend(which) => weekend_near(which, published, direction),
            Self::Away(unit, count) => away(unit, count, published),
            // "He waited for the next two days": counted from another time.
            Self::Window(_, count) if count > 0 && direction == Direction::Past => None,
            Self::Window(unit, count) => window(unit, count, published),
            _ => None,
        }
    }

    /// The TIMEX3 value of what stays unresolved, with X for what is unknown.
    pub(super) fn unresolved_timex(&self) -> String {
        match *self {
            Self::MonthDay { month, day, .. } => format!("XXXX-{month:02}-{day:02}"),
            Self::Month { month, .. } => format!("XXXX-{month:02}"),
            Self::Weekday(weekday, _) => format!("XXXX-WXX-{}", weekday.to_monday_one_offset()),
            Self::Quarter { number, .. } => format!("XXXX-Q{number}"),
            Self::Window(unit, count) => duration(unit, count),
            Self::Vague(reference) => reference.to_owned(),
            Self::Range(ref from, ref to) => {
                format!("{}/{}", from.unresolved_timex(), to.unresolved_timex())
            }
            Self::Fixed(ref period) => period.timex.clone(),
            _ => "XXXX-XX-XX".to_owned(),
        }
    }
}

/// Months differ in length: counting starts on a day that all of them have.
fn first_of_month(unit: Unit, day: Date) -> Date {
    if unit == Unit::Month || unit == Unit::Quarter {
        day.first_of_month()
    } else {
        day
    }
}

/// The stretch of a unit that lies so many units from a day.
pub(super) fn away(unit: Unit, count: i64, from: Date) -> Option<Period> {
    // "A decade ago" is the year ten years ago, not a whole decade.
    let (unit, count) = match unit {
        Unit::Decade => (Unit::Year, count.checked_mul(10)?),
        _ => (unit, count),
    };
    Period::of(unit, shift(first_of_month(unit, from), unit, count)?)
}

/// "The following year" counts from a year or less, "the following day" from a day.
fn counted_from(unit: Unit, count: i64, told: &Period) -> Option<Period> {
    use Precision::{Day, Month, Week, Year};
    let fine_enough = match unit {
        Unit::Year | Unit::Decade => matches!(told.precision, Day | Week | Month | Year),
        Unit::Month | Unit::Quarter => matches!(told.precision, Day | Month),
        Unit::Week => matches!(told.precision, Day | Week),
        _ => told.precision == Day,
    };
    away(unit, count, told.start).filter(|_| fine_enough)
}

fn window(unit: Unit, count: i64, published: Date) -> Option<Period> {
    let other = Period::day(shift(published, unit, count)?);
    let here = Period::day(published);
    let (from, to) = if count < 0 {
        (other, here)
    } else {
        (here, other)
    };
    Some(Period {
        timex: duration(unit, count),
        ..Period::span(&from, &to)?
    })
}

fn duration(unit: Unit, count: i64) -> String {
    let count = count.abs();
    match unit {
        Unit::Hour => format!("PT{count}H"),
        Unit::Day => format!("P{count}D"),
        Unit::Week => format!("P{count}W"),
        Unit::Weekend => format!("P{count}WE"),
        Unit::Month => format!("P{count}M"),
        Unit::Quarter => format!("P{}M", count * 3),
        Unit::Year => format!("P{count}Y"),
        Unit::Decade => format!("P{count}DE"),
        Unit::Century => format!("P{count}CE"),
    }
}

/// What a name means in its year; without a year, the one that tense and nearness tell.
fn named(
    year: Year,
    context: &Context<'_>,
    in_year: impl Fn(i16) -> Option<Period>,
) -> Option<Period> {
    match year {
        Year::Given(year) => in_year(year),
        Year::Away(count) => in_year(shift(context.published?, Unit::Year, count)?.year()),
        Year::Unsaid => {
            let published = context.published?;
            let around = (published.year() - 1..=published.year() + 1).filter_map(in_year);
            choose(around, published, context.direction)
        }
    }
}

/// The last candidate that has begun, the first that is not over, or the nearest.
fn choose(
    candidates: impl Iterator<Item = Period>,
    published: Date,
    direction: Direction,
) -> Option<Period> {
    match direction {
        Direction::Past => candidates.filter(|period| period.start <= published).last(),
        Direction::Future => {
            let mut coming = candidates.filter(|period| period.end >= published);
            coming.next()
        }
        Direction::Unknown => candidates.min_by_key(|period| period.distance(published)),
    }
}

fn weekday_near(
    weekday: Weekday,
    which: Which,
    published: Date,
    direction: Direction,
) -> Option<Period> {
    let day = match (which, direction) {
        (Which::Last, _) => weekday_from(published.yesterday().ok()?, weekday, -1),
        (Which::Next, _) => weekday_from(published.tomorrow().ok()?, weekday, 1),
        (Which::This, Direction::Unknown) => {
            let monday = Period::week_of(published)?.start;
            weekday_from(monday, weekday, 1)
        }
        (_, Direction::Future) => weekday_from(published, weekday, 1),
        _ => weekday_from(published, weekday, -1),
    };
    day.map(Period::day)
}

fn weekend_near(which: Which, published: Date, direction: Direction) -> Option<Period> {
    let of_this_week = Period::weekend_of(published)?;
    let begun = of_this_week.start <= published;
    let weeks = match (which, direction) {
        (Which::Last, _) => -1,
        (Which::Next, _) => 1,
        (Which::Unsaid | Which::This, Direction::Past) if !begun => -1,
        _ => 0,
    };
    Period::weekend_of(shift(published, Unit::Week, weeks)?)
}

fn season_near(season: Season, which: Which, published: Date) -> Option<Period> {
    let year = published.year();
    let mut around = (year - 2..=year + 2).filter_map(|year| Period::season(year, season));
    match which {
        Which::Last => around.rfind(|period| period.end < published),
        Which::Next => around.find(|period| period.start > published),
        _ => around.min_by_key(|period| period.distance(published)),
    }
}

/// Both ends: the second as tense tells, the first as the last such time before it.
fn resolve_range(from: &Meaning, to: &Meaning, context: &Context<'_>) -> Option<Period> {
    let end = match (has_year(from), has_year(to)) {
        (true, false) => to.resolve(&Context {
            published: Some(from.resolve(context)?.start),
            direction: Direction::Future,
            ..*context
        })?,
        _ => to.resolve(context)?,
    };
    let start = if has_year(from) {
        from.resolve(context)?
    } else {
        from.resolve(&Context {
            published: Some(end.end),
            direction: Direction::Past,
            ..*context
        })?
    };
    Period::span(&start, &end)
}

/// Whether the words pin down the year without the context's help.
fn has_year(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::MonthDay { year, .. }
        | Meaning::Month { year, .. }
        | Meaning::Quarter { year, .. } => *year != Year::Unsaid,
        Meaning::Weekday(_, which) | Meaning::Season { which, .. } => *which != Which::Unsaid,
        _ => true,
    }
}

/// On which side of its stretch a time expression lies, by its preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// "in", "on", none.
    Inside,
    /// "since", "starting".
    Since,
    /// "until", "by".
    Until,
    Before,
    After,
}

impl Edge {
    /// The days meant by a stretch and its preposition.
    pub(super) fn bounds(self, period: &Period) -> TimeBounds {
        let from = |earliest| TimeBounds {
            earliest,
            latest: None,
            precision: Some(Precision::After),
        };
        let to = |latest| TimeBounds {
            earliest: None,
            latest,
            precision: Some(Precision::Before),
        };
        match self {
            Self::Inside => period.bounds(),
            Self::Since => from(Some(period.start)),
            Self::Until => to(Some(period.end)),
            Self::Before => to(period.start.yesterday().ok()),
            Self::After => from(period.end.tomorrow().ok()),
        }
    }
}
