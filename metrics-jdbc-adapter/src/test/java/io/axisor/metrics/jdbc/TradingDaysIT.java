package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.trading.CurrencyProfit;
import io.axisor.metrics.trading.TradingFacts;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days of the business zone over years, in columns of every kind, around midnights and changes of clocks: what each day
 * brought and which price was its last are those that Java finds for the same rows.
 */
class TradingDaysIT {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    /** Whole hours, halves, a change of half an hour, changes at midnight, a day that was left out, a move by a day. */
    private static final List<ZoneId> ZONES = Stream.of(
                    "UTC",
                    "Europe/Berlin",
                    "America/Sao_Paulo",
                    "Asia/Kolkata",
                    "Australia/Lord_Howe",
                    "Pacific/Apia",
                    "America/New_York")
            .map(ZoneId::of)
            .toList();

    /** How a column holds instants, and which instant it holds then. */
    private enum Kind {
        INSTANT,
        LOCAL,
        SECONDS,
        MILLIS,
        DATE;

        String type(Databases database) {
            return switch (this) {
                case INSTANT -> database.zonedType();
                case LOCAL -> "TIMESTAMP(6)";
                case SECONDS, MILLIS -> "BIGINT";
                case DATE -> "DATE";
            };
        }

        TimeKind mapped(ZoneId zone) {
            return switch (this) {
                case INSTANT -> TimeKind.instant();
                case LOCAL -> TimeKind.localIn(zone);
                case SECONDS -> TimeKind.epochSeconds();
                case MILLIS -> TimeKind.epochMillis();
                case DATE -> TimeKind.dateIn(zone);
            };
        }

        Object stored(Instant instant, ZoneId zone) {
            return switch (this) {
                case INSTANT -> instant.atOffset(ZoneOffset.UTC);
                case LOCAL -> instant.atZone(zone).toLocalDateTime();
                case SECONDS -> instant.getEpochSecond();
                case MILLIS -> instant.toEpochMilli();
                case DATE -> LocalDate.ofInstant(instant, zone);
            };
        }

        Instant held(Instant instant, ZoneId zone) {
            return switch (this) {
                case INSTANT -> instant;
                case LOCAL ->
                    instant.atZone(zone).toLocalDateTime().atZone(zone).toInstant();
                case SECONDS -> Instant.ofEpochSecond(instant.getEpochSecond());
                case MILLIS -> Instant.ofEpochMilli(instant.toEpochMilli());
                case DATE ->
                    LocalDate.ofInstant(instant, zone).atStartOfDay(zone).toInstant();
            };
        }
    }

    static Stream<Arguments> columns() {
        return Stream.of(Databases.values())
                .flatMap(database -> Stream.of(Kind.values()).map(kind -> Arguments.of(database, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void everyDayHasWhatItBroughtAndItsLastPrice(Databases database, Kind kind) throws SQLException {
        for (int i = 0; i < ZONES.size(); i++) {
            ZoneId business = ZONES.get(i);
            compare(database, database.dataSource(), kind, business, business, i);
            compare(database, database.dataSource(), kind, business, ZONES.get((i + 2) % ZONES.size()), 100 + i);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDatabaseThatCannotTellDaysLooksForThem(Kind kind) throws SQLException {
        for (int i = 0; i < ZONES.size(); i++) {
            compare(
                    Databases.H2,
                    Disguise.of(Databases.H2.dataSource()),
                    kind,
                    ZONES.get(i),
                    ZONES.get((i + 3) % ZONES.size()),
                    200 + i);
        }
    }

    @Test
    void onlyADatabaseThatCannotTellDaysIsAskedOnceForEach2000OfThem() throws SQLException {
        List<Instant> instants = List.of(Instant.parse("2006-03-01T12:00:00Z"), Instant.parse("2018-03-01T12:00:00Z"));
        load(Databases.H2, Kind.INSTANT, ZoneOffset.UTC, instants);

        assertThat(statements(Databases.H2.dataSource())).isEqualTo(4);
        assertThat(statements(Disguise.of(Databases.H2.dataSource()))).isEqualTo(6);
    }

    /** 12 years are 4384 days, so three statements of them, beside one of totals and two of markets. */
    private static int statements(DataSource database) throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(database);
        JdbcMetricsDataSource source = source(watched.dataSource(), Kind.INSTANT, ZoneOffset.UTC);
        AsOf at = at("2018-03-02T12:00:00Z", ZoneOffset.UTC);
        source.trading(at);
        watched.forget();
        assertThat(daily(source.trading(at)).daily()).hasSize(2);
        return watched.runs().size();
    }

    private static void compare(
            Databases database, DataSource dataSource, Kind kind, ZoneId business, ZoneId column, long seed)
            throws SQLException {
        List<Instant> instants = instants(new Random(seed), business, column);
        load(database, kind, column, instants);
        JdbcMetricsDataSource source = source(dataSource, kind, column);
        List<Trade> rows = new ArrayList<>();
        for (int i = 0; i < instants.size(); i++) {
            BigDecimal number = BigDecimal.valueOf(i + 1L);
            rows.add(new Trade(
                    kind.held(instants.get(i), column),
                    Outcome.SUCCEEDED,
                    number,
                    "USD",
                    null,
                    number,
                    "m" + i % 2,
                    number));
        }
        InMemoryMetricsDataSource inMemory =
                InMemoryMetricsDataSource.builder().trades(rows).build();
        for (String instant : List.of("2012-01-02T05:30:00Z", "2018-11-05T00:00:00Z", "2024-04-07T20:00:00Z")) {
            AsOf at = at(instant, business);
            TradingFacts found = source.trading(at);
            TradingFacts expected = inMemory.trading(at);
            String what = kind + " of " + column + " on days of " + business + " at " + instant + ", seed " + seed;
            assertThat(plain(daily(found).daily()))
                    .as(what)
                    .isEqualTo(plain(daily(expected).daily()));
            assertThat(daily(found).firstDay())
                    .as(what)
                    .isEqualTo(daily(expected).firstDay());
            assertThat(closes(found)).as(what).isEqualTo(closes(expected));
        }
    }

    private static AsOf at(String instant, ZoneId zone) {
        Instant t = Instant.parse(instant);
        return new AsOf(t, t, BusinessCalendar.of(zone));
    }

    private static CurrencyProfit daily(TradingFacts facts) {
        return facts.trades().get().profit().get().byCurrency().get(USD);
    }

    private static SortedMap<String, SortedMap<LocalDate, String>> closes(TradingFacts facts) {
        SortedMap<String, SortedMap<LocalDate, String>> closes = new TreeMap<>();
        facts.market().get().closes().get().forEach((market, byDay) -> closes.put(market, plain(byDay)));
        return closes;
    }

    private static SortedMap<LocalDate, String> plain(Map<LocalDate, BigDecimal> amounts) {
        SortedMap<LocalDate, String> plain = new TreeMap<>();
        amounts.forEach(
                (day, amount) -> plain.put(day, amount.stripTrailingZeros().toPlainString()));
        return plain;
    }

    /** Half of them near a midnight or a change of clocks, some before 1970, many in the months before an instant asked for. */
    private static List<Instant> instants(Random random, ZoneId business, ZoneId column) {
        List<Instant> instants = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Instant any = i % 3 == 0
                    ? Instant.parse("2024-04-07T20:00:00Z").minusSeconds(random.nextInt(40 * 86_400))
                    : Instant.parse("1968-01-01T00:00:00Z").plusSeconds(random.nextLong(56L * 365 * 86_400));
            ZoneId zone = random.nextBoolean() ? business : column;
            ZoneOffsetTransition change = zone.getRules().nextTransition(any);
            Instant bound = change != null && random.nextInt(3) == 0
                    ? change.getInstant()
                    : LocalDate.ofInstant(any, zone).atStartOfDay(zone).toInstant();
            Duration off = random.nextBoolean()
                    ? Duration.ofNanos(1000L * (random.nextInt(3) - 1))
                    : Duration.ofMinutes(random.nextInt(181) - 90);
            instants.add(random.nextInt(3) == 0 ? any : bound.plus(off));
        }
        return instants;
    }

    private static void load(Databases database, Kind kind, ZoneId column, List<Instant> instants) throws SQLException {
        database.run(
                "DROP TABLE IF EXISTS daily_trades",
                "CREATE TABLE daily_trades (happened " + kind.type(database) + ", amount INTEGER, market VARCHAR(9))");
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO daily_trades VALUES (?, ?, ?)")) {
            for (int i = 0; i < instants.size(); i++) {
                insert.setObject(1, kind.stored(instants.get(i), column));
                insert.setInt(2, i + 1);
                insert.setString(3, "m" + i % 2);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static JdbcMetricsDataSource source(DataSource dataSource, Kind kind, ZoneId column) {
        return JdbcMetricsDataSource.of(
                dataSource,
                MetricsSchema.builder()
                        .trades(t -> t.select("SELECT happened, amount, market, 1 AS state FROM daily_trades")
                                .executedAt("happened", kind.mapped(column))
                                .status("state")
                                .succeeded("1")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .pnl("amount")
                                .price("amount")
                                .market("market"))
                        .build());
    }
}
