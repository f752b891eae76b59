package io.axisor.metrics.revenue;

import static io.axisor.metrics.definition.MeasurementRecorder.CURRENCY;
import static io.axisor.metrics.definition.RowAxis.ACTIVITY;
import static io.axisor.metrics.definition.RowAxis.PAYMENTS_CREATED;
import static io.axisor.metrics.definition.RowAxis.PAYMENTS_PAID;
import static io.axisor.metrics.definition.RowAxis.REFUNDS;
import static io.axisor.metrics.definition.RowAxis.SUBSCRIPTIONS_OPEN;
import static io.axisor.metrics.definition.RowAxis.USERS_EXISTING;
import static io.axisor.metrics.time.Window.LAST_MONTH;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static io.axisor.metrics.time.Window.THIS_MONTH;

import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import java.util.List;

/** What the metrics of the revenue domain mean. */
public final class RevenueDefinitions {

    /** The name of the domain. */
    public static final String DOMAIN = "revenue";

    /** All that was ever collected. */
    public static final MetricDefinition LIFETIME_REVENUE = money("revenue.lifetime")
            .tags(CURRENCY, "plan")
            .restsOn(PAYMENTS_PAID, REFUNDS)
            .describedAs(
                    "Amounts of successful payments before t, less refunds. By the payment's own plan where mapped,"
                            + " else the account's now");

    /** What was collected in a window. */
    public static final MetricDefinition COLLECTED = money("revenue.collected")
            .windows(ROLLING_24H, ROLLING_7D, ROLLING_30D, THIS_MONTH, LAST_MONTH)
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID, REFUNDS)
            .describedAs("Amounts of successful payments paid in the window, less refunds");

    /** What was paid in a window. */
    public static final MetricDefinition GROSS = money("revenue.gross")
            .windows(ROLLING_30D, LIFETIME)
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID)
            .describedAs("Amounts of successful payments paid in the window, refunded since or not");

    /** What was given back in a window. */
    public static final MetricDefinition REFUNDED = money("revenue.refunded")
            .windows(ROLLING_30D, LIFETIME)
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID, REFUNDS)
            .describedAs("Amounts given back; a refund on its payment belongs to the payment's window, one with a date"
                    + " of its own to its own");

    /** {@link MonthlyRecurringRevenue}. */
    public static final MetricDefinition MRR = money("revenue.mrr")
            .tags(CURRENCY, "plan")
            .restsOn(SUBSCRIPTIONS_OPEN)
            .restsOn(
                    PAYMENTS_PAID.in(ROLLING_30D).unless(SUBSCRIPTIONS_OPEN),
                    REFUNDS.in(ROLLING_30D).unless(SUBSCRIPTIONS_OPEN))
            .describedAs(
                    "Monthly recurring revenue: amounts a month of the subscriptions that their dates say are paid for"
                            + " at t; without subscriptions, and only where the host asks for it, collected in the last 30"
                            + " d. The definition id says which");

    /** {@link MonthlyRecurringRevenue#ofAYear}. */
    public static final MetricDefinition ARR = money("revenue.arr")
            .tags(CURRENCY)
            .restsOn(SUBSCRIPTIONS_OPEN)
            .restsOn(
                    PAYMENTS_PAID.in(ROLLING_30D).unless(SUBSCRIPTIONS_OPEN),
                    REFUNDS.in(ROLLING_30D).unless(SUBSCRIPTIONS_OPEN))
            .describedAs("Annual recurring revenue: 12 × MRR, rounded once");

    /** {@link RevenueGrowth}. */
    public static final MetricDefinition GROWTH = ratio("revenue.growth")
            .windows(ROLLING_30D, LAST_MONTH)
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID, REFUNDS)
            .restsOn(PAYMENTS_PAID.before(), REFUNDS.before())
            .describedAs("(Collected in the window − in the equal window before) ÷ the latter; last_month against"
                    + " previous_month, both complete");

    /** {@link AverageRevenue#perAccount} of 30 days. */
    public static final MetricDefinition ARPU = money("revenue.arpu")
            .windows(ROLLING_30D)
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID, REFUNDS)
            .restsOn(USERS_EXISTING.in(LIFETIME))
            .describedAs("Collected in the window from payments with a user ÷ accounts at t");

    /** {@link AverageRevenue#perPayer}. */
    public static final MetricDefinition ARPPU = money("revenue.arppu")
            .windows(ROLLING_30D)
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID, REFUNDS)
            .describedAs(
                    "Collected in the window from payments with a user ÷ distinct accounts with a successful payment"
                            + " in it");

    /** {@link AverageRevenue#perAccount} of the lifetime. */
    public static final MetricDefinition PER_ACCOUNT = money("revenue.per.account")
            .windows(LIFETIME)
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID, REFUNDS, USERS_EXISTING)
            .describedAs("Collected before t from payments with a user ÷ accounts at t");

    /** {@link UnattributedShare}. */
    public static final MetricDefinition UNATTRIBUTED = ratio("revenue.unattributed")
            .windows(ROLLING_30D)
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID)
            .describedAs("Gross of the payments whose user is NULL or blank ÷ gross: what no metric per user takes in");

    /** {@link CustomerLifetimeValue}. */
    public static final MetricDefinition CLV = money("revenue.clv")
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID.in(ROLLING_30D), REFUNDS.in(ROLLING_30D))
            .restsOn(ACTIVITY.in(ROLLING_30D), ACTIVITY.in(ROLLING_30D).before())
            .restsOn(USERS_EXISTING)
            .describedAs("Customer lifetime value: gross margin × ARPU 30 d × min(1 ÷ churn, longest lifetime) months");

    /** Payments that succeeded. */
    public static final MetricDefinition ORDERS = MetricDefinition.of(DOMAIN, "orders", MetricUnit.ORDERS)
            .windows(ROLLING_24H, ROLLING_30D, LAST_MONTH)
            .restsOn(PAYMENTS_PAID)
            .describedAs("Payments that succeeded, refunded since or not, paid in the window");

    /** {@link MeanOrderValue}. */
    public static final MetricDefinition ORDER_VALUE = money("orders.value.mean")
            .windows(ROLLING_24H, ROLLING_30D, LAST_MONTH)
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID)
            .describedAs("Mean amount of the payments that succeeded, refunded since or not, paid in the window");

    /** New payments by status. */
    public static final MetricDefinition NEW_PAYMENTS = MetricDefinition.of(DOMAIN, "payments.new", MetricUnit.PAYMENTS)
            .windows(ROLLING_24H, ROLLING_30D)
            .tags("status")
            .restsOn(PAYMENTS_CREATED)
            .describedAs("Payments created in the window, by mapped status at t");

    /** Payments by status. */
    public static final MetricDefinition PAYMENTS = MetricDefinition.of(DOMAIN, "payments", MetricUnit.PAYMENTS)
            .tags("status")
            .restsOn(PAYMENTS_CREATED)
            .describedAs(
                    "Payments created before t, by mapped status at t; one that was paid at or after t was pending");

    /** {@link PaymentSuccessRate}. */
    public static final MetricDefinition SUCCESS = ratio("payments.success")
            .windows(ROLLING_30D, LIFETIME)
            .restsOn(PAYMENTS_CREATED)
            .describedAs(
                    "Of the payments created in the window, (succeeded + refunded) ÷ (succeeded + refunded + failed)");

    /** {@link RefundRate#ofNumber}. */
    public static final MetricDefinition REFUND_BY_NUMBER = ratio("payments.refund")
            .windows(ROLLING_30D, LIFETIME)
            .restsOn(PAYMENTS_CREATED, REFUNDS)
            .describedAs("Refunded ÷ (succeeded + refunded), by number of payments");

    /** {@link RefundRate#ofAmount}. */
    public static final MetricDefinition REFUND_BY_AMOUNT = ratio("revenue.refund")
            .windows(ROLLING_30D, LIFETIME)
            .tags(CURRENCY)
            .restsOn(PAYMENTS_PAID, REFUNDS)
            .describedAs("Refunded ÷ (succeeded + refunded), by amount");

    /** All of them. */
    public static final List<MetricDefinition> ALL = List.of(
            LIFETIME_REVENUE,
            COLLECTED,
            GROSS,
            REFUNDED,
            MRR,
            ARR,
            GROWTH,
            ARPU,
            ARPPU,
            PER_ACCOUNT,
            UNATTRIBUTED,
            CLV,
            ORDERS,
            ORDER_VALUE,
            NEW_PAYMENTS,
            PAYMENTS,
            SUCCESS,
            REFUND_BY_NUMBER,
            REFUND_BY_AMOUNT);

    private RevenueDefinitions() {}

    private static MetricDefinition.Builder money(String key) {
        return MetricDefinition.of(DOMAIN, key, MetricUnit.MONEY);
    }

    private static MetricDefinition.Builder ratio(String key) {
        return MetricDefinition.of(DOMAIN, key, MetricUnit.RATIO);
    }
}
