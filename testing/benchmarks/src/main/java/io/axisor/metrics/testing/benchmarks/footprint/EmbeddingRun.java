package io.axisor.metrics.testing.benchmarks.footprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a JVM that embeds the library said.
 *
 * @param figures by their names
 * @param ownClasses how many classes of the library were loaded
 */
record EmbeddingRun(Map<String, Long> figures, long ownClasses) {

    private static final String OWN = " io.axisor.metrics.";
    private static final String EXAMPLES = " io.axisor.metrics.examples.";
    private static final String TESTING = " io.axisor.metrics.testing.";

    static EmbeddingRun of(String databaseUrl) throws IOException {
        Path log = Files.createTempFile("classes", ".log");
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xlog:class+load=info:file=" + log,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Embedding.class.getName(),
                            databaseUrl)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                Map<String, Long> figures = figures(process);
                if (process.waitFor() != 0) {
                    throw new IOException("the JVM that embeds the library ended with " + process.exitValue());
                }
                return new EmbeddingRun(figures, ownClasses(log));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the library was embedded", e);
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static Map<String, Long> figures(Process process) throws IOException {
        Map<String, Long> figures = new HashMap<>();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        said.lines().map(line -> line.split(" ", 2)).forEach(words -> figures.put(words[0], Long.valueOf(words[1])));
        return figures;
    }

    private static long ownClasses(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(OWN) && !line.contains(EXAMPLES) && !line.contains(TESTING))
                    .count();
        }
    }

    long number(String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    Duration time(String name) {
        return Duration.ofNanos(number(name));
    }
}
