package io.axisor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host writes: the lines of the guide, run. */
class EmbeddingExampleTest {

    private final Instant yesterday = Instant.now().minusSeconds(86_000);

    @Test
    void tenLinesMeasureABusiness() {
        List<Account> accounts = List.of(Account.of("ann", yesterday), Account.of("bob", yesterday));
        List<Payment> payments =
                List.of(Payment.of("1", "ann", new BigDecimal("30.00"), "EUR", PaymentStatus.SUCCEEDED, yesterday));
        BusinessMetrics metrics = BusinessMetrics.of(
                InMemoryMetricsDataSource.builder()
                        .accounts(accounts)
                        .payments(payments)
                        .build(),
                ZoneId.of("Europe/Berlin"));
        MetricsSnapshot snapshot = metrics.now();

        assertThat(snapshot.users().total().get()).isEqualByComparingTo("2");
        assertThat(snapshot.customerValue().revenuePerUser())
                .extracting(Object::toString)
                .containsExactly("revenue.arpu.30d{currency=EUR} OK 15.00");
        assertThat(snapshot.users().retention())
                .hasToString(
                        "users.retention.30d UNAVAILABLE (neither activity events nor users' last activity are mapped)");
    }

    @Test
    void threeMoreKeepItFresh() {
        BusinessMetrics metrics = BusinessMetrics.of(
                InMemoryMetricsDataSource.builder()
                        .accounts(List.of(Account.of("ann", yesterday)))
                        .build(),
                ZoneId.of("Europe/Berlin"));
        try (MetricsRefresher refresher =
                MetricsRefresher.builder(metrics).build().start()) {
            refresher.refresh();
            while (refresher.snapshot().domain("users").isEmpty()) {
                Thread.onSpinWait();
            }

            assertThat(refresher.snapshot().users().byPlan())
                    .extracting(Measurement::toString)
                    .containsExactly("users{plan=unspecified} OK 1");
        }
    }
}
