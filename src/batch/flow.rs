//! From one producer through many workers to one writer: in order, and with bounded memory.

use super::work::{Done, Outcome};
use crate::error::Error;
use crate::intake::Item;
use rayon::ThreadPool;
use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};

/// Items that are under way between producer and writer, at most.
const ITEMS: usize = 256;

/// Bytes that are under way, about: those of documents before the work, those of their rows after it.
const BYTES: usize = 24 << 20;

/// Where the results go.
pub(super) trait Sink {
    /// Takes the next result.
    fn write(&mut self, done: Done) -> Result<(), Error>;

    /// There is nothing to write at the moment.
    fn idle(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

/// Takes items from `produce`, lets the pool `work` on them, and hands the results to the sink in the order of the items.
///
/// `produce` hands over items until it has no more or is told `false`; it runs on a thread of its own. The sink works on
/// the calling thread; its first error ends the flow.
pub(super) fn carry(
    pool: &ThreadPool,
    produce: impl FnOnce(&mut dyn FnMut(Item) -> bool) + Send,
    work: impl Fn(Item) -> Outcome + Sync,
    sink: &mut impl Sink,
) -> Result<(), Error> {
    let (sender, receiver) = mpsc::channel::<(usize, usize, Outcome)>();
    let (budget, work) = (Budget::default(), &work);
    std::thread::scope(|threads| {
        let budget = &budget;
        threads.spawn(move || {
            pool.in_place_scope_fifo(|scope| {
                let mut number = 0;
                produce(&mut |item| {
                    let size = item.size();
                    if !budget.enter(size) {
                        return false;
                    }
                    let (sender, at) = (sender.clone(), number);
                    scope.spawn_fifo(move |_| {
                        let outcome = work(item);
                        let after = outcome.as_ref().map_or(0, Done::size);
                        budget.exchange(size, after);
                        // The writer takes everything until no sender is left.
                        let _ = sender.send((at, after, outcome));
                    });
                    number += 1;
                    true
                });
            });
        });
        let (mut waiting, mut next, mut result) = (BTreeMap::new(), 0, Ok(()));
        loop {
            let taken = receiver.try_recv().or_else(|_| {
                if result.is_ok() {
                    result = sink.idle();
                }
                receiver.recv()
            });
            let Ok((number, size, outcome)) = taken else { break };
            waiting.insert(number, (size, outcome));
            while let Some((size, outcome)) = waiting.remove(&next) {
                if result.is_ok() {
                    result = outcome.and_then(|done| sink.write(done));
                    if result.is_err() {
                        budget.close();
                    }
                }
                budget.leave(size);
                next += 1;
            }
        }
        result
    })
}

/// How much is under way.
#[derive(Default)]
struct Budget {
    state: Mutex<State>,
    less: Condvar,
}

#[derive(Default)]
struct State {
    items: usize,
    bytes: usize,
    closed: bool,
}

impl Budget {
    /// Waits until there is room; a single item always has it. Whether the flow still runs.
    fn enter(&self, bytes: usize) -> bool {
        let full = |state: &mut State| {
            !state.closed && state.items > 0 && (state.items >= ITEMS || state.bytes + bytes > BYTES)
        };
        let mut state = self.less.wait_while(self.state(), full).unwrap_or_else(PoisonError::into_inner);
        state.items += 1;
        state.bytes += bytes;
        !state.closed
    }

    /// An item has another size now.
    fn exchange(&self, before: usize, after: usize) {
        let mut state = self.state();
        state.bytes = state.bytes + after - before;
        if after < before {
            self.less.notify_one();
        }
    }

    fn leave(&self, bytes: usize) {
        let mut state = self.state();
        state.items -= 1;
        state.bytes -= bytes;
        self.less.notify_one();
    }

    /// Lets nothing in any more.
    fn close(&self) {
        self.state().closed = true;
        self.less.notify_one();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{BYTES, Budget, ITEMS};
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_single_item_is_let_in_whatever_its_size() {
        let budget = Budget::default();
        assert!(budget.enter(BYTES * 3));
        budget.leave(BYTES * 3);
        assert!(budget.enter(1));
    }

    #[test]
    fn no_more_is_under_way_than_was_said() {
        let (budget, most) = (Budget::default(), AtomicUsize::new(0));
        let inside = AtomicUsize::new(0);
        std::thread::scope(|threads| {
            threads.spawn(|| {
                for _ in 0..ITEMS * 4 {
                    assert!(budget.enter(1));
                    most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                }
            });
            let mut left = ITEMS * 4;
            while left > 0 {
                if inside.load(Ordering::SeqCst) > 0 {
                    inside.fetch_sub(1, Ordering::SeqCst);
                    budget.leave(1);
                    left -= 1;
                }
            }
        });
        assert!(most.into_inner() <= ITEMS);
    }

    #[test]
    fn a_closed_budget_lets_nothing_in() {
        let budget = Budget::default();
        budget.close();
        assert!(!budget.enter(1));
    }
}
