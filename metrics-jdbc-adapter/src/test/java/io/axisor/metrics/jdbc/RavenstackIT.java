package io.axisor.metrics.jdbc;

import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.jdbc.RavenstackFiles.Ticket;
import io.axisor.metrics.jdbc.RavenstackFiles.Use;
import io.axisor.metrics.platform.PlatformMetrics;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.users.UserMetrics;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Statistic;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * RavenStack's subscriptions, feature use and tickets. Source of the written numbers:
 * {@code ../shared/expected/gt_ravenstack_2024-07-01.json} and {@code ../shared/data/README.md} seen from the project's root,
 * computed from the same files with Python; all others are counted here from the files, without the library.
 */
class RavenstackIT {

    /** Seen from this module, in which Maven runs its tests. */
    private static final Path DATA = Path.of("../../shared/data/ravenstack");

    /** All facts are dated at midnight, so that many lie on the bounds of windows. */
    private static final Instant MIDNIGHT = Instant.parse("2024-07-01T00:00:00Z");

    private static final Map<Databases, JdbcMetricsDataSource> LOADED = new EnumMap<>(Databases.class);
    private static RavenstackFiles files;

    @BeforeAll
    static void readFiles() throws IOException {
        assumeThat(DATA)
                .as("the data sets are not part of the project; they stand in ../shared seen from its root")
                .isDirectory();
        files = new RavenstackFiles(DATA);
    }

    private static MetricsSnapshot measure(Databases database, Instant instant) throws SQLException {
        JdbcMetricsDataSource source = LOADED.get(database);
        if (source == null) {
            files.createIn(database);
            source = JdbcMetricsDataSource.of(database.dataSource(), schema());
            assertThat(source.verify().errors()).isEmpty();
            LOADED.put(database, source);
        }
        return BusinessMetrics.of(source, ZoneOffset.UTC).asOf(instant);
    }

    /** The user of a feature is the account of the subscription; using one is being active. */
    private static MetricsSchema schema() {
        return MetricsSchema.builder()
                .plans("Basic", "Pro", "Enterprise")
                .users(u -> u.table("raven_accounts").id("id").createdAt("signed_up"))
                .subscriptions(s -> s.table("raven_subscriptions")
                        .userId("account_id")
                        .plan("plan_tier")
                        .amount("mrr")
                        .fixedCurrency(CurrencyUnit.of("USD"))
                        .fixedInterval(BillingInterval.MONTH)
                        .startedAt("begun")
                        .endedAt("ended"))
                .activity(a -> a.table("raven_usage")
                        .join(
                                "bought",
                                j -> j.table("raven_subscriptions").key("id").matching("subscription_id"))
                        .userId("bought.account_id")
                        .occurredAt("used"))
                .featureUse(f -> f.table("raven_usage")
                        .join(
                                "bought",
                                j -> j.table("raven_subscriptions").key("id").matching("subscription_id"))
                        .feature("feature")
                        .userId("bought.account_id")
                        .usedAt("used"))
                .tickets(t -> t.table("raven_tickets")
                        .openedAt("opened")
                        .firstResponseAt("answered")
                        .resolvedAt("closed")
                        .score("score"))
                .build();
    }

    private static BigDecimal sum(List<Measurement> parts) {
        return parts.stream().map(m -> m.value().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HSQLDB") // as slow as it is alike
    void recurringRevenueIsThatOfTheSubscriptionsBegunBeforeTheInstant(Databases database) throws SQLException {
        MetricsSnapshot midnight = measure(database, MIDNIGHT);
        MetricsSnapshot after = measure(database, MIDNIGHT.plusSeconds(1));

        assertThat(sum(midnight.revenue().recurring())).isEqualByComparingTo("3833405");
        assertThat(sum(midnight.users().paying())).isEqualByComparingTo("333");
        assertThat(sum(after.users().paying())).isEqualByComparingTo("334");
        assertThat(after.revenue().recurring())
                .extracting(m ->
                        m.tags().get("plan") + " " + m.value().orElseThrow().longValueExact())
                .containsExactlyInAnyOrder("Basic 253498", "Pro 711235", "Enterprise 2898833");
        assertThat(sum(after.revenue().recurring())).isEqualByComparingTo("3863566");
    }

    /** Those tools' users are, as ours at midnight, those before it; only their subscriptions are those at it. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HSQLDB")
    void usersAreThoseThatOtherToolsCount(Databases database) throws SQLException {
        UserMetrics users = measure(database, MIDNIGHT).users();

        assertThat(users.total().get()).isEqualByComparingTo("348");
        assertThat(Stream.of(ROLLING_24H, ROLLING_7D, ROLLING_30D)
                        .map(window -> value(users.active(window)).intValueExact()))
                .containsExactly(38, 180, 416);
        assertThat(Stream.of(ROLLING_24H, ROLLING_7D, ROLLING_30D)
                        .map(window -> value(users.created(window)).intValueExact()))
                .containsExactly(1, 6, 21);
        assertQuotient(users.stickiness(), 38, 416);
        assertQuotient(users.retention(), 18, 22);
        assertQuotient(users.churn(), 70, 426);
    }

    private static BigDecimal value(Measurement measurement) {
        return measurement.value().orElseThrow();
    }

    private static void assertQuotient(Measurement measurement, int numerator, int denominator) {
        assertThat(measurement.ratio().orElseThrow().numerator())
                .as(measurement.name())
                .isEqualByComparingTo(String.valueOf(numerator));
        assertThat(measurement.ratio().orElseThrow().denominator())
                .as(measurement.name())
                .isEqualByComparingTo(String.valueOf(denominator));
    }

    static Stream<Arguments> databasesAndInstants() {
        return Stream.of(Databases.H2, Databases.POSTGRESQL)
                .flatMap(database ->
                        Stream.of(MIDNIGHT, MIDNIGHT.plusSeconds(1)).map(instant -> Arguments.of(database, instant)));
    }

    private static Predicate<LocalDateTime> inTheMonthBefore(Instant instant) {
        LocalDateTime end = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return at -> !at.isBefore(end.minusDays(30)) && at.isBefore(end);
    }

    @ParameterizedTest
    @MethodSource("databasesAndInstants")
    void featuresHaveTheUsersThatTheFilesTell(Databases database, Instant instant) throws SQLException {
        List<Use> uses = files.uses().stream()
                .filter(use -> inTheMonthBefore(instant).test(use.at()))
                .toList();
        Map<String, Set<String>> accounts =
                uses.stream().collect(groupingBy(Use::feature, mapping(Use::account, toSet())));
        int active = uses.stream().map(Use::account).collect(toSet()).size();
        MetricsSnapshot measured = measure(database, instant);

        assertThat(accounts).hasSize(40);
        assertThat(measured.platform().featureUsers().stream()
                        .collect(toMap(m -> m.tags().get("feature"), m -> value(m).intValueExact())))
                .isEqualTo(accounts.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, of -> of.getValue().size())));
        assertThat(measured.adoption().features()).hasSize(40).allSatisfy(m -> {
            assertQuotient(m, accounts.get(m.tags().get("feature")).size(), active);
        });
    }

    @ParameterizedTest
    @MethodSource("databasesAndInstants")
    void ticketsAreThoseOfTheFiles(Databases database, Instant instant) throws SQLException {
        Predicate<LocalDateTime> inWindow = inTheMonthBefore(instant);
        LocalDateTime end = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        List<Ticket> resolved = files.tickets().stream()
                .filter(ticket -> inWindow.test(ticket.resolved()))
                .toList();
        long open = files.tickets().stream()
                .filter(t -> t.opened().isBefore(end) && !t.resolved().isBefore(end))
                .count();
        List<Ticket> scored =
                resolved.stream().filter(ticket -> ticket.score() != null).toList();
        int satisfied =
                (int) scored.stream().filter(ticket -> ticket.score() >= 4).count();
        PlatformMetrics measured = measure(database, instant).platform();

        assertThat(measured.tickets())
                .extracting(Measurement::toString)
                .containsExactlyInAnyOrder(
                        "support.tickets.30d{state=open} OK " + open,
                        "support.tickets.30d{state=resolved} OK " + resolved.size());
        assertQuotient(measured.ticketSatisfaction(), satisfied, scored.size());
        assertDurations(measured::resolution, inWindow, Ticket::resolved);
        assertDurations(measured::firstResponse, inWindow, Ticket::answered);
        assertThat(measured.ticketsOnTime().reason()).contains("tickets.dueAt is not mapped");
    }

    private static void assertDurations(
            Function<Statistic, Measurement> measured,
            Predicate<LocalDateTime> inWindow,
            Function<Ticket, LocalDateTime> event) {
        List<Long> seconds = files.tickets().stream()
                .filter(ticket -> inWindow.test(event.apply(ticket)))
                .map(ticket ->
                        Duration.between(ticket.opened(), event.apply(ticket)).toSeconds())
                .sorted()
                .toList();
        double mean = seconds.stream().mapToLong(Long::longValue).average().orElseThrow();
        long p95 = seconds.get((int) Math.ceil(0.95 * seconds.size()) - 1);

        assertThat(seconds).hasSizeGreaterThan(50);
        assertThat(value(measured.apply(Statistic.MEAN)).doubleValue()).isCloseTo(mean, withPercentage(1e-10));
        assertThat(value(measured.apply(Statistic.P95)).doubleValue()).isCloseTo((double) p95, withPercentage(5));
    }
}
