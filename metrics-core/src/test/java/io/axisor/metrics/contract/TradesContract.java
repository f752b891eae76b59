package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.closed;
import static io.axisor.metrics.contract.Rows.trade;
import static io.axisor.metrics.value.Outcome.FAILED;
import static io.axisor.metrics.value.Outcome.OTHER;
import static io.axisor.metrics.value.Outcome.SUCCEEDED;

import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.source.row.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Trades: how they ended, what made them, and what they moved. */
interface TradesContract extends SourceUnderTest {

    private Trade by(@Nullable String automationType) {
        return new Trade(daysAgo(2), SUCCEEDED, BigDecimal.ONE, "USD", automationType, null, null, null);
    }

    @Test
    default void aTradeBelongsToTheWindowsItWasExecutedIn() {
        Company.Builder company = Company.builder()
                .trades(
                        trade(SUCCEEDED, "1", NOW),
                        trade(SUCCEEDED, "2", justBefore(NOW)),
                        trade(SUCCEEDED, "4", daysAgo(1)),
                        trade(SUCCEEDED, "8", justBefore(daysAgo(1))),
                        trade(SUCCEEDED, "16", daysAgo(30)),
                        trade(SUCCEEDED, "32", justBefore(daysAgo(30))),
                        trade(SUCCEEDED, "64", daysAgo(60)),
                        trade(SUCCEEDED, "128", justBefore(daysAgo(60))),
                        trade(FAILED, "1000", daysAgo(1)),
                        trade(FAILED, "1000", justBefore(daysAgo(1))));
        now(company)
                .showsOnly("trades.volume.24h", "{currency=USD} 6")
                .showsOnly("trades.volume.30d", "{currency=USD} 30")
                .showsOnly("trades.volume.lifetime", "{currency=USD} 254")
                .showsOnly("trades.size.mean.24h", "{currency=USD} 6/2")
                .showsOnly("trades.size.mean.30d", "{currency=USD} 30/4")
                .showsOnly("trades.size.mean.lifetime", "{currency=USD} 254/7")
                .showsOnly("trades.volume.growth.30d", "{currency=USD} -66/96")
                .shows("trades.success.24h", "2/3")
                .shows("trades.success.30d", "4/6")
                .shows("trades.success.lifetime", "7/9")
                .showsOnly("trades", "{outcome=succeeded} 7", "{outcome=failed} 2", "{outcome=other} 0")
                .issues();
        at(daysAgo(30), company)
                .showsOnly("trades.volume.24h", "{currency=USD} 32")
                .showsOnly("trades.volume.30d", "{currency=USD} 96")
                .showsOnly("trades.volume.growth.30d", "{currency=USD} -32/128")
                .shows("trades{outcome=failed}", "0");
    }

    @Test
    default void whatNeitherSucceededNorFailedIsNotRatedAndMovesNothing() {
        now(Company.builder()
                        .trades(
                                trade(SUCCEEDED, "1", daysAgo(2)),
                                trade(SUCCEEDED, "0", daysAgo(2)),
                                trade(FAILED, "2", daysAgo(2)),
                                trade(FAILED, null, daysAgo(2)),
                                trade(OTHER, "4", daysAgo(2)),
                                trade(OTHER, null, daysAgo(2))))
                .showsOnly("trades", "{outcome=succeeded} 2", "{outcome=failed} 2", "{outcome=other} 2")
                .shows("trades.success.30d", "2/4")
                .shows("trades.success.24h", "NO_DATA")
                .showsOnly("trades.volume.30d", "{currency=USD} 1")
                .showsOnly("trades.size.mean.30d", "{currency=USD} 1/2")
                .showsOnly("trades.size.mean.24h", "{currency=USD} NO_DATA")
                .issues();
    }

    @Test
    default void tradesCountByWhatMadeThem() {
        now(Company.builder()
                        .automationTypes(AutomationCatalogue.DEFAULT.withKnown("dca", "idle"))
                        .trades(by("dca"), by("grid"), by("dca"), by(null), by(""), by("  "), by("manual"))
                        .trades(trade(FAILED, null, daysAgo(900)), trade(OTHER, null, NOW)))
                .showsOnly(
                        "trades.by.automation",
                        "{automation=dca} 2",
                        "{automation=grid} 1",
                        "{automation=idle} 0",
                        "{automation=manual} 5");
    }

    @Test
    default void unlikeCurrenciesAreNeverAddedInTrades() {
        now(Company.builder()
                        .trades(
                                trade("USD", SUCCEEDED, "0.10", null, daysAgo(3)),
                                trade("usd", SUCCEEDED, "0.20", null, daysAgo(3)),
                                trade(" Usd", SUCCEEDED, "0.40", null, daysAgo(33)),
                                trade("JPY", SUCCEEDED, "1234567", null, daysAgo(3)),
                                trade("BTC", SUCCEEDED, "0.00000001", null, daysAgo(3)),
                                trade("EUR", FAILED, null, null, daysAgo(3))))
                .showsOnly(
                        "trades.volume.lifetime",
                        "{currency=USD} 0.70",
                        "{currency=JPY} 1234567",
                        "{currency=BTC} 0.00000001",
                        "{currency=EUR} 0")
                .showsOnly(
                        "trades.volume.growth.30d",
                        "{currency=USD} -0.1/0.4",
                        "{currency=JPY} UNDEFINED",
                        "{currency=BTC} UNDEFINED",
                        "{currency=EUR} NO_DATA")
                .issues();
    }

    @Test
    default void aKnownCurrencyIsZeroWhenNothingWasTraded() {
        now(Company.builder().knownCurrencies("USD", "EUR").trades(trade("EUR", SUCCEEDED, "3", null, daysAgo(40))))
                .showsOnly("trades.volume.30d", "{currency=USD} 0", "{currency=EUR} 0")
                .showsOnly("trades.volume.lifetime", "{currency=USD} 0", "{currency=EUR} 3")
                .showsOnly("trades.size.mean.lifetime", "{currency=USD} NO_DATA", "{currency=EUR} 3/1")
                .showsOnly("trades.volume.growth.30d", "{currency=USD} NO_DATA", "{currency=EUR} -3/3");
    }

    @Test
    default void aFixedCurrencyIsThatOfEveryTrade() {
        now(Company.builder()
                        .fixedCurrency("JPY")
                        .trades(
                                trade(null, SUCCEEDED, "3", "1", daysAgo(4)),
                                trade("USD", SUCCEEDED, "4", "-2", daysAgo(4))))
                .showsOnly("trades.volume.30d", "{currency=JPY} 7")
                .showsOnly("trades.expectancy.90d", "{currency=JPY} -1/2")
                .issues();
        now(Company.builder().fixedCurrency("JPY").trades()).showsOnly("trades.volume.24h", "{currency=JPY} 0");
    }

    @Test
    default void sumsOfTradesAreExactBeyondTheReachOfALong() {
        now(Company.builder()
                        .trades(IntStream.range(0, 100)
                                .mapToObj(i -> trade(
                                        "USD", SUCCEEDED, "9999999999999999.99", "-9999999999999999.98", daysAgo(3)))
                                .toArray(Trade[]::new)))
                .shows("trades.volume.30d{currency=USD}", "999999999999999999.00")
                .shows("trades.expectancy.90d{currency=USD}", "-999999999999999998/100")
                .shows("trades.drawdown.lifetime{currency=USD}", "999999999999999998");
    }

    @Test
    default void aTradeWithoutADateOrOfTheFutureCountsNowhere() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        Company.Builder company = Company.builder()
                .trades(
                        trade("ZZZ", SUCCEEDED, null, "1", null),
                        closed("1", null),
                        trade("ZZZ", SUCCEEDED, "-1", "1", justAfter(latest)),
                        closed("1", NOW.plus(Duration.ofDays(9))),
                        closed("1", latest),
                        trade("ZZZ", SUCCEEDED, "-1", "1", latest),
                        trade("ZZZ", SUCCEEDED, "-1", "1", NOW));
        now(company)
                .showsOnly("trades", "{outcome=succeeded} 0", "{outcome=failed} 0", "{outcome=other} 0")
                .showsOnly("trades.volume.lifetime", "{} NO_DATA")
                .showsOnly("trades.expectancy.lifetime", "{} NO_DATA")
                .shows("trades.win.lifetime", "NO_DATA")
                .issues("trades.executed_at 2", "trades.future 2");
        at(latest.plus(Duration.ofMinutes(1)), company)
                .shows("trades{outcome=succeeded}", "4")
                .issues("trades.executed_at 2", "trades.amount 3", "trades.future 1");
    }

    @Test
    default void aTradeKeepsItsProfitWhenItsAmountIsDirty() {
        now(Company.builder()
                        .trades(
                                trade("USD", SUCCEEDED, "10", "5", daysAgo(3)),
                                trade("USD", SUCCEEDED, null, "7", daysAgo(3)),
                                trade("USD", SUCCEEDED, "-0.01", "-1", daysAgo(3)),
                                trade("USD", FAILED, "-3", "-2", daysAgo(3)),
                                trade("USD", OTHER, "-3", null, daysAgo(3)),
                                trade("USD", FAILED, null, null, daysAgo(3))))
                .showsOnly("trades", "{outcome=succeeded} 3", "{outcome=failed} 2", "{outcome=other} 1")
                .showsOnly("trades.volume.lifetime", "{currency=USD} 10")
                .showsOnly("trades.size.mean.30d", "{currency=USD} 10/1")
                .shows("trades.success.30d", "3/5")
                .showsOnly("trades.profit.factor.90d", "{currency=USD} 12/3")
                .showsOnly("trades.expectancy.90d", "{currency=USD} 9/4")
                .shows("trades.win.30d", "2/4")
                .issues("trades.amount 4");
    }

    @Test
    default void aTradeOfAnUnknownCurrencyCountsWithoutItsMoney() {
        now(Company.builder()
                        .trades(
                                trade("ZZZ", SUCCEEDED, "10", "5", daysAgo(3)),
                                trade("XXX", SUCCEEDED, "10", null, daysAgo(3)),
                                trade("", FAILED, null, "5", daysAgo(3)),
                                trade(null, OTHER, "10", null, daysAgo(3)),
                                trade(null, OTHER, "0", "0", daysAgo(3)),
                                trade(null, FAILED, null, null, daysAgo(3)),
                                trade("ZZZ", OTHER, null, null, daysAgo(3)),
                                trade("ZZZ", SUCCEEDED, null, "5", daysAgo(3)),
                                trade("ZZZ", SUCCEEDED, "-1", null, daysAgo(3))))
                .showsOnly("trades", "{outcome=succeeded} 4", "{outcome=failed} 2", "{outcome=other} 3")
                .showsOnly("trades.volume.lifetime", "{} NO_DATA")
                .showsOnly("trades.size.mean.lifetime", "{} NO_DATA")
                .showsOnly("trades.expectancy.lifetime", "{} NO_DATA")
                .shows("trades.win.lifetime", "NO_DATA")
                .issues("trades.currency 5", "trades.amount 2");
    }

    @Test
    default void mappedButEmptyTradesAreZero() {
        now(Company.builder().knownCurrencies("USD").trades())
                .showsOnly("trades", "{outcome=succeeded} 0", "{outcome=failed} 0", "{outcome=other} 0")
                .showsOnly("trades.by.automation", "{automation=unspecified} 0")
                .showsOnly("trades.volume.24h", "{currency=USD} 0")
                .showsOnly("trades.size.mean.24h", "{currency=USD} NO_DATA")
                .showsOnly("trades.volume.growth.30d", "{currency=USD} NO_DATA")
                .shows("trades.success.lifetime", "NO_DATA")
                .issues();
        now(Company.builder().trades())
                .showsOnly("trades.volume.24h", "{} NO_DATA")
                .showsOnly("trades.volume.growth.30d", "{} NO_DATA");
    }

    @Test
    default void everyCheckOfTradesAndMarketsThatFindsNothingShowsZero() {
        now(Company.builder().trades())
                .showsOnly(
                        "data.issues",
                        "{check=trades.executed_at} 0",
                        "{check=trades.future} 0",
                        "{check=trades.amount} 0",
                        "{check=trades.pnl} 0",
                        "{check=trades.currency} 0",
                        "{check=trades.price} 0");
        now(Company.builder().marketLog())
                .showsOnly(
                        "data.issues",
                        "{check=market.amount} 0",
                        "{check=market.executed_at} 0",
                        "{check=market.future} 0",
                        "{check=market.price} 0");
    }
}
