package io.axisor.metrics.jdbc.internal.spec;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A column as the host maps it.
 *
 * @param role what it is for, such as {@code createdAt}
 * @param name its name, or the name of the join and its name, separated by a dot
 * @param purpose what its type must allow
 * @param encoding how it stores instants, where the host says so
 * @param lastUnit of which unit it holds the last one that still belongs, for an end that is stored inclusively
 * @param saysWhichMoment whether the host says so, or that it is none
 * @param attribute the attribute that it is mapped by, where an entity is mapped
 */
public record ColumnSpec(
        String role,
        String name,
        Purpose purpose,
        Optional<TimeEncoding> encoding,
        Optional<ChronoUnit> lastUnit,
        boolean saysWhichMoment,
        Optional<AttributeSpec> attribute) {

    /** A column that the host names. */
    public static ColumnSpec of(String role, String name, Purpose purpose, Optional<TimeEncoding> encoding) {
        return new ColumnSpec(role, name, purpose, encoding, Optional.empty(), false, Optional.empty());
    }

    /** This as an end of which the host says that it is stored inclusively, or, without a unit, that it is not. */
    public ColumnSpec upToLast(Optional<ChronoUnit> unit) {
        return new ColumnSpec(role, name, purpose, encoding, unit, true, attribute);
    }

    /** What a column is compared, added up or grouped by as. */
    public enum Purpose {
        /** A key or a name. */
        VALUE,
        /** A number. */
        NUMBER,
        /** A number whose exact sum matters. */
        SUM,
        /** An instant. */
        TIME;

        public boolean isNumber() {
            return this == NUMBER || this == SUM;
        }
    }
}
