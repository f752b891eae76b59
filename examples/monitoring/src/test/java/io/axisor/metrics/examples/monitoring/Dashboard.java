package io.axisor.metrics.examples.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dashboard of Grafana.
 *
 * @param file where it is
 * @param json what it is
 */
record Dashboard(String file, JsonNode json) {

    static final Dashboard BUSINESS = read("grafana/business.json");
    static final Dashboard AXISOR = read("grafana/axisor.json");

    private static Dashboard read(String file) {
        try {
            return new Dashboard(file, new ObjectMapper().readTree(new File(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Dashboard> all() {
        return Stream.of(BUSINESS, AXISOR);
    }

    List<String> rows() {
        return json.get("panels")
                .valueStream()
                .filter(Dashboard::isRow)
                .map(row -> row.get("title").asText())
                .toList();
    }

    /** The panels that show something. */
    List<JsonNode> panels() {
        return json.get("panels").valueStream().filter(panel -> !isRow(panel)).toList();
    }

    private static boolean isRow(JsonNode panel) {
        return panel.get("type").asText().equals("row");
    }

    List<Expression> expressions() {
        return panels().stream().flatMap(panel -> expressions(panel).stream()).toList();
    }

    List<Expression> expressions(JsonNode panel) {
        return panel.get("targets")
                .valueStream()
                .map(target -> new Expression(
                        file + ", " + panel.get("title").asText(),
                        target.get("expr").asText()))
                .toList();
    }

    @Override
    public String toString() {
        return file;
    }
}
