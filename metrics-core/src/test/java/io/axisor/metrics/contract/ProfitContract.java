package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.closed;
import static io.axisor.metrics.contract.Rows.trade;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_90D;
import static io.axisor.metrics.value.Outcome.FAILED;
import static io.axisor.metrics.value.Outcome.OTHER;
import static io.axisor.metrics.value.Outcome.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What trades brought and risked: day by day in Berlin, where clocks went forward on 2026-03-29. */
interface ProfitContract extends SourceUnderTest {

    /** The first instant of a day in Berlin. */
    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
    }

    private static Money money(String currency, String amount) {
        return new Money(new BigDecimal(amount), CurrencyUnit.of(currency));
    }

    private static void isAbout(Measurement measurement, double expected) {
        assertThat(measurement.status()).as("%s", measurement).isEqualTo(Status.OK);
        assertThat(measurement.value().orElseThrow().doubleValue())
                .as("%s", measurement)
                .isCloseTo(expected, withinPercentage(1e-10));
    }

    @Test
    default void aProfitBelongsToTheWindowsItsTradeWasExecutedIn() {
        now(Company.builder()
                        .trades(
                                closed("1", NOW),
                                closed("2", justBefore(NOW)),
                                closed("-4", daysAgo(30)),
                                closed("8", justBefore(daysAgo(30))),
                                closed("-16", daysAgo(90)),
                                closed("32", justBefore(daysAgo(90))),
                                closed("0", daysAgo(90)),
                                closed("0", justBefore(daysAgo(90)))))
                .shows("trades.win.30d", "1/2")
                .shows("trades.win.lifetime", "3/5")
                .showsOnly("trades.profit.factor.90d", "{currency=USD} 10/20")
                .showsOnly("trades.profit.factor.lifetime", "{currency=USD} 42/20")
                .showsOnly("trades.expectancy.90d", "{currency=USD} -10/5")
                .showsOnly("trades.expectancy.lifetime", "{currency=USD} 22/7")
                .issues();
    }

    @Test
    default void aProfitCountsHoweverItsTradeEnded() {
        now(Company.builder()
                        .trades(
                                trade("USD", SUCCEEDED, "1", "3", daysAgo(3)),
                                trade("USD", FAILED, null, "-1", daysAgo(3)),
                                trade("USD", OTHER, "1", "-2", daysAgo(3)),
                                trade("USD", OTHER, "1", "0", daysAgo(3)),
                                trade("USD", SUCCEEDED, "1", null, daysAgo(3))))
                .shows("trades.win.30d", "1/3")
                .showsOnly("trades.profit.factor.90d", "{currency=USD} 3/3")
                .showsOnly("trades.expectancy.90d", "{currency=USD} 0/4");
    }

    @Test
    default void withoutLossesThereIsNoFactorAndWithoutDecidedTradesNoShareOfThoseWon() {
        now(Company.builder().trades(closed("3", daysAgo(3)), closed("0", daysAgo(3))))
                .showsOnly("trades.profit.factor.90d", "{currency=USD} UNDEFINED")
                .shows("trades.win.30d", "1/1");
        now(Company.builder().trades(closed("0", daysAgo(3))))
                .shows("trades.win.30d", "UNDEFINED")
                .showsOnly("trades.expectancy.90d", "{currency=USD} 0/1");
    }

    /** 18 days, of which the lowest are -7 and -6: the quantile lies at 17 × 0.05 = 0.85 between them. */
    @Test
    default void daysAreThoseOfTheBusinessZoneAlsoWhenClocksChange() {
        // 28th: 100 - 1, 29th: -5 - 2, 30th: -10 + 4, today: -1000
        now(Company.builder()
                        .trades(
                                closed("100", day("2026-03-28")),
                                closed("-1", justBefore(day("2026-03-29"))),
                                closed("-5", day("2026-03-29")),
                                closed("-2", justBefore(day("2026-03-30"))),
                                closed("-10", day("2026-03-30")),
                                closed("4", justBefore(day("2026-03-31"))),
                                closed("-1000", day("2026-04-15"))))
                .showsOnly("trades.drawdown.lifetime", "{currency=USD} 13")
                .showsOnly("trades.value.at.risk.lifetime", "{currency=USD} 6.15")
                .issues();
        assertThat(day("2026-03-30")).isEqualTo(day("2026-03-29").plusSeconds(23 * 3600));
    }

    @Test
    default void theDayThatStillRunsDoesNotCountUntilItIsOver() {
        Company.Builder company = Company.builder()
                .trades(closed("10", day("2026-04-13")), closed("-3", day("2026-04-14")), closed("-5", NOW));
        now(company).showsOnly("trades.drawdown.lifetime", "{currency=USD} 3");
        at(day("2026-04-15"), company).showsOnly("trades.drawdown.lifetime", "{currency=USD} 3");
        at(justBefore(day("2026-04-15")), company).showsOnly("trades.drawdown.lifetime", "{currency=USD} 0");
        at(day("2026-04-16"), company).showsOnly("trades.drawdown.lifetime", "{currency=USD} 8");
    }

    @Test
    default void theSeriesBeginsWithTheFirstTradeClosedOrNotAndHoldsIdleDays() {
        // 11th: nothing closed, 12th: idle, 13th: -7, 14th: idle
        now(Company.builder()
                        .trades(
                                trade(SUCCEEDED, "1", day("2026-04-11").plusSeconds(1)),
                                closed("-7", day("2026-04-13").plusSeconds(1))))
                .showsOnly("trades.value.at.risk.lifetime", "{currency=USD} 5.95")
                .showsOnly("trades.value.at.risk.90d", "{currency=USD} 5.95");
        now(Company.builder().trades(closed("-7", day("2026-04-13")), trade(FAILED, null, day("2026-04-12"))))
                .showsOnly("trades.value.at.risk.lifetime", "{currency=USD} 6.3");
    }

    @Test
    default void whatWasTradedTodayAloneHasNoCompleteDay() {
        Measured measured = now(Company.builder()
                .capital(money("USD", "100"))
                .trades(closed("4", day("2026-04-15")), closed("-1", justBefore(NOW))));
        measured.showsOnly("trades.profit.factor.90d", "{currency=USD} 4/1")
                .showsOnly("trades.expectancy.lifetime", "{currency=USD} 3/2")
                .shows("trades.win.30d", "1/2")
                .showsOnly("trades.drawdown.lifetime", "{currency=USD} NO_DATA")
                .showsOnly("trades.drawdown.relative.90d", "{currency=USD} NO_DATA")
                .showsOnly("trades.value.at.risk.90d", "{currency=USD} NO_DATA")
                .shows("trades.sharpe.lifetime", "UNDEFINED")
                .shows("trades.sortino.90d", "UNDEFINED");
    }

    /** Days of 1 and 3: mean 2, deviation √2. Days of -1 and 3: mean 1, downside √(1 ÷ 2). */
    @Test
    default void rewardIsMeasuredByItsDeviation() {
        Measured up = now(Company.builder()
                .trades(closed("1", day("2026-04-13")), closed("5", day("2026-04-14")), closed("-2", daysAgo(1))));
        isAbout(up.snapshot().trading().sharpe(LIFETIME), Math.sqrt(2 * 365));
        isAbout(up.snapshot().trading().sharpe(ROLLING_90D), Math.sqrt(2 * 365));
        up.shows("trades.sortino.lifetime", "UNDEFINED");
        Measured down = now(
                Company.builder().trades(closed("-1", day("2026-04-13")), closed("3", justBefore(day("2026-04-15")))));
        isAbout(down.snapshot().trading().sortino(LIFETIME), Math.sqrt(2 * 365));
        isAbout(down.snapshot().trading().sharpe(LIFETIME), 1 / Math.sqrt(8) * Math.sqrt(365));
        now(Company.builder().trades(closed("3", day("2026-04-13")), closed("3", day("2026-04-14"))))
                .shows("trades.sharpe.lifetime", "UNDEFINED");
        now(Company.builder().trades(closed("3", day("2026-04-14")))).shows("trades.sharpe.lifetime", "UNDEFINED");
    }

    @Test
    default void unlikeProfitsHaveNoCommonRatio() {
        Measured measured = now(Company.builder()
                .trades(
                        closed("1", day("2026-04-13")),
                        closed("3", day("2026-04-14")),
                        trade("EUR", SUCCEEDED, "1", "-9", justBefore(daysAgo(90))),
                        trade("JPY", SUCCEEDED, "1", null, daysAgo(3))));
        measured.shows("trades.sharpe.lifetime", "UNDEFINED")
                .shows("trades.sortino.lifetime", "UNDEFINED")
                .shows("trades.win.lifetime", "2/3")
                .showsOnly(
                        "trades.expectancy.lifetime",
                        "{currency=USD} 4/2",
                        "{currency=EUR} -9/1",
                        "{currency=JPY} NO_DATA")
                .showsOnly("trades.drawdown.90d", "{currency=USD} 0", "{currency=EUR} 0", "{currency=JPY} NO_DATA")
                .showsOnly(
                        "trades.drawdown.lifetime", "{currency=USD} 0", "{currency=EUR} 9", "{currency=JPY} NO_DATA");
        isAbout(measured.snapshot().trading().sharpe(ROLLING_90D), Math.sqrt(2 * 365));
    }

    /** Days of 10 and -22 on 100 are returns of 0.1 and -0.2: mean -0.05, deviation 0.15 × √2. */
    @Test
    default void withCapitalRatiosAreThoseOfReturns() {
        Company.Builder company = Company.builder()
                .capital(money("USD", "100"), money("EUR", "5"))
                .trades(closed("10", day("2026-04-13")), closed("-22", day("2026-04-14")));
        Measured measured = now(company);
        measured.showsOnly("trades.drawdown.lifetime", "{currency=USD} 22")
                .showsOnly("trades.drawdown.relative.lifetime", "{currency=USD} 22/110")
                .showsOnly("trades.value.at.risk.lifetime", "{currency=USD} 20.4");
        isAbout(measured.snapshot().trading().sharpe(LIFETIME), -0.05 / (0.15 * Math.sqrt(2)) * Math.sqrt(365));
        isAbout(measured.snapshot().trading().sortino(LIFETIME), -0.05 / (0.2 / Math.sqrt(2)) * Math.sqrt(365));
        now(company.trades(trade("JPY", SUCCEEDED, "1", "-3", daysAgo(1))))
                .showsOnly("trades.drawdown.relative.lifetime", "{currency=USD} 22/110", "{currency=JPY} UNAVAILABLE")
                .shows("trades.sharpe.lifetime", "UNDEFINED");
    }

    @Test
    default void theLast90DaysBeginWithWhatTheCapitalHadBecome() {
        Measured measured = now(Company.builder()
                .capital(money("USD", "100"))
                .trades(
                        closed("100", daysAgo(120)),
                        closed("-40", daysAgo(100)),
                        closed("-32", day("2026-04-13")),
                        closed("16", day("2026-04-14"))));
        measured.showsOnly("trades.drawdown.relative.lifetime", "{currency=USD} 72/200")
                .showsOnly("trades.drawdown.relative.90d", "{currency=USD} 32/160")
                .showsOnly("trades.drawdown.90d", "{currency=USD} 32");
    }

    @Test
    default void whoHasLostEverythingHasNoReturns() {
        now(Company.builder()
                        .capital(money("USD", "50"))
                        .trades(closed("-60", day("2026-04-13")), closed("1", day("2026-04-14"))))
                .shows("trades.sharpe.lifetime", "UNDEFINED")
                .shows("trades.sortino.90d", "UNDEFINED")
                .showsOnly("trades.drawdown.relative.lifetime", "{currency=USD} 60/50");
        now(Company.builder()
                        .capital(money("USD", "50"))
                        .trades(closed("-60", daysAgo(120)), closed("1", day("2026-04-14"))))
                .showsOnly("trades.drawdown.relative.90d", "{currency=USD} UNDEFINED")
                .showsOnly("trades.drawdown.90d", "{currency=USD} 0");
    }

    /** 90 days before now it was 10:30 on January 15 in Berlin, so the 16th is the first day. */
    @Test
    default void theFirstOfTheLast90DaysIsWhole() {
        now(Company.builder().trades(closed("-100", justBefore(day("2026-01-16"))), closed("-10", day("2026-01-16"))))
                .showsOnly("trades.drawdown.90d", "{currency=USD} 10")
                .showsOnly("trades.drawdown.lifetime", "{currency=USD} 110")
                .showsOnly("trades.expectancy.90d", "{currency=USD} -110/2");
        Instant midnight = day("2026-03-11");
        at(
                        midnight,
                        Company.builder()
                                .trades(
                                        closed("-100", justBefore(day("2025-12-11"))),
                                        closed("-10", day("2025-12-11"))))
                .showsOnly("trades.drawdown.90d", "{currency=USD} 10")
                .showsOnly("trades.expectancy.90d", "{currency=USD} -10/1");
        assertThat(midnight.minusSeconds(90 * 86_400)).isEqualTo(day("2025-12-11"));
    }

    /** Many times clocks changed since. */
    @Test
    default void aHistoryOfManyYearsHasAllItsDays() {
        now(Company.builder()
                        .trades(
                                closed("64", day("2015-06-01")),
                                closed("-1", justBefore(day("2015-10-25"))),
                                closed("2", day("2015-10-25")),
                                closed("-4", justBefore(day("2015-10-26"))),
                                closed("-8", day("2015-10-26")),
                                closed("3", day("2021-03-28")),
                                closed("-16", justBefore(day("2021-03-29")))))
                .showsOnly("trades.drawdown.lifetime", "{currency=USD} 24")
                .showsOnly("trades.value.at.risk.lifetime", "{currency=USD} 0")
                .showsOnly("trades.drawdown.90d", "{currency=USD} 0")
                .showsOnly("trades.expectancy.90d", "{currency=USD} NO_DATA")
                .shows("trades.sharpe.90d", "NO_DATA");
    }

    @Test
    default void withoutAnyClosedTradeThereIsNothingToReckon() {
        for (Company.Builder company : new Company.Builder[] {
            Company.builder().knownCurrencies("USD").trades(),
            Company.builder().trades(trade(SUCCEEDED, "1", daysAgo(9)))
        }) {
            now(company)
                    .shows("trades.win.30d", "NO_DATA")
                    .shows("trades.sharpe.lifetime", "NO_DATA")
                    .shows("trades.sortino.90d", "NO_DATA")
                    .showsOnly("trades.profit.factor.lifetime", "{currency=USD} NO_DATA")
                    .showsOnly("trades.expectancy.90d", "{currency=USD} NO_DATA")
                    .showsOnly("trades.drawdown.lifetime", "{currency=USD} NO_DATA")
                    .showsOnly("trades.drawdown.relative.lifetime", "{currency=USD} UNAVAILABLE")
                    .showsOnly("trades.value.at.risk.90d", "{currency=USD} NO_DATA");
        }
        now(Company.builder().capital(money("USD", "9")).knownCurrencies("USD").trades())
                .showsOnly("trades.drawdown.relative.lifetime", "{currency=USD} NO_DATA");
        now(Company.builder().trades())
                .showsOnly("trades.drawdown.90d", "{} NO_DATA")
                .showsOnly("trades.drawdown.relative.90d", "{} NO_DATA");
    }
}
