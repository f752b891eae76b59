package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.contract.Measurements;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.trading.CurrencyProfit;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trades of a published back test against what other tools say of them; the golden files name the sources. */
class FreqtradeIT {

    /** Seen from this module, in which Maven runs its tests. */
    private static final Path TRADES = Path.of("../../shared/data/freqtrade_trades.csv");

    private static final Instant END_OF_MONTH = Instant.parse("2018-02-01T00:00:00Z");
    private static final CurrencyUnit BTC = CurrencyUnit.of("BTC");

    private static JdbcMetricsDataSource load(Databases database) throws IOException, SQLException {
        assumeThat(TRADES)
                .as("the data sets are not part of the project; they stand in ../shared seen from its root")
                .isRegularFile();
        database.run(
                "DROP TABLE IF EXISTS backtest",
                "CREATE TABLE backtest (pair VARCHAR(20), closed_at " + database.zonedType()
                        + ", stake DECIMAL(12, 8), close_rate DECIMAL(38, 24), profit_abs DECIMAL(38, 24),"
                        + " exit_reason VARCHAR(20))");
        List<String> lines = Files.readAllLines(TRADES);
        List<String> header = List.of(lines.get(0).split(",", -1));
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO backtest VALUES (?, ?, ?, ?, ?, ?)")) {
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = List.of(line.split(",", -1));
                insert.setString(1, cells.get(header.indexOf("pair")));
                insert.setObject(2, OffsetDateTime.parse(cells.get(header.indexOf("close_ts"))));
                insert.setBigDecimal(3, new BigDecimal(cells.get(header.indexOf("stake"))));
                insert.setBigDecimal(4, new BigDecimal(cells.get(header.indexOf("close_rate"))));
                insert.setBigDecimal(5, new BigDecimal(cells.get(header.indexOf("profit_abs"))));
                insert.setString(6, cells.get(header.indexOf("exit_reason")));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return JdbcMetricsDataSource.of(
                database.dataSource(),
                MetricsSchema.builder()
                        .capital(new Money(new BigDecimal("0.01"), BTC))
                        .trades(t -> t.table("backtest")
                                .executedAt("closed_at")
                                .status("exit_reason")
                                .succeeded("roi", "stop_loss", "force_exit")
                                .amount("stake")
                                .fixedCurrency(BTC)
                                .pnl("profit_abs")
                                .market("pair")
                                .price("close_rate"))
                        .build());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void agreesWithWhatOtherToolsSay(Databases database) throws IOException, SQLException {
        SortedMap<String, Measurement> measured = new TreeMap<>();
        BusinessMetrics.builder(load(database), ZoneOffset.UTC)
                .build()
                .asOf(END_OF_MONTH)
                .trading()
                .measurements()
                .forEach(m -> measured.put(Measurements.series(m), m));
        SoftAssertions softly = new SoftAssertions();
        for (String line : Golden.lines("freqtrade-2018-02-01.txt")) {
            int blank = line.indexOf(' ', line.indexOf('}') + 1);
            String series = line.substring(0, blank);
            assertThat(measured).containsKey(series);
            softly.assertThat(measured.get(series)
                            .value()
                            .map(Number::doubleValue)
                            .orElse(Double.NaN))
                    .as(series)
                    .isCloseTo(Double.parseDouble(line.substring(blank + 1)), withinPercentage(1e-10));
        }
        softly.assertAll();
        assertThat(Measurements.found(measured.get("trades.win.lifetime"))).isEqualTo("170/179");
        assertThat(measured).noneSatisfy((series, m) -> {
            assertThat(series).startsWith("data.issues");
            assertThat(m.value().orElseThrow().signum()).isNotZero();
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void everyDayBroughtWhatOtherToolsSay(Databases database) throws IOException, SQLException {
        AsOf at = new AsOf(END_OF_MONTH, END_OF_MONTH, BusinessCalendar.of(ZoneOffset.UTC));
        CurrencyProfit profit = load(database)
                .trading(at)
                .trades()
                .get()
                .profit()
                .get()
                .byCurrency()
                .get(BTC);
        SortedMap<LocalDate, BigDecimal> expected = new TreeMap<>();
        for (String line : Golden.lines("freqtrade-days.txt")) {
            expected.put(LocalDate.parse(line.substring(0, 10)), new BigDecimal(line.substring(11)).setScale(18));
        }
        SortedMap<LocalDate, BigDecimal> rounded = new TreeMap<>();
        profit.daily().forEach((day, pnl) -> rounded.put(day, pnl.setScale(18, RoundingMode.HALF_EVEN)));

        assertThat(rounded).isEqualTo(expected);
        assertThat(profit.firstDay()).contains(LocalDate.parse("2018-01-10"));
    }
}
