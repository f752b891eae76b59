package io.axisor.metrics.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts or amounts by the value of one dimension, such as accounts by plan. Known values are 0 when no row has them;
 * a missing value is {@link #UNSPECIFIED}. The parts add up to the total, also after {@link #top} has folded the long
 * tail.
 */
public final class Breakdown {

    /** The dimension value of rows that have none. */
    public static final String UNSPECIFIED = "unspecified";

    /** The dimension value that the long tail folds into. */
    public static final String OTHER = "other";

    /** Nothing, and no value known. */
    public static final Breakdown NONE = of(Set.of());

    private final Set<String> known;
    private final SortedMap<String, BigDecimal> parts;

    private Breakdown(Set<String> known, SortedMap<String, BigDecimal> parts) {
        this.known = known;
        this.parts = parts;
    }

    /**
     * A breakdown of nothing yet.
     *
     * @param knownValues the values that are 0 when no row has them
     * @return the breakdown
     */
    public static Breakdown of(Collection<String> knownValues) {
        SortedMap<String, BigDecimal> zeros = new TreeMap<>();
        knownValues.forEach(value -> zeros.put(value, BigDecimal.ZERO));
        return new Breakdown(Collections.unmodifiableSet(new LinkedHashSet<>(knownValues)), zeros);
    }

    /**
     * The counts of a closed list of values, all of them known.
     *
     * @param counts counts by value
     * @return the breakdown
     */
    public static Breakdown ofCounts(Map<String, Long> counts) {
        SortedMap<String, BigDecimal> parts = new TreeMap<>();
        counts.forEach((value, count) -> parts.put(value, BigDecimal.valueOf(count)));
        return new Breakdown(Set.copyOf(counts.keySet()), parts);
    }

    /**
     * The name that a dimension value has in tags.
     *
     * @param value the value as stored
     * @return the value; {@link #UNSPECIFIED} for null and blank ones
     */
    public static String valueOrUnspecified(@Nullable String value) {
        return value == null || value.isBlank() ? UNSPECIFIED : value;
    }

    /**
     * This breakdown with one more for each row.
     *
     * @param rows the rows
     * @param valueOf the dimension value of a row; null for those that have none
     * @param <R> what the rows are
     * @return a new breakdown
     */
    public <R extends @Nullable Object> Breakdown plusEach(
            Collection<? extends R> rows, Function<? super R, @Nullable String> valueOf) {
        SortedMap<String, BigDecimal> sum = new TreeMap<>(parts);
        rows.forEach(row -> sum.merge(valueOrUnspecified(valueOf.apply(row)), BigDecimal.ONE, BigDecimal::add));
        return new Breakdown(known, sum);
    }

    /**
     * This breakdown with every amount of another.
     *
     * @param amounts amounts by dimension value
     * @return a new breakdown
     */
    public Breakdown plusAll(Map<String, BigDecimal> amounts) {
        SortedMap<String, BigDecimal> sum = new TreeMap<>(parts);
        amounts.forEach((value, amount) -> sum.merge(valueOrUnspecified(value), amount, BigDecimal::add));
        return new Breakdown(known, sum);
    }

    /**
     * This breakdown and another of the same dimension.
     *
     * @param other the other
     * @return their sum; what either knows is known
     */
    public Breakdown plus(Breakdown other) {
        Set<String> both = new LinkedHashSet<>(known);
        both.addAll(other.known);
        return new Breakdown(both, plusAll(other.parts).parts);
    }

    /**
     * The parts, by dimension value.
     *
     * @return an unmodifiable map in alphabetical order
     */
    public SortedMap<String, BigDecimal> parts() {
        return Collections.unmodifiableSortedMap(parts);
    }

    /**
     * The sum of all parts.
     *
     * @return the total; 0 for none
     */
    public BigDecimal total() {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * This breakdown with at most so many values of its own: the largest, by absolute amount, ties by name. Known
     * values always stay; the rest becomes {@link #OTHER}. A value that is stored under that very name is of the rest,
     * however large.
     *
     * @param limit how many values that are not known ones may stay
     * @return a breakdown of the same total
     */
    public Breakdown top(int limit) {
        Set<String> kept = parts.entrySet().stream()
                .filter(part -> !known.contains(part.getKey()) && !part.getKey().equals(OTHER))
                .sorted(Comparator.comparing((Map.Entry<String, BigDecimal> part) ->
                                part.getValue().abs())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        SortedMap<String, BigDecimal> folded = new TreeMap<>();
        parts.forEach((value, amount) ->
                folded.merge(known.contains(value) || kept.contains(value) ? value : OTHER, amount, BigDecimal::add));
        return new Breakdown(known, folded);
    }

    /**
     * This breakdown with the values that another one shows: what the other has not becomes {@link #OTHER}. So several
     * breakdowns of one dimension fold alike, and can be divided by each other.
     *
     * @param shown a breakdown that {@link #top} has folded
     * @return a breakdown of the same total
     */
    public Breakdown foldedLike(Breakdown shown) {
        SortedMap<String, BigDecimal> folded = new TreeMap<>();
        parts.forEach((value, amount) ->
                folded.merge(shown.parts.containsKey(value) ? value : OTHER, amount, BigDecimal::add));
        return new Breakdown(known, folded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Breakdown that && known.equals(that.known) && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
