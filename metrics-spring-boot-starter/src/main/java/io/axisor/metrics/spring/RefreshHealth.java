package io.axisor.metrics.spring;

import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.spring.EndpointAnswer.Domain;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the refreshing fares, for either kind of health indicator. */
record RefreshHealth(MetricsRefresher refresher, boolean downOnFailure) {

    boolean isDown() {
        return downOnFailure
                && refresher.health().stream()
                        .anyMatch(domain -> domain.lastFailure().isPresent());
    }

    Map<String, Domain> details() {
        Map<String, Domain> details = new LinkedHashMap<>();
        for (DomainHealth domain : refresher.health()) {
            details.put(domain.domain(), Domain.of(domain));
        }
        return details;
    }
}
