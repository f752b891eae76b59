package io.axisor.metrics.micrometer;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshListener;
import io.axisor.metrics.refresh.RefreshOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Shows what a {@link MetricsRefresher} holds as gauges: one for each measurement that has a value. A scrape reads
 * numbers that are there already; it never waits, never reaches the source, never fails.
 *
 * <p><b>Business metrics.</b> Name: prefix, key, and where the metric has them window and statistic, as dotted segments.
 * Base unit: {@code ratio} or {@code seconds} for metrics of that unit, else none; registries that put units into names
 * put it last. Tags: the metric's, all of them on every series, and those of {@link Builder#tags}.
 *
 * <table>
 *   <caption>what names are made of</caption>
 *   <tr><th>metric</th><th>meter</th><th>in Prometheus</th></tr>
 *   <tr><td>a state</td><td>{@code business.users}</td><td>{@code business_users}</td></tr>
 *   <tr><td>over 30 days</td><td>{@code business.users.active.30d}</td><td>{@code business_users_active_30d}</td></tr>
 *   <tr><td>over a calendar window</td><td>{@code business.users.new.this.week}</td>
 *     <td>{@code business_users_new_this_week}</td></tr>
 *   <tr><td>a ratio over 24 hours</td><td>{@code business.platform.errors.24h}</td>
 *     <td>{@code business_platform_errors_24h_ratio}</td></tr>
 *   <tr><td>the 95th percentile of a duration</td><td>{@code business.platform.response.time.24h.p95}</td>
 *     <td>{@code business_platform_response_time_24h_p95_seconds}</td></tr>
 * </table>
 *
 * <p>A gauge is registered when its value is first seen and removed when the value is gone: too old, undefined, its plan or
 * currency no longer there. Absent means not known; it is never 0 and never NaN instead. The gauges read one number each,
 * so a scrape in the very moment of a refresh may see some new and some old values. {@code refresh.up} turns 1 after the
 * values are there. A meter that somebody else removed, as {@link MeterRegistry#clear()} does, comes back with the next
 * refresh; one that is not wanted is denied by a filter. Cleared must be the registry that is bound: what a registry loses
 * that a composite consists of, only the composite can register again.
 *
 * <p>Tag values are written as they are, except for half a surrogate pair, which encoders write as {@code ?} and so make
 * two values one: it becomes U+FFFD and its code, such as {@code �D800}.
 *
 * <p><b>Meters of the refreshing.</b> Registered by {@link #bindTo} and there until {@link #close()}, whatever becomes of
 * the values:
 *
 * <table>
 *   <caption>names behind the prefix</caption>
 *   <tr><th>name</th><th>type</th><th>base unit</th><th>tags</th><th>value</th></tr>
 *   <tr><td>{@code refresh.age}</td><td>gauge</td><td>seconds</td><td>domain</td><td>how long ago the values shown were
 *     computed. NaN before the first success and on standby: any number would say that values are there</td></tr>
 *   <tr><td>{@code refresh.last.success}</td><td>gauge</td><td>seconds</td><td>domain</td><td>when values were last
 *     computed, since 1970. 0 for never, so that {@code time() - x > limit} holds then, too</td></tr>
 *   <tr><td>{@code refresh.duration}</td><td>timer</td><td>seconds</td><td>domain, outcome = success, failure,
 *     standby</td><td>attempts to refresh, and how long they took; all outcomes are there from the start, so that
 *     a first failure is an increase</td></tr>
 *   <tr><td>{@code refresh.up}</td><td>gauge</td><td></td><td>domain</td><td>1 if the last attempt did not fail, 0 if it
 *     did and before the first ended</td></tr>
 *   <tr><td>{@code series}</td><td>gauge</td><td></td><td></td><td>how many series of business metrics are shown</td></tr>
 *   <tr><td>{@code series.dropped}</td><td>gauge</td><td></td><td></td><td>how many are not, because they are beyond the
 *     cap</td></tr>
 * </table>
 *
 * <p><b>Lifecycle.</b> One binder serves any number of registries. {@link #close()} takes its meters out of them and ends
 * its listening; it closes neither the registries nor the refresher, which stay the host's. Close the binder, then the
 * refresher. Two binders on one registry need {@link Builder#tags} that differ: an id that is taken stays with who took
 * it, with a warning. A registry that was closed is forgotten at the next refresh.
 *
 * <p><b>Filters and common tags</b> of a registry must be configured before {@code bindTo}, or Micrometer does not apply
 * them to what is registered already; tags that come late split a name into two sets of tag keys, of which Micrometer
 * before 1.17 shows Prometheus only one. A filter may rename, add tags and deny. One that drops a tag leaves a single
 * series, with the value of the first, where there were several.
 *
 * <p>Safe for any number of threads.
 */
public final class BusinessMetricsBinder implements MeterBinder, AutoCloseable {

    private final BinderOptions options;
    private final RareWarning warning = new RareWarning(LoggerFactory.getLogger(BusinessMetricsBinder.class));
    private final SeriesBoard board;
    private final RefreshListener listener = new Listener();

    /**
     * Guards everything below, and the board. The refresher calls the listener under a lock of its own; so no listener
     * is added or removed under this one.
     */
    private final Object lock = new Object();

    private final List<RegistryBinding> bindings = new ArrayList<>();
    private boolean listening;
    private boolean closed;

    private BusinessMetricsBinder(BinderOptions options) {
        this.options = options;
        this.board = new SeriesBoard(options, warning);
    }

    /**
     * A binder with every option at its default.
     *
     * @param refresher what is shown
     * @return the binder, bound to nothing yet
     * @throws IllegalArgumentException if a metric of the host's own has the name of a meter of the refreshing
     */
    public static BusinessMetricsBinder of(MetricsRefresher refresher) {
        return builder(refresher).build();
    }

    /**
     * Begins with every option at its default.
     *
     * @param refresher what is shown
     * @return a builder
     */
    public static Builder builder(MetricsRefresher refresher) {
        return new Builder(refresher);
    }

    /**
     * Registers the meters of the refreshing, and gauges for the values that are shown already; the others follow as
     * they come. Does not touch the source and does not wait for a refresh. A registry that is bound already stays as
     * it is.
     *
     * @param registry the registry
     * @throws IllegalStateException if the binder is closed
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        boolean first;
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("a closed binder cannot bind again; build another one");
            }
            if (bindings.stream().anyMatch(binding -> binding.isOf(registry))) {
                return;
            }
            RegistryBinding binding = new RegistryBinding(registry, options, board, warning);
            binding.show(board.shown());
            bindings.add(binding);
            first = !listening;
            listening = true;
        }
        if (first) {
            listen();
        }
    }

    private void listen() {
        refresher().addListener(listener);
        boolean closedMeanwhile;
        synchronized (lock) {
            closedMeanwhile = closed;
        }
        if (closedMeanwhile) {
            refresher().removeListener(listener);
        }
    }

    /**
     * Removes every meter that this binder registered, from every registry, and ends its listening to the refresher. A
     * second close does nothing.
     */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            bindings.forEach(RegistryBinding::removeAll);
            bindings.clear();
        }
        refresher().removeListener(listener);
    }

    private MetricsRefresher refresher() {
        return options.refresher;
    }

    private final class Listener implements RefreshListener {

        @Override
        public void shown(MetricsSnapshot snapshot) {
            synchronized (lock) {
                if (!closed) {
                    board.show(snapshot);
                    bindings.removeIf(RegistryBinding::isOver);
                    bindings.forEach(binding -> binding.show(board.shown()));
                }
            }
        }

        @Override
        public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
            RefreshMeters.Attempt attempt = new RefreshMeters.Attempt(domain, outcome);
            synchronized (lock) {
                bindings.forEach(binding -> binding.attempted(attempt, duration));
            }
        }
    }

    /** The options. */
    public static final class Builder {
        private final BinderOptions options;

        private Builder(MetricsRefresher refresher) {
            this.options = new BinderOptions(refresher);
        }

        /**
         * What every meter name begins with.
         *
         * @param prefix dotted lower-case segments, by default {@code business}
         * @return this
         */
        public Builder prefix(String prefix) {
            options.prefix = prefix;
            return this;
        }

        /**
         * Tags that every meter of this binder bears, such as the tenant or the database, so that several binders can
         * share a registry.
         *
         * @param tags the tags, by default none; none of their keys may be that of a metric's tag
         * @return this
         */
        public Builder tags(Tags tags) {
            options.tags = Tags.of(tags.stream()
                    .map(tag -> Tag.of(tag.getKey(), WellFormedText.of(tag.getValue())))
                    .toList());
            return this;
        }

        /**
         * The most series of business metrics that are shown. Those that are shown keep their place.
         *
         * @param cap at least 1, by default 10,000
         * @return this
         */
        public Builder seriesCap(int cap) {
            options.seriesCap = cap;
            return this;
        }

        /**
         * Adds a layout beside the standard one.
         *
         * @param layout the layout
         * @return this
         */
        public Builder layout(MeterLayout layout) {
            options.otherLayouts.add(layout);
            return this;
        }

        /**
         * Leaves the standard layout away, so that only those of {@link #layout} are shown.
         *
         * @return this
         */
        public Builder withoutStandardLayout() {
            options.standardLayout = false;
            return this;
        }

        /**
         * Ends the options.
         *
         * @return the binder, bound to nothing yet
         * @throws IllegalArgumentException naming every option that is out of bounds
         */
        public BusinessMetricsBinder build() {
            options.check();
            return new BusinessMetricsBinder(options.copy());
        }
    }
}
