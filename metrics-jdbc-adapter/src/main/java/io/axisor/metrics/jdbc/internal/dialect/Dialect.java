package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a database does in its own way. As it stands here, it is the careful way, for databases that nothing is known of. */
public class Dialect {

    /** What numbers are cast to before they are added up; nearly all databases know it. */
    private static final String WHOLE_NUMBER = "DECIMAL(31, 0)";

    /** The first day that databases and languages do not write for none. */
    static final String EARLIEST = "1900-01-02";

    private static final String EARLIEST_SECONDS = "-2208902400";

    private static final String EARLIEST_MILLIS = EARLIEST_SECONDS + "000";

    Dialect() {}

    /**
     * What a column's type is.
     *
     * @param reported the type as the driver tells it, of {@link Types}
     * @param typeName the type as the database calls it
     * @return the type
     */
    public int jdbcType(int reported, String typeName) {
        return reported;
    }

    /**
     * How a column of a type stores instants.
     *
     * @param jdbcType the type, of {@link Types}
     * @param typeName the type as the database calls it
     * @return the form; empty for types that do not tell, such as numbers
     */
    public Optional<Form> timeForm(int jdbcType, String typeName) {
        String lower = typeName.toLowerCase(Locale.ROOT);
        boolean isZoned = jdbcType == Types.TIMESTAMP_WITH_TIMEZONE
                || lower.contains("timestamptz")
                || (lower.contains("time zone") && !lower.contains("without time zone"));
        if (isZoned) {
            return Optional.of(Form.INSTANT);
        }
        return switch (jdbcType) {
            case Types.TIMESTAMP -> Optional.of(Form.LOCAL);
            case Types.DATE -> Optional.of(Form.DATE);
            default -> Optional.empty();
        };
    }

    /**
     * The earliest time of a column of a form that is one, as a literal. What is stored below it stands for none: dates of
     * zeros, year 1 and minus infinity. Empty where nothing is known of how to write it.
     */
    public final Optional<String> earliest(Form form) {
        return switch (form) {
            case EPOCH_SECONDS -> Optional.of(EARLIEST_SECONDS);
            case EPOCH_MILLIS -> Optional.of(EARLIEST_MILLIS);
            case INSTANT, LOCAL, DATE -> earliestTime(form);
        };
    }

    /** What everything that is a time of a form lies below, as a literal; empty where types see to it. */
    public Optional<String> latest(Form form) {
        return Optional.empty();
    }

    /** Whether a time that is known to lie before an instant is one; empty where nothing stands for none. */
    public final Optional<String> isTime(String column, Form form) {
        return earliest(form).map(earliest -> isNotBelow(column, earliest) + isSet(column, form));
    }

    String isNotBelow(String column, String earliest) {
        return column + " >= " + earliest;
    }

    /** A further condition: 0 in a column that counts is written where there is no time. Empty for other columns. */
    public static String isSet(String column, Form form) {
        return form == Form.EPOCH_SECONDS || form == Form.EPOCH_MILLIS ? " AND " + column + " <> 0" : "";
    }

    /** The earliest time of a column that holds no numbers. */
    Optional<String> earliestTime(Form form) {
        return Optional.empty();
    }

    /** {@link #EARLIEST} as the standard writes it, behind whose instants stands their zone. */
    static Optional<String> literal(Form form, String zone) {
        return Optional.of(
                switch (form) {
                    case INSTANT -> "TIMESTAMP WITH TIME ZONE '" + EARLIEST + " 00:00:00" + zone + "'";
                    case LOCAL -> "TIMESTAMP '" + EARLIEST + " 00:00:00'";
                    case DATE, EPOCH_SECONDS, EPOCH_MILLIS -> "DATE '" + EARLIEST + "'";
                });
    }

    /** A time column, NULL where what it holds is no time. */
    public String time(String column, Form form) {
        return earliest(form)
                .map(earliest ->
                        "CASE WHEN " + column + " >= " + earliest + isSet(column, form) + " THEN " + column + " END")
                .orElse(column);
    }

    /** How instants are bound and read. */
    public TimeBinding times() {
        return JavaTimes.BY_OFFSET;
    }

    /**
     * A column as something that compares and adds up as its {@link #jdbcType} says; nearly all are that as they are.
     *
     * @param column the column
     * @param typeName its type as the database calls it
     * @return the expression
     */
    public String operand(String column, String typeName) {
        return column;
    }

    /** Whether a column may store instants in a form that its type does not tell. */
    public boolean mayStore(Form form) {
        return false;
    }

    /**
     * How a column stores instants, as an expression that is the name of a {@link Form} or of a type; empty where types bind.
     */
    public Optional<String> storedForm(String column) {
        return Optional.empty();
    }

    /** Whether times compare as {@link #time} has them and not as they are stored. */
    public boolean normalizesTimes(Form form) {
        return false;
    }

    /**
     * A text column as something that equals a string only where it is written alike, blanks at its end aside where they
     * only fill it up.
     *
     * @param column the column
     * @param jdbcType its type
     * @param typeName its type as the database calls it
     * @return the expression
     */
    public String text(String column, int jdbcType, String typeName) {
        boolean isFilledUp = jdbcType == Types.CHAR || jdbcType == Types.NCHAR;
        return isFilledUp ? "RTRIM(" + column + ")" : column; // those blanks are no part of a plan's name
    }

    /** A query that returns {@code folds} where not even {@link #text} keeps {@code a} and {@code A} apart; empty where it does. */
    public Optional<String> foldsCaseQuery() {
        return Optional.empty();
    }

    /**
     * A number column to be compared, NULL where it is NaN, infinite or beyond all money. A binary fraction counts as the
     * decimal it was written as.
     */
    public String finite(String column, int jdbcType) {
        return switch (jdbcType) {
            case Types.FLOAT, Types.REAL, Types.DOUBLE ->
                within(column, "1E20", "CAST(" + column + " AS DECIMAL(31, 10))");
            default -> column;
        };
    }

    /** What lies within a limit, which nothing infinite or NaN does; else NULL. */
    static String within(String column, String limit, String decimal) {
        return "CASE WHEN " + column + " > -" + limit + " AND " + column + " < " + limit + " THEN " + decimal + " END";
    }

    /** Why numbers of a type cannot be added up exactly, and what to do; empty where they can. */
    public Optional<String> whyNotSummable(int jdbcType, String typeName) {
        return Optional.empty();
    }

    /** A column that is {@link #finite} as something whose sum is exact and does not overflow. */
    public String summable(String column, int jdbcType) {
        return switch (jdbcType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> wide(column);
            default -> column;
        };
    }

    /** The exact sum of what is {@link #summable}, as {@link #readSum} reads it. */
    public String sum(String summable) {
        return "SUM(" + summable + ")";
    }

    /** Reads a {@link #sum}; null where there was nothing to add up. */
    public @Nullable BigDecimal readSum(ResultSet row, int index) throws SQLException {
        return row.getBigDecimal(index);
    }

    /** The parts of a number column that are added up on their own; its exact sum is theirs. What is not finite has none. */
    public List<Addend> addends(String column, int jdbcType) {
        return List.of(new Addend(summable(finite(column, jdbcType), jdbcType), BigDecimal.ONE));
    }

    /** A whole number that holds more than 64 bits do. */
    String wide(String column) {
        return "CAST(" + column + " AS " + WHOLE_NUMBER + ")";
    }

    /**
     * The microseconds from one column to another of the same form; empty where this database's way to tell them is not
     * known. Local times differ by what the local clock showed.
     */
    public final Optional<String> micros(String from, String to, Form form) {
        return switch (form) {
            case EPOCH_SECONDS -> Optional.of("(" + wide(to) + " - " + wide(from) + ") * 1000000");
            case EPOCH_MILLIS -> Optional.of("(" + wide(to) + " - " + wide(from) + ") * 1000");
            case INSTANT, LOCAL, DATE -> microsBetween(from, to, form);
        };
    }

    /** The microseconds between columns that hold no numbers. */
    Optional<String> microsBetween(String from, String to, Form form) {
        return Optional.empty();
    }

    /**
     * The whole seconds since 1970, as a whole number; of a local time those that its clock showed. Empty where this
     * database's way to tell them is not known.
     */
    public Optional<String> epochSeconds(String column, Form form) {
        return Optional.empty();
    }

    /** The operator that divides whole numbers, none below 0, without a rest. */
    public String wholeDivision() {
        return "/";
    }

    /** Whether a column of a type is never NULL where it is the primary key. */
    public boolean primaryKeysAreNeverNull(String typeName) {
        return true;
    }

    /** Whether it numbers the rows of each group, with ROW_NUMBER() OVER (PARTITION BY ...); nearly all databases do. */
    public boolean numbersWithinGroups() {
        return true;
    }

    /** The most bounds that one statement may compare a column with. */
    public int mostBounds() {
        return 2000;
    }

    /** A query for the schemas where a table without one is looked for; empty where it is one schema, or is not asked. */
    public Optional<String> searchPathQuery() {
        return Optional.empty();
    }

    /** The schemas of the search path beside the current one, by what the query returned. */
    public List<@Nullable String> otherSchemas(List<@Nullable String> told) {
        return told;
    }

    /** A query for the user as GRANT names it; empty where that is its quoted name. */
    public Optional<String> userQuery() {
        return Optional.empty();
    }

    /** The right that a table's schema needs beside that on the table, and a semicolon; empty where it needs none. */
    public String grantOfSchema(String quotedSchema, String user) {
        return "";
    }

    /** Whether tables that a user may not read are missing from the metadata. */
    public boolean hidesTables() {
        return false;
    }

    /** A query that returns {@code hidden} where rows of a table are hidden from the user; empty where that is not known. */
    public Optional<String> hidesRowsQuery(String quotedTable) {
        return Optional.empty();
    }

    /** What stands behind SELECT where a statement returns so many rows and no more. */
    public String limitAtStart(int rows) {
        return "";
    }

    /** What ends a statement that returns so many rows and no more. */
    public String limitAtEnd(int rows) {
        return " FETCH FIRST " + rows + " ROWS ONLY";
    }

    /** A text as it is written into SQL, for statements that a person runs. */
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Whether a type is one of text. */
    public static boolean isText(int jdbcType) {
        return switch (jdbcType) {
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB -> true;
            default -> false;
        };
    }

    /** Text as it is, blank text as NULL. */
    public String blankAsNull(String text) {
        return "CASE WHEN TRIM(" + text + ") = '' THEN NULL ELSE " + text + " END";
    }

    /**
     * The end of a derived table whose columns are computed once for each row, however often the statement around it names
     * them.
     */
    public String computedOnce() {
        return "";
    }

    /** The same where it keeps no database from reading a table in parallel; empty elsewhere. */
    public String computedOnceInOneThread() {
        return "";
    }

    /** Whether its driver is known to end the waiting for a network. */
    public boolean limitsTheNetwork() {
        return false;
    }

    /** The isolation under which all statements of a transaction see the same rows and nobody waits. */
    OptionalInt snapshotIsolation() {
        return OptionalInt.empty();
    }

    /** A statement that is described and not run, as text of its own where the driver would take the two for one. */
    public String toDescribe(String sql) {
        return sql;
    }

    /** Whether to describe a statement leaves nothing in the session, so that it needs no transaction of ours. */
    public boolean describesWithoutTrace() {
        return true;
    }

    /**
     * The read-only transactions of a connection, in which the session's zone changes nothing.
     *
     * @param connection the host's
     * @param timeoutInSeconds the longest that a statement may take
     * @param restorations takes what undoes each change
     * @return the transactions, of which none has begun
     */
    public Transactions transactions(Connection connection, int timeoutInSeconds, Restorations restorations) {
        return new JdbcTransactions(connection, snapshotIsolation(), restorations);
    }
}
