//! Signatures: who must sign, and what counts. `.ci/signatures` holds them against Debian's minisign.

use promulgate::release::verify::{Discrepancy, Memory, Signatures, Verification};
use promulgate::release::{Approval, Keyring, PublicKey, SecretKey, Signature, SignatureFault, attach, signature_name};
use proptest::prelude::*;

const MANIFEST: &[u8] = br#"{"files":[],"format":"promulgate-release/1","previous":null,"sequence":1,"statements":[]}"#;

fn keys(count: usize) -> Vec<SecretKey> {
    (0..count).map(|_| SecretKey::generate().unwrap()).collect()
}

fn ring(keys: &[SecretKey], threshold: usize) -> Keyring {
    Keyring::new(keys.iter().map(SecretKey::public).collect(), threshold).unwrap()
}

#[test]
fn a_signature_is_over_its_bytes_and_its_comment() {
    let key = &keys(1)[0];
    let signature = key.sign(MANIFEST, "release 1: PR (2026) 002").unwrap();
    let text = String::from_utf8(signature.clone()).unwrap();
    assert!(text.lines().nth(1).unwrap().starts_with("RU"), "prehashed signatures begin so: {text}");
    let ring = ring(std::slice::from_ref(key), 1);
    assert_eq!(ring.signer(MANIFEST, &signature).unwrap().1.trusted_comment(), "release 1: PR (2026) 002");
    let wrong = SignatureFault::Wrong { key: key.public().id() };
    assert_eq!(ring.signer(b"{}", &signature).unwrap_err(), wrong);
    assert_eq!(ring.signer(MANIFEST, text.replace("002", "003").as_bytes()).unwrap_err(), wrong);
    for comment in ["two\nlines".to_owned(), "x".repeat(1_025)] {
        assert!(key.sign(MANIFEST, &comment).is_err());
    }
    for broken in ["", "a\nb\nc\nd\n", &text.replace("trusted comment: ", "comment: "), &text[..text.len() - 10]] {
        assert!(Signature::parse(broken.as_bytes()).is_err(), "{broken}");
    }
}

#[test]
fn keys_are_read_and_counted_once() {
    let key = &keys(1)[0];
    let text = key.to_text().unwrap();
    assert!(!SecretKey::needs_password(&text));
    assert_eq!(SecretKey::open(&text, None).unwrap().public(), key.public());
    let line = key.public().to_string();
    assert_eq!(PublicKey::parse(&format!("untrusted comment: x\n{line}\n")).unwrap(), key.public());
    for wrong in ["", "RW", "untrusted comment: x\n", &line.replacen("RW", "QW", 1), &format!("{line}\n{line}")] {
        assert!(PublicKey::parse(wrong).is_err_and(|error| error.is_key()), "{wrong}");
    }
    assert!(Keyring::parse(&[&line, &line], Some(1)).is_err_and(|error| error.is_key()));
    assert!(Keyring::parse(&[&line], Some(0)).is_err_and(|error| error.is_key()));
    assert!(Keyring::parse(&[&line], Some(2)).is_err_and(|error| error.is_key()));
    assert!(!format!("{key:?}").contains(&line));
}

#[test]
fn signatures_beside_a_manifest_are_judged() {
    let keys = keys(4);
    let ring = ring(&keys[..3], 2);
    let verify = |signatures: &[(&str, Vec<u8>)]| {
        let mut memory = Memory::default();
        memory.files.insert("manifest.json".to_owned(), MANIFEST.to_vec());
        for (name, bytes) in signatures {
            memory.files.insert(format!("manifest.json.{name}.minisig"), bytes.clone());
        }
        Verification::new().keyring(ring.clone()).verify(&memory).unwrap()
    };
    let by = |at: usize| keys[at].sign(MANIFEST, "release 1").unwrap();
    assert!(matches!(verify(&[]).discrepancies.as_slice(), [Discrepancy::Unsigned { threshold: 2 }]));
    let good = verify(&[("a", by(0)), ("b", by(1)), ("d", by(3))]);
    assert!(good.is_good(), "{good:?}");
    assert!(matches!(good.signatures, Signatures::Good { signed: 2, others, .. } if others == [keys[3].public().id()]));
    let few = verify(&[("a", by(0)), ("b", by(0)), ("d", by(3))]).discrepancies;
    assert!(few.iter().any(|found| matches!(found, Discrepancy::SignatureDuplicate { .. })), "{few:?}");
    assert!(few.iter().any(|found| matches!(found, Discrepancy::SignatureForeign { .. })), "{few:?}");
    assert!(few.contains(&Discrepancy::TooFewSignatures { signed: 1, threshold: 2 }), "{few:?}");
    // A signature that is none, or over another manifest, is wrong however many others hold.
    let bad = verify(&[("a", by(0)), ("b", by(1)), ("c", keys[2].sign(b"{}", "x").unwrap()), ("e", b"x".to_vec())]).discrepancies;
    assert!(matches!(bad.as_slice(), [Discrepancy::SignatureWrong { .. }, Discrepancy::SignatureBroken { .. }]), "{bad:?}");
    crate::verify::said(&[few, bad].concat(), &[]);
    crate::verify::said(&[Discrepancy::Unsigned { threshold: 2 }, Discrepancy::Twice { path: "a".to_owned() }], &[]);
}

#[test]
fn a_signature_is_laid_down_only_if_it_holds() {
    let keys = keys(3);
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("manifest.json"), MANIFEST).unwrap();
    let lay = |ring: &Keyring, key: &SecretKey, over: &[u8]| attach(dir.path(), ring, &key.sign(over, "x").unwrap()).unwrap();
    let both = ring(&keys[..2], 2);
    assert!(matches!(lay(&both, &keys[2], MANIFEST), Err(SignatureFault::Foreign { .. })));
    assert!(matches!(lay(&both, &keys[0], b"{}"), Err(SignatureFault::Wrong { .. })));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "something was left behind");
    let name = |path: &std::path::Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    assert_eq!(name(&lay(&both, &keys[0], MANIFEST).unwrap().0), signature_name(&keys[0].public(), 2));
    // Of a ring of one, the short name; another's signature under that name stays.
    assert_eq!(name(&lay(&ring(&keys[..1], 1), &keys[0], MANIFEST).unwrap().0), "manifest.json.minisig");
    assert_eq!(name(&lay(&ring(&keys[1..2], 1), &keys[1], MANIFEST).unwrap().0), signature_name(&keys[1].public(), 2));
}

proptest! {
    #[test]
    fn law_a_ring_approves_exactly_when_enough_distinct_keys_signed(
        signers in prop::collection::vec(0usize..6, 0..8), threshold in 1usize..=4,
    ) {
        let keys = keys(6);
        let ring = ring(&keys[..4], threshold);
        let signatures: Vec<Vec<u8>> = signers.iter().map(|&at| keys[at].sign(MANIFEST, "x").unwrap()).collect();
        let mut distinct: Vec<usize> = signers.into_iter().filter(|&at| at < 4).collect();
        distinct.sort_unstable();
        distinct.dedup();
        prop_assert_eq!(ring.approve(MANIFEST, &signatures).is_ok(), distinct.len() >= threshold);
        prop_assert!(ring.approve(b"another", &signatures).is_err());
    }

    #[test]
    fn law_no_bytes_are_a_signature_by_chance(at: prop::sample::Index, bit in 0u8..8, noise: Vec<u8>) {
        let keys = keys(1);
        let ring = ring(&keys, 1);
        let mut signature = keys[0].sign(MANIFEST, "x").unwrap();
        let start = signature.iter().position(|byte| *byte == b'\n').unwrap();
        let at = start + 1 + at.index(signature.len() - start - 2);
        signature[at] ^= 1 << bit;
        // A line end of another kind is the same signature; nothing else is.
        let same = signature[at] == b'\r' || signature[at] == b'\n';
        prop_assert!(same || ring.signer(MANIFEST, &signature).is_err(), "{}", String::from_utf8_lossy(&signature));
        prop_assert!(ring.signer(MANIFEST, &noise).is_err());
    }
}
