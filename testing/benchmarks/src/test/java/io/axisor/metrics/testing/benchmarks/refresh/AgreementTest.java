package io.axisor.metrics.testing.benchmarks.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.testing.benchmarks.company.Company;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Set<String> KEYS = Set.of("users");

    @Test
    void valuesThatAreEqualAgree() {
        assertThat(Agreement.of(oneFreeUser(), List.of(users("free", 1)), KEYS).compared())
                .isOne();
    }

    @Test
    void aValueThatDiffersIsToldWithBoth() {
        assertThatThrownBy(() -> Agreement.of(oneFreeUser(), List.of(users("free", 2)), KEYS))
                .isInstanceOf(DisagreementException.class)
                .hasMessageContaining("users {plan=free}: 1 by the library, 2 by hand");
    }

    @Test
    void aValueThatOnlyOneHasIsTold() {
        assertThatThrownBy(() -> Agreement.of(oneFreeUser(), List.of(users("pro", 3)), KEYS))
                .hasMessageContaining("users {plan=pro}: nothing by the library, 3 by hand")
                .hasMessageContaining("users {plan=free}: no statement says it");
    }

    private static MetricsSnapshot oneFreeUser() {
        Account account = Account.of("1", Company.NOW.minus(Duration.ofDays(1))).onPlan("free");
        InMemoryMetricsDataSource source =
                InMemoryMetricsDataSource.builder().accounts(List.of(account)).build();
        BusinessMetrics metrics = BusinessMetrics.builder(source, ZoneOffset.UTC)
                .clock(InstantSource.fixed(Company.NOW))
                .build();
        return metrics.snapshotOf(List.of(metrics.measure("users", Company.NOW)));
    }

    private static StatementSuite.Cell users(String plan, long number) {
        return new StatementSuite.Cell(
                "users", "value", new TreeMap<>(Map.of("plan", plan)), BigDecimal.valueOf(number));
    }
}
