package io.axisor.metrics.examples.quickstart.company;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose parameters are the values of a {@link Change}, by name.
 *
 * @param sql as JDBC takes it
 * @param names the value of each parameter
 */
record NamedStatement(String sql, List<String> names) {

    private static final Pattern NAME = Pattern.compile(":([a-z]+)");

    /** Reads a statement in which {@code :name} stands for a value. */
    static NamedStatement of(String written) {
        return new NamedStatement(
                NAME.matcher(written).replaceAll("?"),
                NAME.matcher(written)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList());
    }

    /** The parameters for a change, each as it is stored. */
    List<@Nullable Object> parameters(Change change, UnaryOperator<Object> stored) {
        Stream<@Nullable Object> values = names.stream().map(change::value);
        return values.map(value -> value == null ? null : stored.apply(value)).toList();
    }
}
