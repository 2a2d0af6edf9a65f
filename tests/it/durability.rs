//! Releases under every fault that a disk, a clock or a person can bring; `.ci/durability` takes longer for it.

#[path = "../durability/canary.rs"]
mod canary;
#[path = "../durability/disk.rs"]
mod disk;
#[path = "../durability/faults.rs"]
mod faults;
#[path = "../durability/flips.rs"]
mod flips;
#[path = "../durability/names.rs"]
mod names;
#[path = "../durability/office.rs"]
mod office;
#[path = "../durability/table.rs"]
mod table;

#[test]
fn whatever_fails_the_old_set_or_the_new_is_public() {
    faults::run(faults::Depth::Sample).must_hold();
}

#[test]
fn before_its_moment_nothing_of_a_statement_is_there() {
    canary::run(100, 20_200_603).must_hold();
}

#[test]
fn nothing_that_was_changed_goes_out() {
    flips::run(11).must_hold();
}

#[test]
fn no_name_leads_out_of_the_folder() {
    names::hostile().must_hold();
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder() {
    names::planted(&["folder"]).must_hold();
}
