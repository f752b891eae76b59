package io.axisor.metrics.jdbc;

import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the text of a property as what a setter takes. */
final class PropertyText {

    private PropertyText() {}

    /** The value, or an {@link IllegalArgumentException} that says what is allowed. */
    static Object as(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == CurrencyUnit.class) {
            return currency(text);
        } else if (type == Money.class) {
            return money(text);
        } else if (type == ZoneId.class) {
            return zone(text);
        } else if (type == TimeKind.class) {
            return TimeKind.parse(text);
        } else if (type.isEnum()) {
            return constant(type, text);
        }
        throw new IllegalStateException("no text is read as " + type);
    }

    static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    private static CurrencyUnit currency(String text) {
        return CurrencyUnit.find(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text
                        + "' is no currency that is known; write an ISO 4217 code such as USD, or BTC or SAT"));
    }

    private static Money money(String text) {
        String[] parts = text.split("\\s+", -1);
        try {
            return new Money(new BigDecimal(parts[0]), currency(parts[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no amount; write a number and a currency, such as 10000 USD", e);
        }
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time zone; write one such as Europe/Berlin, UTC or +02:00", e);
        }
    }

    private static Object constant(Class<?> type, String text) {
        List<Object> constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> PropertyNode.relaxed(constant.toString()).equals(PropertyNode.relaxed(text)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of "
                        + constants.stream()
                                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
