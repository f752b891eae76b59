package io.axisor.metrics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.source.MetricsDataSource;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole snapshots of random companies, dirty rows among them, must be those of the source in memory. */
interface RandomCompaniesContract extends SourceUnderTest {

    /**
     * The seeds of the companies: twelve, among which are all kinds of mapping, or those of the system property
     * {@code metrics.contract.seeds}, such as {@code 1-5000}.
     *
     * @return the seeds
     */
    static LongStream seeds() {
        return seeds("1-12");
    }

    /**
     * The seeds of the system property {@code metrics.contract.seeds}.
     *
     * @param usual those that are taken without it, such as {@code 1-12}
     * @return the seeds
     */
    static LongStream seeds(String usual) {
        String[] bounds = System.getProperty("metrics.contract.seeds", usual).split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(bounds[0]), Long.parseLong(bounds[bounds.length - 1]));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.axisor.metrics.contract.RandomCompaniesContract#seeds()")
    default void measuresRandomCompaniesAsTheSourceInMemoryDoes(long seed) {
        Company company = new RandomCompany(seed, tick(), decimalsOfQuantities()).build();
        MetricsDataSource source = loaded(company);
        for (Instant instant : RandomCompany.instants(seed)) {
            List<String> differences = Measurements.differences(
                    Measured.ofWhatIsLeft(company.inMemory(), instant)
                            .snapshot()
                            .measurements(),
                    Measured.ofWhatIsLeft(source, instant).snapshot().measurements());
            assertThat(differences)
                    .as("seed %d at t = %s, computed at %s%n%s", seed, instant, NOW, company)
                    .isEmpty();
        }
    }
}
