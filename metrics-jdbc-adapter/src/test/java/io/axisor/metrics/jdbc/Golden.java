package io.axisor.metrics.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Files of expected text; a line that begins with # says where it comes from. */
final class Golden {

    private Golden() {}

    static List<String> lines(String file) throws IOException {
        InputStream found = Objects.requireNonNull(Golden.class.getResourceAsStream(file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    static String text(String file) throws IOException {
        return String.join("\n", lines(file));
    }
}
