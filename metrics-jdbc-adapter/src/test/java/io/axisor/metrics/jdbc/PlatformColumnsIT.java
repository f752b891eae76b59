package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.platform.PlatformMetrics;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns of tickets and requests that are not mapped, or stored in ways that the database cannot compare. */
class PlatformColumnsIT {

    /** Opened on 1 and 2 April, the second resolved after two days; the instant measured at is 15 April. */
    private static void createTickets(Databases database, String opened, String resolved, String values) {
        database.run(
                "DROP TABLE IF EXISTS some_tickets",
                "CREATE TABLE some_tickets (opened " + opened + ", resolved " + resolved + ", due DATE)",
                "INSERT INTO some_tickets VALUES " + values);
    }

    private static JdbcMetricsDataSource source(DataSource dataSource, Consumer<MetricsSchema.Builder> mapping) {
        MetricsSchema.Builder schema = MetricsSchema.builder();
        mapping.accept(schema);
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(dataSource, schema.build());
        assertThat(source.verify().errors()).isEmpty();
        return source;
    }

    private static Measured tickets(Databases database, Consumer<TicketsMapping> more) {
        return Measured.of(
                source(
                        database.dataSource(),
                        schema -> schema.tickets(t -> more.accept(
                                t.table("some_tickets").openedAt("opened").resolvedAt("resolved")))),
                SourceUnderTest.NOW);
    }

    private static void assertUnavailable(Measurement measurement, String reason) {
        assertThat(measurement.status()).as(measurement.name()).isEqualTo(Status.UNAVAILABLE);
        assertThat(measurement.reason()).contains(reason);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsNotMappedOfTicketsIsUnavailableAndNamed(Databases database) {
        createTickets(
                database,
                "TIMESTAMP",
                "TIMESTAMP",
                "(TIMESTAMP '2026-04-01 10:00:00', NULL, NULL),"
                        + " (TIMESTAMP '2026-04-02 10:00:00', TIMESTAMP '2026-04-04 10:00:00', NULL),"
                        + " (TIMESTAMP '2026-04-02 10:00:00', TIMESTAMP '2026-04-02 09:00:00', NULL)");
        Measured measured = tickets(database, t -> {})
                .showsOnly("support.tickets.30d", "{state=open} 1", "{state=resolved} 1")
                .shows("support.resolution.30d.mean", "172800")
                .showsOnly(
                        "data.issues",
                        "{check=tickets.opened_at} 0",
                        "{check=tickets.future} 0",
                        "{check=tickets.order} 1");
        PlatformMetrics platform = measured.snapshot().platform();

        assertUnavailable(platform.firstResponse(Statistic.P95), "tickets.firstResponseAt is not mapped");
        assertUnavailable(platform.ticketsOnTime(), "tickets.dueAt is not mapped");
        assertUnavailable(platform.ticketSatisfaction(), "tickets.score is not mapped");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void withoutKindAndDueDateRequestsAreOfNoKindAndNoneIsSaidToBeOverdue(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS some_requests",
                "CREATE TABLE some_requests (asked TIMESTAMP, done TIMESTAMP)",
                "INSERT INTO some_requests VALUES (TIMESTAMP '2026-04-01 10:00:00', NULL),"
                        + " (TIMESTAMP '2026-04-01 10:00:00', NULL),"
                        + " (TIMESTAMP '2026-04-01 10:00:00', TIMESTAMP '2026-04-02 10:00:00')");
        Measured measured = Measured.of(
                        source(
                                database.dataSource(),
                                schema -> schema.complianceRequests(r -> r.table("some_requests")
                                        .requestedAt("asked")
                                        .completedAt("done"))),
                        SourceUnderTest.NOW)
                .showsOnly(
                        "compliance.requests.30d",
                        "{request=unspecified, state=open} 2",
                        "{request=unspecified, state=completed} 1")
                .issues();

        assertUnavailable(measured.snapshot().platform().complianceOnTime(), "complianceRequests.dueAt is not mapped");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void instantsStoredInDifferentWaysCountButAreNotCompared(Databases database) {
        createTickets(
                database,
                "TIMESTAMP",
                "BIGINT",
                "(TIMESTAMP '2026-04-01 10:00:00', NULL, DATE '2026-04-03'),"
                        // resolved on 3 April, and the last one before it was opened
                        + " (TIMESTAMP '2026-04-02 10:00:00', 1775210400, DATE '2026-04-04'),"
                        + " (TIMESTAMP '2026-04-04 10:00:00', 1775210400, DATE '2026-04-02')");
        Measured measured = tickets(
                        database,
                        t -> t.resolvedAt("resolved", TimeKind.epochSeconds()).dueAt("due"))
                .showsOnly("support.tickets.30d", "{state=open} 1", "{state=resolved} 2")
                .showsOnly("data.issues", "{check=tickets.opened_at} 0", "{check=tickets.future} 0");
        PlatformMetrics platform = measured.snapshot().platform();

        assertUnavailable(
                platform.resolution(Statistic.MEAN),
                "tickets.resolvedAt: how this database tells the time since .openedAt(...), as they are stored,"
                        + " is not known; map a select that gives both as whole milliseconds since 1970, of"
                        + " TimeKind.epochMillis()");
        assertUnavailable(
                platform.ticketsOnTime(),
                "tickets.resolvedAt and .dueAt(...) store instants in different ways, so the database cannot compare"
                        + " them; map a select that brings both to one type");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void datesTellDaysApart(Databases database) {
        createTickets(
                database,
                "DATE",
                "DATE",
                "(DATE '2026-04-01', NULL, DATE '2026-04-03'),"
                        + " (DATE '2026-04-02', DATE '2026-04-04', DATE '2026-04-04'),"
                        + " (DATE '2026-04-04', DATE '2026-04-04', DATE '2026-04-02')");
        tickets(database, t -> t.dueAt("due"))
                .shows("support.resolution.30d.mean", "86400")
                .shows("support.sla.30d", "1/3")
                .issues();
    }

    /** What is known of no database is asked of H2 in disguise. */
    @Test
    void aDatabaseWhoseWayToTellTimesApartIsNotKnownSaysWhatToMap() {
        createTickets(
                Databases.H2,
                "TIMESTAMP",
                "TIMESTAMP",
                "(TIMESTAMP '2026-04-02 10:00:00', TIMESTAMP '2026-04-04 10:00:00', NULL)");
        DataSource unknown = Disguise.of(Databases.H2.dataSource());
        Measured asStored = Measured.of(
                        source(
                                unknown,
                                schema -> schema.tickets(t -> t.table("some_tickets")
                                        .openedAt("opened")
                                        .firstResponseAt("resolved")
                                        .resolvedAt("resolved"))),
                        SourceUnderTest.NOW)
                .showsOnly("support.tickets.30d", "{state=open} 0", "{state=resolved} 1");
        String millis = "SELECT EXTRACT(EPOCH FROM opened) * 1000 AS opened, EXTRACT(EPOCH FROM resolved) * 1000 AS"
                + " resolved FROM some_tickets";
        Measured asNumbers = Measured.of(
                source(
                        unknown,
                        schema -> schema.tickets(t -> t.select(millis)
                                .openedAt("opened", TimeKind.epochMillis())
                                .resolvedAt("resolved", TimeKind.epochMillis()))),
                SourceUnderTest.NOW);

        assertThat(asStored.snapshot().platform().resolution(Statistic.MEAN).reason())
                .get()
                .asString()
                .contains("is not known; map a select that gives both as whole milliseconds");
        assertThat(asStored.snapshot()
                        .platform()
                        .firstResponse(Statistic.MEAN)
                        .reason()
                        .orElseThrow())
                .contains("tickets.firstResponseAt: how this database tells the time since .openedAt(...)");
        asNumbers.shows("support.resolution.30d.mean", "172800").issues();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void scoresMayHaveFractions(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS scored_tickets",
                "CREATE TABLE scored_tickets (opened DATE, stars DECIMAL(4, 2))",
                "INSERT INTO scored_tickets VALUES (DATE '2026-04-02', 4), (DATE '2026-04-02', 4.75),"
                        + " (DATE '2026-04-02', 3.99), (DATE '2026-04-02', 5.01), (DATE '2026-04-02', 0.5)");
        Measured.of(
                        source(
                                database.dataSource(),
                                schema -> schema.tickets(t -> t.table("scored_tickets")
                                        .openedAt("opened")
                                        .resolvedAt("opened")
                                        .score("stars"))),
                        SourceUnderTest.NOW)
                .shows("support.satisfaction.30d", "2/3")
                .issues("tickets.score 2");
    }
}
