//! Who signed.

use std::collections::BTreeMap;

use super::{Discrepancy, Signatures, Verification};

impl Verification {
    /// Judges the signatures that lie beside a manifest.
    #[cfg(feature = "sign")]
    pub(super) fn signatures(
        &self,
        manifest: &[u8],
        found: &BTreeMap<String, Vec<u8>>,
        out: &mut Vec<Discrepancy>,
    ) -> Signatures {
        use super::super::SignatureFault;
        let Some(keyring) = &self.keyring else { return Signatures::NotChecked { present: found.len() } };
        let judgement = keyring.judge(manifest, &found.values().collect::<Vec<_>>());
        let (signed, threshold, enough) = (judgement.signed, judgement.threshold, judgement.is_enough());
        let (mut comments, mut others) = (Vec::new(), Vec::new());
        for (name, said) in found.keys().zip(judgement.each) {
            let name = name.clone();
            match said {
                Ok(comment) => comments.push(comment),
                // Somebody else's signature is no harm where enough of the keys signed: not everybody knows all keys of an issuer.
                Err(SignatureFault::Foreign { key }) if enough => others.push(key),
                Err(SignatureFault::Duplicate { .. }) if enough => {}
                Err(SignatureFault::Foreign { key }) => out.push(Discrepancy::SignatureForeign { name, key }),
                Err(SignatureFault::Duplicate { key }) => out.push(Discrepancy::SignatureDuplicate { name, key }),
                Err(SignatureFault::Wrong { key }) => out.push(Discrepancy::SignatureWrong { name, key }),
                Err(SignatureFault::Broken { reason }) => out.push(Discrepancy::SignatureBroken { name, reason }),
            }
        }
        match enough {
            true => Signatures::Good { signed, threshold, comments, others },
            false if found.is_empty() => {
                out.push(Discrepancy::Unsigned { threshold });
                Signatures::Insufficient { signed, threshold }
            }
            false => {
                out.push(Discrepancy::TooFewSignatures { signed, threshold });
                Signatures::Insufficient { signed, threshold }
            }
        }
    }

    /// Without the feature `sign` there are no keys.
    #[cfg(not(feature = "sign"))]
    #[allow(clippy::unused_self)]
    pub(super) fn signatures(&self, _: &[u8], found: &BTreeMap<String, Vec<u8>>, _: &mut Vec<Discrepancy>) -> Signatures {
        Signatures::NotChecked { present: found.len() }
    }
}
