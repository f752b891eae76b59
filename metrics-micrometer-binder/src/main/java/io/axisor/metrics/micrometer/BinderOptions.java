package io.axisor.metrics.micrometer;

import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The options of a binder, their defaults and their bounds. */
final class BinderOptions {

    final MetricsRefresher refresher;
    final List<MeterLayout> otherLayouts = new ArrayList<>();
    String prefix = "business";
    Tags tags = Tags.empty();
    int seriesCap = 10_000;
    boolean standardLayout = true;

    BinderOptions(MetricsRefresher refresher) {
        this.refresher = refresher;
    }

    BinderOptions copy() {
        BinderOptions copy = new BinderOptions(refresher);
        copy.otherLayouts.addAll(otherLayouts);
        copy.prefix = prefix;
        copy.tags = tags;
        copy.seriesCap = seriesCap;
        copy.standardLayout = standardLayout;
        return copy;
    }

    List<MeterLayout> layouts() {
        List<MeterLayout> layouts = new ArrayList<>();
        if (standardLayout) {
            layouts.add(new StandardLayout(prefix, refresher));
        }
        layouts.addAll(otherLayouts);
        return layouts;
    }

    Set<String> extraLabels() {
        return tags.stream().map(Tag::getKey).map(SeriesCheck::label).collect(Collectors.toSet());
    }

    void check() {
        List<String> faults = new ArrayList<>();
        if (!SeriesCheck.NAME.matcher(prefix).matches()) {
            faults.add("prefix must be dotted lower-case segments such as 'business' or 'acme.shop', not '" + prefix
                    + "'");
        }
        if (seriesCap < 1) {
            faults.add("seriesCap must be at least 1, not " + seriesCap);
        }
        if (layouts().isEmpty()) {
            faults.add("withoutStandardLayout needs another layout, else nothing is shown");
        }
        checkTags(faults);
        checkNames(faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    private void checkTags(List<String> faults) {
        TreeMap<String, String> ownersByLabel = new TreeMap<>();
        ownersByLabel.put(RefreshMeters.DOMAIN, "the refresh meters");
        ownersByLabel.put(RefreshMeters.OUTCOME, "the refresh meters");
        for (MetricDefinition definition : definitions()) {
            definition.tagKeys().forEach(key -> ownersByLabel.putIfAbsent(SeriesCheck.label(key), definition.key()));
        }
        Set<String> seen = new HashSet<>();
        for (Tag tag : tags) {
            String label = SeriesCheck.label(tag.getKey());
            Optional<String> owner = Optional.ofNullable(ownersByLabel.get(label));
            owner.ifPresent(name -> faults.add(
                    "tags: '" + tag.getKey() + "' is a tag of " + name + "; choose another key, such as 'tenant'"));
            if (!seen.add(label)) {
                faults.add("tags: '" + tag.getKey() + "' and another key are both written '" + label + "'");
            }
            if (tag.getKey().isBlank() || tag.getValue().isBlank()) {
                faults.add("tags: '" + tag.getKey() + "'='" + tag.getValue() + "' needs a key and a value");
            }
        }
    }

    private void checkNames(List<String> faults) {
        for (MetricDefinition definition : definitions()) {
            for (String name : definition.names()) {
                if (standardLayout && RefreshMeters.NAMES.contains(name)) {
                    faults.add("the metric '" + name
                            + "' has the name of a meter of the binder itself; give it another key");
                }
            }
        }
    }

    private List<MetricDefinition> definitions() {
        return refresher.metrics().catalog().definitions();
    }
}
