package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each odd value that the type of a column can hold, in each column of each table: the domain answers, and the row is either
 * right or counted among the issues. A test is one table with clean rows and one row for each odd value.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OddValues {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    private final Engine engine;

    OddValues(Engine engine) {
        this.engine = engine;
    }

    /**
     * A type of columns of times.
     *
     * @param type the type
     * @param kind what it holds
     * @param clean a literal of a time of April 2026
     * @param never literals of what stands for no time
     * @param future literals of times that are yet to come
     */
    record TimeColumn(String type, TimeKind kind, String clean, List<String> never, List<String> future) {
        @Override
        public String toString() {
            return type + " of " + never.size() + " and " + future.size() + " odd times";
        }
    }

    /**
     * A type of columns of amounts.
     *
     * @param type the type
     * @param odd literals of what is no amount
     */
    record AmountColumn(String type, List<String> odd) {
        @Override
        public String toString() {
            return type;
        }
    }

    /** Every type that holds times. */
    abstract Stream<TimeColumn> times();

    /** Counters, as every database has them. */
    static Stream<TimeColumn> counters() {
        return Stream.of(
                new TimeColumn(
                        "BIGINT",
                        TimeKind.epochSeconds(),
                        "1775800000",
                        List.of("0", "-2208902401", "-9223372036854775807"),
                        List.of("4102444800", "1775800000000", "9223372036854775807")),
                new TimeColumn(
                        "BIGINT",
                        TimeKind.epochMillis(),
                        "1775800000000",
                        List.of("0", "-2208902400001", "-9223372036854775807"),
                        List.of("4102444800000", "9223372036854775807")));
    }

    /** Every type that holds amounts, with what is none. */
    abstract Stream<AmountColumn> amounts();

    /** Types of text that fold case, and the plain one. */
    Stream<String> texts() {
        return Stream.of("VARCHAR(20)");
    }

    /** Types of single precision. */
    Stream<String> singles() {
        return Stream.of("REAL");
    }

    /** Types of double precision that are added up. */
    Stream<String> doubles() {
        return Stream.of("DOUBLE PRECISION");
    }

    /** What lets odd values in. */
    List<String> before() {
        return List.of();
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfAccounts(TimeColumn time) {
        Table table =
                new Table("odd_users", "id INTEGER, born " + time.type + ", gone " + time.type + ", seen " + time.type);
        table.add("1, " + time.clean + ", NULL, " + time.clean).add("2, " + time.clean + ", NULL, " + time.clean);
        List<String> odd = all(time);
        odd.forEach(value -> table.add("3, " + value + ", NULL, NULL")
                .add("4, " + time.clean + ", " + value + ", NULL")
                .add("5, " + time.clean + ", NULL, " + value));
        table.write();

        measured(MetricsSchema.builder()
                        .users(u -> u.table("odd_users")
                                .id("id")
                                .createdAt("born", time.kind)
                                .deletedAt("gone", time.kind)
                                .lastActivityAt("seen", time.kind))
                        .build())
                .shows("users{plan=unspecified}", String.valueOf(2 + 2 * odd.size()))
                .shows("users.new.30d", String.valueOf(2 + 2 * odd.size()))
                .shows("users.active.30d", "2")
                .issues(
                        "users.created_at " + time.never.size(),
                        "users.future " + time.future.size(),
                        "users.last_activity_at " + time.future.size());
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfPayments(TimeColumn time) {
        Table table = new Table(
                "odd_payments",
                "who INTEGER, amount INTEGER, state VARCHAR(9), made " + time.type + ", paid " + time.type);
        table.add("1, 5, 'paid', " + time.clean + ", " + time.clean);
        List<String> odd = all(time);
        odd.forEach(value -> table.add("1, 100, 'paid', " + value + ", " + time.clean)
                .add("1, 1000, 'paid', " + time.clean + ", " + value)
                .add("1, 0, 'paid', " + time.clean + ", " + time.clean)
                .add("1, 0, 'paid', " + time.clean + ", " + time.clean)); // half of all rows may be left out
        table.write();

        measured(MetricsSchema.builder()
                        .payments(p -> p.table("odd_payments")
                                .userId("who")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .status("state")
                                .succeeded("paid")
                                .createdAt("made", time.kind)
                                .paidAt("paid", time.kind))
                        .build())
                .shows("revenue.gross.lifetime{currency=USD}", "5")
                .shows("revenue.collected.30d{currency=USD}", "5")
                .issues(
                        "payments.created_at " + time.never.size(),
                        "payments.paid_at " + time.never.size(),
                        "payments.future " + 2 * time.future.size());
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfSubscriptions(TimeColumn time) {
        Table table = new Table("odd_abos", "who INTEGER, amount INTEGER, begun " + time.type + ", ended " + time.type);
        table.add("1, 6, " + time.clean + ", NULL");
        List<String> odd = all(time);
        odd.forEach(value -> table.add("1, 1000, " + value + ", NULL").add("1, 6, " + time.clean + ", " + value));
        table.write();

        measured(MetricsSchema.builder()
                        .subscriptions(s -> s.table("odd_abos")
                                .userId("who")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .fixedInterval(BillingInterval.MONTH)
                                .startedAt("begun", time.kind)
                                .endedAt("ended", time.kind))
                        .build())
                .shows("revenue.mrr{currency=USD, plan=unspecified}", String.valueOf(6 + 6 * odd.size()))
                .issues("subscriptions.started_at " + time.never.size());
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfTradesAndActivity(TimeColumn time) {
        Table trades = new Table("odd_trades", "amount INTEGER, pnl INTEGER, state VARCHAR(9), done " + time.type);
        trades.add("5, 1, 'paid', " + time.clean);
        Table visits = new Table("odd_visits", "who INTEGER, seen " + time.type);
        visits.add("1, " + time.clean);
        all(time).forEach(value -> {
            trades.add("5, 1, 'paid', " + value);
            visits.add("2, " + value);
        });
        trades.write();
        visits.write();

        measured(MetricsSchema.builder()
                        .activity(a -> a.table("odd_visits").userId("who").occurredAt("seen", time.kind))
                        .trades(t -> t.table("odd_trades")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .status("state")
                                .succeeded("paid")
                                .pnl("pnl")
                                .executedAt("done", time.kind))
                        .build())
                .shows("users.active.30d", "1")
                .shows("trades.volume.lifetime{currency=USD}", "5")
                .shows("trades.win.lifetime", "1/1")
                .issues(
                        "activity.occurred_at " + time.never.size(),
                        "activity.future " + time.future.size(),
                        "trades.executed_at " + time.never.size(),
                        "trades.future " + time.future.size());
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void amountsOfPaymentsSubscriptionsAndTrades(AmountColumn amount) {
        String date = day();
        Table payments =
                new Table("odd_payments", "amount " + amount.type + ", who INTEGER, state VARCHAR(9), made DATE");
        Table abos = new Table("odd_abos", "amount " + amount.type + ", who INTEGER, begun DATE");
        Table trades = new Table(
                "odd_trades", "amount " + amount.type + ", pnl " + amount.type + ", state VARCHAR(9), done DATE");
        Stream.concat(Stream.of("5"), amount.odd.stream()).forEach(value -> {
            payments.add(value + ", 1, 'paid', " + date);
            abos.add(value + ", 1, " + date);
            trades.add(value + ", " + value + ", 'paid', " + date);
        });
        payments.write();
        abos.write();
        trades.write();

        measured(MetricsSchema.builder()
                        .payments(p -> p.table("odd_payments")
                                .userId("who")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .status("state")
                                .succeeded("paid")
                                .createdAt("made"))
                        .subscriptions(s -> s.table("odd_abos")
                                .userId("who")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .fixedInterval(BillingInterval.MONTH)
                                .startedAt("begun"))
                        .trades(t -> t.table("odd_trades")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .status("state")
                                .succeeded("paid")
                                .pnl("pnl")
                                .executedAt("done"))
                        .build())
                .shows("revenue.gross.lifetime{currency=USD}", "5")
                .shows("revenue.mrr{currency=USD, plan=unspecified}", "5")
                .shows("trades.volume.lifetime{currency=USD}", "5")
                .shows("trades.win.lifetime", "1/1")
                .issues(
                        "payments.amount " + amount.odd.size(),
                        "subscriptions.amount " + amount.odd.size(),
                        "trades.amount " + amount.odd.size());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("singles")
    void aNumberOfSinglePrecisionCountsAsTheDecimalThatWasWritten(String type) throws SQLException {
        Table payments = new Table("odd_payments", "amount " + type + ", who INTEGER, state VARCHAR(9), made DATE");
        IntStream.range(0, 1000).forEach(i -> payments.add("19.99, 1, 'paid', " + day()));
        Stream.of("112345.66", "0.1", "16.01", "0", "0.000123", "8", "16777216")
                .forEach(value -> payments.add(value + ", 1, 'paid', " + day()));
        payments.write();

        measured(payments()).shows("revenue.gross.lifetime{currency=USD}", "16909575.770123");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("doubles")
    void aNumberOfDoublePrecisionCountsAsTheDecimalThatWasWritten(String type) {
        Table payments = new Table("odd_payments", "amount " + type + ", who INTEGER, state VARCHAR(9), made DATE");
        Stream.of("0.1", "0.2", "1234567.89", "123456789012.3456", "19.99", "1E15")
                .forEach(value -> payments.add(value + ", 1, 'paid', " + day()));
        payments.write();

        measured(payments()).shows("revenue.gross.lifetime{currency=USD}", "1000123458023600.5256");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textIsComparedByteByByteWhateverTheCollation(String type) {
        Table payments = new Table(
                "odd_payments", "amount INTEGER, who INTEGER, state " + type + ", plan " + type + ", made DATE");
        payments.add("1, 1, 'paid', 'pro', " + day())
                .add("10, 1, 'Paid', 'pro', " + day())
                .add("100, 1, 'paid', 'Pro', " + day())
                .add("1000, 1, 'paid', '', " + day())
                .add("10000, 1, '', 'pro', " + day())
                .add("100000, 1, NULL, 'pro', " + day())
                .add("1000000, 1, 'paid', NULL, " + day());
        payments.write();
        MetricsSchema schema = MetricsSchema.builder()
                .payments(p -> p.table("odd_payments")
                        .userId("who")
                        .amount("amount")
                        .fixedCurrency(USD)
                        .status("state")
                        .succeeded("paid")
                        .plan("plan")
                        .createdAt("made"))
                .build();

        measured(schema)
                .shows("revenue.lifetime{currency=USD, plan=pro}", "1")
                .shows("revenue.lifetime{currency=USD, plan=Pro}", "100")
                .shows("revenue.lifetime{currency=USD, plan=unspecified}", "1001000")
                .issues("payments.status 3");
    }

    private static MetricsSchema payments() {
        return MetricsSchema.builder()
                .payments(p -> p.table("odd_payments")
                        .userId("who")
                        .amount("amount")
                        .fixedCurrency(USD)
                        .status("state")
                        .succeeded("paid")
                        .createdAt("made"))
                .build();
    }

    /** A day of April 2026, as a literal. */
    String day() {
        return "DATE '2026-04-10'";
    }

    private static List<String> all(TimeColumn time) {
        return Stream.concat(time.never.stream(), time.future.stream()).toList();
    }

    private Measured measured(MetricsSchema schema) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(engine.dataSource(), schema);
        assertThat(source.verify().errors()).isEmpty();
        return Measured.of(source, SourceUnderTest.NOW);
    }

    /** A table that is written at once. */
    private final class Table {

        private final String name;
        private final String columns;
        private final List<String> rows = new ArrayList<>();

        Table(String name, String columns) {
            this.name = name;
            this.columns = columns;
        }

        Table add(String values) {
            rows.add(values);
            return this;
        }

        void write() {
            engine.drop(name);
            List<String> statements = new ArrayList<>(before());
            statements.add("CREATE TABLE " + name + " (" + columns + ")");
            rows.forEach(row -> statements.add("INSERT INTO " + name + " VALUES (" + row + ")"));
            engine.run(statements.toArray(new String[0]));
        }
    }
}
