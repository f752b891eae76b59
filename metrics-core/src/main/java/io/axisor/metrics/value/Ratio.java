package io.axisor.metrics.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * An exact quotient that keeps what it was made of. A ratio is 0..1 where it is a share; a growth may be negative or
 * above 1. Never a percentage.
 *
 * @param numerator the dividend
 * @param denominator the divisor, not zero
 * @param ofCounts whether both are counts of the same things, so that the ratio has a {@link WilsonInterval}
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator, boolean ofCounts) {

    /**
     * Refuses a zero denominator: a ratio over nothing is a {@link Finding} without a value, never a number.
     *
     * @param numerator the dividend
     * @param denominator the divisor, not zero
     * @param ofCounts whether both are counts of the same things, so that the ratio has a {@link WilsonInterval}
     */
    public Ratio {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("a ratio over nothing has no value: " + numerator + " / 0");
        }
    }

    /**
     * A share of things that were counted.
     *
     * @param numerator how many of them
     * @param denominator how many in all
     * @param whenZero why there is no ratio when there are none in all
     * @return the ratio; {@link Status#UNDEFINED} over zero
     */
    public static Finding<Ratio> ofCounts(long numerator, long denominator, String whenZero) {
        return denominator == 0
                ? Finding.undefined(whenZero)
                : Finding.ok(new Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), true));
    }

    /**
     * A quotient of amounts.
     *
     * @param numerator the dividend
     * @param denominator the divisor
     * @param whenZero why there is no ratio when the divisor is zero
     * @return the ratio; {@link Status#UNDEFINED} over zero
     */
    public static Finding<Ratio> ofAmounts(BigDecimal numerator, BigDecimal denominator, String whenZero) {
        return denominator.signum() == 0
                ? Finding.undefined(whenZero)
                : Finding.ok(new Ratio(numerator, denominator, false));
    }

    /**
     * The quotient, to 16 significant digits.
     *
     * @return numerator ÷ denominator
     */
    public BigDecimal value() {
        return numerator.divide(denominator, MathContext.DECIMAL64);
    }

    /**
     * The interval that the true share lies in.
     *
     * @param level the confidence
     * @return the Wilson score interval; empty for a ratio of amounts, and for counts of which the one is not part of
     *     the other (a numerator above the denominator)
     */
    public Optional<ConfidenceInterval> interval(ConfidenceLevel level) {
        boolean isShare = ofCounts && numerator.signum() >= 0 && numerator.compareTo(denominator) <= 0;
        return isShare
                ? Optional.of(WilsonInterval.of(numerator.longValueExact(), denominator.longValueExact(), level))
                : Optional.empty();
    }
}
