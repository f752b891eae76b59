package io.axisor.metrics.revenue;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import java.util.Map;

/**
 * The payments.
 *
 * @param byStatus payments created before {@code t}, by their status at {@code t}: one that was paid at or after
 *     {@code t} was pending
 * @param created payments created in each window of {@code payments.new}, by their status at {@code t}
 * @param counts numbers of {@link Window#ROLLING_30D} and {@link Window#LIFETIME}
 * @param money amounts by currency; known currencies are there without any payment
 * @param nameUsers whether the host maps who pays; where it does not, nothing can be divided by people
 */
public record PaymentFacts(
        Map<PaymentStatus, Long> byStatus,
        Map<Window, Map<PaymentStatus, Long>> created,
        Map<Window, PaymentCounts> counts,
        Map<CurrencyUnit, MoneyFacts> money,
        boolean nameUsers) {

    /** Why there are no metrics per user. */
    public static final String NO_USERS = "payments are mapped without their users; name the column of the user id";

    /**
     * Copies the maps.
     *
     * @param byStatus payments created before {@code t}, by their status at {@code t}
     * @param created payments created in each window of {@code payments.new}, by their status at {@code t}
     * @param counts numbers of {@link Window#ROLLING_30D} and {@link Window#LIFETIME}
     * @param money amounts by currency; known currencies are there without any payment
     * @param nameUsers whether the host maps who pays; where it does not, nothing can be divided by people
     */
    public PaymentFacts {
        byStatus = Map.copyOf(byStatus);
        created = Map.copyOf(created);
        counts = Map.copyOf(counts);
        money = Map.copyOf(money);
    }
}
