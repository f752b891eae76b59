package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import java.util.List;

/** Support tickets. */
public final class TicketsMapping extends FactMapping<TicketsMapping> {

    TicketsMapping() {
        super("tickets");
    }

    @Override
    TicketsMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("openedAt", "resolvedAt");
    }

    /**
     * When it was opened.
     *
     * @param column the column
     * @return this
     */
    public TicketsMapping openedAt(String column) {
        return time("openedAt", column, null);
    }

    /**
     * When it was opened.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public TicketsMapping openedAt(String column, TimeKind kind) {
        return time("openedAt", column, kind);
    }

    /**
     * When it was first answered; null where it was not. Optional.
     *
     * @param column the column
     * @return this
     */
    public TicketsMapping firstResponseAt(String column) {
        return time("firstResponseAt", column, null);
    }

    /**
     * When it was first answered; null where it was not. Optional.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public TicketsMapping firstResponseAt(String column, TimeKind kind) {
        return time("firstResponseAt", column, kind);
    }

    /**
     * When it was resolved; null where it is not.
     *
     * @param column the column
     * @return this
     */
    public TicketsMapping resolvedAt(String column) {
        return time("resolvedAt", column, null);
    }

    /**
     * When it was resolved; null where it is not.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public TicketsMapping resolvedAt(String column, TimeKind kind) {
        return time("resolvedAt", column, kind);
    }

    /**
     * By when it should be resolved; null for no date. What is resolved at it is in time; a DATE stands for the start of
     * its day. It must store instants as the date of resolution does. Optional.
     *
     * @param column the column
     * @return this
     */
    public TicketsMapping dueAt(String column) {
        return time("dueAt", column, null);
    }

    /**
     * By when it should be resolved; null for no date. What is resolved at it is in time; a DATE stands for the start of
     * its day. It must store instants as the date of resolution does. Optional.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public TicketsMapping dueAt(String column, TimeKind kind) {
        return time("dueAt", column, kind);
    }

    /**
     * What the customer thought of it, 1 to 5; null for no score. Optional.
     *
     * @param column the column
     * @return this
     */
    public TicketsMapping score(String column) {
        return column("score", column, Purpose.NUMBER);
    }
}
