package io.axisor.metrics.examples.monitoring;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name with its labels. */
record Series(String name, Map<String, String> labels) {

    /** What Prometheus itself adds, in which replicas differ: pod is for Kubernetes. */
    static final Set<String> LABELS_OF_TARGETS = Set.of("job", "instance", "pod");

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** The series of a line of the text format. */
    static Series ofSample(String line) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(line);
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        return new Series(line.split("[{ ]", 2)[0], labels);
    }
}
