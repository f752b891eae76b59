package io.axisor.metrics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.source.MetricsDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The source in memory measures what it measured before; the property {@code golden.write} writes the files anew. */
class InMemoryGoldenTest extends GoldenContract {

    @BeforeAll
    static void writeTheFilesWhereAsked() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            for (GoldenCompany golden : GoldenCompany.all().toList()) {
                golden.measured(golden.company().inMemory(), GoldenCompany.INSTANTS)
                        .write(golden.file());
            }
        }
    }

    @Override
    protected MetricsDataSource load(Company company) {
        return company.inMemory();
    }

    @Test
    void cleanCompaniesHaveNoDirtyRowsAndTheOthersHaveSome() {
        assertThat(GoldenCompany.all().filter(GoldenCompany::clean))
                .hasSize(10)
                .allSatisfy(golden -> assertThat(GoldenCompany.INSTANTS)
                        .allSatisfy(instant ->
                                assertThat(dirtyRows(golden, instant)).isZero()));
        assertThat(GoldenCompany.all().filter(golden -> !golden.clean()))
                .hasSize(10)
                .allSatisfy(golden ->
                        assertThat(dirtyRows(golden, SourceUnderTest.NOW)).isPositive());
    }

    private static BigDecimal dirtyRows(GoldenCompany golden, Instant instant) {
        return Measured.of(golden.company().inMemory(), instant)
                .snapshot()
                .find(DataIssues.DEFINITION.key(), null)
                .stream()
                .map(Measurement::finding)
                .map(finding -> finding.value().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
