package io.axisor.metrics.examples.quickstart.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.value.CurrencyUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The company itself, without a database. */
class CompanyTest {

    private static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = FOUNDED.plus(Duration.ofDays(LivingCompany.DAYS));

    private static Company company(long seed) {
        return new Company(seed, FOUNDED, CurrencyUnit.of("USD"));
    }

    /** Four months of history and a minute of life. */
    private static List<Change> changes(long seed) {
        Company company = company(seed);
        List<Change> changes = new ArrayList<>(company.liveUntil(NOW));
        for (int second = 1; second <= 60; second++) {
            changes.addAll(company.live(Duration.ofMinutes(20), NOW.plusSeconds(second)));
        }
        return changes;
    }

    @Test
    void theSameSeedMakesTheSameCompany() {
        assertThat(changes(7)).isEqualTo(changes(7)).isNotEqualTo(changes(8));
    }

    @Test
    void historyHasEverythingThatIsMeasured() {
        List<Change> history = company(7).liveUntil(NOW);
        assertThat(history).extracting(Change::write).contains(Write.values());
        assertThat(history)
                .filteredOn(change -> change.write() == Write.ACCOUNT)
                .hasSizeBetween(500, 2000);
        assertThat(history)
                .filteredOn(change -> change.write() == Write.CHARGE)
                .extracting(change -> change.values().get(4))
                .contains("paid", "declined", "waiting");
        assertThat(history)
                .filteredOn(change -> change.write() == Write.MEMBERSHIP)
                .extracting(change -> change.values().get(6))
                .contains("trial", "active");
    }

    @Test
    void historyLiesWithinItsDays() {
        assertThat(stamps(company(7).liveUntil(NOW), Write.LOGIN))
                .allMatch(stamp -> !stamp.isBefore(FOUNDED) && stamp.isBefore(NOW));
    }

    @Test
    void lifeIsStampedWithThePresent() {
        Company company = company(7);
        company.liveUntil(NOW);
        List<Change> day = company.live(Duration.ofDays(1), NOW.plusSeconds(5));
        assertThat(stamps(day, Write.ACCOUNT)).isNotEmpty().containsOnly(NOW.plusSeconds(5));
    }

    @Test
    void aFewRowsAreDirty() {
        assertThat(company(7).liveUntil(NOW))
                .filteredOn(change -> change.write() == Write.CHARGE)
                .filteredOn(change -> change.values().get(1) == null
                        || change.values().get(3).equals("???")
                        || change.values().get(4).equals("chargeback"))
                .hasSizeBetween(1, 40);
    }

    private static Stream<Instant> stamps(List<Change> changes, Write write) {
        return changes.stream().filter(change -> change.write() == write).map(change ->
                (Instant) change.values().get(1));
    }
}
