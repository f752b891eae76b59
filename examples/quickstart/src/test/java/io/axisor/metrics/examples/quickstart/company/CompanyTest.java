package io.axisor.metrics.examples.quickstart.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.value.CurrencyUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The company itself, without a database. */
class CompanyTest {

    private static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = FOUNDED.plus(Duration.ofDays(LivingCompany.DAYS));

    private static final Set<Write> TICKET = EnumSet.of(Write.TICKET, Write.TICKET_ANSWERED, Write.TICKET_RESOLVED);

    private static final List<Change> HISTORY = company(7).liveUntil(NOW);

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
        assertThat(HISTORY).extracting(Change::write).contains(Write.values());
        assertThat(HISTORY)
                .filteredOn(change -> change.write() == Write.ACCOUNT)
                .hasSizeBetween(500, 2000);
        assertThat(HISTORY)
                .filteredOn(change -> change.write() == Write.CHARGE)
                .extracting(change -> change.value("state"))
                .contains("paid", "declined", "waiting");
        assertThat(HISTORY)
                .filteredOn(change -> change.write() == Write.MEMBERSHIP)
                .extracting(change -> change.value("state"))
                .contains("trial", "active");
    }

    @Test
    void everyKindOfBotRunsAndMostRunsSucceed() {
        assertThat(values(HISTORY, Write.BOT, "kind")).contains((Object[]) BotKind.stored());
        List<@Nullable Object> outcomes = values(HISTORY, Write.RUN, "outcome");
        assertThat(outcomes).contains("filled", "rejected", "skipped");
        assertThat(outcomes.stream().filter("filled"::equals).count()).isGreaterThan(outcomes.size() * 4L / 5);
    }

    @Test
    void whatABotTradesIsTheTradeOfItsOwner() {
        Map<@Nullable Object, @Nullable Object> owners = new HashMap<>();
        HISTORY.stream()
                .filter(change -> change.write() == Write.BOT)
                .forEach(bot -> owners.put(bot.value("bot"), bot.value("account")));
        assertThat(HISTORY)
                .filteredOn(change -> change.write() == Write.TRADE && change.value("bot") != null)
                .hasSizeGreaterThan(1000)
                .allMatch(trade -> Objects.equals(owners.get(trade.value("bot")), trade.value("account")));
    }

    @Test
    void allButAFewTicketsAreAnsweredAndResolvedAfterTheyWereOpened() {
        Map<Object, List<Instant>> stamps = HISTORY.stream()
                .filter(change -> TICKET.contains(change.write()))
                .collect(Collectors.groupingBy(
                        change -> Objects.requireNonNull(change.value("ticket")),
                        Collectors.mapping(change -> (Instant) change.value("at"), Collectors.toList())));
        assertThat(stamps).hasSizeGreaterThan(100);
        assertThat(stamps.values())
                .filteredOn(
                        ofTicket -> !ofTicket.equals(ofTicket.stream().sorted().toList()))
                .hasSizeBetween(1, 10);
    }

    @Test
    void aChangeWithTheWrongNumberOfValuesIsRefused() {
        assertThatThrownBy(() -> Change.of(Write.ACCOUNT, 1L))
                .hasMessage("ACCOUNT has the values [account, at, plan], not [1]");
    }

    private static List<@Nullable Object> values(List<Change> changes, Write write, String name) {
        List<@Nullable Object> values = new ArrayList<>();
        changes.stream().filter(change -> change.write() == write).forEach(change -> values.add(change.value(name)));
        return values;
    }

    @Test
    void historyLiesWithinItsDays() {
        assertThat(stamps(HISTORY, Write.LOGIN)).allMatch(stamp -> !stamp.isBefore(FOUNDED) && stamp.isBefore(NOW));
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
        assertThat(HISTORY)
                .filteredOn(change -> change.write() == Write.CHARGE)
                .filteredOn(change -> change.value("account") == null
                        || "???".equals(change.value("currency"))
                        || "chargeback".equals(change.value("state")))
                .hasSizeBetween(1, 40);
    }

    private static Stream<Instant> stamps(List<Change> changes, Write write) {
        return changes.stream().filter(change -> change.write() == write).map(change -> (Instant) change.value("at"));
    }
}
