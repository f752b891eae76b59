package io.axisor.metrics.examples.quickstart.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Values by name, stored as the tables want them. */
class NamedStatementTest {

    private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");

    private static final Change CHARGE =
            Change.of(Write.CHARGE, 7L, 3L, new BigDecimal("19.00"), "SAT", "waiting", AT, null, "basic");

    @Test
    void namesBecomeParametersInTheOrderOfTheStatement() {
        NamedStatement statement = NamedStatement.of("INSERT INTO t (a, b, c) VALUES (:state, :charge, :paid)");
        assertThat(statement.sql()).isEqualTo("INSERT INTO t (a, b, c) VALUES (?, ?, ?)");
        assertThat(statement.parameters(CHARGE, value -> value)).containsExactly("waiting", 7L, null);
    }

    @Test
    void axisorStoresIdsAsTextTimesWithoutZoneAmountsInSatoshisAndWordsOfItsOwn() {
        NamedStatement statement = NamedStatement.of("VALUES (:charge, :at, :amount, :state, :plan)");
        assertThat(statement.parameters(CHARGE, new AxisorTables()::stored))
                .containsExactly("7", LocalDateTime.parse("2026-01-01T12:00:00"), 19_000, "pending", "basic");
    }

    @Test
    void aNameThatIsNoValueIsRefused() {
        NamedStatement statement = NamedStatement.of("VALUES (:nonsense)");
        assertThatThrownBy(() -> statement.parameters(CHARGE, value -> value))
                .hasMessageContaining("CHARGE has the values [charge, account,")
                .hasMessageEndingWith("none called nonsense");
    }
}
