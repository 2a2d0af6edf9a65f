//! `cargo bench --features cli --bench durability`: releases under faults, kills, rivals, clocks and hostile hands, and one table of it.
//!
//! `-- --long` tries everything, `-- --only kills` one part, `-- --seed 7` other random moments.

// A proof that cannot go on may stop; what it proves never does so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, clippy::print_stderr)]

mod canary;
mod disk;
mod faults;
mod flips;
mod names;
mod office;
mod processes;
mod table;

use std::process::ExitCode;
use std::time::Instant;

use table::Row;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--child") {
        return match processes::act(&arguments[at + 1..]) {
            Ok(()) => ExitCode::SUCCESS,
            Err(reason) => {
                eprintln!("{reason}");
                ExitCode::FAILURE
            }
        };
    }
    let after = |name: &str| arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1));
    let long = arguments.iter().any(|argument| argument == "--long");
    let seed: u64 = after("--seed").and_then(|seed| seed.parse().ok()).unwrap_or(20_200_603);
    let much = |short: usize, full: usize| if long { full } else { short };
    let parts: [(&str, &dyn Fn() -> Row); 7] = [
        ("faults", &|| faults::run(if long { faults::Depth::Twice } else { faults::Depth::Every })),
        ("kills", &|| processes::kills(much(200, 1000), seed)),
        ("writers", &|| processes::writers(4, much(40, 400))),
        ("embargo", &|| canary::run(much(1000, 10_000), seed)),
        ("flips", &|| flips::run(1)),
        ("names", &names::hostile),
        ("links", &|| names::planted(&names::TARGETS)),
    ];
    let only = after("--only");
    let (mut missed, mut tried) = (false, 0);
    println!("| what | asked | reached | wrong | seconds |\n| --- | --- | --- | --- | --- |");
    for (_, part) in parts.iter().filter(|(name, _)| only.is_none_or(|only| only == name)) {
        let started = Instant::now();
        let row = part();
        tried += 1;
        missed |= !row.wrong.is_empty();
        let seconds = started.elapsed().as_secs_f64();
        println!("| {} | {} | {} | {} | {seconds:.0} |", row.what, row.asked, row.reached, row.wrong.len());
        row.wrong.iter().take(20).for_each(|wrong| eprintln!("  {}: {wrong}", row.what));
    }
    if missed || tried == 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
