package io.axisor.metrics.revenue;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a user is expected to bring in, from the average of a month and the churn of a month.
 *
 * <pre>CLV = gross margin × ARPU 30d × min(1 ÷ churn, longest lifetime) months</pre>
 *
 * <table>
 * <caption>At the edges, longest lifetime 60 months</caption>
 * <tr><th>ARPU, churn</th><th>CLV at margin 1</th></tr>
 * <tr><td>10, 0.05</td><td>10 × 20 = 200</td></tr>
 * <tr><td>10, 0</td><td>10 × 60 = 600: the longest lifetime is reached, not infinity</td></tr>
 * <tr><td>10, 0.01</td><td>600: 100 months are more than anyone should promise</td></tr>
 * <tr><td>10, 1</td><td>10</td></tr>
 * </table>
 *
 * <p>Undefined, like the churn, where nobody could have left.
 */
public final class CustomerLifetimeValue {

    private CustomerLifetimeValue() {}

    /**
     * The value.
     *
     * @param revenuePerUser ARPU of 30 days
     * @param churn the share of users that leaves in 30 days, 0..1
     * @param grossMargin the share of revenue that is kept, 0..1
     * @param longestLifetimeInMonths the most months a user may count for
     * @return an amount, to 16 significant digits
     */
    public static BigDecimal of(
            BigDecimal revenuePerUser, BigDecimal churn, BigDecimal grossMargin, BigDecimal longestLifetimeInMonths) {
        BigDecimal lifetime = churn.signum() == 0
                ? longestLifetimeInMonths
                : BigDecimal.ONE.divide(churn, MathContext.DECIMAL128).min(longestLifetimeInMonths);
        return grossMargin.multiply(revenuePerUser).multiply(lifetime, MathContext.DECIMAL64);
    }
}
