package io.axisor.metrics.examples.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Prometheus's own checks of its files. */
final class Promtool {

    private static final String MISSING = "promtool is not on the PATH, so this was not run; install Debian's package"
            + " prometheus (apt-get install prometheus), or unpack it, as .ci/run does";

    private Promtool() {}

    /** Runs promtool, and fails unless it finds everything right; where there is no promtool, the test is skipped or fails. */
    static void passes(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = start(command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
    }

    private static Process start(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            if (Boolean.getBoolean("promtool.required")) {
                return Assertions.fail(MISSING, e);
            }
            System.err.println(String.join(" ", command) + ": " + MISSING);
            return Assumptions.abort(MISSING);
        }
    }
}
