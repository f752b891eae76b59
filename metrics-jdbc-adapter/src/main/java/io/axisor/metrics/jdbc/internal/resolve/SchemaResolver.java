package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import io.axisor.metrics.jdbc.internal.resolve.DatabaseTables.Table;
import io.axisor.metrics.jdbc.internal.resolve.Relations.Relation;
import io.axisor.metrics.jdbc.internal.resolve.Source.Join;
import io.axisor.metrics.jdbc.internal.resolve.Source.Mapped;
import io.axisor.metrics.jdbc.internal.resolve.Source.Resolved;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.spec.AttributeSpec;
import io.axisor.metrics.jdbc.internal.spec.ColumnSpec;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.JoinSpec;
import io.axisor.metrics.jdbc.internal.spec.MoneySpec;
import io.axisor.metrics.jdbc.internal.spec.SchemaSpec;
import io.axisor.metrics.jdbc.internal.spec.ViewSpec;
import io.axisor.metrics.jdbc.internal.sql.Column;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the mapping's tables and columns in a database, and says everything that does not fit. */
public final class SchemaResolver {

    /** Names of columns of minor units: {@code amount_cents}, {@code amountInCents}, {@code fee_minor}, {@code sats}. */
    private static final Pattern MINOR_UNITS = Pattern.compile(
            "(?i)(^|_)(cents?|centavos|centimes|pence|pennies|paise|sats?|satoshis?|minor(_?units?)?)(_|$)"
                    + "|(?-i:[a-z](Cents|Pence|Pennies|Sats|Satoshis|Minor|MinorUnits)$)");

    private final SchemaSpec schema;
    private final Relations relations;
    private final DatabaseTables tables;
    private final Dialect dialect;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Resolved> facts = new LinkedHashMap<>();
    private final Map<String, List<String>> misfits = new LinkedHashMap<>();

    private SchemaResolver(SchemaSpec schema, Session session) throws SQLException {
        this.schema = schema;
        this.relations = new Relations(session, schema.wording());
        this.tables = relations.tables();
        this.dialect = tables.dialect();
    }

    /**
     * Looks everything up.
     *
     * @param schema the mapping
     * @param session a connection to the database, for the time of this call
     * @return what was found
     * @throws SQLException if the metadata cannot be read
     */
    public static SchemaResolver resolve(SchemaSpec schema, Session session) throws SQLException {
        SchemaResolver resolver = new SchemaResolver(schema, session);
        for (FactSpec fact : schema.facts().values()) {
            resolver.note(fact.name(), () -> resolver.resolve(fact));
        }
        resolver.note("refunds", () -> resolver.checkIds("refunds", "payments", "refund"));
        resolver.note("executions", () -> resolver.checkIds("executions", "automations", "execution"));
        return resolver;
    }

    @FunctionalInterface
    private interface Look {
        void look() throws SQLException;
    }

    /** Looks, and takes what does not fit for the fault of a fact. */
    private void note(String fact, Look look) throws SQLException {
        int known = errors().size();
        look.look();
        List<String> found = errors().subList(known, errors().size());
        found.replaceAll(schema.wording()::said);
        if (!found.isEmpty()) {
            misfits.merge(
                    fact,
                    List.copyOf(found),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
    }

    private void checkIds(String referring, String owner, String one) throws SQLException {
        Resolved resolved = facts.get(owner);
        boolean isRead = facts.containsKey(referring) && !misfits.containsKey(owner);
        if (isRead && resolved != null && resolved.columns().containsKey("id") && resolved.ids() == Ids.ANY) {
            relations.checkIds(one, resolved.as("e"));
        }
    }

    /** What does not fit, each with what to change. */
    public List<String> errors() {
        return relations.errors();
    }

    /** What is slow, could not be checked, or looks like a mistake. */
    public List<String> warnings() {
        return Stream.concat(relations.warnings().stream(), warnings.stream()).toList();
    }

    /** The tables that are read, each with the first place of the mapping that names it. */
    Map<Table, String> tablesByPlace() {
        return relations.read();
    }

    DatabaseTables tables() {
        return tables;
    }

    /** The mapping as found; whole only without {@link #errors()}. */
    public ResolvedSchema schema() {
        return new ResolvedSchema(schema, Map.copyOf(facts), Map.copyOf(misfits));
    }

    private void resolve(FactSpec fact) throws SQLException {
        if (fact.view().isPresent()) {
            resolveView(fact, fact.view().get());
            return;
        }
        Optional<Relation> own = fact.select().isPresent()
                ? relations.derived(fact.name(), fact.select().get())
                : relations.table(fact.name(), fact.table().orElseThrow());
        Optional<Relation> other = fact.join().isPresent()
                ? relations.table(fact.name() + " join", fact.join().get().table())
                : Optional.empty();
        if (own.isEmpty()) {
            return;
        }
        Map<String, Mapped> columns = new LinkedHashMap<>();
        for (ColumnSpec column : fact.columns().values()) {
            Optional<Relation> relation = isJoined(fact, column) ? other : own;
            if (relation.isPresent()) {
                Optional<Mapped> mapped = column(fact, column, relation.get());
                mapped.ifPresent(found -> columns.put(column.role(), found));
            }
        }
        Optional<Join> join = Optional.empty();
        if (fact.join().isPresent() && other.isPresent()) {
            join = join(fact, fact.join().get(), own.get(), other.get());
        }
        noteMissingIndexes(fact, own.get(), columns);
        Resolved whole = new Resolved(
                fact, own.get().sql(), join, Map.copyOf(columns), dialect, ids(own.get(), columns.get("id")));
        Resolved resolved = whole.where(fact.where(), fact.join().flatMap(JoinSpec::where));
        facts.put(fact.name(), resolved);
        check(fact, resolved, other);
    }

    /** What the database promises of the ids of a table; of a view or a SELECT it promises nothing. */
    private Ids ids(Relation own, @Nullable Mapped id) throws SQLException {
        return own.table().isEmpty() || id == null || id.joined()
                ? Ids.ANY
                : tables.promised(own.table().get(), id.column());
    }

    private void check(FactSpec fact, Resolved resolved, Optional<Relation> other) throws SQLException {
        if (fact.where().isPresent() && !resolved.columns().isEmpty()) {
            relations.checkCondition(fact.name() + ".where", resolved.relation());
        }
        if (resolved.join().isEmpty() || other.isEmpty()) {
            return;
        }
        String place = fact.name() + " join";
        JoinSpec spec = fact.join().orElseThrow();
        int known = errors().size();
        if (spec.where().isPresent()) {
            relations.checkCondition(place + " where", resolved.join().get().relation());
        }
        Column key = relations.find(place + " key", spec.key(), other.get());
        if (errors().size() == known && key != null) {
            relations.checkJoin(
                    place, fact, spec, other.get(), resolved.join().get().relation(), key);
        }
    }

    private void resolveView(FactSpec fact, ViewSpec spec) throws SQLException {
        EntityView view = EntityView.find(fact, spec, relations, dialect);
        Map<String, Mapped> columns = new LinkedHashMap<>();
        Map<String, Mapped> asInOwnTable = new LinkedHashMap<>();
        for (ColumnSpec column : fact.columns().values()) {
            AttributeSpec attribute = column.attribute().orElseThrow();
            Column found = view.column(column, attribute);
            if (found != null) {
                Mapped mapped = mapped(fact, column, found, view.quoted(column), false);
                columns.put(column.role(), mapped);
                if (attribute.relation().equals(ViewSpec.OWN)) {
                    asInOwnTable.put(column.role(), mapped);
                }
            }
        }
        if (view.own().isPresent()) {
            noteMissingIndexes(fact, view.own().get(), asInOwnTable);
            Ids ids = ids(view.own().get(), asInOwnTable.get("id"));
            facts.put(fact.name(), new Resolved(fact, view.sql(), Optional.empty(), Map.copyOf(columns), dialect, ids));
            if (fact.where().isPresent() && !columns.isEmpty()) {
                relations.checkCondition(fact.name() + ".where", view.sql());
            }
        }
    }

    private static boolean isJoined(FactSpec fact, ColumnSpec column) {
        return fact.join().isPresent()
                && column.name().startsWith(fact.join().get().name() + ".");
    }

    private Optional<Mapped> column(FactSpec fact, ColumnSpec spec, Relation relation) throws SQLException {
        String place = fact.name() + "." + spec.role()
                + spec.attribute()
                        .map(attribute -> " (" + attribute.shown() + ")")
                        .orElse("");
        boolean joined = isJoined(fact, spec);
        String name =
                joined ? spec.name().substring(fact.join().orElseThrow().name().length() + 1) : spec.name();
        Column column = relations.find(place, name, relation);
        if (column == null) {
            return Optional.empty();
        }
        return Optional.of(mapped(fact, spec, column, tables.quoted(column.name()), joined));
    }

    /** A column as found, whose type is checked. */
    private Mapped mapped(FactSpec fact, ColumnSpec spec, Column column, String quoted, boolean joined) {
        String place = fact.name() + "." + spec.role();
        if (spec.purpose().isNumber() && !column.isNumber() && !column.isUntyped()) {
            relations
                    .errors()
                    .add(place + ": '" + column.name() + "' is " + column.typeName()
                            + ", which is no number to add up");
        }
        checkSum(place, spec, column);
        checkUnits(place, fact, spec, column);
        checkStoredValues(fact, spec, column);
        TimeEncoding encoding = spec.purpose() == ColumnSpec.Purpose.TIME ? encoding(place, spec, column) : null;
        return new Mapped(quoted, joined, column, encoding == null ? null : encoding.in(dialect));
    }

    private void checkSum(String place, ColumnSpec spec, Column column) {
        if (spec.purpose() == ColumnSpec.Purpose.SUM) {
            dialect.whyNotSummable(column.jdbcType(), column.typeName())
                    .ifPresent(why -> relations.errors().add(place + ": '" + column.name() + "': " + why));
        }
    }

    private void checkUnits(String place, FactSpec fact, ColumnSpec spec, Column column) {
        MoneySpec money = fact.money();
        boolean isMoney = spec.purpose() == ColumnSpec.Purpose.SUM && fact.has("amount") && isInCurrencies(fact);
        boolean hasMinorUnits =
                money.fixedCurrency().map(currency -> currency.digits() > 0).orElse(true);
        if (isMoney
                && hasMinorUnits
                && !money.minorUnits()
                && MINOR_UNITS.matcher(column.name()).find()) {
            warnings.add(place + ": '" + column.name() + "' sounds like minor units, but is read as whole "
                    + money.fixedCurrency().map(CurrencyUnit::code).orElse("units of its currency")
                    + "; if it holds minor units, say so with "
                    + schema.wording().flag(fact.name(), "minorUnits"));
        }
    }

    private static boolean isInCurrencies(FactSpec fact) {
        return fact.money().fixedCurrency().isPresent() || fact.has("currency");
    }

    /** A number never equals a word, and the database would say so with every statement. */
    private void checkStoredValues(FactSpec fact, ColumnSpec spec, Column column) {
        List<String> stored = spec.role().endsWith("Plan")
                ? schema.plans().plans()
                : UnmappedStatuses.meanings(fact.name(), spec.role()).stream()
                        .flatMap(meaning -> fact.stored(spec.role(), meaning).stream())
                        .toList();
        for (String value : stored) {
            if (!column.mayHold(value)) {
                relations
                        .errors()
                        .add(fact.name() + "." + spec.role() + ": '" + column.name() + "' is " + column.typeName()
                                + ", which never holds '" + value + "'; map what it holds, such as "
                                + (column.isBoolean() ? "\"true\"" : "\"1\""));
            }
        }
    }

    private Optional<Join> join(FactSpec fact, JoinSpec spec, Relation own, Relation other) throws SQLException {
        Column key = relations.find(fact.name() + " join key", spec.key(), other);
        Column matching = relations.find(fact.name() + " join matching", spec.matching(), own);
        return key == null || matching == null
                ? Optional.empty()
                : Optional.of(new Join(other.sql(), tables.quoted(key.name()), tables.quoted(matching.name())));
    }

    private @Nullable TimeEncoding encoding(String place, ColumnSpec spec, Column column) {
        Optional<TimeEncoding> declared = spec.encoding();
        String is = place + ": '" + column.name() + "' is " + column.typeName();
        Optional<TimeEncoding> natural = natural(column, schema.localTimes());
        if (declared.isEmpty()) {
            if (natural.isEmpty()) {
                relations.errors().add(is + "; say how it stores instants, such as TimeKind.epochMillis()");
            }
            checkZone(is, spec, natural);
            return natural.orElse(null);
        }
        boolean fits = switch (declared.get().form()) {
                    case EPOCH_SECONDS, EPOCH_MILLIS -> column.isNumber();
                    case INSTANT, LOCAL, DATE ->
                        natural.map(TimeEncoding::form).equals(declared.map(TimeEncoding::form));
                }
                || dialect.mayStore(declared.get().form());
        if (!fits) {
            relations
                    .errors()
                    .add(is + ", which does not hold " + declared.get().form().content()
                            + natural.map(own -> "; it holds " + own.form().content() + ", map it with "
                                            + own.form().written())
                                    .orElse(
                                            column.isNumber()
                                                    ? "; map it with TimeKind.epochSeconds() or epochMillis()"
                                                    : ""));
        }
        return declared.get();
    }

    /** By which clock a provider writes an instant without its zone is a setting of its own. */
    private void checkZone(String is, ColumnSpec spec, Optional<TimeEncoding> natural) {
        Optional<AttributeSpec> instants =
                spec.attribute().filter(attribute -> attribute.instants().isPresent());
        if (instants.isPresent() && natural.isPresent() && natural.get().form() != Form.INSTANT) {
            relations
                    .errors()
                    .add(is + " without a zone, but " + instants.get().shown() + " is of type "
                            + instants.get().instants().get() + "; say by which clock it is written, such as "
                            + natural.get().form().written());
        }
    }

    private static Optional<TimeEncoding> natural(Column column, ZoneId localTimes) {
        return column.timeForm()
                .map(form -> new TimeEncoding(form, form == Form.INSTANT ? ZoneOffset.UTC : localTimes));
    }

    private void noteMissingIndexes(FactSpec fact, Relation own, Map<String, Mapped> columns) throws SQLException {
        if (own.table().isEmpty() || own.table().get().isView()) {
            return;
        }
        Optional<Set<String>> known = tables.indexedColumns(own.table().get());
        if (known.isEmpty()) {
            return; // there is nothing to be done about it
        }
        Set<String> indexed = known.get();
        columns.forEach((role, mapped) -> {
            boolean isIndexed =
                    mapped.joined() || indexed.contains(mapped.column().name());
            if (isReadByWindow(fact, role) && !isIndexed) {
                warnings.add(fact.name() + "." + role + ": no index of " + own.shown() + " begins with '"
                        + mapped.column().name() + "'; windows will read the whole table");
            }
        });
    }

    /** Other time columns are read in passes over all rows, which no index makes shorter. */
    private static boolean isReadByWindow(FactSpec fact, String role) {
        String kind = fact.name().startsWith(SchemaSpec.FEATURE_USE) ? SchemaSpec.FEATURE_USE : fact.name();
        return switch (kind + "." + role) {
            case "users.createdAt",
                    "activity.occurredAt",
                    "payments.paidAt",
                    "payments.refundedAt",
                    "refunds.refundedAt",
                    "executions.startedAt",
                    "market.executedAt",
                    "featureUse.usedAt" -> true;
            case "payments.createdAt" -> !fact.has("paidAt");
            default -> false;
        };
    }
}
