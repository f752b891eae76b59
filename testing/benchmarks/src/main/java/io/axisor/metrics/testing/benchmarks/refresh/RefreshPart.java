package io.axisor.metrics.testing.benchmarks.refresh;

import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.BY_HAND;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.LIBRARY;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.SCAN;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.SERVICE;

import io.axisor.metrics.testing.benchmarks.company.Company;
import io.axisor.metrics.testing.benchmarks.company.CompanyDatabase;
import io.axisor.metrics.testing.benchmarks.company.CompanyTable;
import io.axisor.metrics.testing.benchmarks.report.Figure;
import io.axisor.metrics.testing.benchmarks.report.MarkdownTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The part of the report that is about refreshes.
 *
 * @param scale the size of the company
 * @param growth other sizes, to show how cost grows
 * @param seed of the company
 * @param rounds how often each way is asked
 * @param statements where the texts of the library's statements go, which are too long for a report
 * @param progress shows how far it is
 */
public record RefreshPart(
        double scale, List<Double> growth, long seed, int rounds, Path statements, PrintStream progress) {

    private static final String WORDS = """
            ## A refresh

            All metrics of users, revenue, automation and trading, of one made-up company, in one embedded PostgreSQL, on one
            connection. Each way is asked in turn, the first round warms up, the medians of the next %d are shown.

            - **library**: `BusinessMetrics.measure` of the four domains.
            - **service**: %d statements of one figure each, in the manner of a hand-written service on an ORM that answers
              `getKPIs()`. A reconstruction of that manner in `service.sql`, not an original text.
            - **hand-tuned**: what the library tells, a statement for each metric with its windows in FILTERs, as an SQL exporter
              is configured by someone who knows SQL (`hand-tuned.sql`).
            - **scan**: one sequential pass of each table that touches every column a metric needs: what no single pass beats.
            - **count**: `COUNT(*)` of each table.

            **Usual indexes** are one on each column of a time, of a status, and of another table's id. **Workers** is
            `max_parallel_workers_per_gather`.

            """;

    /**
     * Runs it.
     *
     * @return Markdown
     */
    public String report() throws IOException, SQLException {
        StringBuilder text = new StringBuilder();
        try (CompanyDatabase database = database(scale)) {
            RefreshBenchmark benchmark = new RefreshBenchmark(database, rounds, progress);
            RefreshReport report = new RefreshReport(benchmark.run(List.of(0, 2)));
            text.append(WORDS.formatted(rounds, benchmark.serviceSize()))
                    .append(tables(database))
                    .append('\n')
                    .append(report);
            Files.writeString(statements, report.statementTexts());
        }
        if (!growth.isEmpty()) {
            text.append("\n**How cost grows**, no workers, no round to warm up but the comparison of the answers\n\n")
                    .append(growthTable());
        }
        return text.toString();
    }

    private MarkdownTable growthTable() throws IOException, SQLException {
        MarkdownTable table = new MarkdownTable(
                "scale", "indexes", "library", "service ÷ library", "hand-tuned ÷ library", "library ÷ scans");
        for (double size : growth) {
            try (CompanyDatabase database = database(size)) {
                for (RefreshTimes.Round round : new RefreshBenchmark(database, rounds, progress).grow()) {
                    table.row(
                            Figure.decimal(size),
                            round.setting().indexed() ? "usual" : "none",
                            Figure.of(round.of(LIBRARY)),
                            Figure.times(round.ratio(SERVICE, LIBRARY)),
                            Figure.times(round.ratio(BY_HAND, LIBRARY)),
                            Figure.times(round.ratio(LIBRARY, SCAN)));
                }
            }
        }
        return table;
    }

    private CompanyDatabase database(double size) throws IOException, SQLException {
        return CompanyDatabase.of(new Company(size, seed), progress);
    }

    private String tables(CompanyDatabase database) throws SQLException {
        MarkdownTable table = new MarkdownTable("table", "rows", "size");
        for (CompanyTable each : database.company().tables()) {
            table.row(each.name(), each.rows(), database.size(each));
        }
        String configuration = CompanyDatabase.configuration().entrySet().stream()
                .map(setting -> "`" + setting.getKey() + " = " + setting.getValue() + "`")
                .sorted()
                .collect(Collectors.joining(", "));
        return "PostgreSQL " + database.version() + " with " + configuration + ", durability off as embedded, seed "
                + seed + ".\n\n" + table;
    }
}
