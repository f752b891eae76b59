package io.axisor.metrics.jdbc;

import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.users.SurveyKind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each odd value that the type of a column can hold, in each column of each table: the domain answers, and the row is either
 * right or counted among the issues. A test is one table with clean rows and one row for each odd value.
 */
abstract class OddValues extends OddTimes {

    OddValues(Engine engine) {
        super(engine);
    }

    /** Every type that holds amounts, with 5 and what is none. */
    abstract Stream<OddColumn> amounts();

    /** Types of single precision. */
    Stream<String> singles() {
        return Stream.of("REAL");
    }

    /** Types of double precision that are added up. */
    Stream<String> doubles() {
        return Stream.of("DOUBLE PRECISION");
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void amountsOfPaymentsAndSubscriptions(OddColumn amount) {
        rows(amount, "odd_payments", "amount T, who INTEGER, made DATE")
                .clean("C, 1, D")
                .odd("X, 1, D")
                .write();

        measured(schema -> {
                    payments(schema);
                    schema.subscriptions(s -> s.table("odd_payments")
                            .userId("who")
                            .amount("amount")
                            .fixedCurrency(USD)
                            .fixedInterval(BillingInterval.MONTH)
                            .startedAt("made"));
                })
                .shows("revenue.gross.lifetime{currency=USD}", 5)
                .shows("revenue.mrr{currency=USD, plan=unspecified}", 5)
                .issues(
                        issue("payments.amount", amount.odd().size()),
                        issue("subscriptions.amount", amount.odd().size()));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void amountsOfRefunds(OddColumn amount) {
        rows(amount, "odd_payments", "nr INTEGER, amount INTEGER, made DATE")
                .clean("1, 5000, D")
                .write();
        rows(amount, "odd_refunds", "payment INTEGER, amount T, back DATE")
                .clean("1, C, D")
                .odd("1, X, D")
                .write();

        measured(schema -> schema.payments(p -> p.table("odd_payments")
                                .id("nr")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .fixedStatus(PaymentStatus.SUCCEEDED)
                                .createdAt("made"))
                        .refunds(r -> r.table("odd_refunds")
                                .paymentId("payment")
                                .amount("amount")
                                .refundedAt("back")))
                .shows("revenue.refunded.lifetime{currency=USD}", 5)
                .shows("revenue.refunded.30d{currency=USD}", 5)
                .issues(issue("refunds.amount", amount.odd().size()));
    }

    /** What is NULL was not given back, or not in part. */
    @ParameterizedTest
    @MethodSource("amounts")
    void refundedAmountsOfPayments(OddColumn amount) {
        rows(amount, "odd_payments", "amount INTEGER, back T, state VARCHAR(9), made DATE")
                .clean("100, C, 'paid', D", "100, C, 'back', D")
                .odd("100, X, 'paid', D", "100, X, 'back', D")
                .write();
        int nulls = amount.odd().size() - amount.notNull();

        measured(schema -> schema.payments(p -> p.table("odd_payments")
                        .amount("amount")
                        .refundedAmount("back")
                        .fixedCurrency(USD)
                        .status("state")
                        .succeeded("paid")
                        .refunded("back")
                        .createdAt("made")))
                .shows("revenue.gross.lifetime{currency=USD}", 200 + 200 * nulls)
                .shows("revenue.refunded.lifetime{currency=USD}", 10 + 100 * nulls)
                .issues(issues(issue("payments.refunded_amount", 2 * amount.notNull())));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void amountsOfTradesAndMarkets(OddColumn amount) {
        rows(amount, "odd_trades", "amount T, market VARCHAR(9), state VARCHAR(9), done DATE")
                .clean("C, 'BTC', 'paid', D")
                .odd("X, 'BTC', 'paid', D")
                .write();

        measured(schema -> schema.trades(t -> t.table("odd_trades")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .status("state")
                                .succeeded("paid")
                                .pnl("amount")
                                .executedAt("done"))
                        .marketLog(m -> m.table("odd_trades")
                                .market("market")
                                .amount("amount")
                                .price("amount")
                                .executedAt("done")))
                .shows("trades.volume.lifetime{currency=USD}", 5)
                .shows("trades.win.lifetime", "1/1")
                .shows("market.volume.30d{market=BTC}", 5)
                .issues(
                        issue("trades.amount", amount.odd().size()),
                        issue("market.amount", amount.odd().size()));
    }

    /** A trade without a profit is open, and one of whose profit nothing is known is not. */
    @ParameterizedTest
    @MethodSource("amounts")
    void profitsOfTrades(OddColumn profit) {
        rows(profit, "odd_trades", "amount INTEGER, pnl T, state VARCHAR(9), done DATE")
                .clean("100, C, 'paid', D")
                .odd("100, X, 'paid', D")
                .write();

        measured(schema -> schema.trades(t -> t.table("odd_trades")
                        .amount("amount")
                        .fixedCurrency(USD)
                        .status("state")
                        .succeeded("paid")
                        .pnl("pnl")
                        .executedAt("done")))
                .shows("trades{outcome=succeeded}", 1 + profit.odd().size())
                .shows(
                        "trades.volume.lifetime{currency=USD}",
                        100 * (1 + profit.odd().size()))
                .shows("trades.win.lifetime", "1/1")
                .issues(issues(issue("trades.pnl", profit.notNull())));
    }

    /** The price of a trade that has no market serves no metric, but is no number either. */
    @ParameterizedTest
    @MethodSource("amounts")
    void pricesOfTradesAndMarkets(OddColumn price) {
        rows(price, "odd_trades", "amount INTEGER, price T, market VARCHAR(9), state VARCHAR(9), done DATE")
                .clean("100, C, 'BTC', 'paid', D")
                .odd("100, X, 'BTC', 'paid', D")
                .write();

        measured(schema -> schema.trades(t -> t.table("odd_trades")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .status("state")
                                .succeeded("paid")
                                .market("market")
                                .price("price")
                                .executedAt("done"))
                        .marketLog(m -> m.table("odd_trades")
                                .market("market")
                                .amount("amount")
                                .price("price")
                                .executedAt("done")))
                .shows(
                        "trades.volume.lifetime{currency=USD}",
                        100 * (1 + price.odd().size()))
                .shows("market.volume.30d{market=BTC}", 100 * (1 + price.odd().size()))
                .issues(issues(issue("trades.price", price.notNull()), issue("market.price", price.notNull())));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void scoresOfTicketsAndSurveys(OddColumn score) {
        rows(score, "odd_scores", "score T, happened DATE")
                .clean("C, D")
                .odd("X, D")
                .write();

        measured(schema -> schema.tickets(t -> t.table("odd_scores")
                                .score("score")
                                .openedAt("happened")
                                .resolvedAt("happened"))
                        .surveys(s -> s.table("odd_scores")
                                .fixedKind(SurveyKind.CSAT)
                                .score("score")
                                .answeredAt("happened")))
                .shows("support.satisfaction.30d", "1/1")
                .shows("satisfaction.csat.90d", "1/1")
                .shows("satisfaction.responses.90d", 1)
                .issues(issues(
                        issue("tickets.score", score.notNull()),
                        issue("surveys.score", score.odd().size())));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void durationsOfExecutions(OddColumn seconds) {
        rows(seconds, "odd_runs", "bot INTEGER, took T, result VARCHAR(9), began DATE")
                .clean("1, C, 'ok', D")
                .odd("1, X, 'ok', D")
                .write();

        measured(schema -> schema.executions(e -> e.table("odd_runs")
                        .automationId("bot")
                        .durationInSeconds("took")
                        .status("result")
                        .succeeded("ok")
                        .startedAt("began")))
                .shows("automations.duration.30d.max", 5)
                .shows(
                        "automations.executions.30d{automation=unspecified, outcome=succeeded}",
                        1 + seconds.odd().size())
                .issues(issues(issue("executions.duration", seconds.notNull())));
    }

    /** No count is one. */
    @ParameterizedTest
    @MethodSource("amounts")
    void countsOfIntervals(OddColumn count) {
        rows(count, "odd_abos", "amount INTEGER, periods T, begun DATE")
                .clean("60, C, D")
                .odd("1000, X, D")
                .write();
        int nulls = count.odd().size() - count.notNull();

        measured(schema -> schema.subscriptions(s -> s.table("odd_abos")
                        .userId("amount")
                        .amount("amount")
                        .fixedCurrency(USD)
                        .fixedInterval(BillingInterval.MONTH)
                        .intervalCount("periods")
                        .startedAt("begun")))
                .shows("revenue.mrr{currency=USD, plan=unspecified}", 12 + 1000 * nulls)
                .issues(issues(issue("subscriptions.interval", count.notNull())));
    }

    /** Types that hold fractions, with literals of 2. */
    Stream<OddColumn> fractions() {
        return Stream.of(
                new OddColumn("DECIMAL(10, 2)", "2.00", List.of("1.5", "0.5", "2.01", "0", "-1.5")),
                new OddColumn("DOUBLE PRECISION", "2.0", List.of("1.5", "0.5", "2.0000001", "0", "-1.5")));
    }

    @ParameterizedTest
    @MethodSource("fractions")
    void fractionsOfIntervals(OddColumn count) {
        rows(count, "odd_abos", "amount INTEGER, periods T, begun DATE")
                .clean("60, C, D")
                .odd("1000, X, D")
                .write();

        measured(schema -> schema.subscriptions(s -> s.table("odd_abos")
                        .userId("amount")
                        .amount("amount")
                        .fixedCurrency(USD)
                        .fixedInterval(BillingInterval.MONTH)
                        .intervalCount("periods")
                        .startedAt("begun")))
                .shows("revenue.mrr{currency=USD, plan=unspecified}", 30)
                .issues(issue("subscriptions.interval", count.odd().size()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("singles")
    void aNumberOfSinglePrecisionCountsAsTheDecimalThatWasWritten(String type) {
        Rows payments = rows(amount(type), "odd_payments", "amount T, who INTEGER, made DATE");
        IntStream.range(0, 1000).forEach(i -> payments.clean("19.99, 1, D"));
        Stream.of("112345.66", "0.1", "16.01", "0", "0.000123", "8", "16777216")
                .forEach(value -> payments.clean(value + ", 1, D"));
        payments.write();

        measured(OddValues::payments).shows("revenue.gross.lifetime{currency=USD}", "16909575.770123");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("doubles")
    void aNumberOfDoublePrecisionCountsAsTheDecimalThatWasWritten(String type) {
        Rows payments = rows(amount(type), "odd_payments", "amount T, who INTEGER, made DATE");
        Stream.of("0.1", "0.2", "1234567.89", "123456789012.3456", "19.99", "1E15")
                .forEach(value -> payments.clean(value + ", 1, D"));
        payments.write();

        measured(OddValues::payments).shows("revenue.gross.lifetime{currency=USD}", "1000123458023600.5256");
    }

    private static String[] issues(String... found) {
        return Stream.of(found).filter(issue -> !issue.endsWith(" 0")).toArray(String[]::new);
    }

    private static void payments(MetricsSchema.Builder schema) {
        schema.payments(p -> p.table("odd_payments")
                .userId("who")
                .amount("amount")
                .fixedCurrency(USD)
                .fixedStatus(PaymentStatus.SUCCEEDED)
                .createdAt("made"));
    }
}
