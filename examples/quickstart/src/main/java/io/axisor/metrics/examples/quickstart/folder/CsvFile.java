package io.axisor.metrics.examples.quickstart.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.axisor.metrics.examples.quickstart.database.QuickstartDatabase;
import io.axisor.metrics.examples.quickstart.database.RowBatch;
import io.axisor.metrics.examples.quickstart.database.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * One file of the folder and the table that it fills. The first line names the columns, in any order; columns beyond ours
 * are not looked at.
 *
 * @param path the file
 * @param columns the columns that are needed
 * @param indexes as in {@link Table}
 */
record CsvFile(Path path, List<CsvColumn> columns, List<String> indexes) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .setAllowMissingColumnNames(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** Opens a file, showing somebody how far it has been read. */
    @FunctionalInterface
    interface Opening {
        InputStream open(Path path) throws IOException;
    }

    /** The file's name, by which it is called in messages. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** The name of its table. */
    String tableName() {
        return name().replace(".csv", "");
    }

    Table table() {
        String definitions = columns.stream().map(CsvColumn::definition).collect(Collectors.joining(", "));
        return new Table(tableName(), definitions, indexes);
    }

    /** Reads all lines into the table, or none. */
    void fill(QuickstartDatabase database, Opening opening) throws SQLException {
        try (Reader reader = withoutMark(new InputStreamReader(opening.open(path), UTF_8.newDecoder()));
                CSVParser parser = FORMAT.parse(reader)) {
            checkHeader(parser.getHeaderNames());
            database.inTransaction(connection -> insert(connection, database.schema(), parser));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** What the reading of lines stumbled over; a quote that does not end, two columns of one name, another encoding. */
    private CsvException unreadable(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof CharacterCodingException
                ? new CsvException(name() + " is not in UTF-8; save it in UTF-8", e)
                : new CsvException(name() + " cannot be read: " + cause.getMessage(), e);
    }

    /** Spreadsheets write a byte order mark, which would belong to the name of the first column. */
    private static Reader withoutMark(Reader reader) throws IOException {
        BufferedReader buffered = new BufferedReader(reader);
        buffered.mark(1);
        if (buffered.read() != '\uFEFF') {
            buffered.reset();
        }
        return buffered;
    }

    private void checkHeader(List<String> header) {
        List<String> missing = columns.stream()
                .map(CsvColumn::name)
                .filter(column -> !header.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new CsvException(name() + ", line 1: the column" + (missing.size() > 1 ? "s " : " ") + missing
                    + " must be in the header, which names " + header);
        }
    }

    private void insert(Connection connection, String schema, CSVParser parser) throws SQLException {
        String names = columns.stream().map(CsvColumn::name).collect(Collectors.joining(", "));
        String parameters = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + schema + "." + tableName() + " (" + names + ") VALUES (" + parameters + ")";
        long line = 1;
        try (RowBatch batch = new RowBatch(connection, sql)) {
            for (CSVRecord row : parser) {
                line = parser.getCurrentLineNumber();
                batch.add(values(row, line));
            }
            batch.flush();
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("23")) {
                Throwable told = e.getNextException() == null ? e : e.getNextException();
                throw new CsvException(
                        name() + ", at or before line " + line + ": an id stands there twice: " + told.getMessage(), e);
            }
            throw e;
        }
    }

    private List<@Nullable Object> values(CSVRecord row, long line) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (CsvColumn column : columns) {
            String cell = row.isSet(column.name()) ? row.get(column.name()) : "";
            Object value = cell.isEmpty() ? null : column.kind().parse(cell);
            if (value == null && (column.required() || !cell.isEmpty())) {
                throw new CsvException("%s, line %d, column '%s': '%s' is not %s"
                        .formatted(name(), line, column.name(), cell, column.kind().expected));
            }
            values.add(value);
        }
        return values;
    }

    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new CsvException(name() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
