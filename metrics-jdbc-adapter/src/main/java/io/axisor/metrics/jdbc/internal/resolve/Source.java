package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.dialect.Addend;
import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.dialect.Param;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.spec.ColumnSpec;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.MoneySpec;
import io.axisor.metrics.jdbc.internal.sql.Column;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.jdbc.internal.sql.TimeColumn;
import io.axisor.metrics.time.TimeRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of fact, found in the database and under an alias in a statement: makes the pieces of SQL that name its
 * columns.
 */
public final class Source {

    /** How many rows a person is shown. */
    private static final int MOST_SHOWN = 20;

    /** The meaning of a status whose rows count nowhere. */
    private static final String IGNORED = "ignored";

    private final Resolved resolved;
    private final String alias;

    /**
     * What a mapped column is in the database.
     *
     * @param quoted its quoted name
     * @param joined whether it belongs to the joined table
     * @param column its description
     * @param encoding how it stores instants, null for other columns
     */
    public record Mapped(
            String quoted,
            boolean joined,
            Column column,
            @Nullable TimeEncoding encoding) {}

    /**
     * A fact as found.
     *
     * @param spec the mapping
     * @param relation the quoted table, or the SELECT in parentheses
     * @param join the joined table and its condition between the aliases {@code %1$s} (ours) and {@code %2$s}
     * @param columns the columns by role
     * @param dialect the database's dialect
     * @param ids what the database promises of its column {@code id}
     */
    public record Resolved(
            FactSpec spec,
            String relation,
            Optional<Join> join,
            Map<String, Mapped> columns,
            Dialect dialect,
            Ids ids) {

        public Resolved(
                FactSpec spec, String relation, Optional<Join> join, Map<String, Mapped> columns, Dialect dialect) {
            this(spec, relation, join, columns, dialect, Ids.ANY);
        }

        public Source as(String alias) {
            return new Source(this, alias);
        }

        /** The same, of whose ids something else is known. */
        Resolved withIds(Ids known) {
            return new Resolved(spec, relation, join, columns, dialect, known);
        }

        /** The same, reading only rows that meet conditions; of each table no more columns than are mapped. */
        Resolved where(Optional<String> own, Optional<String> ofJoin) {
            Set<String> ownColumns = new LinkedHashSet<>();
            Set<String> joinColumns = new LinkedHashSet<>();
            columns.values().forEach(mapped -> (mapped.joined() ? joinColumns : ownColumns).add(mapped.quoted()));
            join.ifPresent(other -> {
                ownColumns.add(other.matching());
                joinColumns.add(other.key());
            });
            return new Resolved(
                    spec,
                    part(relation, ownColumns, own),
                    join.map(other ->
                            new Join(part(other.relation(), joinColumns, ofJoin), other.key(), other.matching())),
                    columns,
                    dialect,
                    ids);
        }

        private static String part(String relation, Set<String> columns, Optional<String> where) {
            return where.map(condition -> Source.part(relation, columns, condition))
                    .orElse(relation);
        }
    }

    /** The rows of a relation that meet a condition of the host's, which may end in a comment to the end of the line. */
    static String part(String relation, Collection<String> columns, String condition) {
        return "(SELECT " + String.join(", ", columns) + " FROM " + relation + (relation.startsWith("(") ? " e" : "")
                + " WHERE (" + condition + (condition.contains("--") ? "\n))" : "))");
    }

    /**
     * The joined table, quoted.
     *
     * @param relation the table
     * @param key its key
     * @param matching our column
     */
    record Join(String relation, String key, String matching) {}

    private Source(Resolved resolved, String alias) {
        this.resolved = resolved;
        this.alias = alias;
    }

    public Dialect dialect() {
        return resolved.dialect();
    }

    /** How its amounts are to be read. */
    public MoneySpec money() {
        return resolved.spec().money();
    }

    /** The kind of fact. */
    String name() {
        return resolved.spec().name();
    }

    /** The stored values that stand for a meaning. */
    List<String> stored(String role, String meaning) {
        return resolved.spec().stored(role, meaning);
    }

    /** What stands in for a column of this role. */
    public Optional<String> constant(String role) {
        return Optional.ofNullable(resolved.spec().constants().get(role));
    }

    public boolean has(String role) {
        return resolved.columns().containsKey(role);
    }

    /** The table under its alias, with its join, and without the rows of ignored statuses. */
    public Sql from() {
        Sql all = fromAll();
        List<Sql> counted = new ArrayList<>();
        resolved.spec().values().forEach((role, meanings) -> {
            if (meanings.containsKey(IGNORED) && has(role)) {
                counted.add(Sql.template("({} IS NULL OR NOT ({}))", column(role), means(role, IGNORED)));
            }
        });
        return counted.isEmpty()
                ? all
                : withJoin(Sql.template(
                        "(SELECT {}.* FROM {} WHERE {}) {}", alias, all, Sql.join(" AND ", counted), alias));
    }

    /** The table under its alias, with its join, and with the rows of ignored statuses. */
    Sql fromAll() {
        return withJoin(Sql.template("{} {}", resolved.relation(), alias));
    }

    private Sql withJoin(Sql own) {
        return resolved.join()
                .map(join -> Sql.template(
                        "{} LEFT JOIN {} {}j ON {}j.{} = {}.{}",
                        own,
                        join.relation(),
                        alias,
                        alias,
                        join.key(),
                        alias,
                        join.matching()))
                .orElse(own);
    }

    /**
     * A LEFT JOIN of this fact where a column of it equals another one. A fact with a join of its own is put in parentheses,
     * which some databases need.
     */
    public Sql leftJoin(String role, String other) {
        return leftJoin(from(), role, other);
    }

    /** A {@link #leftJoin} that also finds the rows of ignored statuses. */
    public Sql leftJoinOfAll(String role, String other) {
        return leftJoin(fromAll(), role, other);
    }

    private Sql leftJoin(Sql from, String role, String other) {
        return Sql.template(
                resolved.join().isPresent() ? " LEFT JOIN ({}) ON {} = {}" : " LEFT JOIN {} ON {} = {}",
                from,
                column(role),
                other);
    }

    /** The column as it stands in its table. */
    String inTable(String role) {
        Mapped mapped = mapped(role);
        return alias + (mapped.joined() ? "j." : ".") + mapped.quoted();
    }

    /** The column itself; what is no finite number in a column of numbers, and no time in one of times, is NULL. */
    public String column(String role) {
        String column = asStored(role);
        TimeEncoding encoding = mapped(role).encoding();
        if (encoding != null) {
            return dialect().time(column, encoding.form());
        }
        ColumnSpec spec = resolved.spec().columns().get(role);
        boolean isNumber = spec != null && spec.purpose().isNumber();
        return isNumber
                ? resolved.dialect().finite(column, mapped(role).column().jdbcType())
                : column;
    }

    /** The column itself, also where it is no finite number or no time. */
    public String asStored(String role) {
        return dialect().operand(inTable(role), mapped(role).column().typeName());
    }

    /** Whether a row says nothing; something that is no finite number, or no time, is not nothing. */
    public String isEmpty(String role) {
        return inTable(role) + " IS NULL";
    }

    /** Whether a row says something that is no finite number, or no time. */
    public String isInvalid(String role) {
        return inTable(role) + " IS NOT NULL AND " + column(role) + " IS NULL";
    }

    /** The column as text that strings compare with. */
    public String text(String role) {
        return resolved.dialect()
                .text(
                        column(role),
                        mapped(role).column().jdbcType(),
                        mapped(role).column().typeName());
    }

    /** The column as text, blank ones as NULL, so that all rows that say nothing are one group. */
    public String textOrNull(String role) {
        String text = text(role);
        return isText(role) ? dialect().blankAsNull(text) : text;
    }

    /** The column as a number whose sum is exact. */
    public String summable(String role) {
        return resolved.dialect().summable(column(role), mapped(role).column().jdbcType());
    }

    /** The parts of a number column whose sums make its exact sum. */
    public List<Addend> addends(String role) {
        return dialect().addends(asStored(role), mapped(role).column().jdbcType());
    }

    /** Whether the column holds text, which may be blank. */
    public boolean isText(String role) {
        return mapped(role).column().isText();
    }

    /** Whether a row may lack the column. */
    public boolean isNullable(String role) {
        Mapped mapped = mapped(role);
        return mapped.joined() || mapped.column().nullable();
    }

    public Sql before(String role, Instant instant) {
        return time(role).before(instant);
    }

    public Sql notBefore(String role, Instant instant) {
        return time(role).notBefore(instant);
    }

    /** Of which unit the column holds the last one that still belongs; empty where it holds the first moment that does not. */
    Optional<ChronoUnit> lastUnit(String role) {
        return columnSpec(role).flatMap(ColumnSpec::lastUnit);
    }

    /** Whether the mapping says which moment of its day the column holds. */
    boolean saysWhichMoment(String role) {
        return columnSpec(role).filter(ColumnSpec::saysWhichMoment).isPresent();
    }

    private Optional<ColumnSpec> columnSpec(String role) {
        return Optional.ofNullable(resolved.spec().columns().get(role));
    }

    public Sql after(String role, Instant instant) {
        return time(role).after(instant);
    }

    public Sql within(String role, TimeRange range) {
        return time(role).within(range);
    }

    /** A time column, to be compared with instants. */
    public TimeColumn time(String role) {
        return new TimeColumn(asStored(role), encoding(role), lastUnit(role), dialect());
    }

    /** Whether two columns store instants alike, so that the database can compare them. */
    public boolean areComparable(String role, String other) {
        return encoding(role).equals(encoding(other));
    }

    public TimeEncoding encoding(String role) {
        TimeEncoding encoding = mapped(role).encoding();
        if (encoding == null) {
            throw new IllegalStateException(role + " of " + resolved.spec().name() + " is no time column");
        }
        return encoding;
    }

    /** Whether the column holds a value of one of these meanings; never, if no value means any of them. */
    public Sql means(String role, String... meanings) {
        Optional<String> fixed = constant(role);
        if (fixed.isPresent()) {
            String any = resolved.spec().columns().keySet().iterator().next();
            return List.of(meanings).contains(fixed.get()) ? always(any) : never(any);
        }
        List<Sql> values = new ArrayList<>();
        for (String meaning : meanings) {
            for (String stored : resolved.spec().stored(role, meaning)) {
                values.add(Sql.of(value(role, stored)));
            }
        }
        return values.isEmpty() ? never(role) : Sql.template("{} IN ({})", comparable(role), Sql.join(", ", values));
    }

    /** Whether a value is mapped to the meaning. */
    public boolean hasMeaning(String role, String meaning) {
        return !resolved.spec().stored(role, meaning).isEmpty();
    }

    private Sql always(String role) {
        return Sql.of("(", column(role), " IS NULL OR ", column(role), " IS NOT NULL)");
    }

    /** Not a constant: H2 knows no type for a CASE that constants rule out, and refuses to add it up. */
    private Sql never(String role) {
        return Sql.of("(", column(role), " IS NULL AND ", column(role), " IS NOT NULL)");
    }

    /** Whether a value that is written as text can be one of the column's. */
    public boolean mayHold(String role, String stored) {
        return mapped(role).column().mayHold(stored);
    }

    /** Whether the column equals a stored value. */
    public Sql equal(String role, String stored) {
        return Sql.template("{} = {}", comparable(role), value(role, stored));
    }

    /** A SELECT, complete with its values, of rows whose value has none of these meanings; for a person to run. */
    String unmapped(String role, List<String> meanings) {
        List<String> literals = meanings.stream()
                .flatMap(meaning -> stored(role, meaning).stream())
                .map(stored -> literal(role, stored))
                .toList();
        List<String> shown = new ArrayList<>();
        for (String key : List.of("id", "paymentId", "userId")) {
            if (has(key)) {
                shown.add(asStored(key));
            }
        }
        shown.add(asStored(role));
        String unmapped = literals.isEmpty()
                ? ""
                : " WHERE " + asStored(role) + " IS NULL OR " + comparable(role) + " NOT IN ("
                        + String.join(", ", literals) + ")";
        return "SELECT " + dialect().limitAtStart(MOST_SHOWN) + String.join(", ", shown) + " FROM " + from() + unmapped
                + dialect().limitAtEnd(MOST_SHOWN);
    }

    private String literal(String role, String stored) {
        Column column = mapped(role).column();
        if (column.isBoolean()) {
            boolean isBit = column.typeName().equalsIgnoreCase("bit");
            boolean isTrue = Boolean.parseBoolean(stored);
            return isBit ? (isTrue ? "1" : "0") : (isTrue ? "TRUE" : "FALSE");
        }
        return column.isNumber() ? stored : dialect().literal(stored);
    }

    private String comparable(String role) {
        Column column = mapped(role).column();
        return column.isNumber() || column.isBoolean() ? column(role) : text(role);
    }

    private Param value(String role, String stored) {
        Column column = mapped(role).column();
        if (column.isNumber()) {
            BigDecimal number = Column.number(stored);
            return (statement, index) -> statement.setBigDecimal(index, number);
        }
        if (column.isBoolean()) {
            boolean flag = Boolean.parseBoolean(stored);
            return (statement, index) -> statement.setBoolean(index, flag);
        }
        return (statement, index) -> statement.setString(index, stored);
    }

    /** The column as the database describes it. */
    Column type(String role) {
        return mapped(role).column();
    }

    Mapped mapped(String role) {
        Mapped mapped = resolved.columns().get(role);
        if (mapped == null) {
            throw new IllegalStateException(role + " of " + resolved.spec().name() + " is not mapped");
        }
        return mapped;
    }
}
