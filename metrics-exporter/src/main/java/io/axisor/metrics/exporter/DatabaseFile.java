package io.axisor.metrics.exporter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database that is a file of this machine. It is opened and never created, so a mistyped path is an error, not an empty
 * database; SQLite and DuckDB are opened for reading only. What the address itself sets goes before both.
 *
 * @param path the file
 * @param readOnly what the driver is given to open it for reading only; empty where it cannot
 * @param existing what the driver is given to open it only where it is there; empty where the driver cannot be told
 */
record DatabaseFile(Path path, Optional<Setting> readOnly, Optional<Setting> existing) {

    /** Beside {@code :memory:}, whatever has a scheme, such as {@code s3:}, is no file. One letter is a drive of Windows. */
    private static final String FILE = "(?![\\w-]{2,}:|:)([^;?]+)";

    private static final Pattern H2 = Pattern.compile("jdbc:h2:(?:file:)?" + FILE + "(?:;.*)?");
    private static final Pattern SQLITE = Pattern.compile("jdbc:sqlite:(?:file:)?" + FILE + "(?:\\?.*)?");
    private static final Pattern DUCKDB = Pattern.compile("jdbc:duckdb:" + FILE + "(?:;.*)?");

    /** A setting of a driver. */
    record Setting(String name, String value) {}

    /**
     * The file that an address names.
     *
     * @param url a JDBC address
     * @return the file; empty if the database is on a server or in memory
     */
    static Optional<DatabaseFile> of(String url) {
        Matcher h2 = H2.matcher(url);
        if (h2.matches()) {
            String path =
                    h2.group(1).replaceFirst("^~(?=/)", Matcher.quoteReplacement(System.getProperty("user.home")));
            return Optional.of(new DatabaseFile(
                    Path.of(path + ".mv.db"), Optional.empty(), unlessSaid(url, new Setting("IFEXISTS", "TRUE"))));
        }
        Matcher sqlite = SQLITE.matcher(url);
        if (sqlite.matches() && !url.contains("mode=memory")) {
            return Optional.of(new DatabaseFile(
                    Path.of(sqlite.group(1)),
                    unlessSaid(url, new Setting("open_mode", "1")), // SQLITE_OPEN_READONLY
                    unlessSaid(url, new Setting("open_mode", "2")))); // SQLITE_OPEN_READWRITE without _CREATE
        }
        Matcher duckdb = DUCKDB.matcher(url);
        return duckdb.matches()
                ? Optional.of(new DatabaseFile(
                        Path.of(duckdb.group(1)),
                        unlessSaid(url, new Setting("access_mode", "READ_ONLY")),
                        Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Setting> unlessSaid(String url, Setting setting) {
        boolean isSaid = Arrays.stream(url.split("[;?&]", -1))
                .anyMatch(part ->
                        part.toLowerCase(Locale.ROOT).startsWith(setting.name().toLowerCase(Locale.ROOT) + "="));
        return isSaid ? Optional.empty() : Optional.of(setting);
    }

    /** Settings with which it is read. */
    Properties reading() {
        return properties(readOnly.or(() -> existing));
    }

    /** Settings with which it is written. */
    Properties writing() {
        return properties(existing);
    }

    private static Properties properties(Optional<Setting> setting) {
        Properties properties = new Properties();
        setting.ifPresent(given -> properties.setProperty(given.name(), given.value()));
        return properties;
    }

    boolean isMissing() {
        return Files.notExists(path);
    }
}
