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
        println!("{}: {}: {}", self.what, self.asked, self.reached);
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Numbers that look random and come again with the same seed (xorshift64*).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end.max(1)
    }
}
