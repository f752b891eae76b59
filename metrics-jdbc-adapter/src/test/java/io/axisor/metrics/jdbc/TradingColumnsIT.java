package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.jdbc.WatchedDataSource.Run;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts, prices, statuses and automations of trades in the types and places that hosts store them in. */
class TradingColumnsIT {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theTypeOfTheAutomationMayStandInAnotherTable(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS \"Automation\"",
                "CREATE TABLE \"Automation\" (id INTEGER, type VARCHAR(20))",
                "INSERT INTO \"Automation\" VALUES (1, 'dca'), (2, 'grid'), (3, NULL)");
        create(
                database,
                "automation_id INTEGER, amount INTEGER",
                "1, 10",
                "1, 20",
                "2, 30",
                "3, 40",
                "9, 50",
                "NULL, 60");
        measure(
                        database,
                        MetricsSchema.builder()
                                .automationTypes("dca", "idle")
                                .trades(t -> mapped(t)
                                        .join(
                                                "a",
                                                j -> j.table("Automation")
                                                        .key("id")
                                                        .matching("automation_id"))
                                        .automation("a.type")
                                        .fixedCurrency(USD)))
                .showsOnly(
                        "trades.by.automation",
                        "{automation=dca} 2",
                        "{automation=grid} 1",
                        "{automation=idle} 0",
                        "{automation=manual} 3")
                .showsOnly("trades.volume.30d", "{currency=USD} 210");
    }

    static Stream<Arguments> amounts() {
        return Stream.of(Databases.values())
                .flatMap(database -> Stream.of(
                        Arguments.of(database, "SMALLINT", "32767", "65534"),
                        Arguments.of(database, "INTEGER", "2000000000", "4000000000"),
                        Arguments.of(database, "BIGINT", "9000000000000000000", "18000000000000000000"),
                        Arguments.of(database, "DOUBLE PRECISION", "0.1", "0.2"),
                        Arguments.of(database, "NUMERIC(30, 18)", "0.000000000000000001", "0.000000000000000002")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("amounts")
    void sumsOfTradesAreExactAndDoNotOverflow(Databases database, String type, String amount, String sum) {
        create(database, "amount " + type + ", pnl " + type, amount + ", -" + amount, amount + ", -" + amount);
        measure(database, t -> t.pnl("pnl").fixedCurrency(USD))
                .shows("trades.volume.lifetime{currency=USD}", sum)
                .shows("trades.volume.24h{currency=USD}", "0")
                .shows("trades.expectancy.90d{currency=USD}", "-" + sum + "/2")
                .shows("trades.drawdown.90d{currency=USD}", sum)
                .showsOnly("market.volume.30d", "{market=unspecified} " + sum)
                .issues();
    }

    /** Of up to 15 digits, which is what a double holds, and 10 of them behind the point. */
    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"POSTGRESQL, 71", "POSTGRESQL, 72", "POSTGRESQL, 73", "H2, 74"})
    void fractionsAddUpToWhatTheyWereWrittenAs(Databases database, long seed) {
        Random random = new Random(seed);
        List<BigDecimal> amounts = Stream.generate(() -> BigDecimal.valueOf(
                        random.nextLong((long) Math.pow(10, 1 + random.nextInt(15))), random.nextInt(11)))
                .limit(500)
                .toList();
        create(
                database,
                "amount DOUBLE PRECISION, pnl DOUBLE PRECISION",
                amounts.stream()
                        .map(amount -> amount.toPlainString() + ", -" + amount.toPlainString())
                        .toArray(String[]::new));
        String sum = amounts.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros()
                .toPlainString();
        long trades = amounts.size();
        measure(database, t -> t.pnl("pnl").fixedCurrency(USD))
                .shows("trades.volume.lifetime{currency=USD}", sum)
                .shows("trades.expectancy.90d{currency=USD}", "-" + sum + "/" + trades)
                .shows("trades.drawdown.90d{currency=USD}", sum);
    }

    /** 0.1 + 0.2 − 0.3 in binary fractions. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatRoundingLeftIsNeitherWonNorLost(Databases database) {
        create(
                database,
                "amount DOUBLE PRECISION, pnl DOUBLE PRECISION",
                "5.551115123125783E-17, 5.551115123125783E-17",
                "-5.551115123125783E-17, -5.551115123125783E-17",
                "1, 0.0000000002");
        measure(database, t -> t.pnl("pnl").fixedCurrency(USD))
                .shows("trades.win.30d", "1/1")
                .shows("trades.volume.lifetime{currency=USD}", "1")
                .issues();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFractionThatIsNoFiniteNumberIsNoAmountNoProfitAndNoPrice(Databases database) {
        String infinite = "CAST('Infinity' AS DOUBLE PRECISION)";
        create(
                database,
                "amount DOUBLE PRECISION, pnl DOUBLE PRECISION, price DOUBLE PRECISION",
                "2, 3, 5",
                "'NaN', 4, 5",
                "2, 'NaN', 'NaN'",
                infinite + ", " + infinite + ", " + infinite,
                "1E30, -1E30, 1E30");
        measure(database, t -> t.pnl("pnl").price("price").fixedCurrency(USD))
                .shows("trades{outcome=succeeded}", "5")
                .shows("trades.volume.lifetime{currency=USD}", "4")
                .shows("trades.expectancy.90d{currency=USD}", "7/2")
                .shows("trades.drawdown.90d{currency=USD}", "0")
                .issues("trades.amount 3", "trades.pnl 1");
    }

    @Test
    void aDecimalOfPostgresThatIsNoFiniteNumberIsNoAmountNoProfitAndNoPrice() {
        create(
                Databases.POSTGRESQL,
                "amount NUMERIC, pnl NUMERIC, price NUMERIC",
                "2, 3, 5",
                "'NaN', 'NaN', 'NaN'",
                "'Infinity', '-Infinity', 'Infinity'");
        measure(Databases.POSTGRESQL, t -> t.pnl("pnl").price("price").fixedCurrency(USD))
                .shows("trades.volume.lifetime{currency=USD}", "2")
                .shows("trades.expectancy.90d{currency=USD}", "3/1")
                .issues("trades.amount 2");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void minorUnitsOfTradesHaveTheDigitsOfTheirCurrency(Databases database) {
        create(
                database,
                "amount BIGINT, pnl INTEGER, currency CHAR(5)",
                "1999, -50, 'USD'",
                "500, -50, 'JPY'",
                "1, -50, 'BTC'",
                "5, 7, 'XXQ'");
        measure(database, t -> t.pnl("pnl").currency("currency").minorUnits())
                .showsOnly(
                        "trades.volume.lifetime",
                        "{currency=USD} 19.99",
                        "{currency=JPY} 500",
                        "{currency=BTC} 0.00000001")
                .showsOnly(
                        "trades.drawdown.lifetime",
                        "{currency=USD} 0.5",
                        "{currency=JPY} 50",
                        "{currency=BTC} 0.0000005")
                .showsOnly("market.volume.30d", "{market=unspecified} 519.99000001")
                .issues("trades.currency 1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void statusAutomationAndMarketMayBeNumbers(Databases database) {
        create(database, "amount INTEGER, kind SMALLINT", "3, 7", "4, NULL");
        measure(
                        database,
                        MetricsSchema.builder()
                                .trades(t -> t.table("typed_trades")
                                        .executedAt("done_on")
                                        .amount("amount")
                                        .fixedCurrency(USD)
                                        .status("amount")
                                        .succeeded("3")
                                        .failed("4", "5")
                                        .automation("kind")
                                        .market("kind")))
                .showsOnly("trades", "{outcome=succeeded} 1", "{outcome=failed} 1", "{outcome=other} 0")
                .showsOnly("trades.by.automation", "{automation=7} 1", "{automation=manual} 1")
                .showsOnly("market.trades.30d", "{market=7} 1");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HSQLDB") // has no such types
    void statusAutomationAndMarketMayBeOfAnEnumType(Databases database) {
        String type = "ENUM('done', 'lost', 'odd', 'dca', 'BTC')";
        if (database == Databases.POSTGRESQL) {
            database.run(
                    "DROP TABLE IF EXISTS typed_trades",
                    "DROP TYPE IF EXISTS \"Trade Word\"",
                    "CREATE TYPE \"Trade Word\" AS ENUM ('done', 'lost', 'odd', 'dca', 'BTC')");
            type = "\"Trade Word\"";
        }
        create(
                database,
                "amount INTEGER, state " + type + ", made_by " + type + ", venue " + type,
                "3, 'done', 'dca', 'BTC'",
                "4, 'lost', NULL, 'BTC'",
                "5, 'odd', 'dca', NULL");
        measure(
                        database,
                        MetricsSchema.builder()
                                .trades(t -> t.table("typed_trades")
                                        .executedAt("done_on")
                                        .amount("amount")
                                        .fixedCurrency(USD)
                                        .status("state")
                                        .succeeded("done")
                                        .failed("lost")
                                        .automation("made_by")
                                        .market("venue")))
                .showsOnly("trades", "{outcome=succeeded} 1", "{outcome=failed} 1", "{outcome=other} 1")
                .showsOnly("trades.by.automation", "{automation=dca} 2", "{automation=manual} 1")
                .showsOnly("market.trades.30d", "{market=BTC} 1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsNotMappedIsUnavailableAndNamed(Databases database) {
        create(database, "amount INTEGER", "3");
        Measured bare = measure(database, MetricsSchema.builder().trades(t -> bare(t).fixedCurrency(USD)));
        bare.showsOnly("trades.by.automation", "{automation=manual} 1")
                .showsOnly("trades.volume.lifetime", "{currency=USD} 3")
                .issues();
        assertThat(reasons(bare.snapshot().trading().measurements(), "trades.win.30d"))
                .containsExactly("trades.pnl is not mapped");
        assertThat(reasons(bare.snapshot().trading().measurements(), "trades.drawdown.relative.90d"))
                .containsExactly("trades.pnl is not mapped");
        assertThat(reasons(bare.snapshot().trading().measurements(), "market.volume.30d"))
                .containsExactly("neither a market log nor the market of trades is mapped");

        Measured unpriced = measure(database, t -> t.fixedCurrency(USD));
        unpriced.showsOnly("market.volume.30d", "{market=unspecified} 3");
        assertThat(reasons(unpriced.snapshot().trading().measurements(), "market.volatility.30d"))
                .containsExactly("trades.price is not mapped");

        Measured log = measure(
                database,
                MetricsSchema.builder()
                        .marketLog(m -> m.table("typed_trades")
                                .executedAt("done_on")
                                .amount("amount")
                                .market("nowhere")));
        log.showsOnly("market.volume.30d", "{market=unspecified} 3");
        assertThat(reasons(log.snapshot().trading().measurements(), "market.volatility.30d"))
                .containsExactly("market.price is not mapped");
        assertThat(reasons(log.snapshot().trading().measurements(), "trades")).containsExactly("trades are not mapped");
    }

    private static List<String> reasons(List<Measurement> measurements, String name) {
        return measurements.stream()
                .filter(m -> m.name().equals(name))
                .map(m -> m.reason().orElse("none"))
                .toList();
    }

    /** An index on the time of a market log is used: whoever reads it by windows is told where it is missing. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void theLogIsReadByWindowsAndTradesWhole(Databases database) {
        create(database, "amount INTEGER, price INTEGER", "3, 4");
        WatchedDataSource watched = new WatchedDataSource(database.dataSource());
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                watched.dataSource(),
                MetricsSchema.builder()
                        .trades(t -> mapped(t).fixedCurrency(USD).pnl("amount").price("price"))
                        .marketLog(m -> m.table("typed_trades")
                                .executedAt("done_on")
                                .amount("amount")
                                .price("price")
                                .market("nowhere"))
                        .build());

        assertThat(source.verify().errors()).isEmpty();
        assertThat(source.verify().warnings())
                .singleElement()
                .asString()
                .contains("market.executedAt: no index of table")
                .contains("begins with");
        source.trading(WholeCompany.AT);
        watched.forget();
        source.trading(WholeCompany.AT);
        assertThat(watched.lent()).hasSize(1);
        assertThat(watched.runs())
                .extracting(Run::sql)
                .hasSize(4)
                .allSatisfy(sql -> assertThat(sql).doesNotContain("FILTER", "LIMIT", "AVG"));
    }

    private static void create(Databases database, String columns, String... rows) {
        database.run(
                "DROP TABLE IF EXISTS typed_trades",
                "CREATE TABLE typed_trades (" + columns + ", done_on DATE, happened VARCHAR(9), nowhere VARCHAR(9))");
        for (String row : rows) {
            database.run("INSERT INTO typed_trades VALUES (" + row + ", DATE '2026-04-10', 'done', NULL)");
        }
    }

    private static TradesMapping bare(TradesMapping trades) {
        return trades.table("typed_trades")
                .executedAt("done_on")
                .status("happened")
                .succeeded("done")
                .amount("amount");
    }

    private static TradesMapping mapped(TradesMapping trades) {
        return bare(trades).market("nowhere");
    }

    private static Measured measure(Databases database, Consumer<TradesMapping> more) {
        return measure(database, MetricsSchema.builder().trades(t -> more.accept(mapped(t))));
    }

    private static Measured measure(Databases database, MetricsSchema.Builder schema) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(database.dataSource(), schema.build());
        assertThat(source.verify().errors()).isEmpty();
        return Measured.of(source, SourceUnderTest.NOW);
    }
}
