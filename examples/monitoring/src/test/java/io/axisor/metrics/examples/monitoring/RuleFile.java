package io.axisor.metrics.examples.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules for Prometheus, and the tests of them. */
final class RuleFile {

    static final Path CONFIGURATION = Path.of("prometheus/prometheus.yml");
    static final Path RULES = Path.of("prometheus/rules/business.yml");
    static final List<Path> TESTS =
            List.of(Path.of("prometheus/rules/business_test.yml"), Path.of("prometheus/rules/business_days_test.yml"));

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private RuleFile() {}

    static List<JsonNode> alerts() {
        return rules().filter(rule -> rule.has("alert")).toList();
    }

    static List<Expression> expressions() {
        return rules().map(rule -> new Expression(nameOf(rule), rule.get("expr").asText()))
                .toList();
    }

    /** The tests of alerts, at one instant each. */
    static List<JsonNode> testsOfAlerts() {
        return TESTS.stream()
                .flatMap(file -> read(file).get("tests").valueStream())
                .flatMap(test -> test.get("alert_rule_test").valueStream())
                .toList();
    }

    /** What a Prometheus with the rules has: what it scrapes, and what the rules record. */
    static Set<Series> withRecorded(Set<Series> scraped) {
        Set<Series> all = new HashSet<>(scraped);
        rules().filter(rule -> rule.has("record")).forEach(rule -> {
            List<Series> found = new Expression(nameOf(rule), rule.get("expr").asText())
                    .selectors().stream()
                            .flatMap(selector -> all.stream().filter(selector::finds))
                            .toList();
            found.forEach(series -> all.add(new Series(nameOf(rule), series.labels())));
        });
        return all;
    }

    private static String nameOf(JsonNode rule) {
        return rule.path("record").asText(rule.path("alert").asText());
    }

    private static Stream<JsonNode> rules() {
        return read(RULES)
                .get("groups")
                .valueStream()
                .flatMap(group -> group.get("rules").valueStream());
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
