package io.axisor.metrics.definition;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a metric means: its key, unit, windows and tags, and the definition in words. Immutable. Made once per metric,
 * by the domain it belongs to or by a host for a metric of its own.
 */
public final class MetricDefinition {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9]+)*");

    /** Last segments that registries strip or reserve, so that two metrics could become one. */
    private static final Set<String> RESERVED_ENDINGS = Set.of("total", "count", "sum", "info", "created", "bucket");

    private final String key;
    private final String domain;
    private final MetricUnit unit;
    private final List<Window> windows;
    private final List<Statistic> statistics;
    private final List<String> tagKeys;
    private final List<RowBasis> restsOn;
    private final String description;

    private MetricDefinition(Builder builder) {
        this.key = builder.key;
        this.domain = builder.domain;
        this.unit = builder.unit;
        this.windows = List.copyOf(builder.windows);
        this.statistics = List.copyOf(builder.statistics);
        this.tagKeys = List.copyOf(builder.tagKeys);
        this.restsOn = List.copyOf(builder.restsOn);
        this.description = builder.description;
        check();
    }

    /**
     * Begins a definition.
     *
     * @param domain the domain it belongs to, such as {@code users}
     * @param key dotted lower-case segments, such as {@code users.active}
     * @param unit what the number counts or measures
     * @return a builder
     */
    public static Builder of(String domain, String key, MetricUnit unit) {
        return new Builder(domain, key, unit);
    }

    private void check() {
        List<String> faults = new ArrayList<>();
        if (!KEY.matcher(key).matches()) {
            faults.add("the key must be dotted lower-case segments");
        }
        String last = key.substring(key.lastIndexOf('.') + 1);
        if (RESERVED_ENDINGS.contains(last)) {
            faults.add("the key must not end in '" + last + "', which registries strip or reserve");
        }
        tagKeys.stream()
                .filter(tag -> !KEY.matcher(tag).matches())
                .forEach(tag -> faults.add("the tag key '" + tag + "' must be dotted lower-case segments"));
        if (description.isBlank()) {
            faults.add("a description is missing");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("metric '" + key + "': " + String.join("; ", faults));
        }
    }

    /**
     * The key, which identifies the metric.
     *
     * @return such as {@code users.active}
     */
    public String key() {
        return key;
    }

    /**
     * The domain that computes the metric.
     *
     * @return such as {@code users}
     */
    public String domain() {
        return domain;
    }

    /**
     * What the number counts or measures.
     *
     * @return the unit
     */
    public MetricUnit unit() {
        return unit;
    }

    /**
     * The windows that the metric is given for.
     *
     * @return the windows; empty for a state at an instant
     */
    public List<Window> windows() {
        return windows;
    }

    /**
     * The keys of the tags that every value of the metric bears.
     *
     * @return the keys
     */
    public List<String> tagKeys() {
        return tagKeys;
    }

    /**
     * The rows that the metric is computed from, as far as sources count how many of them are left out.
     *
     * @return the tables, and by which of their times rows fall into which window
     */
    public List<RowBasis> restsOn() {
        return restsOn;
    }

    /**
     * The definition in words.
     *
     * @return one or two sentences
     */
    public String description() {
        return description;
    }

    /**
     * What is told of a metric that is a distribution, such as a duration.
     *
     * @return the statistics; empty for a metric that is one number
     */
    public List<Statistic> statistics() {
        return statistics;
    }

    /**
     * The name without a prefix: key, window and statistic as dotted segments.
     *
     * @param window the window, empty for a state at an instant
     * @param statistic the statistic, empty for a metric that is one number
     * @return such as {@code users.active.30d} or {@code automations.duration.24h.p95}
     */
    public String name(Optional<Window> window, Optional<Statistic> statistic) {
        return key
                + window.map(w -> "." + w.segments()).orElse("")
                + statistic.map(s -> "." + s.key()).orElse("");
    }

    /**
     * Every name that values of the metric have, without a prefix.
     *
     * @return one for each window and statistic
     */
    public List<String> names() {
        return orNone(windows).stream()
                .flatMap(window -> orNone(statistics).stream().map(statistic -> name(window, statistic)))
                .toList();
    }

    private static <T> List<Optional<T>> orNone(List<T> values) {
        return values.isEmpty()
                ? List.of(Optional.empty())
                : values.stream().map(Optional::of).toList();
    }

    @Override
    public String toString() {
        return key;
    }

    /** Collects what a definition says. */
    public static final class Builder {
        private final String domain;
        private final String key;
        private final MetricUnit unit;
        private List<Window> windows = List.of();
        private List<Statistic> statistics = List.of();
        private List<String> tagKeys = List.of();
        private final List<RowBasis> restsOn = new ArrayList<>();
        private String description = "";

        private Builder(String domain, String key, MetricUnit unit) {
            this.domain = domain;
            this.key = key;
            this.unit = unit;
        }

        /**
         * The windows that the metric is given for.
         *
         * @param windows the windows
         * @return this
         */
        public Builder windows(Window... windows) {
            this.windows = Arrays.asList(windows);
            return this;
        }

        /**
         * What is told of a metric that is a distribution.
         *
         * @param statistics the statistics
         * @return this
         */
        public Builder statistics(Statistic... statistics) {
            this.statistics = Arrays.asList(statistics);
            return this;
        }

        /**
         * The tags that every value bears.
         *
         * @param keys their keys
         * @return this
         */
        public Builder tags(String... keys) {
            this.tagKeys = Arrays.asList(keys);
            return this;
        }

        /**
         * Adds rows that the metric is computed from, in its own window: where sources count that many of them are left out,
         * its measurements are flagged or undefined.
         *
         * @param axes the tables, and by which of their times rows fall into the window
         * @return this
         */
        public Builder restsOn(RowAxis... axes) {
            Arrays.stream(axes).map(RowBasis::of).forEach(restsOn::add);
            return this;
        }

        /**
         * Adds rows that the metric is computed from, in other windows, or instead of others.
         *
         * @param bases which rows, as {@link RowAxis#in} and its like give them
         * @return this
         */
        public Builder restsOn(RowBasis... bases) {
            restsOn.addAll(Arrays.asList(bases));
            return this;
        }

        /**
         * Ends the definition with its words.
         *
         * @param description one or two sentences
         * @return the definition
         * @throws IllegalArgumentException naming every fault of key, tags and description
         */
        public MetricDefinition describedAs(String description) {
            this.description = description;
            return new MetricDefinition(this);
        }
    }
}
