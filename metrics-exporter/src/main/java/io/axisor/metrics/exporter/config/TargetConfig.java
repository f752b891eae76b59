package io.axisor.metrics.exporter.config;

import io.axisor.metrics.jdbc.CustomSqlMetric;
import io.axisor.metrics.jdbc.MetricsSchema;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One database to measure.
 *
 * @param name tells its series from those of the others; empty for the only one
 * @param database where it is
 * @param zone its business zone
 * @param schema its mapping
 * @param metrics metrics of its own, by domain
 * @param tags tags of its series
 * @param faults takes what is found out about it later
 */
public record TargetConfig(
        Optional<String> name,
        DatabaseAddress database,
        ZoneId zone,
        MetricsSchema schema,
        Map<String, List<CustomSqlMetric>> metrics,
        Map<String, String> tags,
        Consumer<String> faults) {}
