package io.axisor.metrics.revenue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** How often a subscription is paid, and what that makes a month: 365/12 days, 52/12 weeks. */
public enum BillingInterval {
    /** Daily: × 365/12. */
    DAY(365, 12),
    /** Weekly: × 52/12. */
    WEEK(52, 12),
    /** Monthly. */
    MONTH(1, 1),
    /** Yearly: ÷ 12. */
    YEAR(1, 12);

    private final BigDecimal times;
    private final BigInteger dividedBy;

    BillingInterval(int times, int dividedBy) {
        this.times = BigDecimal.valueOf(times);
        this.dividedBy = BigInteger.valueOf(dividedBy);
    }

    /**
     * The amount a month of an amount paid every so many intervals.
     *
     * @param amount the amount of one payment
     * @param intervalCount how many intervals lie between payments, 3 for quarterly by months
     * @return the amount a month, to 34 significant digits
     */
    public BigDecimal perMonth(BigDecimal amount, int intervalCount) {
        return dividend(amount).divide(new BigDecimal(divisor(intervalCount)), MathContext.DECIMAL128);
    }

    /** The amount a month is this, divided by {@link #divisor}, exactly. */
    BigDecimal dividend(BigDecimal amount) {
        return amount.multiply(times);
    }

    BigInteger divisor(int intervalCount) {
        return dividedBy.multiply(BigInteger.valueOf(intervalCount));
    }
}
