package io.axisor.metrics.jdbc.internal.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The existing name that a misspelt one probably means: the nearest by edit distance (Levenshtein), if it is near. */
public final class NearestName {

    private NearestName() {}

    /**
     * Looks for it.
     *
     * @param misspelt the name that is not there
     * @param names those that are
     * @return the nearest; empty if none is near
     */
    public static Optional<String> of(String misspelt, Collection<String> names) {
        int limit = Math.min(Math.max(2, misspelt.length() / 3), misspelt.length() - 1);
        return names.stream()
                .filter(name -> distance(misspelt, name) <= limit)
                .min(Comparator.comparingInt((String name) -> distance(misspelt, name))
                        .thenComparing(name -> name));
    }

    /**
     * What to say of it: the nearest, or all that there are.
     *
     * @param misspelt the name that is not there
     * @param names those that are
     * @return words to go behind "... has no ..."
     */
    public static String hint(String misspelt, Collection<String> names) {
        return of(misspelt, names)
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> "; it has " + String.join(", ", names));
    }

    /**
     * The value that another one resembles so much that both must mean the same: written alike but for case, separators and
     * one letter. Stricter than for names, since {@code unpaid} is near {@code paid} and means the contrary.
     *
     * @param value the value
     * @param others those that are known
     * @return the nearest; empty if none resembles it
     */
    public static Optional<String> resembling(String value, Collection<String> others) {
        String letters = lettersOf(value);
        return others.stream()
                .filter(other ->
                        distance(letters, lettersOf(other)) <= (mayBeMisspelt(letters, lettersOf(other)) ? 1 : 0))
                .min(Comparator.comparingInt((String other) -> distance(letters, lettersOf(other)))
                        .thenComparing(other -> other));
    }

    private static boolean mayBeMisspelt(String one, String other) {
        return Math.min(one.length(), other.length()) > 3
                && (one + other).chars().noneMatch(Character::isDigit);
    }

    private static String lettersOf(String value) {
        return value.replaceAll("[\\s_.-]", "");
    }

    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
