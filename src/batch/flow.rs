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
/// the calling thread; its first error ends the flow. Small files go through it in batches.
pub(super) fn carry(
    pool: &ThreadPool,
    produce: impl FnOnce(&mut dyn FnMut(Item) -> bool) + Send,
    work: impl Fn(Item) -> Outcome + Sync,
    sink: &mut impl Sink,
) -> Result<(), Error> {
    let (sender, receiver) = mpsc::channel::<(usize, Load, Vec<Outcome>)>();
    let (budget, work) = (Budget::default(), &work);
    std::thread::scope(|threads| {
        let budget = &budget;
        threads.spawn(move || {
            pool.in_place_scope_fifo(|scope| {
                let mut number = 0;
                let mut hand = |batch: Batch| {
                    if !budget.enter(batch.load) {
                        return false;
                    }
                    let (sender, at) = (sender.clone(), number);
                    scope.spawn_fifo(move |_| {
                        let outcomes: Vec<Outcome> = batch.items.into_iter().map(work).collect();
                        let bytes = outcomes.iter().flatten().map(Done::size).sum();
                        let after = Load { bytes, ..batch.load };
                        budget.exchange(batch.load.bytes, bytes);
                        // The writer takes everything until no sender is left.
                        let _ = sender.send((at, after, outcomes));
                    });
                    number += 1;
                    true
                };
                let mut open = Batch::default();
                produce(&mut |item| {
                    // what a stream gives is not held back for what comes after it
                    let alone = !item.is_file();
                    open.push(item);
                    if alone || open.is_full() { hand(std::mem::take(&mut open)) } else { true }
                });
                if !open.items.is_empty() {
                    hand(open);
                }
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
            let Ok((number, load, outcomes)) = taken else { break };
            waiting.insert(number, (load, outcomes));
            while let Some((load, outcomes)) = waiting.remove(&next) {
                if result.is_ok() {
                    let mut written = outcomes.into_iter();
                    result = written.try_for_each(|outcome| outcome.and_then(|done| sink.write(done)));
                    if result.is_err() {
                        budget.close();
                    }
                }
                budget.leave(load);
                next += 1;
            }
        }
        result
    })
}

/// Items of a batch, at most.
const TOGETHER: usize = 32;

/// Bytes of a batch from which it takes no more items.
const ENOUGH: usize = 128 << 10;

/// Items that one worker takes over at once.
#[derive(Default)]
struct Batch {
    items: Vec<Item>,
    load: Load,
}

impl Batch {
    fn push(&mut self, item: Item) {
        self.load.items += 1;
        self.load.bytes += item.size();
        self.items.push(item);
    }

    fn is_full(&self) -> bool {
        self.load.items >= TOGETHER || self.load.bytes >= ENOUGH
    }
}

/// A number of items and their bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Load {
    items: usize,
    bytes: usize,
}

/// How much is under way.
#[derive(Default)]
struct Budget {
    state: Mutex<State>,
    less: Condvar,
}

#[derive(Default)]
struct State {
    load: Load,
    closed: bool,
}

impl Budget {
    /// Waits until there is room; whatever comes alone always has it. Whether the flow still runs.
    fn enter(&self, more: Load) -> bool {
        let full = |State { load, closed }: &mut State| {
            let room = load.items + more.items <= ITEMS && load.bytes + more.bytes <= BYTES;
            !*closed && load.items > 0 && !room
        };
        let mut state = self.less.wait_while(self.state(), full).unwrap_or_else(PoisonError::into_inner);
        state.load.items += more.items;
        state.load.bytes += more.bytes;
        !state.closed
    }

    /// What is under way has another size now.
    fn exchange(&self, before: usize, after: usize) {
        let mut state = self.state();
        state.load.bytes = state.load.bytes + after - before;
        if after < before {
            self.less.notify_one();
        }
    }

    fn leave(&self, load: Load) {
        let mut state = self.state();
        state.load.items -= load.items;
        state.load.bytes -= load.bytes;
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
    use super::{BYTES, Budget, ITEMS, Load};
    use std::sync::atomic::{AtomicUsize, Ordering};

    const ONE: Load = Load { items: 1, bytes: 1 };

    #[test]
    fn a_single_item_is_let_in_whatever_its_size() {
        let budget = Budget::default();
        let large = Load { items: 1, bytes: BYTES * 3 };
        assert!(budget.enter(large));
        budget.leave(large);
        assert!(budget.enter(ONE));
    }

    #[test]
    fn no_more_is_under_way_than_was_said() {
        let (budget, most) = (Budget::default(), AtomicUsize::new(0));
        let inside = AtomicUsize::new(0);
        std::thread::scope(|threads| {
            threads.spawn(|| {
                for _ in 0..ITEMS * 4 {
                    assert!(budget.enter(ONE));
                    most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                }
            });
            let mut left = ITEMS * 4;
            while left > 0 {
                if inside.load(Ordering::SeqCst) > 0 {
                    inside.fetch_sub(1, Ordering::SeqCst);
                    budget.leave(ONE);
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
        assert!(!budget.enter(ONE));
    }
}
