package io.axisor.metrics.examples.quickstart.folder;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file, which becomes the column of the same name in the table.
 *
 * @param name its name in the header
 * @param kind what its cells hold
 * @param required whether a cell must not be empty; an empty one that may be is NULL, for the library to count under
 *     {@code data.issues}
 */
record CsvColumn(String name, Kind kind, boolean required) {

    /** What cells hold. */
    enum Kind {
        TEXT("text of at most 200 characters", "VARCHAR(200)") {
            @Override
            @Nullable
            Object parse(String cell) {
                return cell.length() <= 200 ? cell : null;
            }
        },
        AMOUNT("a number with a decimal point and at most 8 decimals, such as 12.50", "DECIMAL(30, 8)") {
            @Override
            @Nullable
            Object parse(String cell) {
                try {
                    BigDecimal amount = new BigDecimal(cell);
                    boolean fits =
                            amount.stripTrailingZeros().scale() <= 8 && amount.precision() - amount.scale() <= 22;
                    return fits ? amount : null;
                } catch (NumberFormatException e) {
                    return null;
                }
            }
        },
        INSTANT("an instant with Z or an offset, such as 1997-10-01T00:00:00Z", "TIMESTAMP(6) WITH TIME ZONE") {
            @Override
            @Nullable
            Object parse(String cell) {
                try {
                    return OffsetDateTime.parse(cell).toInstant();
                } catch (DateTimeException e) {
                    return null;
                }
            }
        };

        final String expected;
        final String sqlType;

        Kind(String expected, String sqlType) {
            this.expected = expected;
            this.sqlType = sqlType;
        }

        /** The value of a cell that is not empty; null where it holds something else. */
        abstract @Nullable Object parse(String cell);
    }

    static CsvColumn key(String name) {
        return new CsvColumn(name, Kind.TEXT, true);
    }

    static CsvColumn text(String name) {
        return new CsvColumn(name, Kind.TEXT, false);
    }

    static CsvColumn amount(String name) {
        return new CsvColumn(name, Kind.AMOUNT, false);
    }

    static CsvColumn instant(String name) {
        return new CsvColumn(name, Kind.INSTANT, false);
    }

    /** The column as in CREATE TABLE. */
    String definition() {
        return name + " " + kind.sqlType + (required ? " PRIMARY KEY" : "");
    }
}
