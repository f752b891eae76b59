package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.internal.spec.NearestName;
import io.axisor.metrics.jdbc.jpa.Attribute.Basic;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the values of an attribute are written in a mapping, and what they are stored as. */
final class StoredWords {

    private final Basic attribute;
    private final Map<String, String> storedByWord = new LinkedHashMap<>();

    StoredWords(Basic attribute) {
        this.attribute = attribute;
        Map<String, String> wordsByStored = new LinkedHashMap<>();
        for (Object value : allValues(attribute.type())) {
            String word = value instanceof Enum<?> constant ? constant.name() : value.toString();
            Object stored = attribute.storage().stored(value);
            if (stored != null) {
                storedByWord.put(word, text(stored));
                String other = wordsByStored.put(text(stored), word);
                if (other != null) {
                    throw new UnmappableException("its converter stores " + other + " and " + word + " both as '"
                            + text(stored) + "', which cannot be told apart; " + UnmappableException.byTable());
                }
            }
        }
    }

    private static List<Object> allValues(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return List.of(true, false);
        }
        Object @Nullable [] constants = type.getEnumConstants();
        return constants == null ? List.of() : Stream.of(constants).toList();
    }

    /** What each stored value is called; none where it is called as it is stored. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        storedByWord.forEach((word, stored) -> words.put(stored, word));
        boolean asStored =
                words.entrySet().stream().allMatch(entry -> entry.getKey().equals(entry.getValue()));
        return asStored ? Map.of() : words;
    }

    /** A value that the mapping names, as the column has it after {@link #words}. */
    String value(String written) {
        if (!allValues(attribute.type()).isEmpty()) {
            return constant(written);
        }
        if (!attribute.storage().isConverted()) {
            return written;
        }
        if (attribute.type() == String.class) {
            return text(String.valueOf(attribute.storage().stored(written)));
        }
        throw new UnmappableException("'" + written + "' cannot become a "
                + attribute.type().getSimpleName() + " for its converter; " + UnmappableException.byTable()
                + ", with the values as they are stored");
    }

    private String constant(String written) {
        if (storedByWord.containsKey(written)) {
            return written;
        }
        String type = attribute.type().getSimpleName();
        throw new UnmappableException(
                "'" + written + "' is no value of " + type + NearestName.hint(written, storedByWord.keySet()));
    }

    private static String text(Object stored) {
        if (stored instanceof Enum<?> constant) {
            return constant.name();
        }
        return stored instanceof BigDecimal number ? number.toPlainString() : stored.toString();
    }
}
