//! Every rule is explained in every language that the program speaks.

use promulgate::check::builtin;
use promulgate::localize::Speaker;

#[test]
fn every_rule_is_explained_in_every_language() {
    for language in Speaker::languages() {
        let speaker = Speaker::new(&language);
        for rule in builtin() {
            let explanation = speaker.explain(rule.id());
            let explanation = explanation.unwrap_or_else(|| panic!("{} is not explained in {language}", rule.id()));
            assert_eq!(explanation.language, language, "{} is explained in another language than {language}", rule.id());
        }
    }
}
