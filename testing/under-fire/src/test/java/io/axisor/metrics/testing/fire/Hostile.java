package io.axisor.metrics.testing.fire;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What somebody writes into a configuration who wants harm. Seeded. */
final class Hostile {

    /** Stands in every text, so that it is found wherever it comes through. */
    static final String MARK = "m4rk";

    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "`",
            ";",
            "--",
            "/*",
            "\\",
            "?",
            "${x}",
            "#{7*7}",
            "{}",
            "%s",
            ",",
            ".",
            "[0]",
            "=",
            "\n",
            "\r",
            "\t",
            "\u0000",
            "\u202e",
            "\ud83d",
            "表",
            "İ",
            "-1",
            "1E999",
            "{x=\"y\"} 1",
            "# HELP x y",
            "${jndi:ldap://127.0.0.1/x}",
            "'; DROP TABLE canary; --",
            "\"; DROP TABLE canary; --",
            "') OR ('1'='1",
            ":at");

    private final Random random;

    Hostile(long seed) {
        this.random = new Random(seed);
    }

    String text() {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> pick(PIECES))
                .collect(Collectors.joining(MARK, "", MARK));
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Once in so many times. */
    boolean chance(int in) {
        return random.nextInt(in) == 0;
    }
}
