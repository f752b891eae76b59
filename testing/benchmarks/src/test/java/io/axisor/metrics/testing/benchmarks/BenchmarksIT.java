package io.axisor.metrics.testing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a whole, on a company so small that its times say nothing. */
class BenchmarksIT {

    @TempDir
    private Path folder;

    @Test
    void aRefreshIsComparedAndItsTablesAreWritten() throws IOException {
        String report = report("refresh", "--scale", "0.001", "--rounds", "1", "--growth", "0.0005");

        assertThat(report)
                .contains("| service ÷ library (no indexes, 0 workers) | at least 4.00 × |")
                .contains("| hand-tuned ÷ library (usual indexes, 2 workers) | at least 1.00 × |")
                .contains("| rows of a refresh | fewer than 2000 |")
                .contains("| payments | 5000 |")
                .contains("| indexes, workers | library | service | hand-tuned | scan | count |")
                .contains("| indexes, workers | users | revenue | automation | trading |")
                .contains("| service | 40 |")
                .contains("**Which part reads history again**")
                .contains("values of the hand-tuned statements were compared")
                .contains("the library tells data.issues, data.left.out, revenue.clv.")
                .containsPattern("\\| 0.00 \\| none \\| .* ms \\|");
        assertThat(folder.resolve("report.md.sql")).content().contains("-- 1, users\nSELECT");
    }

    @Test
    void aScrapeIsComparedWithPlainGauges() throws IOException {
        assertThat(report("scrape", "--brief"))
                .contains("| time of 100 series, ours ÷ plain | at most 1.10 × |")
                .contains("| bytes of 100 series, ours ÷ plain | at most 1.02 × |")
                .containsPattern("\\| 100 \\| .* × \\| .* × \\|");
    }

    @Test
    void formulasAreComparedWithLoopsAndWithAnotherLibrary() throws IOException {
        assertThat(report("formulas", "--brief"))
                .contains("| sharpe of 1000 values, ours ÷ loop | at most 1.50 × |")
                .containsPattern("\\| drawdown \\| 1000 \\| .* × \\| .* × \\|")
                .containsPattern("\\| volatility \\| 1000 \\| .* × \\|  \\|")
                .contains("| retention of a cohort |", "| 95th percentile from buckets |");
    }

    @Test
    void theFootprintIsOfAJvmOfItsOwn() throws IOException {
        assertThat(report("footprint"))
                .contains("| `metrics-core-")
                .containsPattern("\\| the first refresh \\| \\d+")
                .containsPattern("\\| of these the library's \\| [1-9]\\d+ \\|")
                .containsPattern("\\| heap of a snapshot \\| [1-9]");
    }

    private String report(String part, String... more) throws IOException {
        Path file = folder.resolve("report.md");
        String[] arguments = new String[more.length + 4];
        arguments[0] = "--part";
        arguments[1] = part;
        arguments[2] = "--report";
        arguments[3] = file.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        assertThat(Benchmarks.execute(arguments)).isZero();
        return Files.readString(file);
    }
}
