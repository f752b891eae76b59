package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.sql.Connection;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MySQL and MariaDB: a TIMESTAMP is an instant that a session sees in its own zone, a DATETIME is a local time; collations
 * fold case and, most of them, accents and blanks at the end; sums widen; repeatable read is a snapshot.
 */
final class MySqlDialect extends Dialect {

    static final MySqlDialect MYSQL = new MySqlDialect("utf8mb4_0900_bin");
    static final MySqlDialect MARIADB = new MySqlDialect("utf8mb4_nopad_bin");

    /** As many digits behind the point as other fractions have. */
    private static final int SINGLE_DIGITS = 10;

    private final String exactCollation;

    private MySqlDialect(String exactCollation) {
        this.exactCollation = exactCollation;
    }

    /** Of two that go under one name. */
    static MySqlDialect of(@Nullable String productVersion) {
        return String.valueOf(productVersion).toLowerCase(Locale.ROOT).contains("mariadb") ? MARIADB : MYSQL;
    }

    /** What drivers take for a flag is a number: a TINYINT(1) may hold codes. */
    @Override
    public int jdbcType(int reported, String typeName) {
        return reported == Types.BIT || reported == Types.BOOLEAN ? Types.TINYINT : reported;
    }

    @Override
    public Optional<Form> timeForm(int jdbcType, String typeName) {
        return typeName.toUpperCase(Locale.ROOT).startsWith("TIMESTAMP")
                ? Optional.of(Form.INSTANT)
                : super.timeForm(jdbcType, typeName);
    }

    /** Of an instant the earliest that there is, as the clock of the session shows it: MySQL takes an earlier one for zeros. */
    @Override
    Optional<String> earliestTime(Form form) {
        return form == Form.INSTANT ? Optional.of("TIMESTAMP '1970-01-01 00:00:01'") : literal(form, "");
    }

    @Override
    public TimeBinding times() {
        return JavaTimes.BY_SESSION_IN_UTC;
    }

    @Override
    public Transactions transactions(Connection connection, int timeoutInSeconds, Restorations restorations) {
        return new MySqlTransactions(connection, timeoutInSeconds, restorations);
    }

    @Override
    public String text(String column, int jdbcType, String typeName) {
        return "CONVERT(" + column + " USING utf8mb4) COLLATE " + exactCollation;
    }

    @Override
    public String finite(String column, int jdbcType) {
        return jdbcType == Types.REAL
                ? within(column, "1E20", shortestOfSingle(column))
                : super.finite(column, jdbcType);
    }

    /**
     * A number of single precision as the decimal with the fewest digits behind the point that is stored as it, which is what
     * lies within half a unit of its last place.
     */
    private static String shortestOfSingle(String column) {
        String halfUnit = "POW(2, FLOOR(LOG2(ABS(" + column + "))) - 24)";
        StringBuilder shortest = new StringBuilder("CAST(CASE WHEN " + column + " = 0 THEN 0");
        for (int digits = 0; digits < SINGLE_DIGITS; digits++) {
            String rounded = "ROUND(" + column + ", " + digits + ")";
            shortest.append(" WHEN ABS(" + rounded + " - " + column + ") <= " + halfUnit + " THEN " + rounded);
        }
        return shortest.append(" ELSE " + column + " END AS DECIMAL(31, 10))").toString();
    }

    @Override
    public String summable(String column, int jdbcType) {
        return column;
    }

    @Override
    Optional<String> microsBetween(String from, String to, Form form) {
        return form == Form.INSTANT
                ? Optional.of("(UNIX_TIMESTAMP(" + to + ") - UNIX_TIMESTAMP(" + from + ")) * 1000000")
                : Optional.of("TIMESTAMPDIFF(MICROSECOND, " + from + ", " + to + ")");
    }

    @Override
    public Optional<String> epochSeconds(String column, Form form) {
        return switch (form) {
            case EPOCH_SECONDS -> Optional.of(whole(column));
            case EPOCH_MILLIS -> Optional.of(whole("FLOOR(" + column + " / 1000)"));
            case INSTANT -> Optional.of(whole("FLOOR(UNIX_TIMESTAMP(" + column + "))"));
            case LOCAL ->
                Optional.of(whole("FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP '1970-01-01 00:00:00', " + column
                        + ") / 1000000)"));
            case DATE -> Optional.empty();
        };
    }

    private static String whole(String number) {
        return "CAST(" + number + " AS SIGNED)";
    }

    @Override
    public String wholeDivision() {
        return "DIV";
    }

    @Override
    public boolean limitsTheNetwork() {
        return true;
    }

    @Override
    public String limitAtEnd(int rows) {
        return " LIMIT " + rows;
    }

    @Override
    public String literal(String text) {
        return super.literal(text.replace("\\", "\\\\"));
    }

    /** As the server knows it: with the host pattern of the account, not the client's own host. */
    @Override
    public Optional<String> userQuery() {
        return Optional.of("SELECT CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''')");
    }

    @Override
    public boolean hidesTables() {
        return true;
    }
}
