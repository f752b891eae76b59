package io.axisor.metrics.examples.quickstart.company;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the company's application writes.
 *
 * @param write the statement
 * @param values its parameters
 */
record Change(Write write, List<@Nullable Object> values) {

    static Change of(Write write, @Nullable Object... values) {
        return new Change(write, Collections.unmodifiableList(Arrays.asList(values)));
    }
}
