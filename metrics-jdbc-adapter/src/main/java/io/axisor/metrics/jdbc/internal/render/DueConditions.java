package io.axisor.metrics.jdbc.internal.render;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.platform.DueCounts;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.value.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a row says at an instant of something that begins, may be due and is done some time, a ticket or a request, as pieces
 * of SQL. Instants of one row are compared as they are stored: local times by what the clock showed.
 */
public final class DueConditions {

    /** The code of {@link #state} for what was done before the window. Dirty rows have a {@link DirtyCode}. */
    static final int GONE = 0;

    /** The code for what was not done before the instant. */
    public static final int TO_DO = 1;

    /** The code for what was done in the window. */
    public static final int DONE = 2;

    private static final String DUE = "dueAt";

    private final String fact;
    private final ResolvedSchema schema;
    private final Source source;
    private final AsOf at;
    private final TimeRange window;
    private final String begun;
    private final String done;
    private final List<String> later;

    /**
     * The conditions of a fact.
     *
     * @param fact its name
     * @param begun the role of its beginning
     * @param done the role of its end
     * @param between the roles of what happens in between, mapped or not
     */
    public DueConditions(Inquiry inquiry, String fact, String begun, String done, String... between) {
        this.fact = fact;
        this.schema = inquiry.schema();
        this.source = schema.source(fact, "f");
        this.at = inquiry.at();
        this.window = at.range(ROLLING_30D);
        this.begun = begun;
        this.done = done;
        this.later = Stream.concat(Stream.of(between), Stream.of(done))
                .filter(source::has)
                .toList();
    }

    public Source source() {
        return source;
    }

    /** What begins later does not exist yet. */
    public Sql exists() {
        return Sql.template(
                "{} IS NULL OR {} OR {}",
                source.column(begun),
                source.before(begun, at.instant()),
                source.after(begun, at.latestCredible()));
    }

    /** The state, or the first check that the row fails. */
    public Sql state(DataCheck noBeginning, DataCheck future, DataCheck order) {
        List<Sql> futures = new ArrayList<>(List.of(source.after(begun, at.latestCredible())));
        later.forEach(role -> futures.add(source.after(role, at.latestCredible())));
        return Sql.template(
                "CASE{}{}{} WHEN {} THEN " + GONE + " WHEN {} THEN " + DONE + " ELSE " + TO_DO + " END",
                DirtyCode.arm(noBeginning, source.column(begun), " IS NULL"),
                DirtyCode.arm(future, Sql.join(" OR ", futures)),
                isOrderChecked() ? DirtyCode.arm(order, isWrongWayRound()) : Sql.EMPTY,
                source.before(done, window.from()),
                source.before(done, at.instant()));
    }

    /** 1 for what was not done before the window, whatever is wrong with it; of what exists. */
    public Sql isOpen() {
        return Sql.template("CASE WHEN {} THEN 0 ELSE 1 END", source.before(done, window.from()));
    }

    /** Whether the database can compare any instant with the beginning. */
    public boolean isOrderChecked() {
        return comparable().findAny().isPresent();
    }

    private Stream<String> comparable() {
        return later.stream().filter(role -> source.areComparable(begun, role));
    }

    private Sql isWrongWayRound() {
        return Sql.join(
                " OR ",
                comparable()
                        .map(role -> Sql.of(source.column(role), " < ", source.column(begun)))
                        .toList());
    }

    /** How a clean row stands to its due date, a code of {@link DueTally}. */
    public Sql due() {
        if (withoutDueDates().isPresent()) {
            return Sql.of(String.valueOf(DueTally.NOTHING_DUE));
        }
        String doneCode = "CASE WHEN {} > {} THEN " + DueTally.LATE + " WHEN {} IS NULL THEN " + DueTally.NOTHING_DUE
                + " ELSE " + DueTally.IN_TIME + " END";
        return Sql.template(
                "CASE WHEN {} THEN " + doneCode + " WHEN {} AND ({} IS NULL OR {}) THEN " + DueTally.OVERDUE + " ELSE "
                        + DueTally.NOTHING_DUE + " END",
                source.within(done, window),
                source.column(done),
                source.column(DUE),
                source.column(DUE),
                source.before(DUE, at.instant()),
                source.column(done),
                source.notBefore(done, at.instant()));
    }

    /** What the codes of {@link #due} added up to, or why nothing can be said of due dates. */
    public Finding<DueCounts> dueCounts(DueTally tally) {
        Optional<String> without = withoutDueDates();
        return without.isPresent() ? Finding.unavailable(without.get()) : Finding.ok(tally.counts());
    }

    private Optional<String> withoutDueDates() {
        return whyWithoutDueDates().map(schema::said);
    }

    private Optional<String> whyWithoutDueDates() {
        if (!source.has(DUE)) {
            return Optional.of(fact + "." + DUE + " is not mapped");
        }
        return source.areComparable(done, DUE)
                ? Optional.empty()
                : Optional.of(fact + "." + done + " and ." + DUE
                        + "(...) store instants in different ways, so the database cannot compare them; map a select"
                        + " that brings both to one type");
    }
}
