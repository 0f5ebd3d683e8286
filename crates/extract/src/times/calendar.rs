//! Stretches of the calendar with their TIMEX3 values (ISO 8601; TimeML 1.2.1 for seasons, weekends and
//! quarters).

use jiff::Span;
use jiff::civil::Weekday;
use newsgraph_model::{Date, Precision, TimeBounds};

/// A stretch of days that language has a word for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: Date,
    pub(super) end: Date,
    pub(super) precision: Precision,
    pub(super) timex: String,
}

/// What calendars and durations count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A season of the northern year, by whole months (meteorological).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    fn timex(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

impl Period {
    pub(super) fn day(day: Date) -> Self {
        Self {
            start: day,
            end: day,
            precision: Precision::Day,
            timex: day.to_string(),
        }
    }

    /// Monday to Sunday (ISO 8601).
    pub(super) fn week_of(day: Date) -> Option<Self> {
        let monday = shift(
            day,
            Unit::Day,
            -i64::from(day.weekday().to_monday_zero_offset()),
        )?;
        let week = day.iso_week_date();
        Some(Self {
            start: monday,
            end: shift(monday, Unit::Day, 6)?,
            precision: Precision::Week,
            timex: format!("{:04}-W{:02}", week.year(), week.week()),
        })
    }

    /// Saturday and Sunday of the week of `day`.
    pub(super) fn weekend_of(day: Date) -> Option<Self> {
        let week = Self::week_of(day)?;
        Some(Self {
            start: shift(week.end, Unit::Day, -1)?,
            end: week.end,
            precision: Precision::Interval,
            timex: format!("{}-WE", week.timex),
        })
    }

    pub(super) fn month(year: i16, month: i8) -> Option<Self> {
        let start = Date::new(year, month, 1).ok()?;
        Some(Self {
            start,
            end: start.last_of_month(),
            precision: Precision::Month,
            timex: format!("{year:04}-{month:02}"),
        })
    }

    /// Whole months from `first` on.
    fn months(first: Date, count: i64, timex: String) -> Option<Self> {
        let after = shift(first, Unit::Month, count)?;
        Some(Self {
            start: first,
            end: after.yesterday().ok()?,
            precision: Precision::Interval,
            timex,
        })
    }

    /// A season; a winter belongs to the year in which it begins.
    pub(super) fn season(year: i16, season: Season) -> Option<Self> {
        let first = Date::new(year, season.first_month(), 1).ok()?;
        Self::months(first, 3, format!("{year:04}-{}", season.timex()))
    }

    /// A quarter of a calendar year, 1 to 4.
    pub(super) fn quarter(year: i16, quarter: i8) -> Option<Self> {
        let first = Date::new(year, quarter.checked_mul(3)?.checked_sub(2)?, 1).ok()?;
        Self::months(first, 3, format!("{year:04}-Q{quarter}"))
    }

    pub(super) fn year(year: i16) -> Option<Self> {
        Self::years(year, year, Precision::Year, format!("{year:04}"))
    }

    /// The ten years whose first is given: 1980.
    pub(super) fn decade(first: i16) -> Option<Self> {
        Self::years(
            first,
            first.checked_add(9)?,
            Precision::Decade,
            format!("{:03}", first / 10),
        )
    }

    /// The hundred years 1801 to 1900 for 19.
    pub(super) fn century(number: i16) -> Option<Self> {
        let last = number.checked_mul(100)?;
        Self::years(
            last.checked_sub(99)?,
            last,
            Precision::Interval,
            format!("{:02}", number - 1),
        )
    }

    fn years(first: i16, last: i16, precision: Precision, timex: String) -> Option<Self> {
        Some(Self {
            start: Date::new(first, 1, 1).ok()?,
            end: Date::new(last, 12, 31).ok()?,
            precision,
            timex,
        })
    }

    /// From the first day of one to the last day of the other; none when that is reversed.
    pub(super) fn span(from: &Self, to: &Self) -> Option<Self> {
        (from.start <= to.end).then(|| Self {
            start: from.start,
            end: to.end,
            precision: Precision::Interval,
            timex: format!("{}/{}", from.timex, to.timex),
        })
    }

    /// The stretch of this unit that holds a day.
    pub(super) fn of(unit: Unit, day: Date) -> Option<Self> {
        match unit {
            Unit::Hour | Unit::Day => Some(Self::day(day)),
            Unit::Week => Self::week_of(day),
            Unit::Weekend => Self::weekend_of(day),
            Unit::Month => Self::month(day.year(), day.month()),
            Unit::Quarter => Self::quarter(day.year(), (day.month() - 1) / 3 + 1),
            Unit::Year => Self::year(day.year()),
            Unit::Decade => Self::decade(day.year() / 10 * 10),
            Unit::Century => Self::century((day.year() - 1) / 100 + 1),
        }
    }

    pub(super) fn bounds(&self) -> TimeBounds {
        TimeBounds {
            earliest: Some(self.start),
            latest: Some(self.end),
            precision: Some(self.precision),
        }
    }

    /// Days between the period and a day; 0 inside it.
    pub(super) fn distance(&self, day: Date) -> i32 {
        let gap = |from: Date, to: Date| (to - from).get_days();
        gap(day, self.start).max(gap(self.end, day)).max(0)
    }
}

/// A day so many units away; none past the ends of the calendar.
pub(super) fn shift(day: Date, unit: Unit, count: i64) -> Option<Date> {
    let none = Span::new();
    let span = match unit {
        Unit::Hour => none.try_days(count / 24 + (count % 24).signum()),
        Unit::Day => none.try_days(count),
        Unit::Week | Unit::Weekend => none.try_weeks(count),
        Unit::Month => none.try_months(count),
        Unit::Quarter => none.try_months(count.checked_mul(3)?),
        Unit::Year => none.try_years(count),
        Unit::Decade => none.try_years(count.checked_mul(10)?),
        Unit::Century => none.try_years(count.checked_mul(100)?),
    };
    day.checked_add(span.ok()?).ok()
}

/// The nearest day with this name that is not after (`-1`) or not before (`1`) a day.
pub(super) fn weekday_from(day: Date, weekday: Weekday, step: i64) -> Option<Date> {
    (0..7)
        .filter_map(|days| shift(day, Unit::Day, step * days))
        .find(|candidate| candidate.weekday() == weekday)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn ends(period: Option<Period>) -> (Date, Date, String) {
        let period = period.unwrap();
        (period.start, period.end, period.timex)
    }

    #[test]
    fn named_stretches_of_the_calendar() {
        let leap = date(2020, 2, 12);
        for (unit, start, end, timex) in [
            (Unit::Week, date(2020, 2, 10), date(2020, 2, 16), "2020-W07"),
            (
                Unit::Weekend,
                date(2020, 2, 15),
                date(2020, 2, 16),
                "2020-W07-WE",
            ),
            (Unit::Month, date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
            (
                Unit::Quarter,
                date(2020, 1, 1),
                date(2020, 3, 31),
                "2020-Q1",
            ),
            (Unit::Decade, date(2020, 1, 1), date(2029, 12, 31), "202"),
            (Unit::Century, date(2001, 1, 1), date(2100, 12, 31), "20"),
        ] {
            assert_eq!(ends(Period::of(unit, leap)), (start, end, timex.to_owned()));
        }
        assert_eq!(
            ends(Period::season(2020, Season::Winter)),
            (date(2020, 12, 1), date(2021, 2, 28), "2020-WI".to_owned())
        );
    }

    #[test]
    fn months_and_years_of_other_lengths_are_cut() {
        assert_eq!(
            shift(date(2020, 3, 31), Unit::Month, -1),
            Some(date(2020, 2, 29))
        );
        assert_eq!(
            shift(date(2020, 2, 29), Unit::Year, -1),
            Some(date(2019, 2, 28))
        );
        assert_eq!(shift(date(2020, 2, 29), Unit::Century, 1_000), None);
    }

    #[test]
    fn the_day_itself_counts_in_both_directions() {
        let tuesday = date(2020, 3, 3);
        assert_eq!(weekday_from(tuesday, Weekday::Tuesday, -1), Some(tuesday));
        assert_eq!(
            weekday_from(tuesday, Weekday::Wednesday, -1),
            Some(date(2020, 2, 26))
        );
        assert_eq!(
            weekday_from(tuesday, Weekday::Wednesday, 1),
            Some(date(2020, 3, 4))
        );
    }
}
