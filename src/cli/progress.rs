//! A bar on standard error for work that takes long.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal::Terminal;

/// How long work may take before somebody who watches wants to know how much of it is left.
const PATIENCE: Duration = Duration::from_millis(500);

pub(super) struct Progress {
    started: Instant,
    total: usize,
    watched: bool,
    label: String,
    bar: OnceLock<ProgressBar>,
    done: std::sync::atomic::AtomicUsize,
}

impl Progress {
    /// A bar that appears only on a terminal and only when patience is over.
    pub(super) fn new(total: usize, label: &str, terminal: &Terminal) -> Self {
        Progress {
            started: Instant::now(),
            total,
            watched: terminal.is_watched(),
            label: terminal.speaker.word(label, &[]).text,
            bar: OnceLock::new(),
            done: std::sync::atomic::AtomicUsize::new(0),
        }
    }

    /// One piece of the work is done. May be called from any thread.
    pub(super) fn step(&self) {
        let done = 1 + self.done.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        if self.watched && (self.bar.get().is_some() || self.started.elapsed() > PATIENCE) {
            self.bar.get_or_init(|| self.bar()).set_position(done as u64);
        }
    }

    fn bar(&self) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(self.total as u64), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}");
        bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())).with_message(self.label.clone())
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
