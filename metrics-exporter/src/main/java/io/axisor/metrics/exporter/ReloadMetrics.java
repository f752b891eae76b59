package io.axisor.metrics.exporter;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Instant;

/** Whether the configuration that is in use is the one that the file holds; named as Prometheus names its own. */
final class ReloadMetrics {

    private final Gauge successful = Gauge.builder()
            .name("business_exporter_config_last_reload_successful")
            .help("Whether the last attempt to load the configuration succeeded.")
            .build();

    private final Gauge lastSuccess = Gauge.builder()
            .name("business_exporter_config_last_reload_success_timestamp_seconds")
            .help("When the configuration that is in use was loaded.")
            .build();

    void register(PrometheusRegistry registry) {
        registry.register(successful);
        registry.register(lastSuccess);
    }

    void loaded() {
        successful.set(1);
        lastSuccess.set((double) Instant.now().getEpochSecond());
    }

    void refused() {
        successful.set(0);
    }
}
