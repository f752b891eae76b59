package io.axisor.metrics.testing.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/** What a test measured, a line each in a file of its own, for the document that tells it. */
final class Figures {

    private static final Path FOLDER = Path.of("target", "fire");

    private final Path file;

    private Figures(Path file) {
        this.file = file;
    }

    /** Begins the file of a test anew. */
    static Figures of(Class<?> test) {
        try {
            Files.createDirectories(FOLDER);
            Path file = FOLDER.resolve(test.getSimpleName() + ".txt");
            Files.deleteIfExists(file);
            return new Figures(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void record(String name, Object figure) {
        try {
            Files.writeString(file, name + " | " + figure + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void record(String name, Duration duration) {
        record(name, String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6));
    }
}
