package io.axisor.metrics.trading.risk;

import static io.axisor.metrics.trading.TradingAssertions.assertNoValue;
import static io.axisor.metrics.trading.risk.RiskConventions.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyPnlTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 2, 26);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final RiskConventions LEFT_OUT = DEFAULT.withIdleDays(IdleDays.LEFT_OUT);

    /** Monday 10, Wednesday −22, Thursday 0 by trades that came out even; nothing else. */
    private static final DailyPnl WEEK = DailyPnl.of(
            MONDAY,
            FRIDAY,
            Map.of(
                    MONDAY.plusDays(2),
                    new BigDecimal("-22"),
                    MONDAY,
                    BigDecimal.TEN,
                    MONDAY.plusDays(3),
                    BigDecimal.ZERO));

    /** Consecutive days from Monday, a tenth of them or so without a trade. */
    private static DailyPnl random(Random random, List<BigDecimal> amounts) {
        Map<LocalDate, BigDecimal> traded = new HashMap<>();
        for (int day = 0; day < amounts.size(); day++) {
            if (amounts.get(day).signum() != 0 || random.nextBoolean()) {
                traded.put(MONDAY.plusDays(day), amounts.get(day));
            }
        }
        return DailyPnl.of(MONDAY, MONDAY.plusDays(amounts.size() - 1L), traded);
    }

    @Test
    void daysWithoutATradeBringZero() {
        assertThat(WEEK.days(DEFAULT)).isEqualTo(Amounts.of("10 0 -22 0 0"));
    }

    @Test
    void daysWithoutATradeMayBeLeftOutButNotThoseThatCameOutEven() {
        assertThat(WEEK.days(LEFT_OUT)).isEqualTo(Amounts.of("10 -22 0"));
        assertThat(WEEK.since(MONDAY.plusDays(1)).days(LEFT_OUT)).isEqualTo(Amounts.of("-22 0"));
    }

    @Test
    void theLeapDayIsADay() {
        DailyPnl leap = DailyPnl.of(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 3, 1), Map.of());

        assertThat(leap.days(DEFAULT)).isEqualTo(Amounts.of("0 0 0"));
        assertThat(leap.days(LEFT_OUT)).isEmpty();
    }

    @Test
    void isEmptyWhereItEndsOnTheDayBeforeItBegins() {
        DailyPnl empty = DailyPnl.of(MONDAY, MONDAY.minusDays(1), Map.of());

        assertThat(empty.days(DEFAULT)).isEmpty();
        assertThat(empty.returnsOn(HUNDRED, DEFAULT).get()).isEmpty();
    }

    @Test
    void mayNotEndEarlierThanThat() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DailyPnl.of(MONDAY, MONDAY.minusDays(2), Map.of()))
                .withMessage("a series of days cannot end on 2024-02-24, before it begins on 2024-02-26;"
                        + " an empty one ends on the day before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-25", "2024-03-02"})
    void aDayOutsideOfTheSeriesIsRefused(LocalDate day) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DailyPnl.of(MONDAY, FRIDAY, Map.of(day, BigDecimal.ONE)))
                .withMessage("the pnl of " + day + " lies outside of the series 2024-02-26..2024-03-01;"
                        + " cut the map to the days of the series");
    }

    @Test
    void doesNotChangeWithTheMapItWasMadeOf() {
        Map<LocalDate, BigDecimal> traded = new HashMap<>(Map.of(MONDAY, BigDecimal.ONE));
        DailyPnl series = DailyPnl.of(MONDAY, FRIDAY, traded);
        traded.put(MONDAY, BigDecimal.TEN);

        assertThat(series.days(DEFAULT)).isEqualTo(Amounts.of("1 0 0 0 0"));
    }

    @Test
    void itsListsCannotBeChanged() {
        for (List<BigDecimal> list : List.of(
                WEEK.days(DEFAULT),
                WEEK.days(LEFT_OUT),
                WEEK.returnsOn(HUNDRED, DEFAULT).get())) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> list.set(0, BigDecimal.ONE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-01, 2024-02-26, '10 0 -22 0 0', 100",
        "2024-02-26, 2024-02-26, '10 0 -22 0 0', 100",
        "2024-02-27, 2024-02-27, '0 -22 0 0', 110",
        "2024-02-28, 2024-02-28, '-22 0 0', 110",
        "2024-03-01, 2024-03-01, '0', 88",
        "2024-03-02, 2024-03-02, '', 88",
        "2024-12-24, 2024-03-02, '', 88"
    })
    void aLaterPartRemembersWhatTheDaysBeforeItBrought(
            LocalDate day, LocalDate first, String days, BigDecimal capitalAtStart) {
        DailyPnl part = WEEK.since(day);

        assertThat(part.first()).isEqualTo(first);
        assertThat(part.last()).isEqualTo(FRIDAY);
        assertThat(part.days(DEFAULT)).isEqualTo(Amounts.of(days));
        assertThat(part.capitalAtStart(HUNDRED)).isEqualByComparingTo(capitalAtStart);
    }

    @Test
    void aPartOfAPartIsThatPartOfTheWhole() {
        DailyPnl twice = WEEK.since(MONDAY.plusDays(1)).since(FRIDAY);

        assertThat(twice.days(DEFAULT)).isEqualTo(Amounts.of("0"));
        assertThat(twice.capitalAtStart(HUNDRED)).isEqualByComparingTo("88");
    }

    @Test
    void returnsAreMeasuredOnWhatThereWasWhenTheDayBegan() {
        assertThat(WEEK.returnsOn(HUNDRED, DEFAULT).get())
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(Amounts.of("0.1 0 -0.2 0 0"));
        assertThat(WEEK.returnsOn(HUNDRED, LEFT_OUT).get())
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(Amounts.of("0.1 -0.2 0"));
        assertThat(WEEK.since(MONDAY.plusDays(2)).returnsOn(HUNDRED, DEFAULT).get())
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(Amounts.of("-0.2 0 0"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-5, -5", "12, 0", "11.5, -0.5", "11.500000, -0.5"})
    void returnsAreUndefinedOnceADayBeginsWithNothing(BigDecimal capital, String left) {
        assertNoValue(
                WEEK.returnsOn(capital, DEFAULT),
                Status.UNDEFINED,
                "a day begins with a capital of " + left + ": a return needs one above 0");
    }

    @Test
    void allMayBeLostOnTheLastDay() {
        DailyPnl ruin = DailyPnl.of(MONDAY, MONDAY, Map.of(MONDAY, new BigDecimal("-100")));

        assertThat(ruin.returnsOn(HUNDRED, DEFAULT).get())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.ONE.negate());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {71, 72, 73, 74})
    void returnsCompoundToWhatIsThereInTheEnd(long seed) {
        Random random = new Random(seed);
        List<BigDecimal> amounts = Amounts.random(random, 100);
        BigDecimal capital = BigDecimal.valueOf(1_000_000);
        double end = random(random, amounts).returnsOn(capital, DEFAULT).get().stream()
                .map(BigDecimal.ONE::add)
                .mapToDouble(BigDecimal::doubleValue)
                .reduce(capital.doubleValue(), (equity, factor) -> equity * factor);

        assertThat(end)
                .as("seed %d: %s", seed, amounts)
                .isCloseTo(capital.add(Amounts.sum(amounts)).doubleValue(), within(1e-7));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {81, 82, 83, 84})
    void aPartHasTheDaysAndReturnsOfTheWhole(long seed) {
        Random random = new Random(seed);
        List<BigDecimal> amounts = Amounts.random(random, 60);
        DailyPnl whole = random(random, amounts);
        BigDecimal capital = BigDecimal.valueOf(1_000_000);
        for (int day = 0; day <= 60; day++) {
            DailyPnl part = whole.since(MONDAY.plusDays(day));
            String where = "seed " + seed + ", day " + day + ": " + amounts;

            assertThat(part.days(DEFAULT)).as(where).isEqualTo(amounts.subList(day, 60));
            assertThat(part.capitalAtStart(capital))
                    .as(where)
                    .isEqualByComparingTo(capital.add(Amounts.sum(amounts.subList(0, day))));
            assertThat(part.returnsOn(capital, DEFAULT).get())
                    .as(where)
                    .isEqualTo(whole.returnsOn(capital, DEFAULT).get().subList(day, 60));
        }
    }
}
