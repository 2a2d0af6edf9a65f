//! Roman numerals, as references are numbered with them.

/// The value of a Roman number in capitals; Cyrillic letters that look like them are taken for them.
pub(super) fn roman(letters: &str) -> Option<u32> {
    const LETTERS: [(char, u32); 7] = [('I', 1), ('V', 5), ('X', 10), ('L', 50), ('C', 100), ('D', 500), ('M', 1000)];
    // OK because no Roman number below 4000 is longer than MMMDCCCLXXXVIII.
    if letters.is_empty() || letters.chars().count() > 15 {
        return None;
    }
    let letters = latin(letters);
    let (mut value, mut last) = (0, 0);
    for c in letters.chars().rev() {
        let (_, worth) = LETTERS.iter().find(|(letter, _)| *letter == c)?;
        value = if *worth < last { value - *worth as i32 } else { value + *worth as i32 };
        last = last.max(*worth);
    }
    let value = u32::try_from(value).ok()?;
    (spelled(value) == letters).then_some(value)
}

/// A numeral in the letters of Latin.
pub(super) fn latin(letters: &str) -> String {
    let fold = |c| match c {
        'І' => 'I',
        'Х' => 'X',
        'С' => 'C',
        'М' => 'M',
        other => other,
    };
    letters.chars().map(fold).collect()
}

fn spelled(mut value: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (step, letters) in STEPS {
        while value >= step {
            out.push_str(letters);
            value -= step;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numbers_are_written_in_one_way() {
        for (text, value) in [("V", 5), ("VII", 7), ("XIV", 14), ("ХІV", 14), ("MCMXCIX", 1999), ("I", 1)] {
            assert_eq!(roman(text), Some(value), "{text}");
        }
        for text in ["IIII", "VX", "IM", "CIVIL", "", "MIX2", "LIVID", "ABC"] {
            assert_eq!(roman(text), None, "{text}");
        }
    }
}
