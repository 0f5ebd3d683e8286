//! Work on many threads whose results are handed over on one, in order.
//!
//! There is no barrier: as soon as the next result in order is there it is handed over, and another item begins. At
//! most [`LOOK_AHEAD`] items are begun and not yet handed over, which bounds the memory of a long run.

use anyhow::Result;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many items are begun before the first of them is handed over.
const LOOK_AHEAD: usize = 256;

/// How many threads a person means: as many as the machine can use when they do not say.
pub(crate) fn thread_count(asked: usize) -> NonZero<usize> {
    NonZero::new(asked)
        .or_else(|| thread::available_parallelism().ok())
        .unwrap_or(NonZero::<usize>::MIN)
}

/// Does `work` for every item on so many threads, and gives each result to `take` on this thread, in order of the
/// items. The last items are begun largest first, so that no thread is left alone with a long one at the end.
///
/// # Errors
/// When `take` fails: what is under way is then finished, and nothing else is put in line.
pub(crate) fn in_order<I: Sync, T: Send>(
    items: &[I],
    threads: NonZero<usize>,
    size: impl Fn(&I) -> u64,
    work: impl Fn(&I) -> T + Sync,
    mut take: impl FnMut(&I, T) -> Result<()>,
) -> Result<()> {
    let mut waiting = schedule(items, size).into_iter();
    // What is to be begun, and what is done.
    let (tickets, begun) = channel();
    let (results, done) = channel();
    let begun = Mutex::new(begun);
    thread::scope(|scope| {
        for _ in 0..threads.get().min(items.len()) {
            let (results, begun, work) = (results.clone(), &begun, &work);
            scope.spawn(move || serve(begun, &results, |at: usize| work(&items[at])));
        }
        // Dropped at the end of this block, and with them what has not begun.
        let (tickets, done) = (tickets, done);
        waiting
            .by_ref()
            .take(LOOK_AHEAD)
            .for_each(|at| issue(&tickets, at));
        let mut early = BTreeMap::new();
        for (next, item) in items.iter().enumerate() {
            let result = arrival(next, &mut early, &done);
            take(item, result.unwrap_or_else(|panic| resume_unwind(panic)))?;
            waiting.by_ref().take(1).for_each(|at| issue(&tickets, at));
        }
        Ok(())
    })
}

/// The items in the order they are begun: theirs, but the last ones by size.
fn schedule<I>(items: &[I], size: impl Fn(&I) -> u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    let last = items.len().saturating_sub(LOOK_AHEAD);
    order[last..].sort_by_cached_key(|&at| Reverse(size(&items[at])));
    order
}

/// Results wait in a channel without bound: there are never more than tickets.
fn issue(tickets: &Sender<usize>, at: usize) {
    // A thread that is gone has left a panic, which is found when its result is asked for.
    let _ = tickets.send(at);
}

/// Works on one item after the other until there are no more tickets, or nobody takes the results.
fn serve<T>(
    begun: &Mutex<Receiver<usize>>,
    results: &Sender<(usize, thread::Result<T>)>,
    work: impl Fn(usize) -> T,
) {
    loop {
        let ticket = begun.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(at) = ticket else { return };
        let result = catch_unwind(AssertUnwindSafe(|| work(at)));
        if results.send((at, result)).is_err() {
            return;
        }
    }
}

/// The result of item `next`; those that come before their turn wait in `early`.
fn arrival<T>(next: usize, early: &mut BTreeMap<usize, T>, done: &Receiver<(usize, T)>) -> T {
    loop {
        if let Some(result) = early.remove(&next) {
            return result;
        }
        let (at, result) = done
            .recv()
            .unwrap_or_else(|_| unreachable!("a result is sent for every ticket"));
        early.insert(at, result);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn threads(count: usize) -> NonZero<usize> {
        thread_count(count)
    }

    #[test]
    fn results_come_in_order_whatever_the_threads_and_sizes() {
        let items: Vec<u64> = (0..1000).map(|at| at * 7919 % 1000).collect();
        for count in [1, 2, 5] {
            let mut taken = Vec::new();
            in_order(
                &items,
                threads(count),
                |&item| item,
                |&item| item + 1,
                |&item, result| {
                    assert_eq!(result, item + 1);
                    taken.push(item);
                    Ok(())
                },
            )
            .unwrap();
            assert_eq!(taken, items);
        }
    }

    #[test]
    fn no_more_is_begun_than_may_wait() {
        let (begun, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        in_order(
            &[0; 2000],
            threads(3),
            |_| 0,
            |_| {
                let begun = begun.fetch_add(1, Ordering::SeqCst) + 1;
                assert!(begun - taken.load(Ordering::SeqCst) <= LOOK_AHEAD + 1);
            },
            |_, ()| {
                taken.fetch_add(1, Ordering::SeqCst);
                Ok(())
            },
        )
        .unwrap();
    }

    #[test]
    fn the_last_items_are_begun_largest_first() {
        let items: Vec<u64> = (0..LOOK_AHEAD as u64 + 2).collect();
        let order = schedule(&items, |&item| item);
        assert_eq!(order[..3], [0, 1, LOOK_AHEAD + 1]);
        assert_eq!(order.last(), Some(&2));
    }

    #[test]
    fn after_a_failure_no_more_is_begun_than_was_in_line() {
        let begun = AtomicUsize::new(0);
        let failed = in_order(
            &[0; 5000],
            threads(2),
            |_| 0,
            |_| begun.fetch_add(1, Ordering::SeqCst),
            |_, _| bail!("the disk is full"),
        );
        assert_eq!(failed.unwrap_err().to_string(), "the disk is full");
        assert!(begun.into_inner() <= LOOK_AHEAD);
    }

    #[test]
    #[should_panic(expected = "on item 3")]
    fn a_panic_of_a_worker_is_not_lost() {
        let _ = in_order(
            &[1, 2, 3, 4],
            threads(2),
            |_| 0,
            |item| assert!(*item != 3, "on item {item}"),
            |_, ()| Ok(()),
        );
    }
}
