package io.axisor.metrics.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Ids that other rows refer to: where several rows have one, what refers to it would count several times. */
final class UniqueIds {

    private UniqueIds() {}

    /**
     * Fails where an id is not unique.
     *
     * @param kind what has the ids, such as {@code payments}
     * @param referring what refers to it, such as {@code refund}
     */
    static <R> void require(String kind, String referring, Collection<R> rows, Function<R, String> id) {
        Set<String> known = new HashSet<>();
        for (R row : rows) {
            if (!known.add(id.apply(row))) {
                throw new MetricsDataException(kind + ".id: several " + kind + " have the same id, so each " + referring
                        + " of them would count several times; give each an id of its own");
            }
        }
    }
}
