package io.axisor.metrics.micrometer;

import io.axisor.metrics.MetricsSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The series that are shown, the same in every registry, at most as many as the cap allows. A series keeps its place as
 * long as it has a value; free places go to new ones in the order of the layouts. Changed under the binder's lock; the
 * two counts are read by scrapes.
 */
final class SeriesBoard {

    private final List<MeterLayout> layouts;
    private final int cap;
    private final Set<String> extraLabels;
    private final RareWarning warning;
    private Map<Series.Id, ShownSeries> places = Map.of();
    private volatile int count;
    private volatile int dropped;

    SeriesBoard(BinderOptions options, RareWarning warning) {
        this.layouts = options.layouts();
        this.cap = options.seriesCap;
        this.extraLabels = options.extraLabels();
        this.warning = warning;
    }

    Collection<ShownSeries> shown() {
        return places.values();
    }

    int count() {
        return count;
    }

    int dropped() {
        return dropped;
    }

    void show(MetricsSnapshot snapshot) {
        Map<Series.Id, ShownSeries> kept = new LinkedHashMap<>();
        Map<Series.Id, Series> fresh = new LinkedHashMap<>();
        for (Series series : layOut(snapshot)) {
            Series.Id id = series.id();
            ShownSeries place = places.get(id);
            if (place == null) {
                fresh.putIfAbsent(id, series);
            } else if (kept.putIfAbsent(id, place) == null) {
                place.show(series.value());
            }
        }
        List<Series> sound = withoutFaults(fresh.values(), kept.values());
        int admitted = Math.min(sound.size(), cap - kept.size());
        sound.subList(0, admitted).forEach(series -> kept.put(series.id(), new ShownSeries(series)));
        warnOfDropped(sound.subList(admitted, sound.size()));
        places = kept;
        count = kept.size();
        dropped = sound.size() - admitted;
    }

    private List<Series> layOut(MetricsSnapshot snapshot) {
        List<Series> all = new ArrayList<>();
        for (MeterLayout layout : layouts) {
            try {
                all.addAll(List.copyOf(layout.series(snapshot)));
            } catch (Throwable e) {
                String name = layout.getClass().getName();
                warning.warn(name, "the layout " + name + " failed, its series are not shown", e);
            }
        }
        return all;
    }

    private List<Series> withoutFaults(Collection<Series> fresh, Collection<ShownSeries> kept) {
        SeriesCheck check = new SeriesCheck(extraLabels);
        kept.forEach(place -> check.trust(place.series()));
        List<Series> sound = new ArrayList<>();
        for (Series series : fresh) {
            Optional<String> fault = check.faultIn(series);
            fault.ifPresentOrElse(
                    words -> warning.warn(series.name(), "series " + series.id() + " is not shown: " + words),
                    () -> sound.add(series));
        }
        return sound;
    }

    private void warnOfDropped(List<Series> beyond) {
        if (!beyond.isEmpty()) {
            warning.warn(
                    "cap",
                    beyond.size() + " series are beyond the cap of " + cap + " and not shown, the first of them "
                            + beyond.get(0).id() + "; raise seriesCap, or have fewer tag values");
        }
    }
}
