package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of {@code docs/databases.md} says what the contracts of this run have recorded. Runs after all of them, in an
 * execution of its own of the profile {@code engines}; with {@code -Ddatabases.docs.write=true} it writes the rows of the databases that were there.
 */
class DatabasesDocumentIT {

    static final String TRINO = "| Trino";

    private static final String FIRST_LINE = "| --- | --- | --- | --- | --- |";

    @Test
    void theTableOfDatabasesIsWhatTheContractsRecorded() throws IOException {
        Path document = document();
        String text = Files.readString(document);
        int begin = text.indexOf(FIRST_LINE) + FIRST_LINE.length() + 1;
        int end = text.indexOf("\n\n", begin) + 1;
        Map<String, String> written = new TreeMap<>();
        text.substring(begin, end).lines().forEach(row -> written.put(key(row), row));
        Map<String, String> recorded = recorded();

        assertThat(recorded).as("records in " + ContractRecord.FOLDER).isNotEmpty();
        if (Boolean.getBoolean("databases.docs.write")) {
            written.putAll(recorded);
            Files.writeString(
                    document, text.substring(0, begin) + String.join("\n", written.values()) + text.substring(end - 1));
        } else {
            assertThat(written)
                    .as("docs/databases.md; -Ddatabases.docs.write=true writes it anew")
                    .containsAllEntriesOf(recorded);
            written.keySet().removeIf(key -> !runsHere(key));
            assertThat(recorded.keySet())
                    .as("what the document names and this module runs")
                    .containsAll(written.keySet());
        }
    }

    /** All but the distributed engine, which has a module of its own. */
    boolean runsHere(String key) {
        return !key.startsWith(TRINO);
    }

    private static Path document() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/databases.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/databases.md");
    }

    /** Database and driver. */
    private static String key(String row) {
        List<String> cells = List.of(row.split(" \\| ", -1));
        return cells.get(0) + cells.get(1) + cells.get(2).replaceFirst(" [0-9].*", "");
    }

    /** A row for each database, its contracts added up. */
    private static Map<String, String> recorded() throws IOException {
        Map<String, Properties> databases = new TreeMap<>();
        try (Stream<Path> files = Files.list(ContractRecord.FOLDER)) {
            List<Path> sorted = files.sorted().toList();
            for (Path file : sorted) {
                Properties record = read(file);
                String name =
                        record.getProperty("database") + record.getProperty("version") + record.getProperty("driver");
                databases.merge(name, record, DatabasesDocumentIT::sum);
            }
        }
        Map<String, String> rows = new TreeMap<>();
        databases.values().forEach(record -> rows.put(key(row(record)), row(record)));
        return rows;
    }

    private static Properties read(Path file) {
        Properties record = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            record.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return record;
    }

    private static Properties sum(Properties some, Properties others) {
        int failed = Integer.parseInt(some.getProperty("failed")) + Integer.parseInt(others.getProperty("failed"));
        some.setProperty("failed", String.valueOf(failed));
        return some;
    }

    private static String row(Properties record) {
        return "| " + record.getProperty("database") + " | " + record.getProperty("version") + " | "
                + record.getProperty("driver") + " " + record.getProperty("driverVersion") + " | " + outcome(record)
                + " | " + record.getProperty("quirks") + " |";
    }

    /** No count where nothing failed: the document would change with every test. */
    private static String outcome(Properties record) {
        String failed = record.getProperty("failed");
        return failed.equals("0") ? "all passed" : failed + " failed";
    }
}
