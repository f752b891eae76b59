package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import java.util.List;

/** Requests of people about their data: access, erasure and the like. */
public final class ComplianceRequestsMapping extends FactMapping<ComplianceRequestsMapping> {

    ComplianceRequestsMapping() {
        super("complianceRequests");
    }

    @Override
    ComplianceRequestsMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("requestedAt", "completedAt");
    }

    /**
     * What is asked for. Optional; without, every request is of no kind.
     *
     * @param column the column
     * @return this
     */
    public ComplianceRequestsMapping kind(String column) {
        return column("kind", column, Purpose.VALUE);
    }

    /**
     * When.
     *
     * @param column the column
     * @return this
     */
    public ComplianceRequestsMapping requestedAt(String column) {
        return time("requestedAt", column, null);
    }

    /**
     * When.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public ComplianceRequestsMapping requestedAt(String column, TimeKind kind) {
        return time("requestedAt", column, kind);
    }

    /**
     * By when it must be completed; null for no date. What is completed at it is in time; a DATE stands for the start of
     * its day. It must store instants as the date of completion does. Optional.
     *
     * @param column the column
     * @return this
     */
    public ComplianceRequestsMapping dueAt(String column) {
        return time("dueAt", column, null);
    }

    /**
     * By when it must be completed; null for no date. What is completed at it is in time; a DATE stands for the start of
     * its day. It must store instants as the date of completion does. Optional.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public ComplianceRequestsMapping dueAt(String column, TimeKind kind) {
        return time("dueAt", column, kind);
    }

    /**
     * When it was completed; null where it is not.
     *
     * @param column the column
     * @return this
     */
    public ComplianceRequestsMapping completedAt(String column) {
        return time("completedAt", column, null);
    }

    /**
     * When it was completed; null where it is not.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public ComplianceRequestsMapping completedAt(String column, TimeKind kind) {
        return time("completedAt", column, kind);
    }
}
