package io.axisor.metrics.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

final class SqliteEngine extends Engine {

    SqliteEngine() {
        super("SQLite");
    }

    @Override
    DataSource start() {
        try {
            Path file = Files.createTempFile("metrics-tests", ".sqlite");
            file.toFile().deleteOnExit();
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.OFF);
            config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
            SQLiteDataSource dataSource = new SQLiteDataSource(config);
            dataSource.setUrl("jdbc:sqlite:" + file);
            return dataSource;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    String instantType() {
        return "";
    }

    @Override
    String localType() {
        return "TIMESTAMP";
    }

    @Override
    String amountType() {
        return "INTEGER";
    }

    @Override
    boolean bindsTypes() {
        return false;
    }

    @Override
    Object bound(Object value) {
        return timeAsText(value);
    }

    @Override
    String quirks() {
        return "no instants but as text with an offset, `TimeKind.instant()`; else times are text, `2026-03-01"
                + " 07:30:00.25` with a blank or a T, or counters; amounts are minor units in INTEGER, since decimals"
                + " would be added up as binary fractions";
    }
}
