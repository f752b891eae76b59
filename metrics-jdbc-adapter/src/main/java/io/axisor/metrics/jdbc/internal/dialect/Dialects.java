package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which database speaks which dialect. */
public final class Dialects {

    private static final Dialect CAREFUL = new Dialect();

    /** By what the product's name begins with, in lower case. */
    private static final List<Known> KNOWN = List.of(
            new Known("postgresql", new PostgreSqlDialect()),
            new Known("h2", new H2Dialect()),
            new Known("hsql", new HsqldbDialect()),
            new Known("apache derby", new DerbyDialect()),
            new Known("sqlite", new SqliteDialect()),
            new Known("duckdb", new DuckDbDialect()),
            new Known("mariadb", MySqlDialect.MARIADB),
            new Known("trino", new TrinoDialect()),
            new Known("oracle", new OracleDialect()),
            new Known("microsoft sql server", new SqlServerDialect()),
            new Known("clickhouse", new ClickHouseDialect()));

    private record Known(String product, Dialect dialect) {}

    private Dialects() {}

    /**
     * Recognises a database.
     *
     * @param metaData its description
     * @return its dialect, or the careful way
     * @throws SQLException if it does not tell
     */
    public static Dialect of(DatabaseMetaData metaData) throws SQLException {
        return of(metaData.getDatabaseProductName(), metaData.getDatabaseProductVersion());
    }

    /** The same by a database's name and version, as its driver tells them. */
    public static Dialect of(@Nullable String productName, @Nullable String productVersion) {
        String product = String.valueOf(productName).toLowerCase(Locale.ROOT);
        if (product.startsWith("mysql")) { // also said of MariaDB, by the driver of the other
            return MySqlDialect.of(productVersion);
        }
        return KNOWN.stream()
                .filter(known -> product.startsWith(known.product()))
                .map(Known::dialect)
                .findFirst()
                .orElse(CAREFUL);
    }
}
