//! Amounts that were converted: `120 miles` and `193 km`, `15 centimes` and `0.15 euros`.

use rust_decimal::Decimal;

use super::super::values::{Measure, Value, factor, is_subunit};

/// Whether two values are one amount in two units: exactly within a system of units, nearly between two.
pub(super) fn is_converted(left: &Value, right: &Value) -> bool {
    is_converted_to(left, right, 20)
}

/// The same of two that stand side by side, `6 feet (2 metres)`: such are rounded more freely.
pub(super) fn is_rounded(left: &Value, right: &Value) -> bool {
    is_converted_to(left, right, 10)
}

/// Whether two values differ by one in so many at most.
fn is_converted_to(left: &Value, right: &Value, part: u8) -> bool {
    let numbers = |is_one: &dyn Fn(Decimal, Decimal) -> bool| {
        left.firm && right.firm && left.numbers().any(|left| right.numbers().any(|right| is_one(left, right)))
    };
    let unit = |value: &Value| match value.measure.or(value.shared) {
        Some(Measure::Unit(unit) | Measure::Currency(unit)) => Some(unit),
        _ => None,
    };
    let (Some(from), Some(to)) = (unit(left), unit(right)) else { return false };
    if from == to {
        return false;
    }
    match (left.measure.or(left.shared), right.measure.or(right.shared)) {
        (Some(Measure::Currency(_)), Some(Measure::Currency(_))) => {
            let hundredth = |small: Decimal, large: Decimal| large.checked_mul(Decimal::ONE_HUNDRED) == Some(small);
            match (is_subunit(from), is_subunit(to)) {
                (true, false) => numbers(&|left, right| hundredth(left, right)),
                (false, true) => numbers(&|left, right| hundredth(right, left)),
                _ => false,
            }
        }
        _ => match (from, to) {
            ("degree Celsius", "degree Fahrenheit") => numbers(&is_temperature),
            ("degree Fahrenheit", "degree Celsius") => numbers(&|left, right| is_temperature(right, left)),
            _ => {
                let (Some((kind, left, left_metric)), Some((other, right, right_metric))) = (factor(from), factor(to)) else {
                    return false;
                };
                let exact = left_metric && right_metric;
                kind == other && numbers(&|one, two| is_near(one.checked_mul(left), two.checked_mul(right), exact, part))
            }
        },
    }
}

fn is_near(left: Option<Decimal>, right: Option<Decimal>, exact: bool, part: u8) -> bool {
    let Some((left, right)) = left.zip(right) else { return false };
    if exact {
        return left == right;
    }
    // Converted figures are rounded: a mast of 30 feet is one of 9 metres.
    let most = left.abs().max(right.abs());
    let apart = left.checked_sub(right).and_then(|apart| apart.abs().checked_mul(Decimal::from(part)));
    apart.is_some_and(|apart| apart <= most)
}

fn is_temperature(celsius: Decimal, fahrenheit: Decimal) -> bool {
    let Some(scaled) = celsius.checked_mul(Decimal::new(18, 1)).and_then(|scaled| scaled.checked_add(Decimal::from(32))) else {
        return false;
    };
    scaled.checked_sub(fahrenheit).is_some_and(|apart| apart.abs() <= Decimal::ONE)
        || (celsius.abs() > Decimal::ONE_HUNDRED && is_near(Some(scaled), Some(fahrenheit), false, 20))
}
