package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;

/** The odd values that the types of a database can hold, and tables of them. As it stands here, it is the standard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OddTypes {

    private static final String CLEAN_DAY = "2026-04-10";

    private final Engine engine;

    OddTypes(Engine engine) {
        this.engine = engine;
    }

    /**
     * A type of columns and literals of values of it.
     *
     * @param type the type
     * @param clean a value as it should be
     * @param odd the others
     */
    record OddColumn(String type, String clean, List<String> odd) {

        /** Values that say something, though nothing true. */
        int notNull() {
            return (int) odd.stream().filter(value -> !value.contains("NULL")).count();
        }

        @Override
        public String toString() {
            return type + " of " + odd.size() + " odd values";
        }
    }

    /**
     * A type of columns of times.
     *
     * @param kind what it holds
     * @param values a time of April 2026, and the odd ones
     * @param never how many of the odd ones stand for no time; those behind them are yet to come
     */
    record TimeColumn(TimeKind kind, OddColumn values, int never) {

        TimeColumn(String type, TimeKind kind, String clean, List<String> never, List<String> future) {
            this(
                    kind,
                    new OddColumn(
                            type,
                            clean,
                            Stream.concat(never.stream(), future.stream()).toList()),
                    never.size());
        }

        int future() {
            return values.odd().size() - never;
        }

        int all() {
            return values.odd().size();
        }

        @Override
        public String toString() {
            return values.type() + " of " + never + " and " + future() + " odd times";
        }
    }

    /** Every type that holds times. */
    Stream<TimeColumn> times() {
        Stream<TimeColumn> types = Stream.of(
                column(engine.localType(), TimeKind.localIn(ZoneOffset.UTC), this::local),
                column("DATE", TimeKind.dateIn(ZoneOffset.UTC), this::date));
        return Stream.concat(counters(), Stream.concat(types, instants()));
    }

    /** Every type that holds instants. */
    Stream<TimeColumn> instants() {
        return engine.instantType().isEmpty()
                ? Stream.of()
                : Stream.of(column(engine.instantType(), TimeKind.instant(), this::instant));
    }

    /** Counters, as every database has them. */
    static Stream<TimeColumn> counters() {
        return Stream.of(
                new TimeColumn(
                        "BIGINT",
                        TimeKind.epochSeconds(),
                        "1775800000",
                        List.of("0", "-2208902401", "-9223372036854775807"),
                        List.of("4102444800", "1775800000000", "9223372036854775807")),
                new TimeColumn(
                        "BIGINT",
                        TimeKind.epochMillis(),
                        "1775800000000",
                        List.of("0", "-2208902400001", "-9223372036854775807"),
                        List.of("4102444800000", "9223372036854775807")));
    }

    final TimeColumn column(String type, TimeKind kind, UnaryOperator<String> literal) {
        return column(type, kind, literal, never(), future());
    }

    static TimeColumn column(
            String type, TimeKind kind, UnaryOperator<String> literal, List<String> never, List<String> future) {
        return new TimeColumn(
                type,
                kind,
                literal.apply(CLEAN_DAY),
                never.stream().map(literal).toList(),
                future.stream().map(literal).toList());
    }

    /** Days that stand for no time. */
    List<String> never() {
        return List.of("0001-01-01");
    }

    /** Days that are yet to come. */
    List<String> future() {
        return List.of("9999-12-30");
    }

    /** A local time at the start of a day, as a literal. */
    String local(String day) {
        return "TIMESTAMP '" + day + " 00:00:00'";
    }

    /** The instant at which a day begins in UTC, as a literal. */
    String instant(String day) {
        return "TIMESTAMP WITH TIME ZONE '" + day + " 00:00:00+00:00'";
    }

    /** A day, as a literal. */
    String date(String day) {
        return "DATE '" + day + "'";
    }

    static OddColumn amount(String type, String... odd) {
        return new OddColumn(type, "5", List.of(odd));
    }

    /** What lets odd values in. */
    List<String> before() {
        return List.of();
    }

    final String day() {
        return date(CLEAN_DAY);
    }

    /** A table whose columns of type {@code T} are tested. */
    final Rows rows(OddColumn values, String name, String columns) {
        return new Rows(values, name, columns);
    }

    final Measured measured(Consumer<MetricsSchema.Builder> mapping) {
        MetricsSchema.Builder schema = MetricsSchema.builder().plans("free", "pro");
        mapping.accept(schema);
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(engine.dataSource(), schema.build());
        assertThat(source.verify().errors()).isEmpty();
        return Measured.ofWhatIsLeft(source, SourceUnderTest.NOW);
    }

    /**
     * A table that is written at once. In the text of a row, {@code C} stands for a clean value, {@code X} for an odd one,
     * {@code N} for the number of the row, {@code D} for a day.
     */
    final class Rows {

        private final OddColumn values;
        private final String name;
        private final List<String> statements = new ArrayList<>(before());
        private int number;

        private Rows(OddColumn values, String name, String columns) {
            this.values = values;
            this.name = name;
            statements.add("CREATE TABLE " + name + " (" + filled(columns, Map.of("T", values.type())) + ")");
        }

        Rows clean(String... rows) {
            Stream.of(rows).forEach(row -> add(row, values.clean()));
            return this;
        }

        /** Each row with each odd value. */
        Rows odd(String... rows) {
            values.odd().forEach(odd -> Stream.of(rows).forEach(row -> add(row, odd)));
            return this;
        }

        void write() {
            engine.drop(name);
            engine.run(statements.toArray(new String[0]));
        }

        private void add(String row, String odd) {
            number++;
            statements.add("INSERT INTO " + name + " VALUES ("
                    + filled(row, Map.of("C", values.clean(), "X", odd, "N", String.valueOf(number), "D", day()))
                    + ")");
        }

        private static String filled(String template, Map<String, String> values) {
            return Pattern.compile("\\b[CDNTX]\\b")
                    .matcher(template)
                    .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(), found.group())));
        }
    }
}
