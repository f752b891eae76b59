package io.axisor.metrics.jdbc.internal.custom;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import io.axisor.metrics.jdbc.internal.sql.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    static List<String> faults(List<String> names, List<Column> expected, TimeEncoding times) {
        Map<Column, Set<String>> unfit = new LinkedHashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            Column column = expected.get(i);
            if (!fitting(column).isEmpty() && !fits(column, times.form())) {
                unfit.computeIfAbsent(column, none -> new TreeSet<>()).add(":" + names.get(i));
            }
        }
        return unfit.entrySet().stream()
                .map(meeting -> fault(meeting.getKey(), meeting.getValue(), times))
                .toList();
    }

    private static String fault(Column column, Set<String> names, TimeEncoding times) {
        return column.typeName() + " is compared with " + String.join(", ", names) + ", bound as "
                + times.form().content() + "; set its times to " + fitting(column);
    }

    private static boolean fits(Column column, Form form) {
        return switch (form) {
            case INSTANT, LOCAL, DATE -> column.timeForm().equals(Optional.of(form));
            case EPOCH_SECONDS, EPOCH_MILLIS -> column.isNumber();
        };
    }

    /** The kinds that would fit; empty for types that say nothing, such as text, which some databases take for unknown. */
    private static String fitting(Column column) {
        return column.timeForm()
                .map(form -> "'" + form.text() + "'")
                .orElse(column.isNumber() ? "'epoch-seconds' or 'epoch-millis'" : "");
    }
}
