package io.axisor.metrics.micrometer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what would harm a registry: a scrape of Prometheus fails as a whole over a label that occurs twice, and older
 * versions of Micrometer drop series whose tag keys differ from those of the first of the name.
 */
final class SeriesCheck {

    /** What prefixes and names look like. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9]+)*");

    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private final Set<String> extraLabels;
    private final Map<String, Set<String>> keysByName = new HashMap<>();

    SeriesCheck(Set<String> extraLabels) {
        this.extraLabels = extraLabels;
    }

    /** A tag key as registries that know no dots write it. */
    static String label(String tagKey) {
        return tagKey.replaceAll("[^a-zA-Z0-9_]", "_");
    }

    /** Remembers the tag keys of a series that is shown already. */
    void trust(Series series) {
        keysByName.putIfAbsent(series.name(), series.tags().keySet());
    }

    /** What is wrong with a new series; empty, and its tag keys are remembered, if nothing is. */
    Optional<String> faultIn(Series series) {
        if (!NAME.matcher(series.name()).matches()) {
            return Optional.of("its name must be dotted lower-case segments");
        }
        Set<String> keys = series.tags().keySet();
        Set<String> labels = new HashSet<>(extraLabels);
        for (String key : keys) {
            String label = key.replace('.', '_');
            if (!LABEL.matcher(label).matches() || !labels.add(label)) {
                return Optional.of("its tag key '" + key + "' is no label name, or is there twice as " + label);
            }
        }
        if (series.tags().containsValue(null)) {
            return Optional.of("a tag value is null");
        }
        Set<String> first = keysByName.putIfAbsent(series.name(), keys);
        return first == null || first.equals(keys)
                ? Optional.empty()
                : Optional.of("its tag keys differ from those of another series of the name, " + first);
    }
}
