package io.axisor.metrics.trading.risk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The formulas of risk as a textbook would write them, in decimals of 40 digits, where nothing cancels. */
final class SecondWay {

    private static final MathContext DIGITS = new MathContext(40);

    private SecondWay() {}

    static BigDecimal mean(List<BigDecimal> values) {
        return Amounts.sum(values).divide(BigDecimal.valueOf(values.size()), DIGITS);
    }

    static BigDecimal sampleDeviation(List<BigDecimal> values) {
        BigDecimal mean = mean(values);
        BigDecimal squares = Amounts.sum(
                values.stream().map(value -> value.subtract(mean).pow(2)).toList());
        return squares.divide(BigDecimal.valueOf(values.size() - 1L), DIGITS).sqrt(DIGITS);
    }

    static BigDecimal downsideDeviation(List<BigDecimal> values, BigDecimal target) {
        BigDecimal squares = Amounts.sum(values.stream()
                .map(value -> value.subtract(target))
                .filter(distance -> distance.signum() < 0)
                .map(distance -> distance.pow(2))
                .toList());
        return squares.divide(BigDecimal.valueOf(values.size()), DIGITS).sqrt(DIGITS);
    }

    static double perYear(BigDecimal reward, BigDecimal risk, int periodsPerYear) {
        return reward.divide(risk, DIGITS)
                .multiply(BigDecimal.valueOf(periodsPerYear).sqrt(DIGITS))
                .doubleValue();
    }

    /** Every pair of a moment and a later one. */
    static BigDecimal maximumDrawdown(List<BigDecimal> pnl) {
        BigDecimal deepest = BigDecimal.ZERO;
        for (int from = 0; from <= pnl.size(); from++) {
            for (int to = from; to <= pnl.size(); to++) {
                BigDecimal fall = Amounts.sum(pnl.subList(from, to)).negate();
                deepest = deepest.max(fall);
            }
        }
        return deepest;
    }

    /** At every moment, as a share of the best of all moments up to it. */
    static BigDecimal relativeMaximumDrawdown(List<BigDecimal> pnl, BigDecimal capital) {
        BigDecimal deepest = BigDecimal.ZERO;
        for (int to = 0; to <= pnl.size(); to++) {
            BigDecimal peak = capital;
            for (int at = 0; at <= to; at++) {
                peak = peak.max(capital.add(Amounts.sum(pnl.subList(0, at))));
            }
            BigDecimal value = capital.add(Amounts.sum(pnl.subList(0, to)));
            deepest = deepest.max(peak.subtract(value).divide(peak, DIGITS));
        }
        return deepest;
    }
}
