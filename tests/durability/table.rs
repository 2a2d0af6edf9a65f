//! What was asked, and what was reached.

use sha2::{Digest, Sha256};

/// A figure: what was asked, what was reached, and everything that was wrong.
pub(crate) struct Row {
    pub(crate) what: &'static str,
    pub(crate) asked: &'static str,
    pub(crate) reached: String,
    pub(crate) wrong: Vec<String>,
}

impl Row {
    pub(crate) fn new(what: &'static str, asked: &'static str, reached: String, wrong: Vec<String>) -> Self {
        Row { what, asked, reached, wrong }
    }

    /// Fails a test with the first things that are wrong.
    #[allow(dead_code, reason = "the tests use it, the long runs print a table")]
    pub(crate) fn must_hold(&self) {
        let shown: Vec<&str> = self.wrong.iter().take(20).map(String::as_str).collect();
        assert!(shown.is_empty(), "{}: {} wrong\n{}", self.what, self.wrong.len(), shown.join("\n"));
        println!("{}: {}", self.what, self.reached);
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
