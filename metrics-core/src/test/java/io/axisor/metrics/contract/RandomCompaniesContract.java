package io.axisor.metrics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.source.MetricsDataSource;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
            MetricsSnapshot expected =
                    Measured.ofWhatIsLeft(company.inMemory(), instant).snapshot();
            MetricsSnapshot found = Measured.ofWhatIsLeft(source, instant).snapshot();
            String where = "seed %d at t = %s, computed at %s%n%s".formatted(seed, instant, NOW, company);
            assertThat(Measurements.differences(expected.measurements(), found.measurements()))
                    .as(where)
                    .isEmpty();
            assertThat(leftOut(found)).as(where).isEqualTo(leftOut(expected));
        }
    }

    /** What measurements are judged by, table by table and window by window. */
    private static SortedMap<String, String> leftOut(MetricsSnapshot snapshot) {
        SortedMap<String, String> leftOut = new TreeMap<>();
        Stream.of("users", "revenue", "automation", "trading", "platform")
                .flatMap(domain -> snapshot.domain(domain).orElseThrow().leftOut().stream())
                .filter(rows -> rows.rows() > 0)
                .forEach(rows -> leftOut.put(rows.span().toString(), rows.leftOutByCheck() + " of " + rows.rows()));
        return leftOut;
    }
}
