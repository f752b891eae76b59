package io.axisor.metrics.jdbc.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether instants are bound as what they are compared with. Where they are not, databases convert, by the zone of the
 * session, and count other rows.
 */
final class BoundTimes {

    private BoundTimes() {}

    /**
     * What does not fit.
     *
     * @param names the parameters' names, place by place
     * @param expected what the database takes the parameters for; empty where it does not tell
     * @param times what they are bound as
     */
    static Collection<String> faults(List<String> names, List<Column> expected, TimeEncoding times) {
        Set<String> faults = new LinkedHashSet<>();
        for (int i = 0; i < expected.size(); i++) {
            Column column = expected.get(i);
            String fitting = fitting(column);
            if (!fitting.isEmpty() && !fits(column, times.form())) {
                faults.add(":" + names.get(i) + " meets " + column.typeName() + ", but is bound as "
                        + bound(times.form()) + "; say times(" + fitting + ")");
            }
        }
        return faults;
    }

    private static boolean fits(Column column, TimeEncoding.Form form) {
        return switch (form) {
            case INSTANT -> column.isZonedTime();
            case LOCAL -> column.isLocalTime();
            case EPOCH_SECONDS, EPOCH_MILLIS -> column.isNumber();
            case DATE -> column.isDate();
        };
    }

    /** The kinds that would fit; empty for types that say nothing, such as text, which some databases take for unknown. */
    private static String fitting(Column column) {
        if (column.isZonedTime()) {
            return "TimeKind.instant()";
        }
        if (column.isLocalTime()) {
            return "TimeKind.localIn(zone)";
        }
        if (column.isDate()) {
            return "TimeKind.dateIn(zone)";
        }
        return column.isNumber() ? "TimeKind.epochSeconds()) or times(TimeKind.epochMillis()" : "";
    }

    private static String bound(TimeEncoding.Form form) {
        return switch (form) {
            case INSTANT -> "an instant with a zone";
            case LOCAL -> "a local time without a zone";
            case EPOCH_SECONDS, EPOCH_MILLIS -> "a number";
            case DATE -> "a date";
        };
    }
}
