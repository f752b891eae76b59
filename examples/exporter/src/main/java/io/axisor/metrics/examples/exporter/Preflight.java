package io.axisor.metrics.examples.exporter;

import io.axisor.metrics.source.MetricsDataException;
import java.util.ArrayList;
import java.util.List;

/**
 * How mappings and databases fit.
 *
 * @param misfits reports with errors: metrics that cannot be computed
 * @param remarks reports with nothing worse than warnings
 * @param unreachable databases that did not answer, which says nothing of their mapping
 */
record Preflight(List<String> misfits, List<String> remarks, List<String> unreachable) {

    /** Looks at each target. */
    static Preflight of(List<Target> targets) {
        Preflight preflight = new Preflight(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        targets.forEach(preflight::look);
        return preflight;
    }

    private void look(Target target) {
        try {
            target.verify()
                    .forEach((what, report) ->
                            (report.isUsable() ? remarks : misfits).add(target.title() + ", " + what + ": " + report));
        } catch (MetricsDataException e) {
            unreachable.add(target.title() + ": " + e.getMessage());
        }
    }
}
