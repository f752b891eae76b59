package io.axisor.metrics.exporter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.axisor.metrics.refresh.DomainHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the measuring of each domain of each target fares, for programs. */
final class HealthAnswer {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private HealthAnswer() {}

    /** Whether the last attempt at some domain has failed. */
    static boolean isFailing(List<Target> targets) {
        return targets.stream()
                .flatMap(target -> target.health().stream())
                .anyMatch(domain -> domain.lastFailure().isPresent());
    }

    static String of(List<Target> targets) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", isFailing(targets) ? "failing" : "ok");
        answer.put(
                "domains",
                targets.stream()
                        .flatMap(target -> target.health().stream().map(health -> fields(target, health)))
                        .toList());
        try {
            return MAPPER.writeValueAsString(answer) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers did not become JSON", e);
        }
    }

    private static Map<String, @Nullable Object> fields(Target target, DomainHealth health) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("target", target.name().orElse(null));
        fields.put("domain", health.domain());
        fields.put("up", health.up());
        fields.put("standby", health.standby());
        fields.put("lastSuccess", health.lastSuccess().map(Instant::toString).orElse(null));
        fields.put("ageInSeconds", health.age().map(Duration::toSeconds).orElse(null));
        fields.put("lastFailure", health.lastFailure().orElse(null));
        return fields;
    }
}
