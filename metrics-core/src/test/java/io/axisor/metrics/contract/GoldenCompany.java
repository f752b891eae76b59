package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.SourceUnderTest.NOW;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.source.MetricsDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A company whose measurements a golden file holds: twenty of the {@link RandomCompany}, of which ten are as dirty as they are
 * made and ten are clean. Few of them have many names, which take a database long.
 *
 * @param seed of the company
 * @param clean whether the rows that say something impossible are left away
 */
public record GoldenCompany(long seed, boolean clean) {

    /** Those of random companies, and where clocks change in one of the zones, a week begins, or a year. */
    static final List<Instant> INSTANTS = Stream.concat(
                    RandomCompany.INSTANTS.stream(),
                    Stream.of(
                            Instant.parse("2026-03-29T01:00:00Z"),
                            Instant.parse("2026-04-04T14:00:00Z"),
                            Instant.parse("2026-04-12T22:00:00Z"),
                            Instant.parse("2026-01-01T00:00:00Z"),
                            NOW.minus(Duration.ofDays(90))))
            .toList();

    /** Hours ahead of UTC, half hours behind it, and half a day ahead. */
    static final List<ZoneId> ZONES =
            List.of(SourceUnderTest.ZONE, ZoneId.of("America/St_Johns"), ZoneId.of("Pacific/Auckland"));

    /**
     * The companies.
     *
     * @return twenty
     */
    public static Stream<GoldenCompany> all() {
        return LongStream.of(1, 2, 3, 4, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 22, 23, 24)
                .mapToObj(seed -> new GoldenCompany(seed, seed > 12));
    }

    /** Its rows and mapping. */
    Company company() {
        RandomCompany company = new RandomCompany(seed, Duration.of(1, ChronoUnit.MICROS));
        return clean ? company.buildClean() : company.build();
    }

    /** Where its measurements are kept; tests run in a module's folder, in an editor perhaps in the repository's. */
    Path file() {
        Path repository = Path.of("").toAbsolutePath();
        while (!Files.exists(repository.resolve("CONTRIBUTING.md"))) {
            repository = repository.getParent();
        }
        return repository.resolve(String.format(Locale.ROOT, "testing/golden/company-%02d.txt", seed));
    }

    /** Measures it in each zone. */
    GoldenFile measured(MetricsDataSource source, List<Instant> instants) {
        GoldenFile file = new GoldenFile(toString(), INSTANTS, ZONES);
        for (ZoneId zone : ZONES) {
            BusinessMetrics metrics =
                    BusinessMetrics.builder(source, zone).clock(() -> NOW).build();
            for (Instant instant : instants) {
                for (Measurement measurement : metrics.asOf(instant).measurements()) {
                    file.add(Measurements.series(measurement), instant, zone, outcome(measurement));
                }
            }
        }
        return file;
    }

    /** Value, status, numerator and denominator, definition, flags and reason. */
    private static String outcome(Measurement m) {
        StringBuilder text = new StringBuilder(m.status().name());
        m.value().ifPresent(value -> text.append(' ').append(Measurements.plain(value)));
        m.ratio()
                .ifPresent(ratio -> text.append(" = ")
                        .append(Measurements.plain(ratio.numerator()))
                        .append('/')
                        .append(Measurements.plain(ratio.denominator())));
        text.append(m.definitionId().equals(m.definition().key()) ? "" : " by " + m.definitionId());
        m.flags().forEach(flag -> text.append(", ").append(flag.words()));
        m.reason().ifPresent(reason -> text.append(" (").append(reason).append(')'));
        return text.toString();
    }

    @Override
    public String toString() {
        return "company " + seed + (clean ? ", clean" : ", dirty");
    }
}
