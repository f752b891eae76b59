package io.axisor.metrics.examples.monitoring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The selectors of a PromQL expression that promtool has found to be well formed. */
final class PromQl {

    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^\\]]*\\]|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9][0-9a-z.]*|[=!]~|!=|\\S");
    private static final Set<String> AGGREGATIONS =
            Set.of("sum", "min", "max", "avg", "group", "count", "stddev", "stdvar", "topk", "bottomk", "quantile");
    private static final Set<String> BEFORE_LABELS =
            Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    private final List<String> tokens;
    private final List<Selector> selectors = new ArrayList<>();
    private final List<String> groupingLabels = new ArrayList<>();

    /** What each open parenthesis belongs to: an aggregation, or that around it. */
    private final Deque<String> aggregations = new ArrayDeque<>();

    private String aggregation = "";
    private int position;

    private PromQl(String expression) {
        tokens = TOKEN.matcher(expression).results().map(MatchResult::group).toList();
    }

    static PromQl parse(String expression) {
        PromQl promQl = new PromQl(expression);
        promQl.parse();
        return promQl;
    }

    /** In their order. */
    List<Selector> selectors() {
        return selectors;
    }

    /** Of by, without, on, ignoring and the like. */
    List<String> groupingLabels() {
        return groupingLabels;
    }

    private void parse() {
        String pending = "";
        while (position < tokens.size()) {
            String token = tokens.get(position++);
            if (token.equals("(")) {
                aggregations.push(aggregation);
                aggregation = pending.isEmpty() ? aggregation : pending;
                pending = "";
            } else if (token.equals(")")) {
                aggregation = aggregations.pop();
            } else if (AGGREGATIONS.contains(token)) {
                pending = token;
            } else if (BEFORE_LABELS.contains(token)) {
                labels();
            } else if (isName(token) && !WORDS.contains(token) && !peek("(")) {
                selectors.add(new Selector(token, matchers(), aggregation));
            }
        }
    }

    private static boolean isName(String token) {
        return token.matches("[a-zA-Z_:].*");
    }

    private boolean peek(String token) {
        return position < tokens.size() && tokens.get(position).equals(token);
    }

    private void labels() {
        for (position++; !peek(")"); position++) {
            if (!peek(",")) {
                groupingLabels.add(tokens.get(position));
            }
        }
        position++;
    }

    private List<Matcher> matchers() {
        List<Matcher> matchers = new ArrayList<>();
        if (peek("{")) {
            for (position++; !peek("}"); position++) {
                if (!peek(",")) {
                    String quoted = tokens.get(position + 2);
                    matchers.add(new Matcher(
                            tokens.get(position), tokens.get(position + 1), quoted.substring(1, quoted.length() - 1)));
                    position += 2;
                }
            }
            position++;
        }
        return matchers;
    }

    /**
     * A name, what its labels must be, and the aggregation that it stands in.
     *
     * @param aggregation the innermost, such as {@code max}; empty for none
     */
    record Selector(String name, List<Matcher> matchers, String aggregation) {

        /** Whether the series is selected, whatever target it comes from. */
        boolean finds(Series series) {
            return series.name().equals(name)
                    && matchers.stream()
                            .filter(matcher -> !Series.LABELS_OF_TARGETS.contains(matcher.label()))
                            .allMatch(matcher -> matcher.finds(series));
        }
    }

    /** Such as <code>status!="pending"</code>. */
    record Matcher(String label, String operator, String value) {

        /** Whether the series has the label, and one that fits. */
        boolean finds(Series series) {
            String found = series.labels().get(label);
            return found != null
                    && switch (operator) {
                        case "=" -> found.equals(value);
                        case "!=" -> !found.equals(value);
                        case "=~" -> found.matches(value);
                        case "!~" -> !found.matches(value);
                        default -> throw new IllegalArgumentException("unknown operator " + operator);
                    };
        }
    }
}
