package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.ColumnSpec.Purpose;
import io.axisor.metrics.revenue.BillingInterval;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Subscriptions. */
public final class SubscriptionsMapping extends MoneyMapping<SubscriptionsMapping> {

    private @Nullable BillingInterval fixedInterval;

    SubscriptionsMapping() {
        super("subscriptions");
    }

    @Override
    SubscriptionsMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("userId", "amount", "startedAt");
    }

    @Override
    List<String> faults() {
        List<String> faults = super.faults();
        if (has("interval") == (fixedInterval != null)) {
            faults.add("subscriptions: give .interval(...) or .fixedInterval(...), and not both");
        }
        if (has("status") && !hasValues("status", "active")) {
            faults.add("subscriptions: no status means active; name at least one with .active(...)");
        }
        return faults;
    }

    /**
     * Whose.
     *
     * @param column its name
     * @return this
     */
    public SubscriptionsMapping userId(String column) {
        return column("userId", column, Purpose.VALUE);
    }

    /**
     * Its plan. Optional; else the account's now.
     *
     * @param column its name
     * @return this
     */
    public SubscriptionsMapping plan(String column) {
        return column("plan", column, Purpose.VALUE);
    }

    /**
     * The interval, whose values are mapped with {@link #daily}, {@link #weekly}, {@link #monthly} and {@link #yearly}. Either this or {@link #fixedInterval}.
     *
     * @param column its name
     * @return this
     */
    public SubscriptionsMapping interval(String column) {
        return column("interval", column, Purpose.VALUE);
    }

    /**
     * How many intervals lie between payments. Optional; else 1.
     *
     * @param column its name
     * @return this
     */
    public SubscriptionsMapping intervalCount(String column) {
        return column("intervalCount", column, Purpose.NUMBER);
    }

    /**
     * When it began or will begin.
     *
     * @param column its name
     * @return this
     */
    public SubscriptionsMapping startedAt(String column) {
        return time("startedAt", column, null);
    }

    /**
     * When it began or will begin.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public SubscriptionsMapping startedAt(String column, TimeKind kind) {
        return time("startedAt", column, kind);
    }

    /**
     * When it ended or will end; null for never. Optional.
     *
     * @param column its name
     * @return this
     */
    public SubscriptionsMapping endedAt(String column) {
        return time("endedAt", column, null);
    }

    /**
     * When it ended or will end; null for never. Optional.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public SubscriptionsMapping endedAt(String column, TimeKind kind) {
        return time("endedAt", column, kind);
    }

    /**
     * The state now, whose values are mapped with {@link #active}, {@link #pastDue} and {@link #notPaying}. Optional; else the dates decide.
     *
     * @param column its name
     * @return this
     */
    public SubscriptionsMapping status(String column) {
        return column("status", column, Purpose.VALUE);
    }

    /**
     * The stored intervals that mean a day.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping daily(String... stored) {
        return values("interval", "daily", stored);
    }

    /**
     * The stored intervals that mean a week.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping weekly(String... stored) {
        return values("interval", "weekly", stored);
    }

    /**
     * The stored intervals that mean a month.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping monthly(String... stored) {
        return values("interval", "monthly", stored);
    }

    /**
     * The stored intervals that mean a year.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping yearly(String... stored) {
        return values("interval", "yearly", stored);
    }

    /**
     * The stored statuses that mean: paid.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping active(String... stored) {
        return values("status", "active", stored);
    }

    /**
     * The stored statuses that mean: not paid in time, but not given up.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping pastDue(String... stored) {
        return values("status", "pastDue", stored);
    }

    /**
     * The stored statuses that recur as no revenue: trials, free, paused, cancelled.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping notPaying(String... stored) {
        return values("status", "notPaying", stored);
    }

    /**
     * The interval of every subscription, where no column says it.
     *
     * @param interval the interval
     * @return this
     */
    public SubscriptionsMapping fixedInterval(BillingInterval interval) {
        this.fixedInterval = interval;
        return this;
    }

    Optional<BillingInterval> interval() {
        return Optional.ofNullable(fixedInterval);
    }
}
