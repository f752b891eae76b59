package io.axisor.metrics.value;

import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what a source counted window by window or range by range. A window that the source forgot is an error: read as 0, it
 * would look like a fact.
 */
public final class Counted {

    private Counted() {}

    /**
     * What was counted in a window.
     *
     * @param byWindow what was counted, by window
     * @param window the window
     * @param what the name of these facts, such as {@code UserFacts.active}
     * @param <V> the type of what was counted
     * @return what was counted, 0 or empty where there was nothing
     * @throws IllegalStateException naming the facts, the window and those that were counted, if it was not counted
     */
    public static <V> V over(Map<Window, V> byWindow, Window window, String what) {
        return of(byWindow, window, what, Window::key, Comparator.naturalOrder());
    }

    /**
     * What was counted in a range.
     *
     * @param byRange what was counted, by range
     * @param range the range
     * @param what the name of these facts, such as {@code MoneyFacts.gross}
     * @param <V> the type of what was counted
     * @return what was counted, 0 or empty where there was nothing
     * @throws IllegalStateException naming the facts, the range and those that were counted, if it was not counted
     */
    public static <V> V in(Map<TimeRange, V> byRange, TimeRange range, String what) {
        return of(
                byRange,
                range,
                what,
                Counted::words,
                Comparator.comparing(TimeRange::from).thenComparing(TimeRange::endExclusive));
    }

    /**
     * Fills in zeros for a source that finds no row in a window, such as a query that groups by window.
     *
     * @param found what was found, by window or by range
     * @param counted the windows or ranges that were looked at
     * @param zero what is counted where there is nothing
     * @param <K> window or range
     * @param <V> the type of what was counted
     * @return what was found, and {@code zero} for each other of {@code counted}; a map of its own
     */
    public static <K, V> Map<K, V> withZeros(Map<K, V> found, Collection<K> counted, V zero) {
        Map<K, V> all = new HashMap<>(found);
        counted.forEach(key -> all.putIfAbsent(key, zero));
        return all;
    }

    private static <K, V> V of(
            Map<K, V> counted, K key, String what, Function<K, String> words, Comparator<? super K> order) {
        V found = counted.get(key);
        if (found == null) {
            String others = counted.keySet().stream().sorted(order).map(words).collect(Collectors.joining(", "));
            throw new IllegalStateException(what + " is not counted over " + words.apply(key) + ", but over "
                    + (others.isEmpty() ? "nothing" : others)
                    + "; its MetricsDataSource must count every window it is asked for, with 0 where it finds no row");
        }
        return found;
    }

    private static String words(TimeRange range) {
        return range.from().equals(Instant.MIN)
                ? "all before " + range.endExclusive()
                : range.from() + " to " + range.endExclusive();
    }
}
