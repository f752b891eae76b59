package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.value.CurrencyUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A million users and five million payments on three nodes: what the adapter tells is what SQL written by hand tells, and
 * {@code target/scale.txt} says what both cost, side by side, without asserting anything of it.
 */
class LargeCompanyIT {

    private static final Instant T = Instant.parse("2026-02-01T00:00:00Z");
    private static final AsOf AT = new AsOf(T, SourceUnderTest.NOW, BusinessCalendar.of(SourceUnderTest.ZONE));
    private static final int ROUNDS = 3;
    private static final Map<String, String> BY_HAND = FiguresByHand.of(AT);

    @BeforeAll
    static void generate() {
        String million = "UNNEST(SEQUENCE(0, 999)) a(x) CROSS JOIN UNNEST(SEQUENCE(0, 999)) b(x)";
        TrinoEngine.INSTANCE.run(
                "CREATE TABLE large_users AS SELECT n AS id,"
                        + " CAST(DATE_ADD('second', n * 7919 % 130000000, TIMESTAMP '2022-01-01 00:00:00 UTC')"
                        + " AS TIMESTAMP(6) WITH TIME ZONE) AS created,"
                        + " CASE WHEN n % 4 = 0 THEN 'pro' ELSE 'free' END AS plan"
                        + " FROM (SELECT a.x * 1000 + b.x AS n FROM " + million + ") r",
                "CREATE TABLE large_payments AS SELECT n AS id, n * 31 % 1000000 AS user_id,"
                        + " CASE WHEN n * 31 % 4 = 0 THEN 'pro' ELSE 'free' END AS plan,"
                        + " CAST(n % 5000 AS DECIMAL(12, 2)) AS amount,"
                        + " CASE WHEN n % 10 = 0 THEN 'failed' ELSE 'paid' END AS status,"
                        + " CAST(DATE_ADD('second', n * 6151 % 130000000, TIMESTAMP '2022-01-01 00:00:00 UTC')"
                        + " AS TIMESTAMP(6) WITH TIME ZONE) AS paid_at"
                        + " FROM (SELECT (a.x * 1000 + b.x) * 5 + c.x AS n FROM " + million
                        + " CROSS JOIN UNNEST(SEQUENCE(0, 4)) c(x)) r");
    }

    private static JdbcMetricsDataSource source() {
        MetricsSchema schema = MetricsSchema.builder()
                .plans("free", "pro")
                .users(u -> u.table("memory.default.large_users")
                        .id("id")
                        .createdAt("created")
                        .plan("plan"))
                .payments(p -> p.table("memory.default.large_payments")
                        .userId("user_id")
                        .plan("plan")
                        .amount("amount")
                        .fixedCurrency(CurrencyUnit.of("USD"))
                        .status("status")
                        .succeeded("paid")
                        .failed("failed")
                        .createdAt("paid_at"))
                .build();
        return JdbcMetricsDataSource.builder(TrinoEngine.INSTANCE.dataSource(), schema)
                .queryTimeout(Duration.ofMinutes(2))
                .build();
    }

    @Test
    void whatTheAdapterTellsIsWhatSqlByHandTells() throws SQLException {
        Measured measured = Measured.of(source(), T);

        for (Map.Entry<String, String> figure : BY_HAND.entrySet()) {
            String expected = ask(figure.getValue());
            assertThat(expected).as(figure.getKey()).doesNotStartWith("0");
            measured.shows(figure.getKey(), expected);
        }
    }

    @Test
    void whatBothCostIsWrittenDown() throws SQLException, IOException {
        JdbcMetricsDataSource source = source();
        List<Long> adapter = new ArrayList<>();
        List<Long> byHand = new ArrayList<>();
        List<Long> bareScans = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            adapter.add(nanos(() -> {
                source.users(AT);
                source.revenue(AT);
            }));
            byHand.add(nanos(() -> {
                for (String sql : BY_HAND.values()) {
                    ask(sql);
                }
            }));
            bareScans.add(nanos(() -> {
                ask("SELECT COUNT(created) FROM large_users");
                ask("SELECT SUM(amount) FROM large_payments");
            }));
        }
        long bare = median(bareScans);
        String written = String.format(
                Locale.ROOT,
                "bare scans of both tables: %d ms%nadapter, users and revenue whole: %d ms, %.1f times that%n"
                        + "%d figures by hand, a statement each: %d ms, %.1f times the adapter%n",
                bare / 1_000_000,
                median(adapter) / 1_000_000,
                (double) median(adapter) / bare,
                BY_HAND.size(),
                median(byHand) / 1_000_000,
                (double) median(byHand) / median(adapter));
        Files.writeString(Path.of("target", "scale.txt"), written);
        assertThat(bare).isPositive();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private static long nanos(Work work) throws SQLException {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    /** Without the first, which warms up. */
    private static long median(List<Long> rounds) {
        List<Long> warm = new ArrayList<>(rounds.subList(1, rounds.size()));
        Collections.sort(warm);
        return warm.get(warm.size() / 2);
    }

    /** A number, or the parts of a quotient. */
    private static String ask(String sql) throws SQLException {
        try (Connection connection = TrinoEngine.INSTANCE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            int columns = row.getMetaData().getColumnCount();
            return row.getString(1) + (columns == 1 ? "" : "/" + row.getString(2));
        }
    }
}
