package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import java.util.List;
import java.util.Optional;

/** The numbers by which a statement groups dirty rows: one for each check, above all other codes of a row. */
public final class DirtyCode {

    /** The lowest. */
    public static final int LOWEST = 100;

    private static final List<DataCheck> CHECKS = List.of(DataCheck.values());

    private DirtyCode() {}

    public static boolean isDirty(int code) {
        return code >= LOWEST;
    }

    /** The check that a row of this code failed; empty for one that counts. */
    public static Optional<DataCheck> failed(int code) {
        return isDirty(code) ? Optional.of(check(code)) : Optional.empty();
    }

    /** The check behind a code that {@link #isDirty}. */
    public static DataCheck check(int code) {
        return CHECKS.get(code - LOWEST);
    }

    /** The arm of a CASE that gives rows failing a check its code. */
    public static Sql arm(DataCheck check, Object... failing) {
        return Sql.of(" WHEN ", Sql.of(failing), " THEN " + (LOWEST + CHECKS.indexOf(check)));
    }
}
