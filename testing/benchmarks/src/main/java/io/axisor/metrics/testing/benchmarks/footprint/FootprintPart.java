package io.axisor.metrics.testing.benchmarks.footprint;

import io.axisor.metrics.testing.benchmarks.company.Company;
import io.axisor.metrics.testing.benchmarks.company.CompanyDatabase;
import io.axisor.metrics.testing.benchmarks.report.Figure;
import io.axisor.metrics.testing.benchmarks.report.MarkdownTable;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.SortedMap;

/**
 * The part of the report that is about what a host takes aboard.
 *
 * @param jars the sizes in bytes of the jars that are published
 * @param seed of the company
 * @param progress shows how far it is
 */
public record FootprintPart(SortedMap<String, Long> jars, long seed, PrintStream progress) {

    /** Small: what is measured here does not grow with the tables. */
    private static final double SCALE = 0.001;

    private static final String WORDS = """
            ## What a host takes aboard

            A JVM of its own connects to a small company's PostgreSQL, embeds the library with a refresher and the binder, refreshes
            the four domains and is scraped by Prometheus. Times are of that one run, cold. Classes are those loaded from having
            connected until after the first scrape, the library's own by the JVM's log. A snapshot's heap is what 20 of them,
            refreshed one after the other and all held, add to the used heap after a full collection, divided by 20.

            """;

    /**
     * Looks for the jars.
     *
     * @param seed of the company
     * @param progress shows how far it is
     * @return the part, to be run
     * @throws IOException if there is no project around these classes
     */
    public static FootprintPart of(long seed, PrintStream progress) throws IOException {
        return new FootprintPart(PublishedJars.sizes(), seed, progress);
    }

    /**
     * Runs it.
     *
     * @return Markdown
     */
    public String report() throws IOException, SQLException {
        MarkdownTable table = new MarkdownTable("what", "");
        jars.forEach((jar, bytes) -> table.row("`" + jar + "`", kilobytes(bytes)));
        try (CompanyDatabase database = CompanyDatabase.of(new Company(SCALE, seed), progress)) {
            EmbeddingRun run = EmbeddingRun.of(database.url());
            long classes = run.number("classes.after") - run.number("classes.before");
            table.row("embedding: mapping, refresher, binder, registry", Figure.of(run.time("embedding")))
                    .row("the first refresh", Figure.of(run.time("first.refresh")))
                    .row("the first scrape", Figure.of(run.time("first.scrape")))
                    .row("a refresh after eleven others", Figure.of(run.time("later.refresh")))
                    .row("classes loaded for it, of all jars and the JDK", classes)
                    .row("of these the library's", run.ownClasses())
                    .row("heap of a snapshot", kilobytes(run.number("snapshot.bytes")));
        }
        return WORDS + table + "\n";
    }

    private static String kilobytes(long bytes) {
        return Figure.decimal(bytes / 1024.0) + " kB";
    }
}
