use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../quantities.csv");

/// What a word does in an expression of time, money or quantity. These are closed classes of English: data, but
/// nothing that a user's file adds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuantityWord {
    /// "January"; its value is its number.
    Month,
    /// "Monday"; its value is 0 for Monday.
    Weekday,
    /// "summer"
    Season,
    /// "morning"
    PartOfDay,
    /// A time of the day by itself: "noon", "tonight".
    ClockWord,
    /// A day by itself: "yesterday".
    DayWord,
    /// A day or longer: "week".
    LongUnit,
    /// Shorter than a day: "hour".
    ShortUnit,
    /// "twelve"; has a value.
    Number,
    /// Multiplies the number before it: "million", "bn"; has a value.
    Scale,
    /// "third"; has a value.
    Ordinal,
    /// Stands before a sum: "$", "US$".
    CurrencySign,
    /// "EUR"
    CurrencyCode,
    /// "euro"
    Currency,
    /// "percent"
    Percent,
    /// A unit of length, area, weight, volume, energy, data, speed, temperature: "km", "barrel".
    Measure,
    /// Before a unit of measure: "square".
    MeasureModifier,
    /// After "per" behind a unit of measure: "hour".
    MeasureRate,
    /// Before a number that is not exact: "about".
    Approximation,
    /// Chooses a stretch of time: "last", "next".
    Which,
    /// "early", "end"
    PartOfPeriod,
    /// After a stretch of time counted from another: "ago".
    Away,
    /// "a.m."
    Meridiem,
    /// "GMT"
    TimeZone,
    /// "Christmas"
    Feast,
}

impl QuantityWord {
    /// Every kind with its name in the table.
    const KINDS: [(Self, &'static str); 25] = [
        (Self::Month, "month"),
        (Self::Weekday, "weekday"),
        (Self::Season, "season"),
        (Self::PartOfDay, "part-of-day"),
        (Self::ClockWord, "clock-word"),
        (Self::DayWord, "day-word"),
        (Self::LongUnit, "long-unit"),
        (Self::ShortUnit, "short-unit"),
        (Self::Number, "number"),
        (Self::Scale, "scale"),
        (Self::Ordinal, "ordinal"),
        (Self::CurrencySign, "currency-sign"),
        (Self::CurrencyCode, "currency-code"),
        (Self::Currency, "currency"),
        (Self::Percent, "percent"),
        (Self::Measure, "measure"),
        (Self::MeasureModifier, "measure-modifier"),
        (Self::MeasureRate, "measure-rate"),
        (Self::Approximation, "approximation"),
        (Self::Which, "which"),
        (Self::PartOfPeriod, "part-of-period"),
        (Self::Away, "away"),
        (Self::Meridiem, "meridiem"),
        (Self::TimeZone, "time-zone"),
        (Self::Feast, "feast"),
    ];

    fn of_name(name: &str) -> Option<Self> {
        let kind = Self::KINDS.iter().find(|(_, known)| *known == name)?;
        Some(kind.0)
    }
}

/// All that a word can be in an expression of time, money or quantity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuantityWordKinds(u32);

impl QuantityWordKinds {
    /// Whether it can be this.
    pub fn has(self, kind: QuantityWord) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    /// Whether it can be nothing of the sort.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn add(&mut self, kind: QuantityWord) {
        self.0 |= 1 << kind as u32;
    }
}

/// The words of expressions of time, money and quantity, by what they do there.
#[derive(Debug, Default)]
pub struct QuantityWords {
    kinds: FxHashMap<&'static str, QuantityWordKinds>,
    values: FxHashMap<(QuantityWord, &'static str), u64>,
    /// In the order of the table.
    rows: Vec<(QuantityWord, &'static str)>,
}

impl QuantityWords {
    /// The words of the table.
    pub fn embedded() -> &'static Self {
        static WORDS: LazyLock<QuantityWords> = LazyLock::new(QuantityWords::read);
        &WORDS
    }

    /// The crate's tests rule out lines that are skipped here.
    fn read() -> Self {
        let mut words = Self::default();
        for (kind, word, value) in TABLE.lines().skip(1).filter_map(row) {
            words.kinds.entry(word).or_default().add(kind);
            words.rows.push((kind, word));
            if let Ok(value) = value.parse() {
                words.values.insert((kind, word), value);
            }
        }
        words
    }

    /// What a word can be, in lower case.
    pub fn kinds(&self, word: &str) -> QuantityWordKinds {
        self.kinds.get(word).copied().unwrap_or_default()
    }

    /// The value of a word as a word of this kind, in lower case.
    pub fn value(&self, kind: QuantityWord, word: &str) -> Option<u64> {
        let (&known, _) = self.kinds.get_key_value(word)?;
        self.values.get(&(kind, known)).copied()
    }

    /// The words of a kind in their order.
    pub fn all(&self, kind: QuantityWord) -> impl Iterator<Item = &'static str> + '_ {
        let of_kind = self.rows.iter().filter(move |(other, _)| *other == kind);
        of_kind.map(|&(_, word)| word)
    }
}

/// `kind,word,value`
fn row(line: &'static str) -> Option<(QuantityWord, &'static str, &'static str)> {
    let mut fields = line.split(',');
    let (kind, word, value) = (fields.next()?, fields.next()?, fields.next()?);
    Some((QuantityWord::of_name(kind)?, word, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_understood() {
        for line in TABLE.lines().skip(1) {
            assert!(row(line).is_some(), "{line}");
        }
        let words = QuantityWords::embedded();
        for (kind, name) in QuantityWord::KINDS {
            assert!(words.all(kind).next().is_some(), "no {name}");
        }
    }

    #[test]
    fn words_have_kinds_and_values() {
        let words = QuantityWords::embedded();
        assert_eq!(words.value(QuantityWord::Month, "may"), Some(5));
        assert_eq!(words.value(QuantityWord::Scale, "million"), Some(1_000_000));
        assert_eq!(words.value(QuantityWord::Month, "million"), None);
        let second = words.kinds("second");
        assert!(second.has(QuantityWord::Ordinal) && second.has(QuantityWord::ShortUnit));
        assert!(words.kinds("treaty").is_empty());
    }
}
