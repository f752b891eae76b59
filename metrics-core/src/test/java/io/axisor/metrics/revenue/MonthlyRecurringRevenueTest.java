package io.axisor.metrics.revenue;

import static io.axisor.metrics.revenue.BillingInterval.DAY;
import static io.axisor.metrics.revenue.BillingInterval.MONTH;
import static io.axisor.metrics.revenue.BillingInterval.WEEK;
import static io.axisor.metrics.revenue.BillingInterval.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyRecurringRevenueTest {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");
    private static final CurrencyUnit JPY = CurrencyUnit.of("JPY");

    private static SubscriptionGroup group(
            CurrencyUnit currency, String plan, BillingInterval interval, String amount) {
        return new SubscriptionGroup(currency, plan, interval, 1, new BigDecimal(amount));
    }

    private static Map<CurrencyUnit, Breakdown> of(SubscriptionGroup... groups) {
        return MonthlyRecurringRevenue.of(new SubscriptionFacts(List.of(groups), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY,   1, 12,  365",
        "DAY,   7, 84,  365",
        "WEEK,  1, 12,  52",
        "WEEK,  2, 12,  26",
        "MONTH, 1, 30,  30",
        "MONTH, 3, 30,  10",
        "YEAR,  1, 120, 10",
        "YEAR,  2, 120, 5"
    })
    void anAmountBecomesOneOfAMonth(BillingInterval interval, int intervalCount, BigDecimal amount, BigDecimal month) {
        assertThat(interval.perMonth(amount, intervalCount)).isEqualByComparingTo(month);
    }

    @Test
    void tenAtTenAWeekAre433AndAThird() {
        SubscriptionGroup[] ten =
                Collections.nCopies(10, group(USD, "pro", WEEK, "10")).toArray(SubscriptionGroup[]::new);

        assertThat(of(ten).get(USD).total()).isEqualTo(new BigDecimal("433.33"));
        assertThat(of(group(USD, "pro", WEEK, "100")).get(USD).total()).isEqualTo(new BigDecimal("433.33"));
    }

    @Test
    void oneAt120AYearAndOneAt30AQuarterAreTwenty() {
        Map<CurrencyUnit, Breakdown> revenue =
                of(group(USD, "pro", YEAR, "120"), new SubscriptionGroup(USD, "pro", MONTH, 3, new BigDecimal("30")));

        assertThat(revenue.get(USD).total()).isEqualTo(new BigDecimal("20.00"));
    }

    @Test
    void oneADayIsAMonthOfThe365thPartOfAYear() {
        assertThat(of(group(USD, "pro", DAY, "1")).get(USD).total()).isEqualTo(new BigDecimal("30.42"));
    }

    @Test
    void eachPlanIsRoundedOnceHalfEven() {
        assertThat(of(
                                group(USD, "a", MONTH, "0.125"),
                                group(USD, "b", MONTH, "0.375"),
                                group(USD, "c", MONTH, "0.0625"),
                                group(USD, "c", MONTH, "0.0625"))
                        .get(USD)
                        .parts())
                .containsExactly(
                        entry("a", new BigDecimal("0.12")),
                        entry("b", new BigDecimal("0.38")),
                        entry("c", new BigDecimal("0.12")));
    }

    @Test
    void thirdsThatAddUpToATieAreRoundedAsATie() {
        SubscriptionGroup quarterly = new SubscriptionGroup(USD, "pro", MONTH, 3, new BigDecimal("0.125"));

        assertThat(of(quarterly, quarterly, quarterly).get(USD).total()).isEqualTo(new BigDecimal("0.12"));
    }

    @Test
    void theMinorUnitIsThatOfTheCurrency() {
        assertThat(of(group(JPY, "pro", WEEK, "100")).get(JPY).total()).isEqualTo(new BigDecimal("433"));
        assertThat(of(group(CurrencyUnit.of("BHD"), "pro", WEEK, "100"))
                        .get(CurrencyUnit.of("BHD"))
                        .total())
                .isEqualTo(new BigDecimal("433.333"));
    }

    @Test
    void unlikeCurrenciesAreNeverAdded() {
        assertThat(of(group(USD, "pro", MONTH, "10"), group(JPY, "pro", MONTH, "1000")))
                .containsOnly(
                        entry(USD, Breakdown.NONE.plusAll(Map.of("pro", new BigDecimal("10.00")))),
                        entry(JPY, Breakdown.NONE.plusAll(Map.of("pro", new BigDecimal("1000")))));
    }

    @Test
    void aSubscriptionWithoutAPlanIsUnspecified() {
        assertThat(of(new SubscriptionGroup(USD, null, MONTH, 1, BigDecimal.TEN))
                        .get(USD)
                        .parts())
                .containsOnlyKeys("unspecified");
    }

    @Test
    void knownCurrenciesAndPlansAreZeroWithoutSubscriptions() {
        Breakdown known = Breakdown.of(List.of("free", "pro"));
        SubscriptionFacts facts =
                new SubscriptionFacts(List.of(group(USD, "pro", MONTH, "10")), Map.of(USD, known, JPY, known));

        Map<CurrencyUnit, Breakdown> revenue = MonthlyRecurringRevenue.of(facts);

        assertThat(revenue.get(USD).parts())
                .containsExactly(entry("free", BigDecimal.ZERO), entry("pro", new BigDecimal("10.00")));
        assertThat(revenue.get(JPY)).isEqualTo(known);
        assertThat(revenue).hasSize(2);
        assertThat(of()).isEmpty();
    }
}
