//! Releases under every fault that a disk, a clock or a person can bring; `.ci/durability` takes longer for it.

#[path = "../durability/disk.rs"]
mod disk;
#[path = "../durability/faults.rs"]
mod faults;
#[path = "../durability/office.rs"]
mod office;
#[path = "../durability/table.rs"]
mod table;

#[test]
fn whatever_fails_the_old_set_or_the_new_is_public() {
    faults::run(faults::Depth::Sample).must_hold();
}
