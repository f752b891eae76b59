package io.axisor.metrics.jdbc;

import static io.axisor.metrics.jdbc.Nasty.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.jdbc.internal.resolve.ShownValue;
import io.axisor.metrics.value.CurrencyUnit;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hundreds of tables, columns, statuses and plans with hostile names; a canary table must survive them. */
class IdentifierFuzzIT {

    private static final int ROUNDS = 250;

    static Stream<Engine> engines() {
        return Stream.concat(Stream.of(Databases.values()).map(Databases::engine), Stream.of(Engines.MARIADB));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void hostileNamesAndValuesAreOnlyNamesAndValues(Engine database) throws SQLException {
        database.run(
                "DROP TABLE IF EXISTS canary", "CREATE TABLE canary (alive INTEGER)", "INSERT INTO canary VALUES (1)");
        for (int seed = 0; seed < ROUNDS; seed++) {
            Nasty nasty = new Nasty(seed);
            List<String> names = distinct(5, database, () -> nasty.text(4) + nasty.text(2));
            List<String> values = distinct(4, database, () -> nasty.text(6));
            try (Connection connection = database.dataSource().getConnection()) {
                fill(database, connection, names, values);
                check(database, names, values, "seed " + seed + ": " + names + " " + values);
            } finally {
                database.drop(database.quoted(names.get(0)));
            }
        }
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet canary = statement.executeQuery("SELECT COUNT(*) FROM canary")) {
            assertThat(canary.next()).isTrue();
            assertThat(canary.getInt(1)).as("canaries").isOne();
        }
    }

    private static List<String> distinct(int size, Engine database, Supplier<String> texts) {
        Set<String> seen = new LinkedHashSet<>();
        return Stream.generate(texts)
                .filter(text -> text.getBytes(StandardCharsets.UTF_8).length < 63) // PostgreSQL cuts longer names
                .filter(text -> !text.isBlank() && database.mayName(text) && seen.add(folded(text)))
                .limit(size)
                .toList();
    }

    /** What the most forgiving collation takes for the same. */
    private static String folded(String text) {
        String decomposed =
                Normalizer.normalize(text.strip(), Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Two paid, one failed and one unmapped payment. */
    private static void fill(Engine database, Connection connection, List<String> names, List<String> values)
            throws SQLException {
        String table = database.quoted(names.get(0));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (" + database.quoted(names.get(1)) + " VARCHAR(400), "
                    + database.quoted(names.get(2)) + " VARCHAR(400), " + database.quoted(names.get(3)) + " INTEGER, "
                    + database.quoted(names.get(4)) + " DATE)");
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, 5, DATE '2026-04-01')")) {
            for (String status : List.of(values.get(0), values.get(0), values.get(1), values.get(2))) {
                insert.setString(1, status);
                insert.setString(2, values.get(3));
                insert.executeUpdate();
            }
        }
    }

    private static void check(Engine database, List<String> names, List<String> values, String round) {
        MetricsSchema schema = MetricsSchema.builder()
                .plans(values.get(3))
                .payments(p -> p.table(quoted(names.get(0)))
                        .status(names.get(1))
                        .succeeded(values.get(0))
                        .failed(values.get(1))
                        .plan(names.get(2))
                        .userId(names.get(2))
                        .amount(names.get(3))
                        .fixedCurrency(CurrencyUnit.of("USD"))
                        .createdAt(names.get(4)))
                .build();
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(database.dataSource(), schema);

        SchemaReport report = source.verify();
        assertThat(report.errors()).as(round).isEmpty();
        assertThat(report.warnings())
                .as(round)
                .anyMatch(line -> line.contains(ShownValue.of(values.get(2)) + " in 1 row"));
        Measured measured = Measured.of(source, SourceUnderTest.NOW);
        assertThat(measured.snapshot().revenue().lifetime())
                .as(round)
                .extracting(m ->
                        m.tags().get("plan") + " " + m.value().orElseThrow().intValue())
                .containsExactly(values.get(3) + " 10");
        measured.shows("payments.success.lifetime", "2/3").issues("payments.status 1");
    }
}
