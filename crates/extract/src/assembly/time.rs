use newsgraph_model::{Precision, TimeBounds};

/// Whether two statements of when can be about the same time: one is silent, or the stretches overlap.
pub(super) fn compatible(a: TimeBounds, b: TimeBounds) -> bool {
    if a.is_unknown() || b.is_unknown() {
        return true;
    }
    let starts_before_end = |x: TimeBounds, y: TimeBounds| match (x.earliest, y.latest) {
        (Some(start), Some(end)) => start <= end,
        _ => true,
    };
    starts_before_end(a, b) && starts_before_end(b, a)
}

/// How exactly a time is told; greater is more exact.
pub(super) fn exactness(time: TimeBounds) -> u8 {
    match time.precision {
        None => 0,
        Some(Precision::Before | Precision::After) => 1,
        Some(Precision::Decade) => 2,
        Some(Precision::Interval) => 3,
        Some(Precision::Year) => 4,
        Some(Precision::Month) => 5,
        Some(Precision::Week) => 6,
        Some(Precision::Day) => 7,
    }
}
