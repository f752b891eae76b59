package io.axisor.metrics.jdbc.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The form in which a mapping was written, so that messages name what its author can change. */
public enum Wording {

    /** Calls of the builder. */
    JAVA {
        @Override
        String setting(String fact, String method, String value) {
            return "; map it with ." + method + "(\""
                    + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
        }

        @Override
        String oneOf(String fact, List<String> methods) {
            return "map each with "
                    + methods.stream().map(method -> "." + method + "(...)").collect(Collectors.joining(", "));
        }
    },

    /** Keys of properties or YAML. */
    KEYS {
        @Override
        String setting(String fact, String method, String value) {
            return "; add it to '" + key(fact, method) + "'";
        }

        @Override
        String oneOf(String fact, List<String> methods) {
            return "add each to one of "
                    + methods.stream()
                            .map(method -> "'" + key(fact, method) + "'")
                            .collect(Collectors.joining(", "));
        }
    },

    /** A mapping of the library's own, which its user cannot change in part. */
    PRESET {
        @Override
        String setting(String fact, String method, String value) {
            return "";
        }

        @Override
        String oneOf(String fact, List<String> methods) {
            return "the preset does not know them; write the mapping out to give them a meaning";
        }
    };

    /** What to do about one value, such as {@code ; map it with .succeeded("paid")}. */
    abstract String setting(String fact, String method, String value);

    /** What to do about several values, each of which takes one of these setters. */
    abstract String oneOf(String fact, List<String> methods);

    private static String key(String fact, String method) {
        return dashed(fact) + "." + dashed(method);
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
