package io.axisor.metrics.jdbc.internal.spec;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form in which a mapping was written, so that messages name what its author can change. */
public enum Wording {

    /** Calls of the builder. */
    JAVA {
        @Override
        public String flag(String fact, String method) {
            return "." + method + "()";
        }

        @Override
        public String setter(String fact, String... methods) {
            return "." + String.join("(...).", methods) + "(...)";
        }

        @Override
        public String choice(String fact, String method, String type, String constant) {
            return "." + method + "(" + type + "." + constant + ")";
        }

        @Override
        public String setting(String fact, String method, String value) {
            return "; map it with ." + method + "(\""
                    + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
        }

        @Override
        public String oneOf(String fact, List<String> methods) {
            return "map each with "
                    + methods.stream().map(method -> "." + method + "(...)").collect(Collectors.joining(", "));
        }
    },

    /** Keys of properties or YAML. */
    KEYS {
        @Override
        public String said(String message) {
            Matcher place = PLACE.matcher(message);
            return place.lookingAt()
                    ? KIND.matcher(message)
                            .replaceAll(kind -> "'" + key(place.group(1), place.group(2)) + "-kind = "
                                    + dashed(kind.group(1)) + (kind.group(2) == null ? "" : " ZONE") + "'"
                                    + (kind.group(3) == null ? "" : " or '" + dashed(kind.group(3)) + "'"))
                    : message;
        }

        @Override
        public String flag(String fact, String method) {
            return "'" + key(fact, method) + " = true'";
        }

        @Override
        public String setter(String fact, String... methods) {
            return "'" + key(fact, String.join(".", methods)) + "'";
        }

        @Override
        public String choice(String fact, String method, String type, String constant) {
            return "'" + key(fact, method) + " = " + constant.toLowerCase(Locale.ROOT) + "'";
        }

        @Override
        public String setting(String fact, String method, String value) {
            return "; add it to '" + key(fact, method) + "'";
        }

        @Override
        public String oneOf(String fact, List<String> methods) {
            return "add each to one of "
                    + methods.stream()
                            .map(method -> "'" + key(fact, method) + "'")
                            .collect(Collectors.joining(", "));
        }
    },

    /** A mapping of the library's own, which its user cannot change in part. */
    PRESET {
        @Override
        public String flag(String fact, String method) {
            return JAVA.flag(fact, method);
        }

        @Override
        public String setter(String fact, String... methods) {
            return JAVA.setter(fact, methods);
        }

        @Override
        public String choice(String fact, String method, String type, String constant) {
            return JAVA.choice(fact, method, type, constant);
        }

        @Override
        public String setting(String fact, String method, String value) {
            return "";
        }

        @Override
        public String oneOf(String fact, List<String> methods) {
            return "the preset does not know them; write the mapping out to give them a meaning";
        }
    };

    private static final Pattern PLACE = Pattern.compile("(\\w+(?:\\[\\d+])?)\\.(\\w+)");
    private static final Pattern KIND = Pattern.compile("TimeKind\\.(\\w+)\\((zone)?\\)(?: or (\\w+)\\(\\))?");

    /** A message that names kinds of time as Java does, in the mapping's own form. */
    public String said(String message) {
        return message;
    }

    /** A setter by its names, such as {@code .join(...).where(...)} or {@code 'payments.join.where'}. */
    public abstract String setter(String fact, String... methods);

    /** A setter with a constant, such as {@code .inclusiveEnd(InclusiveEnd.DAY)} or {@code 'subscriptions.inclusive-end = day'}. */
    public abstract String choice(String fact, String method, String type, String constant);

    /** A setter without a value, such as {@code .minorUnits()} or {@code payments.minor-units = true}. */
    public abstract String flag(String fact, String method);

    /** What to do about one value, such as {@code ; map it with .succeeded("paid")}. */
    public abstract String setting(String fact, String method, String value);

    /** What to do about several values, each of which takes one of these setters. */
    public abstract String oneOf(String fact, List<String> methods);

    private static String key(String fact, String method) {
        return dashed(fact) + "." + dashed(method);
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
