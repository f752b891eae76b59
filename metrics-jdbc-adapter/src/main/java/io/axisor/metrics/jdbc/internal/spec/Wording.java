package io.axisor.metrics.jdbc.internal.spec;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form in which a mapping was written, so that messages name what its author can change. Messages are worded for Java;
 * {@link #said} has the last word on each, and is the one place that turns names of Java into those of another form.
 */
public enum Wording {

    /** Calls of the builder. */
    JAVA {
        @Override
        public String said(String message) {
            return message;
        }

        @Override
        public String flag(String fact, String method) {
            return "." + method + "()";
        }

        @Override
        public String setter(String fact, String... methods) {
            return "." + String.join("(...).", methods) + "(...)";
        }

        @Override
        public String joined(String fact, String join, String method) {
            return setter(fact, "join", method);
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

        @Override
        public String meanings(List<String> meanings) {
            return String.join(", ", meanings);
        }
    },

    /** Keys of properties or YAML; {@code key: value} is a line of either. */
    KEYS {
        @Override
        public String said(String message) {
            Matcher place = PLACE.matcher(message);
            if (!place.lookingAt()) {
                return methods(message);
            }
            String fact = place.group(1);
            String role = place.group(2);
            String begun = role == null ? spelt(fact) : key(fact, role);
            String rest = message.substring(place.end());
            if (role != null) {
                rest = KIND.matcher(rest).replaceAll(kind -> Matcher.quoteReplacement(kinds(key(fact, role), kind)));
            }
            return begun + methods(rest);
        }

        @Override
        public String flag(String fact, String method) {
            return "'" + key(fact, method) + ": true'";
        }

        @Override
        public String setter(String fact, String... methods) {
            return "'" + key(fact, String.join(".", methods)) + "'";
        }

        @Override
        public String joined(String fact, String join, String method) {
            return "'" + spelt(fact) + ".join." + join + "." + dashed(method) + "'";
        }

        @Override
        public String choice(String fact, String method, String type, String constant) {
            return "'" + key(fact, method) + ": " + constant.toLowerCase(Locale.ROOT) + "'";
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

        @Override
        public String meanings(List<String> meanings) {
            return meanings.stream().map(Wording::dashed).collect(Collectors.joining(", "));
        }
    },

    /** A mapping of the library's own, whose parts cannot be changed, whatever form its users write. */
    PRESET {
        @Override
        public String said(String message) {
            return KEYS.said(message);
        }

        @Override
        public String flag(String fact, String method) {
            return KEYS.flag(fact, method) + WRITTEN_OUT;
        }

        @Override
        public String setter(String fact, String... methods) {
            return KEYS.setter(fact, methods) + WRITTEN_OUT;
        }

        @Override
        public String joined(String fact, String join, String method) {
            return KEYS.joined(fact, join, method) + WRITTEN_OUT;
        }

        @Override
        public String choice(String fact, String method, String type, String constant) {
            return KEYS.choice(fact, method, type, constant) + WRITTEN_OUT;
        }

        @Override
        public String setting(String fact, String method, String value) {
            return "";
        }

        @Override
        public String oneOf(String fact, List<String> methods) {
            return "the preset does not know them; write the mapping out to give them a meaning";
        }

        @Override
        public String meanings(List<String> meanings) {
            return KEYS.meanings(meanings);
        }
    };

    private static final String WRITTEN_OUT = " of a mapping that is written out";

    /** What a message is about: a fact as its first word, or a column of it. */
    private static final Pattern PLACE = Pattern.compile("([a-z]\\w*(?:\\[\\d+])?)(?:\\.(\\w+))?(?=[ :])");

    private static final Pattern METHOD = Pattern.compile("(?<![\\w)])\\.(\\w+)\\((\\.{3})?\\)");
    private static final Pattern KIND = Pattern.compile("TimeKind\\.(\\w+)\\((zone)?\\)(?: or (\\w+)\\(\\))?");
    private static final Pattern NUMBERED = Pattern.compile("(\\w+)\\[(\\d+)]");

    /** A message that names places, setters and kinds of time as Java does, in the mapping's own form. */
    public abstract String said(String message);

    /** A setter by its names, such as {@code .select(...)} or {@code 'payments.select'}. */
    public abstract String setter(String fact, String... methods);

    /** A setter of a joined table, such as {@code .join(...).where(...)} or {@code 'payments.join.d.where'}. */
    public abstract String joined(String fact, String join, String method);

    /** A setter with a constant, such as {@code .inclusiveEnd(InclusiveEnd.DAY)} or {@code 'subscriptions.inclusive-end: day'}. */
    public abstract String choice(String fact, String method, String type, String constant);

    /** A setter without a value, such as {@code .minorUnits()} or {@code 'payments.minor-units: true'}. */
    public abstract String flag(String fact, String method);

    /** What to do about one value, such as {@code ; map it with .succeeded("paid")}. */
    public abstract String setting(String fact, String method, String value);

    /** What to do about several values, each of which takes one of these setters. */
    public abstract String oneOf(String fact, List<String> methods);

    /** What values can mean. */
    public abstract String meanings(List<String> meanings);

    private static String kinds(String key, MatchResult kind) {
        return "'" + key + "-kind: " + dashed(kind.group(1)) + (kind.group(2) == null ? "" : " ZONE") + "'"
                + (kind.group(3) == null ? "" : " or '" + dashed(kind.group(3)) + "'");
    }

    private static String methods(String message) {
        return METHOD.matcher(message)
                .replaceAll(method -> "'" + dashed(method.group(1)) + (method.group(2) == null ? ": true'" : "'"));
    }

    private static String key(String fact, String method) {
        return spelt(fact) + "." + dashed(method);
    }

    /** A fact by its key. Java counts tables of feature use from 1, lists do from 0. */
    private static String spelt(String fact) {
        if (fact.equals("market")) {
            return "market-log";
        }
        Matcher numbered = NUMBERED.matcher(fact);
        return numbered.matches()
                ? dashed(numbered.group(1)) + "[" + (Integer.parseInt(numbered.group(2)) - 1) + "]"
                : dashed(fact);
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
