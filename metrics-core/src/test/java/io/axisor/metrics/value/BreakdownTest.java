package io.axisor.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakdownTest {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @Test
    void aKnownValueIsZeroWhenNoRowHasIt() {
        assertThat(Breakdown.of(List.of("pro", "free"))
                        .plusAll(Map.of("pro", ONE))
                        .parts())
                .containsExactly(entry("free", BigDecimal.ZERO), entry("pro", ONE));
    }

    @Test
    void rowsWithoutAValueAreUnspecified() {
        Map<String, BigDecimal> amounts = new HashMap<>(Map.of("", ONE, "  ", ONE));
        amounts.put(null, ONE);

        assertThat(Breakdown.NONE.plusAll(amounts).parts())
                .containsExactly(entry("unspecified", BigDecimal.valueOf(3)));
        assertThat(Breakdown.NONE
                        .plusEach(Arrays.asList(null, "", "  "), value -> value)
                        .parts())
                .containsExactly(entry("unspecified", BigDecimal.valueOf(3)));
    }

    @Test
    void eachRowIsOneMoreOfItsValue() {
        assertThat(Breakdown.of(Set.of("pro", "free"))
                        .plusAll(Map.of("pro", TWO))
                        .plusEach(List.of("Pro", "trial", "pro"), row -> row.toLowerCase(Locale.ROOT))
                        .parts())
                .containsExactly(
                        entry("free", BigDecimal.ZERO), entry("pro", BigDecimal.valueOf(4)), entry("trial", ONE));
    }

    @Test
    void amountsOfOneValueAddUp() {
        Breakdown breakdown = Breakdown.NONE.plusAll(Map.of("a", ONE)).plusAll(Map.of("a", TWO, "b", ONE, "", TWO));

        assertThat(breakdown.parts())
                .containsExactly(entry("a", BigDecimal.valueOf(3)), entry("b", ONE), entry("unspecified", TWO));
        assertThat(breakdown.total()).isEqualByComparingTo("6");
    }

    @Test
    void addingLeavesTheBreakdownAsItWas() {
        Breakdown before = Breakdown.of(Set.of("a"));

        assertThat(before.plusAll(Map.of("a", ONE))).isNotEqualTo(before);
        assertThat(before.parts()).containsExactly(entry("a", BigDecimal.ZERO));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> before.parts().put("b", ONE));
    }

    @Test
    void nothingAddsUpToZero() {
        assertThat(Breakdown.NONE.total()).isZero();
        assertThat(Breakdown.NONE.parts()).isEmpty();
    }

    @Test
    void theLongTailFoldsIntoOther() {
        Breakdown breakdown =
                Breakdown.NONE.plusAll(Map.of("a", BigDecimal.valueOf(9), "b", TWO, "c", ONE, "d", BigDecimal.TEN));

        assertThat(breakdown.top(2).parts())
                .containsExactly(
                        entry("a", BigDecimal.valueOf(9)),
                        entry("d", BigDecimal.TEN),
                        entry("other", BigDecimal.valueOf(3)));
        assertThat(breakdown.top(4)).isEqualTo(breakdown);
    }

    @Test
    void tiesAreKeptByName() {
        assertThat(Breakdown.NONE
                        .plusAll(Map.of("c", ONE, "a", ONE, "b", ONE))
                        .top(2)
                        .parts())
                .containsOnlyKeys("a", "b", "other");
    }

    @Test
    void theLargestAreThoseOfTheLargestAbsoluteAmount() {
        assertThat(Breakdown.NONE
                        .plusAll(Map.of("loss", BigDecimal.valueOf(-9), "gain", TWO))
                        .top(1)
                        .parts())
                .containsOnlyKeys("loss", "other");
    }

    @Test
    void knownValuesStayHoweverSmallAndTakeNoPlace() {
        Breakdown breakdown = Breakdown.of(Set.of("free", "pro")).plusAll(Map.of("x", BigDecimal.TEN, "y", ONE));

        assertThat(breakdown.top(1).parts())
                .containsExactly(
                        entry("free", BigDecimal.ZERO),
                        entry("other", ONE),
                        entry("pro", BigDecimal.ZERO),
                        entry("x", BigDecimal.TEN));
    }

    @Test
    void aValueThatIsItselfCalledOtherIsOfTheTailHoweverLarge() {
        Breakdown breakdown = Breakdown.NONE.plusAll(Map.of("other", BigDecimal.TEN, "a", ONE, "b", TWO));

        assertThat(breakdown.top(1).parts()).containsExactly(entry("b", TWO), entry("other", BigDecimal.valueOf(11)));
        assertThat(breakdown.top(2)).isEqualTo(breakdown);
    }

    @Test
    void aKnownValueCalledOtherTakesTheTailIn() {
        Breakdown breakdown = Breakdown.of(Set.of("other")).plusAll(Map.of("other", ONE, "a", ONE, "b", TWO));

        assertThat(breakdown.top(1).parts()).containsExactly(entry("b", TWO), entry("other", TWO));
        assertThat(Breakdown.of(Set.of("other"))
                        .plusAll(Map.of("b", TWO))
                        .top(1)
                        .parts())
                .containsExactly(entry("b", TWO), entry("other", BigDecimal.ZERO));
    }

    @Test
    void countsOfAClosedListAreAllKnown() {
        assertThat(Breakdown.ofCounts(Map.of("new", 3L, "dormant", 0L)).top(1).parts())
                .containsExactly(entry("dormant", BigDecimal.ZERO), entry("new", BigDecimal.valueOf(3)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void foldingPreservesTheTotalAndNeverShowsMoreThanAsked(long seed) {
        Random random = new Random(seed);
        Set<String> known = Set.of("v0", "v1", "v2");
        Map<String, BigDecimal> amounts = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            String value =
                    random.nextInt(20) == 0 ? null : random.nextInt(10) == 0 ? "other" : "v" + random.nextInt(60);
            amounts.merge(value, BigDecimal.valueOf(random.nextInt(2_000) - 500L, 2), BigDecimal::add);
        }
        Breakdown breakdown = Breakdown.of(known).plusAll(amounts);
        for (int limit = 1; limit <= 65; limit++) {
            Breakdown folded = breakdown.top(limit);
            String where = "seed " + seed + ", top " + limit;
            BigDecimal smallestKept = folded.parts().entrySet().stream()
                    .filter(part ->
                            !known.contains(part.getKey()) && !part.getKey().equals(Breakdown.OTHER))
                    .map(part -> part.getValue().abs())
                    .min(BigDecimal::compareTo)
                    .orElseThrow();

            assertThat(folded.total()).as(where).isEqualByComparingTo(breakdown.total());
            assertThat(folded.parts()).as(where).containsKeys("v0", "v1", "v2").hasSizeLessThanOrEqualTo(limit + 4);
            assertThat(breakdown.parts()).as(where).allSatisfy((value, amount) -> {
                if (!folded.parts().containsKey(value)) {
                    assertThat(amount.abs()).isLessThanOrEqualTo(smallestKept);
                }
            });
        }
    }
}
