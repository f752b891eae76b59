package io.axisor.metrics.exporter;

import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.system.SystemDefinitions;
import java.util.List;

/**
 * Whether a new configuration may take the place of the old one. What is measured now must be measured by the new one, too;
 * a database that is down with both, or is new and down, holds nothing up.
 */
final class Takeover {

    private Takeover() {}

    /**
     * What would be lost.
     *
     * @param last what is shown now
     * @param next what was measured with the new configuration
     * @return a line for each loss; empty where nothing would be lost
     */
    static List<String> losses(Exporting last, Exporting next) {
        boolean isNothingLeft = isMeasured(last) && !isMeasured(next);
        return next.targets().stream()
                .flatMap(target -> target.health().stream()
                        .filter(domain ->
                                isFailing(domain) && (isNothingLeft || isMeasured(last, target, domain.domain())))
                        .map(domain -> target.title() + ": "
                                + domain.lastFailure().orElse("the domain '" + domain.domain() + "' was not measured")))
                .distinct()
                .toList();
    }

    private static boolean isFailing(DomainHealth domain) {
        return !domain.up() && !domain.standby();
    }

    /** Whether anything but the process itself has a value. */
    private static boolean isMeasured(Exporting exporting) {
        return exporting.targets().stream()
                .flatMap(target -> target.snapshot().measurements().stream())
                .anyMatch(measurement -> measurement.value().isPresent()
                        && !measurement.definition().domain().equals(SystemDefinitions.DOMAIN));
    }

    private static boolean isMeasured(Exporting last, Target target, String domain) {
        return last.targets().stream()
                .filter(old -> old.name().equals(target.name()))
                .flatMap(old -> old.health().stream())
                .anyMatch(health -> health.domain().equals(domain) && health.up());
    }
}
