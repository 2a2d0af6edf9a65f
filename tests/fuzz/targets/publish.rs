//! From text to pages: what the checker clears is rendered in every output, with nothing active and no placeable left.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::localize::Voices;
use promulgate::release::Plan;
use promulgate::{Checker, Project, Statement};

fuzz_target!(|text: &str| {
    let statement = Statement::builder("a").fact("n", 1450).version("en", text).build();
    let (project, voices) = (Project::default(), Voices::new(&[]));
    let Ok(cleared) = Checker::new(&project).check(&statement).clear(&statement) else { return };
    let now = "2020-06-03T10:00:00Z".parse().expect("a moment");
    let release = Plan::new(&project, &voices, now).release([cleared]).expect("what is cleared is rendered");
    let page = release.get("en/a.html").expect("a page");
    let page = String::from_utf8_lossy(&page.bytes).to_lowercase();
    // The one script is data, and nothing in it ends it.
    let (before, rest) = page.split_once("<script type=\"application/ld+json\">").expect("linked data");
    let (data, after) = rest.split_once("</script>").expect("its end");
    assert!(!data.contains('<'), "{data}");
    let page = format!("{before}{after}");
    for active in
        ["<script", "<iframe", "<object", "<embed", "href=\"javascript", "src=\"javascript", "href=\"data:", "src=\"http"]
    {
        assert!(!page.contains(active), "{active} in {page}");
    }
});
