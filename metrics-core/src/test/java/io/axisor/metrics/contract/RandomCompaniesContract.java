package io.axisor.metrics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.source.MetricsDataSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole snapshots of random companies, dirty rows among them, must be those of the source in memory. */
interface RandomCompaniesContract extends SourceUnderTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    default void measuresRandomCompaniesAsTheSourceInMemoryDoes(long seed) {
        Company company = new RandomCompany(seed, tick(), decimalsOfQuantities()).build();
        MetricsDataSource source = loaded(company);
        for (Instant instant : RandomCompany.INSTANTS) {
            List<String> differences = Measurements.differences(
                    Measured.of(company.inMemory(), instant).snapshot().measurements(),
                    Measured.of(source, instant).snapshot().measurements());
            assertThat(differences)
                    .as("seed %d at t = %s, computed at %s%n%s", seed, instant, NOW, company)
                    .isEmpty();
        }
    }
}
