package io.axisor.metrics.micrometer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Prometheus text format 0.0.4 as strictly as its description allows: one HELP and one TYPE a name, before its
 * samples; the samples of a name together; names and labels well formed; no series and no label twice.
 */
final class PrometheusText {

    private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*+)\"");
    private static final Pattern VALUE = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|Inf)|NaN");

    /** A name with its labels. */
    record Sample(String name, Map<String, String> labels) {}

    private final Map<String, String> help = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<Sample, Double> samples = new LinkedHashMap<>();
    private final Set<String> finished = new HashSet<>();
    private String current = "";

    static PrometheusText parse(String text) {
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new AssertionError("the last line does not end in a line feed");
        }
        PrometheusText parsed = new PrometheusText();
        for (String line : text.split("\n", 0)) { // a line feed alone ends a line; a carriage return is of a label
            if (!line.isEmpty()) {
                parsed.line(line);
            }
        }
        return parsed;
    }

    /** The value of the one sample of the name and labels. */
    double value(String name, Map<String, String> labels) {
        Double value = samples.get(new Sample(name, labels));
        if (value == null) {
            throw new AssertionError("no " + name + labels + " in " + samples.keySet());
        }
        return value;
    }

    /** The samples whose name begins so. */
    Map<Sample, Double> startingWith(String prefix) {
        Map<Sample, Double> found = new LinkedHashMap<>(samples);
        found.keySet().removeIf(sample -> !sample.name().startsWith(prefix));
        return found;
    }

    String help(String name) {
        return help.get(name);
    }

    String type(String name) {
        return types.get(name);
    }

    List<String> names() {
        return samples.keySet().stream().map(Sample::name).distinct().toList();
    }

    private void line(String line) {
        if (line.startsWith("# HELP ")) {
            Matcher matcher = matched(HELP, line);
            enter(matcher.group(1));
            once(help, matcher.group(1), matcher.group(2), line);
        } else if (line.startsWith("# TYPE ")) {
            Matcher matcher = matched(TYPE, line);
            enter(matcher.group(1));
            once(types, matcher.group(1), matcher.group(2), line);
        } else {
            sample(line);
        }
    }

    private void enter(String family) {
        if (!family.equals(current)) {
            if (!current.isEmpty() && !finished.add(current)) {
                throw new AssertionError("the lines of " + current + " are not together");
            }
            current = family;
        }
    }

    private void sample(String line) {
        int nameEnd = line.contains("{") ? line.indexOf('{') : line.indexOf(' ');
        String name = matched(NAME, line.substring(0, nameEnd)).group();
        boolean isOfFamily = name.equals(current)
                || (name.startsWith(current)
                        && Set.of("_sum", "_count", "_bucket").contains(name.substring(current.length())));
        if (!isOfFamily || !types.containsKey(current)) {
            throw new AssertionError("a sample without its TYPE just before: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        int valueStart = nameEnd + 1;
        if (line.charAt(nameEnd) == '{') {
            valueStart = labels(line, nameEnd + 1, labels) + 1;
        }
        String value = matched(VALUE, line.substring(valueStart)).group();
        if (samples.put(new Sample(name, labels), number(value)) != null) {
            throw new AssertionError("twice: " + line);
        }
    }

    /** Reads labels up to the brace that closes them, and returns where the space behind it is. */
    private static int labels(String line, int start, Map<String, String> labels) {
        int position = start;
        Matcher label = LABEL.matcher(line);
        while (line.charAt(position) != '}') {
            if (!label.find(position) || label.start() != position) {
                throw new AssertionError("no label at " + position + " of: " + line);
            }
            if (labels.put(label.group(1), unescaped(label.group(2))) != null) {
                throw new AssertionError("label twice: " + line);
            }
            position = label.end();
            if (line.charAt(position) == ',') {
                position++;
            }
        }
        if (line.charAt(position + 1) != ' ') {
            throw new AssertionError("no space behind the labels: " + line);
        }
        return position + 1;
    }

    private static String unescaped(String text) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
                parts.add(text.charAt(i) == 'n' ? "\n" : text.substring(i, i + 1));
            } else {
                parts.add(text.substring(i, i + 1));
            }
        }
        return String.join("", parts);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }

    private static void once(Map<String, String> map, String name, String value, String line) {
        if (map.put(name, value) != null) {
            throw new AssertionError("twice: " + line);
        }
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError("malformed: " + text);
        }
        return matcher;
    }
}
