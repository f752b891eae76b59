package io.axisor.metrics.examples.quickstart.company;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the company's application writes.
 *
 * @param write what it is
 * @param values its values: ids as Long, words as String, times as Instant, money as BigDecimal, other numbers and truths
 */
record Change(Write write, List<@Nullable Object> values) {

    Change {
        if (values.size() != write.names().size()) {
            throw new IllegalArgumentException(write + " has the values " + write.names() + ", not " + values);
        }
        values = Collections.unmodifiableList(values);
    }

    static Change of(Write write, @Nullable Object... values) {
        return new Change(write, Arrays.asList(values));
    }

    @Nullable
    Object value(String name) {
        int index = write.names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(write + " has the values " + write.names() + ", none called " + name);
        }
        return values.get(index);
    }
}
