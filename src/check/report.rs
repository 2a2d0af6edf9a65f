//! [`Report`]: all findings of a run; [`Cleared`]: a statement that may be released.

use crate::diagnostic::{Finding, Level};
use crate::model::Statement;

/// All findings of a run, in stable order: path, offset, rule.
#[derive(Debug, Clone, Default)]
pub struct Report {
    findings: Vec<Finding>,
}

/// A statement that was checked and has no blocking finding left: the only thing that a release takes.
#[derive(Debug, Clone, Copy)]
pub struct Cleared<'s> {
    statement: &'s Statement,
}

impl Report {
    /// The findings.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many findings have a level.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == level).count()
    }
}

impl<'s> Cleared<'s> {
    /// The statement.
    pub fn statement(&self) -> &'s Statement {
        self.statement
    }
}
