package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Time columns of every kind, with rows on the bounds of windows that cross a change of the clocks: the answers do not
 * depend on the zone of the JVM or of the database's session. Rows are written as literals, so nothing is bound on the way in.
 */
class TimeColumnsIT {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Midnight in New York, a week after its clocks went forward. */
    private static final Instant T = Instant.parse("2026-03-15T04:00:00Z");

    /** A kind of column. */
    enum Kind {
        ZONED,
        LOCAL_IN_NEW_YORK,
        EPOCH_SECONDS,
        EPOCH_MILLIS;

        TimeKind kind() {
            return switch (this) {
                case ZONED -> TimeKind.instant();
                case LOCAL_IN_NEW_YORK -> TimeKind.localIn(NEW_YORK);
                case EPOCH_SECONDS -> TimeKind.epochSeconds();
                case EPOCH_MILLIS -> TimeKind.epochMillis();
            };
        }

        /** The smallest difference of two of its values. */
        Duration tick() {
            return switch (this) {
                case ZONED, LOCAL_IN_NEW_YORK -> Duration.of(1, ChronoUnit.MICROS);
                case EPOCH_SECONDS -> Duration.ofSeconds(1);
                case EPOCH_MILLIS -> Duration.ofMillis(1);
            };
        }

        String type(Databases database) {
            return switch (this) {
                case ZONED -> database.zonedType();
                case LOCAL_IN_NEW_YORK -> "TIMESTAMP(6)";
                case EPOCH_SECONDS, EPOCH_MILLIS -> "BIGINT";
            };
        }

        String literal(Instant instant) {
            return switch (this) {
                case ZONED ->
                    "CAST('" + text(instant, ZoneOffset.ofHours(5)) + "+5:00' AS TIMESTAMP(6) WITH TIME ZONE)";
                case LOCAL_IN_NEW_YORK -> "TIMESTAMP '" + text(instant, NEW_YORK) + "'";
                case EPOCH_SECONDS -> String.valueOf(instant.getEpochSecond());
                case EPOCH_MILLIS -> String.valueOf(instant.toEpochMilli());
            };
        }

        private static String text(Instant instant, ZoneId zone) {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS")
                    .withZone(zone)
                    .format(instant);
        }
    }

    static Stream<Arguments> databasesAndKinds() {
        return Stream.of(Databases.values())
                .flatMap(database -> Stream.of(Kind.values()).map(kind -> Arguments.of(database, kind)));
    }

    @ParameterizedTest
    @MethodSource("databasesAndKinds")
    void rowsOnABoundCountInWhateverZoneTheJvmAndTheSessionAre(Databases database, Kind kind) {
        List<Instant> created = new ArrayList<>(List.of(T, T.minus(kind.tick())));
        for (int days : new int[] {1, 7, 30}) {
            Instant bound = T.minus(Duration.ofDays(days));
            created.addAll(List.of(bound, bound.minus(kind.tick())));
        }
        create(database, kind.type(database));
        Instant birth = T.minus(Duration.ofDays(40));
        Instant deadline = birth.plus(Duration.ofDays(30));
        for (int id = 0; id < created.size(); id++) {
            database.run("INSERT INTO timed_users VALUES (" + id + ", " + kind.literal(created.get(id)) + ")");
        }
        database.run(
                "INSERT INTO timed_users VALUES (100, " + kind.literal(birth) + ")",
                "INSERT INTO timed_users VALUES (101, " + kind.literal(birth) + ")",
                "INSERT INTO timed_payments VALUES (100, 'paid', 1, " + kind.literal(deadline.minus(kind.tick())) + ")",
                "INSERT INTO timed_payments VALUES (101, 'paid', 1, " + kind.literal(deadline) + ")");

        everywhere(
                database,
                schema(kind.kind()),
                measured -> measured.shows("users{plan=unspecified}", "9")
                        .shows("users.new.24h", "2")
                        .shows("users.new.7d", "4")
                        .shows("users.new.30d", "6")
                        .shows("users.conversion.30d", "1/3")
                        .shows("payments{status=succeeded}", "2")
                        .issues());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDayBeginsWhenItDoesInItsZone(Databases database) {
        create(database, "DATE");
        for (String day : List.of(
                "2026-03-15", // begins at the instant itself
                "2026-03-14", // begins 24 h before
                "2026-03-13",
                "2026-03-08", // 7 days before is 23:00 of the day before: the clocks changed in between
                "2026-03-07",
                "2026-02-13", // 30 days before is 23:00 of the day before
                "2026-02-12")) {
            database.run("INSERT INTO timed_users VALUES (" + day.hashCode() + ", DATE '" + day + "')");
        }
        everywhere(
                database,
                schema(TimeKind.dateIn(NEW_YORK)),
                measured -> measured.shows("users{plan=unspecified}", "6")
                        .shows("users.new.24h", "1")
                        .shows("users.new.7d", "3")
                        .shows("users.new.30d", "5")
                        .issues());
    }

    private static void create(Databases database, String type) {
        database.run(
                "DROP TABLE IF EXISTS timed_users",
                "DROP TABLE IF EXISTS timed_payments",
                "CREATE TABLE timed_users (id INTEGER, born " + type + ")",
                "CREATE TABLE timed_payments (who INTEGER, status VARCHAR(10), amount INTEGER, paid " + type + ")");
    }

    private static MetricsSchema schema(TimeKind kind) {
        return MetricsSchema.builder()
                .users(u -> u.table("timed_users").id("id").createdAt("born", kind))
                .payments(p -> p.table("timed_payments")
                        .userId("who")
                        .amount("amount")
                        .fixedCurrency(CurrencyUnit.of("USD"))
                        .status("status")
                        .succeeded("paid")
                        .createdAt("paid", kind))
                .build();
    }

    static void everywhere(Databases database, MetricsSchema schema, Consumer<Measured> expectation) {
        TimeZone own = TimeZone.getDefault();
        try {
            for (String jvm : List.of("UTC", "America/New_York", "Asia/Kolkata")) {
                TimeZone.setDefault(TimeZone.getTimeZone(jvm));
                for (boolean isSessionElsewhere : List.of(false, true)) {
                    WatchedDataSource watched = new WatchedDataSource(database.dataSource());
                    if (isSessionElsewhere) {
                        watched.beforeLending(connection -> moveToTokyo(database, connection.createStatement()));
                    }
                    expectation.accept(Measured.of(JdbcMetricsDataSource.of(watched.dataSource(), schema), T));
                }
            }
        } finally {
            TimeZone.setDefault(own);
        }
    }

    private static void moveToTokyo(Databases database, Statement statement) throws SQLException {
        try (statement) {
            statement.execute(
                    database == Databases.HSQLDB
                            ? "SET TIME ZONE INTERVAL '9:00' HOUR TO MINUTE"
                            : "SET TIME ZONE 'Asia/Tokyo'");
        }
    }
}
