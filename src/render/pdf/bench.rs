//! Where the typesetter works: threads of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{OnceLock, mpsc};

use rayon::ThreadPool;

use crate::error::{Error, Result};

/// Stack of a thread: the typesetter goes down with the text into lists, quotations and notes, further than the usual two megabytes.
const STACK: usize = 32 * 1024 * 1024;

/// Does a piece of work on a thread of the typesetter's.
///
/// The typesetter spreads its work over the pool that it runs in. Statements are rendered in a pool, too: were it the same, a thread that
/// waits for a page would begin the next statement on top of it, with no bound to the stack that takes.
///
/// # Errors
/// When no threads can be started, and when the work panics: a defect of the typesetter must not take a release with it.
pub(super) fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    let start = || rayon::ThreadPoolBuilder::new().thread_name(|at| format!("typeset-{at}")).stack_size(STACK).build().ok();
    let pool = POOL.get_or_init(start).as_ref().ok_or_else(|| Error::other("typesetting", "no thread can be started"))?;
    let (done, waiting) = mpsc::sync_channel(1);
    pool.spawn(move || {
        // OK because nothing of what the work may leave half-done is used again.
        let result = catch_unwind(AssertUnwindSafe(work));
        // OK because the receiver waits until this is sent.
        let _ = done.send(result);
    });
    match waiting.recv() {
        Ok(Ok(result)) => Ok(result),
        _ => Err(Error::other("typesetting", "the typesetter broke off")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        assert_eq!(run(|| 1).unwrap(), 1);
        assert!(run(|| -> u8 { panic!("on purpose") }).is_err());
        assert_eq!(run(|| 2).unwrap(), 2);
    }
}
