package io.axisor.metrics.jdbc;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names and values that break SQL which is put together from strings. Seeded. */
public final class Nasty {

    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "`",
            "''",
            "\"\"",
            ";",
            "--",
            "/*",
            "*/",
            "\\",
            "\\'",
            "%",
            "_",
            ".",
            " ",
            "?",
            "$1",
            "{d ",
            "}",
            "{}",
            ":x",
            "(",
            ")",
            ",",
            "=",
            "\t",
            "\n",
            "é",
            "ß",
            "İ",
            "ж",
            "表",
            "🙂",
            "a",
            "B",
            "select",
            "NULL",
            "0",
            "'; DROP TABLE canary; --",
            "\"; DROP TABLE canary; --",
            "' OR '1'='1",
            "\" OR 1=1 --",
            "$$",
            "#");

    private final Random random;

    /** The same pieces for the same seed. */
    public Nasty(long seed) {
        this.random = new Random(seed);
    }

    /** Up to some pieces, never empty. */
    public String text(int pieces) {
        return IntStream.rangeClosed(0, random.nextInt(pieces))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    /** A name in double quotes, as SQL writes it. */
    public static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
