package io.axisor.metrics.trading.risk;

import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What ratios of reward and risk have in common: both are taken a period and scaled to a year by √periods, as the
 * reward grows with the periods and the deviation of independent ones with their root.
 */
final class RewardForRisk {

    /** The fewest periods that have a deviation. */
    static final int FEWEST_PERIODS = 2;

    private RewardForRisk() {}

    static Finding<BigDecimal> tooFew(int periods) {
        return Finding.undefined("a deviation needs at least " + FEWEST_PERIODS + " periods, not " + periods);
    }

    /** What each period earned above a rate, subtracted before anything is rounded. */
    static List<BigDecimal> above(double rate, List<BigDecimal> periods) {
        BigDecimal decimal = BigDecimal.valueOf(rate);
        return periods.stream()
                .map(period -> period.subtract(decimal, MathContext.DECIMAL128))
                .toList();
    }

    /** The quotient for a year; undefined for the reason given where there is no risk to divide by. */
    static Finding<BigDecimal> perYear(double reward, double risk, String withoutRisk, RiskConventions conventions) {
        return risk == 0 ? Finding.undefined(withoutRisk) : perYear(reward / risk, conventions);
    }

    /** A figure of one period for a year. Doubles end at 1.8E+308, amounts do not: what exceeds them is NaN here. */
    static Finding<BigDecimal> perYear(double perPeriod, RiskConventions conventions) {
        double perYear = perPeriod * Math.sqrt(conventions.periodsPerYear());
        return Double.isFinite(perYear)
                ? Finding.ok(BigDecimal.valueOf(perYear))
                : Finding.undefined("an amount is too large to compute a deviation with; leave out any above 1E+150");
    }
}
