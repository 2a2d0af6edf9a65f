//! The program: a client of the library, nothing it does is closed to an embedder.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run(std::env::args_os())
}
