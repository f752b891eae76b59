package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.value.CurrencyUnit;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Its decimals and binary fractions can be no number at all, so what is beyond all money is dirty as well. */
class PostgresDirtyRowsIT extends DirtyRowsContract {

    PostgresDirtyRowsIT() throws IOException {
        super(new PostgresServer());
    }

    @Test
    void anAmountBeyondAllMoneyIsADirtyRow() throws SQLException {
        try (MetricsRefresher refresher = refresherOfThree("NUMERIC(38)", "9".repeat(38))) {
            MetricsSnapshot snapshot = refresher.refresh();

            assertThat(refresher.health("revenue").lastFailure()).isEmpty();
            assertThat(issues(snapshot)).isEqualTo(Map.of("payments.amount", 3));
        }
    }

    @Test
    void whatIsNoNumberAndAStatusThatNobodyMappedAreCountedWhileTheHostGoesOn() throws SQLException {
        makePayments("odd", "FLOAT8", "5.25", 1);
        try (MetricsRefresher refresher = refresher("odd", p -> p.fixedCurrency(CurrencyUnit.of("EUR")))) {
            assertThat(issues(refresher.refresh())).isEmpty();
            server.run("""
                    INSERT INTO odd SELECT account, rows.status, created_at, rows.amount
                    FROM odd, (VALUES ('NaN'::float8, 'paid'), ('Infinity', 'paid'), ('-Infinity', 'paid'),
                        (1.7e308, 'paid'), (5, 'chargeback')) rows (amount, status)""");
            MetricsSnapshot snapshot = refresher.refresh();

            assertThat(refresher.health("revenue").lastFailure()).isEmpty();
            assertThat(issues(snapshot)).isEqualTo(Map.of("payments.amount", 4, "payments.status", 1));
            assertThat(collected(snapshot, "EUR")).isEqualByComparingTo("5.25");
        }
    }
}
