package io.axisor.metrics.jdbc.jpa;

import java.util.Locale;

/** Snake case as Hibernate makes it of names in camel case. */
final class SnakeCase {

    private SnakeCase() {}

    /** A name in snake case; digits begin and end words as small letters do, or do not count at all. */
    static String of(String name, boolean digitsAreLetters) {
        StringBuilder snake = new StringBuilder(name.replace('.', '_'));
        for (int i = 1; i < snake.length() - 1; i++) {
            boolean isWordBefore = isSmall(snake.charAt(i - 1), digitsAreLetters);
            boolean isWordAfter = isSmall(snake.charAt(i + 1), digitsAreLetters);
            if (isWordBefore && Character.isUpperCase(snake.charAt(i)) && isWordAfter) {
                snake.insert(i++, '_');
            }
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isSmall(char c, boolean digitsAreLetters) {
        return Character.isLowerCase(c) || (digitsAreLetters && Character.isDigit(c));
    }
}
