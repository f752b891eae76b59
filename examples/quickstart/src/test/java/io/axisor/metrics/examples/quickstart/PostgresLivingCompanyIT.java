package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The made-up company in another database. */
class PostgresLivingCompanyIT {

    private static final List<String> ONCE = List.of("--once", "--format", "json", "--as-of", "2026-01-01T18:00:00Z");

    @Test
    void theSameCompanyHasTheSameMeasurements() throws Exception {
        Run onPostgres = Run.of(ONCE, "--jdbc-url", Postgres.url(), "--schema", "living_company");
        assertThat(onPostgres.exitCode()).as(onPostgres.err()).isZero();
        assertThat(onPostgres.out().lines())
                .containsExactlyElementsOf(Run.of(ONCE).out().lines().toList());
    }
}
