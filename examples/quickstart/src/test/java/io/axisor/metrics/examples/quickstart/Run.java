package io.axisor.metrics.examples.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A run of the command within this process.
 *
 * @param exitCode as the process would end with
 * @param out standard output
 * @param err standard error, the progress bars apart
 */
record Run(int exitCode, String out, String err) {

    /** Runs to the end. */
    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Quickstart.commandLine(new CountDownLatch(0))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    static Run of(List<String> arguments, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return of(all.toArray(String[]::new));
    }

    /** The document of {@code --format json}. */
    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("exit code " + exitCode + ", not JSON: " + out + err, e);
        }
    }

    /** The measurements of a metric; the window "" stands for none. */
    List<JsonNode> all(String metric, String window) {
        return StreamSupport.stream(json().get("measurements").spliterator(), false)
                .filter(m -> m.get("metric").asText().equals(metric)
                        && m.get("window").asText("").equals(window))
                .toList();
    }

    /** The only measurement of a metric. */
    JsonNode one(String metric, String window) {
        List<JsonNode> found = all(metric, window);
        if (found.size() != 1) {
            throw new AssertionError(metric + " " + window + ": not one but " + found);
        }
        return found.get(0);
    }

    /** The first entry of a key performance indicator. */
    JsonNode kpi(String key) {
        return StreamSupport.stream(json().get("kpis").spliterator(), false)
                .filter(kpi -> kpi.get("kpi").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The values of a metric by their last tag. */
    Map<String, String> byTag(String metric, String window, String tag) {
        return all(metric, window).stream()
                .collect(Collectors.toMap(
                        m -> m.get("tags").get(tag).asText(),
                        m -> m.get("value").asText()));
    }

    /** Numerator and denominator as written. */
    String quotient(String metric, String window) {
        JsonNode measurement = one(metric, window);
        return measurement.get("numerator").asText() + " of "
                + measurement.get("denominator").asText();
    }
}
