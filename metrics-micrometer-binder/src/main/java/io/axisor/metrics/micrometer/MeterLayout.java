package io.axisor.metrics.micrometer;

import io.axisor.metrics.MetricsSnapshot;
import java.util.List;

/**
 * Turns what was measured into named series. The binder's own layout shows each measurement that has a value as one
 * series; another one can stand beside it or take its place, for dashboards that expect other names.
 *
 * <p>It sees the whole snapshot, because a series may need several measurements (a total over a tag), or one that has no
 * value (a dashboard that wants a number where there is none).
 *
 * <p>All series of a name have the same tag keys, unit and description; a series that differs in its keys is left out.
 * Of two series of the same name and tags the first is shown. Called by one thread at a time, not during a scrape; an
 * exception is logged and takes the layout's series away until it succeeds again.
 */
@FunctionalInterface
public interface MeterLayout {

    /**
     * Lays out a snapshot.
     *
     * @param snapshot what is shown now; empty before the first refresh
     * @return the series, in the order in which they find room under the binder's cap; a series that is not among them is
     *     taken out of the registry
     */
    List<Series> series(MetricsSnapshot snapshot);
}
