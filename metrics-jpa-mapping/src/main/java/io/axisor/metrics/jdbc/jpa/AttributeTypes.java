package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec;
import io.axisor.metrics.jdbc.jpa.Attribute.Basic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Optional;
import java.util.Set;

/** What the Java type of an attribute says of its column. */
final class AttributeTypes {

    private static final Set<Class<?>> LOCAL_TIMES = Set.of(LocalDateTime.class, LocalDate.class, java.sql.Date.class);
    private static final Set<Class<?>> INSTANTS = Set.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(byte.class, short.class, int.class, long.class, float.class, double.class);

    private AttributeTypes() {}

    /** Refuses an attribute that is of no use for a column. */
    static void check(ColumnSpec column, Basic attribute) {
        boolean isConverted = attribute.storage().isConverted();
        String is = "attribute '" + column.name() + "' is of type "
                + attribute.type().getSimpleName();
        switch (column.purpose()) {
            case VALUE -> {}
            case NUMBER, SUM -> {
                if (!isNumber(attribute.type())) {
                    throw new UnmappableException(
                            is + ", which is no number to add up; " + UnmappableException.byTable());
                }
                if (isConverted) {
                    throw new UnmappableException(
                            is + " and stored by a converter, so what its column counts is not known; "
                                    + UnmappableException.byTable());
                }
            }
            case TIME -> {
                if (isConverted && column.encoding().isEmpty()) {
                    throw new UnmappableException(
                            is + " and stored by a converter; say how its column stores instants, such as ."
                                    + column.role() + "(\"" + column.name() + "\", TimeKind.epochMillis())");
                }
                if (!isConverted && !isTime(attribute.type()) && !isNumber(attribute.type())) {
                    throw new UnmappableException(is + ", which holds no instants; " + UnmappableException.byTable());
                }
            }
        }
    }

    /** The type's name, where its values are instants that a column without a zone would not tell. */
    static Optional<String> instants(Class<?> type) {
        return isInstant(type) ? Optional.of(type.getSimpleName()) : Optional.empty();
    }

    private static boolean isTime(Class<?> type) {
        return LOCAL_TIMES.contains(type) || isInstant(type);
    }

    /** The old types hold instants, which their drivers write by the clock of the JVM. */
    private static boolean isInstant(Class<?> type) {
        return INSTANTS.contains(type)
                || Calendar.class.isAssignableFrom(type)
                || (isOldDate(type) && type != java.sql.Date.class && type != java.sql.Time.class);
    }

    private static boolean isOldDate(Class<?> type) {
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            if (above.getName().equals("java.util.Date")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || NUMBERS.contains(type);
    }
}
