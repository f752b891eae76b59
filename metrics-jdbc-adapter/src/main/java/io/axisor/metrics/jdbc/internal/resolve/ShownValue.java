package io.axisor.metrics.jdbc.internal.resolve;

import java.util.Locale;

/**
 * A stored value as messages show it: in quotes, on one line, and no longer than people read. A column that holds free text,
 * or lines of a log, must not fill a page or a log with it.
 */
public final class ShownValue {

    /** The most characters that are shown; of a longer value these, and an ellipsis. */
    static final int LONGEST = 40;

    private ShownValue() {}

    /**
     * A value in quotes.
     *
     * @param value what is stored
     * @return the value, or its beginning; what cannot be seen is written as in Java, such as {@code \n} and {@code \u200b}
     */
    public static String of(String value) {
        StringBuilder shown = new StringBuilder("'");
        value.codePoints().limit(LONGEST).forEach(character -> append(shown, character));
        return shown.append(isLong(value) ? "…'" : "'").toString();
    }

    /** Whether a value is shown as it is stored, so that it can be copied. */
    static boolean isWhole(String value) {
        return !isLong(value) && value.codePoints().allMatch(ShownValue::isVisible);
    }

    private static boolean isLong(String value) {
        return value.codePointCount(0, value.length()) > LONGEST;
    }

    private static void append(StringBuilder shown, int character) {
        switch (character) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isVisible(character)) {
                    shown.appendCodePoint(character);
                } else {
                    for (char unit : Character.toChars(character)) {
                        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                    }
                }
            }
        }
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
