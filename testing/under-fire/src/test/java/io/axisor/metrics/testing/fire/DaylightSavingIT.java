package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.TimeKind;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.time.Window;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nights in which clocks change, lived through in steps of half an hour. */
class DaylightSavingIT {

    private static final Figures FIGURES = Figures.of(DaylightSavingIT.class);
    private static final Duration STEP = Duration.ofMinutes(30);
    private static int refreshes;

    private final List<Instant> accounts = new ArrayList<>();
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.EPOCH);

    @AfterAll
    static void recordFigures() {
        FIGURES.record("refreshes through nights of change, each equal to a count by hand", refreshes);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29", // from 02:00 to 03:00
        "Europe/Berlin, 2026-10-25", // from 03:00 to 02:00
        "America/Sao_Paulo, 2018-11-04", // from 00:00 to 01:00: a day without a midnight
        "America/Sao_Paulo, 2018-02-18", // from 00:00 to 23:00: the day before has its last hour twice
        "Australia/Lord_Howe, 2026-10-04", // by half an hour
        "Australia/Lord_Howe, 2026-04-05",
        "Pacific/Apia, 2011-12-31" // the day before never was
    })
    void countsThroughTheNightAreThoseOfACountByHand(ZoneId zone, LocalDate day) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:nights");
        Instant dayBefore = day.atStartOfDay(zone).toInstant().minus(Duration.ofHours(36));
        try (Connection open = database.getConnection()) {
            fill(open, dayBefore.minus(Duration.ofDays(8)), dayBefore.plus(Duration.ofDays(4)), day.hashCode());
            MetricsSchema schema = MetricsSchema.builder()
                    .users(u -> u.table("ACCOUNTS").id("ID").createdAt("CREATED_AT", TimeKind.epochMillis()))
                    .build();
            BusinessMetrics metrics = BusinessMetrics.builder(JdbcMetricsDataSource.of(database, schema), zone)
                    .clock(clock::get)
                    .build();
            try (MetricsRefresher refresher = MetricsRefresher.builder(metrics).build()) {
                for (Instant t = dayBefore; t.isBefore(dayBefore.plus(Duration.ofDays(3))); t = t.plus(STEP)) {
                    clock.set(t);
                    assertThat(refresher.refresh("users")).isTrue();
                    check(refresher.snapshot(), t, zone);
                    refreshes++;
                }
            }
        }
    }

    /** An account every ten minutes or so, and one at each full half hour, where bounds of days and windows lie. */
    private void fill(Connection connection, Instant from, Instant to, long seed) throws SQLException {
        Random random = new Random(seed);
        for (Instant t = from; t.isBefore(to); t = t.plus(Duration.ofMinutes(30))) {
            accounts.add(t);
            accounts.add(t.plusMillis(random.nextInt(1_800_000)));
            accounts.add(t.plusMillis(random.nextInt(1_800_000)));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE accounts (id INTEGER, created_at BIGINT)");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO accounts VALUES (?, ?)")) {
            for (int i = 0; i < accounts.size(); i++) {
                insert.setInt(1, i);
                insert.setLong(2, accounts.get(i).toEpochMilli());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void check(MetricsSnapshot snapshot, Instant t, ZoneId zone) {
        LocalDate today = t.atZone(zone).toLocalDate();
        assertThat(created(snapshot, Window.ROLLING_24H))
                .as("24h at %s", t.atZone(zone))
                .isEqualTo(counted(t, account -> !account.isBefore(t.minus(Duration.ofHours(24)))));
        assertThat(created(snapshot, Window.TODAY))
                .as("today at %s", t.atZone(zone))
                .isEqualTo(
                        counted(t, account -> account.atZone(zone).toLocalDate().equals(today)));
        assertThat(created(snapshot, Window.THIS_WEEK))
                .as("this week at %s", t.atZone(zone))
                .isEqualTo(counted(t, account -> week(account.atZone(zone).toLocalDate()) == week(today)));
    }

    private static int week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static long created(MetricsSnapshot snapshot, Window window) {
        return snapshot.users().created(window).value().orElseThrow().longValueExact();
    }

    private long counted(Instant t, Predicate<Instant> isWithin) {
        return accounts.stream()
                .filter(account -> account.isBefore(t) && isWithin.test(account))
                .count();
    }
}
