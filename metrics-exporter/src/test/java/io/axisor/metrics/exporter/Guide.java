package io.axisor.metrics.exporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the guide beside this module tells its reader to do. */
final class Guide {

    private Guide() {}

    /** The statement that makes ShedLock's table. */
    static String tableOfLocks() {
        return block("sql");
    }

    /** The first block of a language. */
    static String block(String language) {
        try {
            Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(Path.of("README.md")));
            if (!block.find()) {
                throw new AssertionError("the guide has no block of " + language);
            }
            return block.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
