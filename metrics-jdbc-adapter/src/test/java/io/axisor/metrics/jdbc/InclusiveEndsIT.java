package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.value.CurrencyUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Subscriptions whose stored end is the last moment that is paid for. */
class InclusiveEndsIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static void create(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS memberships",
                "CREATE TABLE memberships (id INTEGER, who VARCHAR(9), begun DATE, second_end TIMESTAMP(6),"
                        + " milli_end TIMESTAMP(6), micro_end TIMESTAMP(6), day_end DATE)");
        for (int id = 0; id < 5; id++) {
            String day = LocalDate.of(2026, 3, 24).plusDays(id).toString();
            database.run(
                    "INSERT INTO memberships VALUES (" + id + ", 'u" + id + "', DATE '2026-01-01', TIMESTAMP '" + day
                            + " 23:59:59', TIMESTAMP '" + day + " 23:59:59.999', TIMESTAMP '" + day
                            + " 23:59:59.999999', DATE '" + day + "')");
        }
    }

    private static JdbcMetricsDataSource source(Databases database, String end, @Nullable InclusiveEnd inclusive) {
        return JdbcMetricsDataSource.of(
                database.dataSource(),
                MetricsSchema.builder()
                        .localTimesIn(BERLIN)
                        .subscriptions(s -> {
                            s.table("memberships")
                                    .userId("who")
                                    .amount("id")
                                    .startedAt("begun")
                                    .endedAt(end);
                            s.fixedCurrency(CurrencyUnit.of("USD")).fixedInterval(BillingInterval.MONTH);
                            Optional.ofNullable(inclusive).ifPresent(s::inclusiveEnd);
                        })
                        .build());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatEndsWithTheLastMomentOfADayIsPaidUntilTheNextOne(Databases database) {
        create(database);
        Map<String, InclusiveEnd> columns = Map.of(
                "second_end", InclusiveEnd.SECOND,
                "milli_end", InclusiveEnd.MILLISECOND,
                "micro_end", InclusiveEnd.MICROSECOND,
                "day_end", InclusiveEnd.DAY);
        Instant midnight =
                Instant.parse("2026-03-28T23:00:00Z"); // the last of them ends here, at 00:00 of the 29th in Berlin
        columns.forEach((column, unit) -> {
            JdbcMetricsDataSource source = source(database, column, unit);
            Measured.of(source, midnight).shows("revenue.mrr{currency=USD, plan=unspecified}", "4");
            Measured.of(source, midnight.plusNanos(1000)).shows("revenue.mrr{currency=USD, plan=unspecified}", "0");
            Measured.of(source, midnight.minusSeconds(86_400))
                    .shows("revenue.mrr{currency=USD, plan=unspecified}", "7");
        });
        Measured.of(source(database, "day_end", InclusiveEnd.NONE), midnight)
                .shows("revenue.mrr{currency=USD, plan=unspecified}", "0");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void verifyInfersTheUnitFromWhatIsStored(Databases database) {
        create(database);

        assertThat(ends(source(database, "second_end", null)))
                .containsExactly(
                        "subscriptions.endedAt holds the last second of a day in all of 5 rows looked at; map it with"
                                + " .inclusiveEnd(InclusiveEnd.SECOND)");
        assertThat(ends(source(database, "milli_end", InclusiveEnd.SECOND)))
                .containsExactly(
                        "subscriptions.endedAt holds the last millisecond of a day in all of 5 rows looked at; map it"
                                + " with .inclusiveEnd(InclusiveEnd.MILLISECOND)");
        assertThat(ends(source(database, "micro_end", InclusiveEnd.MICROSECOND)))
                .isEmpty();
        assertThat(ends(source(database, "day_end", null)))
                .containsExactly(
                        "subscriptions.endedAt is a DATE: map it with .inclusiveEnd(InclusiveEnd.DAY) if it is the last"
                                + " day of all, or with .inclusiveEnd(InclusiveEnd.NONE) if it is the day after");
        assertThat(ends(source(database, "day_end", InclusiveEnd.NONE))).isEmpty();
        database.run("UPDATE memberships SET second_end = TIMESTAMP '2026-03-24 12:00:00' WHERE id = 3");
        assertThat(ends(source(database, "second_end", null))).isEmpty();
        assertThat(ends(source(database, "second_end", InclusiveEnd.SECOND)))
                .containsExactly(
                        "subscriptions.endedAt is mapped as the last second, but not all of 5 rows looked at hold that"
                                + " of a day; leave out .inclusiveEnd(...) if it is the first moment that no longer"
                                + " belongs");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void propertiesMapEveryDateOfASubscription(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS dated",
                "CREATE TABLE dated (who VARCHAR(9), cents INTEGER, state VARCHAR(9), begun DATE, last_day DATE,"
                        + " last_trial_day DATE, halted DATE, given_up DATE)",
                "INSERT INTO dated VALUES ('a', 100, 'on', DATE '2026-01-01', DATE '2026-03-31', NULL, NULL, NULL)",
                "INSERT INTO dated VALUES ('b', 200, 'on', DATE '2026-01-01', NULL, DATE '2026-03-31', NULL, NULL)",
                "INSERT INTO dated VALUES ('c', 400, 'halt', DATE '2026-01-01', NULL, NULL, DATE '2026-04-01', NULL)",
                "INSERT INTO dated VALUES ('d', 800, 'gone', DATE '2026-01-01', NULL, NULL, NULL, DATE '2026-04-01')",
                "INSERT INTO dated VALUES ('e', 1600, 'on', DATE '2026-01-01', NULL, NULL, NULL, NULL)");
        Map<String, String> properties = new TreeMap<>(Map.of(
                "local-times-in", "Europe/Berlin",
                "subscriptions.table", "dated",
                "subscriptions.user-id", "who",
                "subscriptions.amount", "cents",
                "subscriptions.minor-units", "true",
                "subscriptions.fixed-currency", "USD",
                "subscriptions.fixed-interval", "month",
                "subscriptions.started-at", "begun",
                "subscriptions.status", "state",
                "subscriptions.active", "on"));
        properties.put("subscriptions.paused", "halt");
        properties.put("subscriptions.cancelled", "gone");
        properties.put("subscriptions.ended-at", "last_day");
        properties.put("subscriptions.trial-ends-at", "last_trial_day");
        properties.put("subscriptions.paused-at", "halted");
        properties.put("subscriptions.cancelled-at", "given_up");
        assertThat(ends(source(database, properties)))
                .containsExactly(
                        "subscriptions.ended-at is a DATE: map it with 'subscriptions.inclusive-end: day' if it is the"
                                + " last day of all, or with 'subscriptions.inclusive-end: none' if it is the day"
                                + " after");
        properties.put("subscriptions.inclusive-end", "day");
        properties.put("subscriptions.inclusive-trial-end", "day");
        JdbcMetricsDataSource source = source(database, properties);
        assertThat(ends(source)).isEmpty();

        Instant april = Instant.parse("2026-03-31T22:00:00Z"); // in Berlin
        String mrr = "revenue.mrr{currency=USD, plan=unspecified}";
        Measured.of(source, april).shows(mrr, "29").issues(); // all but b, whose trial ends now
        Measured.of(source, april.plusSeconds(1)).shows(mrr, "18").issues(); // b and e
        Measured.of(source, SourceUnderTest.NOW).shows(mrr, "18").issues();
    }

    private static JdbcMetricsDataSource source(Databases database, Map<String, String> properties) {
        return JdbcMetricsDataSource.of(database.dataSource(), SchemaProperties.read(properties));
    }

    private static List<String> ends(JdbcMetricsDataSource source) {
        return source.verify().warnings().stream()
                .filter(warning -> warning.matches("subscriptions\\.ended-?[aA]t.*") && !warning.contains("index"))
                .toList();
    }
}
