package io.axisor.metrics.micrometer;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One number under a name and tags. It stays a {@link BigDecimal} until a gauge needs a double.
 *
 * @param name the whole meter name, prefix included: dotted lower-case segments such as {@code business.users.active.30d}
 * @param tags its own tags, to which the binder adds those of the host; keys that are labels of Prometheus once their
 *     dots are underscores
 * @param value the number
 * @param baseUnit the unit that registries add to the name; empty for counts and for what has its unit in a tag
 * @param description what the number means, the same for all series of the name
 */
public record Series(
        String name, SortedMap<String, String> tags, BigDecimal value, Optional<String> baseUnit, String description) {

    /**
     * Copies the tags, in whose values half a surrogate pair is written as U+FFFD and its code.
     *
     * @param name the whole meter name
     * @param tags its own tags
     * @param value the number
     * @param baseUnit the unit
     * @param description what the number means
     */
    public Series {
        Objects.requireNonNull(name, "a series needs a name");
        Objects.requireNonNull(value, "a series needs a value");
        Objects.requireNonNull(baseUnit, "a series without a base unit has an empty one");
        TreeMap<String, String> wellFormed = new TreeMap<>();
        tags.forEach((key, text) -> wellFormed.put(key, text == null ? null : WellFormedText.of(text)));
        tags = Collections.unmodifiableSortedMap(wellFormed);
    }

    /**
     * A series without a base unit.
     *
     * @param name the whole meter name
     * @param tags its tags
     * @param value the number
     * @param description what it means
     * @return the series
     */
    public static Series of(String name, Map<String, String> tags, BigDecimal value, String description) {
        return new Series(name, new TreeMap<>(tags), value, Optional.empty(), description);
    }

    /** What tells this series from every other. */
    Id id() {
        return new Id(name, tags);
    }

    /**
     * Name and tags.
     *
     * @param name the meter name
     * @param tags the tags
     */
    record Id(String name, SortedMap<String, String> tags) {

        @Override
        public String toString() {
            return name + tags;
        }
    }
}
