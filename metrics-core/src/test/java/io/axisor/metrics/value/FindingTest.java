package io.axisor.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FindingTest {

    private static final Finding<Integer> STALE_SEVEN = Finding.ok(7).stale("overdue");

    static Stream<Finding<Integer>> all() {
        return Stream.of(
                Finding.ok(7),
                STALE_SEVEN,
                Finding.noData("no fact"),
                Finding.undefined("0 / 0"),
                Finding.unavailable("users are not mapped"),
                Finding.ok(7).failed("store is down"));
    }

    static Stream<Finding<Integer>> valueless() {
        return all().filter(finding -> !finding.status().hasValue());
    }

    @ParameterizedTest
    @MethodSource("all")
    void thereIsAValueExactlyWhereTheStatusHasOneAndAReasonExactlyWhereItIsNotOk(Finding<Integer> finding) {
        assertThat(finding.value().isPresent()).isEqualTo(finding.status().hasValue());
        assertThat(finding.reason().isPresent()).isEqualTo(finding.status() != Status.OK);
    }

    @Test
    void onlyOkAndStaleHaveAValue() {
        assertThat(Stream.of(Status.values()).filter(Status::hasValue)).containsExactly(Status.OK, Status.STALE);
    }

    @ParameterizedTest
    @MethodSource("valueless")
    void gettingAValueThatIsNotThereNamesStatusAndReason(Finding<Integer> finding) {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(finding::get)
                .withMessageContaining(finding.status().name())
                .withMessageContaining(finding.reason().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("all")
    void mappingByIdentityChangesNothing(Finding<Integer> finding) {
        assertThat(finding.map(Function.identity())).isEqualTo(finding);
        assertThat(finding.flatMap(Finding::ok)).isEqualTo(finding);
    }

    @ParameterizedTest
    @MethodSource("all")
    void mappingOneAfterTheOtherIsMappingByBoth(Finding<Integer> finding) {
        assertThat(finding.map(v -> v + 1).map(v -> v * 2)).isEqualTo(finding.map(v -> (v + 1) * 2));
        assertThat(finding.flatMap(FindingTest::half).flatMap(FindingTest::half))
                .isEqualTo(finding.flatMap(v -> half(v).flatMap(FindingTest::half)));
    }

    private static Finding<Integer> half(int value) {
        return value % 2 == 0 ? Finding.ok(value / 2) : Finding.undefined(value + " is odd");
    }

    @ParameterizedTest
    @MethodSource("valueless")
    void withoutAValueStatusAndReasonArePassedOn(Finding<Integer> finding) {
        Finding<String> derived = finding.map(v -> "never");

        assertThat(derived.status()).isEqualTo(finding.status());
        assertThat(derived.reason()).isEqualTo(finding.reason());
        assertThat(finding.<Integer>flatMap(v -> {
                    throw new AssertionError("derived from no value");
                }))
                .isEqualTo(finding);
    }

    @Test
    void whatIsDerivedFromAStaleValueIsStaleForTheSameReason() {
        assertThat(STALE_SEVEN.map(v -> v + 1)).isEqualTo(Finding.ok(8).stale("overdue"));
        assertThat(STALE_SEVEN.flatMap(v -> Finding.ok(v + 1)))
                .isEqualTo(Finding.ok(8).stale("overdue"));
        assertThat(STALE_SEVEN.flatMap(v -> Finding.undefined("x"))).isEqualTo(Finding.undefined("x"));
    }

    @Test
    void whatIsCombinedIsStaleIfEitherIs() {
        Finding<Integer> one = Finding.ok(1);

        assertThat(STALE_SEVEN.combine(one, FindingTest::sum))
                .isEqualTo(Finding.ok(8).stale("overdue"));
        assertThat(one.combine(STALE_SEVEN, FindingTest::sum))
                .isEqualTo(Finding.ok(8).stale("overdue"));
        assertThat(one.combine(one, FindingTest::sum)).isEqualTo(Finding.ok(2));
    }

    @Test
    void theFirstThatStandsInTheWayOfACombinationIsItsReason() {
        Finding<Integer> first = Finding.noData("first");
        Finding<Integer> second = Finding.undefined("second");

        assertThat(first.combine(second, FindingTest::sum)).isEqualTo(first);
        assertThat(Finding.ok(1).combine(second, FindingTest::sum)).isEqualTo(second);
        assertThat(first.combine(Finding.ok(1), FindingTest::sum)).isEqualTo(first);
    }

    private static Finding<Integer> sum(int left, int right) {
        return Finding.ok(left + right);
    }

    @Test
    void staleKeepsTheValueAndFailedDoesNot() {
        assertThat(Finding.ok(7).stale("late").value()).contains(7);
        assertThat(Finding.ok(7).stale("late").reason()).contains("late");
        assertThat(STALE_SEVEN.failed("gone").value()).isEmpty();
        assertThat(STALE_SEVEN.failed("gone").status()).isEqualTo(Status.FAILED);
        assertThat(STALE_SEVEN.failed("gone").reason()).contains("gone");
    }

    @ParameterizedTest
    @MethodSource("valueless")
    void whatHasNoValueNeitherAgesNorFails(Finding<Integer> finding) {
        assertThat(finding.stale("late")).isEqualTo(finding);
        assertThat(finding.failed("gone")).isEqualTo(finding);
    }

    @Test
    void findingsAreEqualByStatusValueAndReason() {
        List<Finding<Integer>> findings = all().toList();

        assertThat(findings).doesNotHaveDuplicates();
        assertThat(all()).containsExactlyElementsOf(findings);
        assertThat(all().map(Finding::hashCode))
                .containsExactlyElementsOf(
                        findings.stream().map(Finding::hashCode).toList());
        assertThat(Finding.noData("a")).isNotEqualTo(Finding.noData("b"));
        assertThat(Finding.ok(1)).isNotEqualTo(Finding.ok(2));
    }

    @Test
    void aFindingSaysWhatItIs() {
        assertThat(STALE_SEVEN).hasToString("STALE 7 (overdue)");
        assertThat(Finding.ok(7)).hasToString("OK 7");
        assertThat(Finding.noData("no fact")).hasToString("NO_DATA (no fact)");
    }
}
