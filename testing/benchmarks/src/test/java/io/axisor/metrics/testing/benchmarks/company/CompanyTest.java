package io.axisor.metrics.testing.benchmarks.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final String NOW = Company.NOW.toString();

    @Test
    void theSameSeedMakesTheSameCompany() {
        assertThat(rows(new Company(0.0005, 7))).isEqualTo(rows(new Company(0.0005, 7)));
    }

    @Test
    void anotherSeedMakesAnotherCompanyOfTheSameSize() {
        List<String> one = rows(new Company(0.0005, 7));
        List<String> other = rows(new Company(0.0005, 8));

        assertThat(other).hasSameSizeAs(one).isNotEqualTo(one);
    }

    @Test
    void aTableHasItsShareOfRowsAndALineForEach() {
        Company company = new Company(0.001, 7);

        assertThat(company.tables()).extracting(CompanyTable::rows).containsExactly(1000L, 5000L, 200L, 2000L, 2000L);
        assertThat(rows(company)).hasSize(10_200);
    }

    @Test
    void nothingHappensAtTheInstantThatIsMeasuredOrLater() {
        List<String> times = rows(new Company(0.001, 7)).stream()
                .flatMap(row -> Stream.of(row.split("\t", -1)))
                .filter(cell -> cell.matches("\\d{4}-\\d{2}-\\d{2}T.*"))
                .toList();

        assertThat(times)
                .hasSizeGreaterThan(10_000)
                .allSatisfy(time -> assertThat(time).isLessThan(NOW));
    }

    private static List<String> rows(Company company) {
        CopyLines lines = new CopyLines();
        for (CompanyTable table : company.tables()) {
            for (long i = 0; i < table.rows(); i++) {
                table.row().write(lines, i);
                lines.endLine();
            }
        }
        return new String(lines.take(), StandardCharsets.UTF_8).lines().toList();
    }
}
