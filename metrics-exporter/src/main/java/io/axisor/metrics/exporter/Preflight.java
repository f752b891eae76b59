package io.axisor.metrics.exporter;

import io.axisor.metrics.jdbc.SchemaReport;
import io.axisor.metrics.source.MetricsDataException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How mappings and databases fit.
 *
 * @param misfits reports with errors: metrics that cannot be computed
 * @param contents reports of databases that store what would make metrics wrong; never a reason not to serve
 * @param remarks reports with nothing worse than warnings
 * @param unreachable databases that did not answer, which says nothing of their mapping
 */
record Preflight(List<String> misfits, List<String> contents, List<String> remarks, List<String> unreachable) {

    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);

    private Preflight() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Looks at each target; whatever a driver throws ends the look at its own target alone. */
    static Preflight of(Exporting exporting) {
        Preflight all = new Preflight();
        exporting.sideBySide(Preflight::of).forEach(all::add);
        return all;
    }

    /** What the command ends with. */
    int exitCode() {
        if (!misfits.isEmpty() || !contents.isEmpty()) {
            return Exporter.WRONG;
        }
        return unreachable.isEmpty() ? Exporter.DONE : Exporter.FAILED;
    }

    private static Preflight of(Target target) {
        Preflight preflight = new Preflight();
        try {
            target.missingFile()
                    .ifPresentOrElse(
                            preflight.unreachable::add,
                            () -> target.verify().forEach((what, report) -> preflight.add(target, what, report)));
        } catch (MetricsDataException e) {
            preflight.unreachable.add(target.title() + ": " + e.getMessage());
        } catch (Throwable e) { // an error of one driver is none of the others
            LOG.debug("{} threw", target.title(), e);
            preflight.unreachable.add(target.title() + ": its driver failed ("
                    + e.getClass().getName() + "); look whether it suits the database and is whole");
        }
        return preflight;
    }

    private void add(Target target, String what, SchemaReport report) {
        List<String> kind =
                !report.isUsable() ? misfits : report.contentErrors().isEmpty() ? remarks : contents;
        kind.add(target.title() + ", " + what + ": " + report);
    }

    private void add(Preflight other) {
        misfits.addAll(other.misfits);
        contents.addAll(other.contents);
        remarks.addAll(other.remarks);
        unreachable.addAll(other.unreachable);
    }
}
