package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.revenue.BillingInterval;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions. Their dates decide at every instant, now included: one is paid for from the later of {@link #startedAt} and
 * {@link #trialEndsAt} until the earliest of {@link #endedAt}; {@link #cancelledAt}, where the status now is cancelled and
 * there is no {@code endedAt}; and {@link #pausedAt}, where the status now is paused. One that is trialing, paused or
 * cancelled now while its dates say that it is paid for is the issue {@code subscriptions.undated}.
 */
public final class SubscriptionsMapping extends MoneyMapping<SubscriptionsMapping> {

    private @Nullable BillingInterval fixedInterval;
    private @Nullable InclusiveEnd inclusiveEnd;
    private @Nullable InclusiveEnd inclusiveTrialEnd;

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
        requireMeaning("cancelledAt", "cancelled", faults);
        requireMeaning("pausedAt", "paused", faults);
        requireColumn("endedAt", inclusiveEnd, "inclusiveEnd", faults);
        requireColumn("trialEndsAt", inclusiveTrialEnd, "inclusiveTrialEnd", faults);
        return faults;
    }

    private void requireMeaning(String date, String meaning, List<String> faults) {
        if (has(date) && !hasValues("status", meaning)) {
            faults.add("subscriptions." + date + " is looked at where the status is " + meaning
                    + "; name the stored statuses with ." + meaning + "(...)");
        }
    }

    private void requireColumn(String column, @Nullable InclusiveEnd inclusive, String setter, List<String> faults) {
        if (inclusive != null && !has(column)) {
            faults.add(
                    "subscriptions: ." + setter + "(...) says how ." + column + "(...) is stored, which is not mapped");
        }
    }

    @Override
    FactSpec spec() {
        FactSpec spec = super.spec();
        spec = inclusiveEnd == null ? spec : spec.upToLast("endedAt", inclusiveEnd.unit());
        return inclusiveTrialEnd == null ? spec : spec.upToLast("trialEndsAt", inclusiveTrialEnd.unit());
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
     * When its trial ended or will end, so that it is paid for; null for no trial. Optional.
     *
     * @param column its name
     * @return this
     */
    public SubscriptionsMapping trialEndsAt(String column) {
        return time("trialEndsAt", column, null);
    }

    /**
     * When its trial ended or will end, so that it is paid for; null for no trial. Optional.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public SubscriptionsMapping trialEndsAt(String column, TimeKind kind) {
        return time("trialEndsAt", column, kind);
    }

    /**
     * When it was paused, for those that are {@link #paused} now; null for never. Optional.
     *
     * @param column its name
     * @return this
     */
    public SubscriptionsMapping pausedAt(String column) {
        return time("pausedAt", column, null);
    }

    /**
     * When it was paused, for those that are {@link #paused} now; null for never. Optional.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public SubscriptionsMapping pausedAt(String column, TimeKind kind) {
        return time("pausedAt", column, kind);
    }

    /**
     * When it was cancelled, for those that are {@link #cancelled} now and have no {@link #endedAt}; null for never. Optional.
     *
     * @param column its name
     * @return this
     */
    public SubscriptionsMapping cancelledAt(String column) {
        return time("cancelledAt", column, null);
    }

    /**
     * When it was cancelled, for those that are {@link #cancelled} now and have no {@link #endedAt}; null for never. Optional.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public SubscriptionsMapping cancelledAt(String column, TimeKind kind) {
        return time("cancelledAt", column, kind);
    }

    /**
     * Whether {@link #endedAt} holds the last day, second, millisecond or microsecond that is paid for. By default it holds the
     * first moment that is not.
     *
     * @param unit the unit
     * @return this
     */
    public SubscriptionsMapping inclusiveEnd(InclusiveEnd unit) {
        this.inclusiveEnd = unit;
        return this;
    }

    /**
     * Whether {@link #trialEndsAt} holds the last day, second, millisecond or microsecond of the trial. By default it holds the
     * first moment after it.
     *
     * @param unit the unit
     * @return this
     */
    public SubscriptionsMapping inclusiveTrialEnd(InclusiveEnd unit) {
        this.inclusiveTrialEnd = unit;
        return this;
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
     * The state now, whose values are mapped with {@link #active}, {@link #pastDue}, {@link #trialing}, {@link #paused}, {@link #cancelled}, {@link #free} and {@link #notPaying}. Optional.
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
     * The stored statuses that mean: not yet paid for. {@link #trialEndsAt} says until when.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping trialing(String... stored) {
        return values("status", "trialing", stored);
    }

    /**
     * The stored statuses that mean: suspended. {@link #pausedAt} says since when.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping paused(String... stored) {
        return values("status", "paused", stored);
    }

    /**
     * The stored statuses that mean: given up. {@link #endedAt} or {@link #cancelledAt} says since when; one whose end is still
     * to come is paid for until then.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping cancelled(String... stored) {
        return values("status", "cancelled", stored);
    }

    /**
     * The stored statuses that mean: never paid for.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping free(String... stored) {
        return values("status", "free", stored);
    }

    /**
     * The stored statuses of rows that are no subscriptions. They count nowhere, and are no issue.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SubscriptionsMapping ignored(String... stored) {
        return values("status", "ignored", stored);
    }

    /**
     * The stored statuses that mean: no revenue now, where it is not known which of {@link #trialing}, {@link #paused} and
     * {@link #cancelled}. Only {@link #trialEndsAt} and {@link #endedAt} say since when.
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
