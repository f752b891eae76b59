package io.axisor.metrics.examples.output;

import io.axisor.metrics.refresh.DomainHealth;
import java.util.Collection;
import java.util.List;

/**
 * A domain without measurements, since it could not be measured.
 *
 * @param domain its name
 * @param reason what the failure said
 */
public record FailedDomain(String domain, String reason) {

    /**
     * Those that failed.
     *
     * @param health how each domain fares after a refresh
     * @return those whose last attempt failed, or never ended
     */
    public static List<FailedDomain> of(Collection<DomainHealth> health) {
        return health.stream()
                .filter(domain -> !domain.up())
                .map(domain ->
                        new FailedDomain(domain.domain(), domain.lastFailure().orElse("it was not measured")))
                .toList();
    }
}
