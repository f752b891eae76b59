package io.axisor.metrics.micrometer;

/**
 * Text that every encoding of a registry can write. Half a surrogate pair, which a database may store and Java carries, is
 * written as {@code ?} or refused by UTF-8 encoders, so that two different values would become the same sample twice.
 *
 * <table>
 *   <caption>What becomes of it, � being U+FFFD</caption>
 *   <tr><th>text</th><th>written</th></tr>
 *   <tr><td>half a pair, such as U+D800</td><td>{@code �D800}</td></tr>
 *   <tr><td>� before four hexadecimal digits</td><td>{@code �FFFD} and the digits</td></tr>
 *   <tr><td>all other text, control characters and whole pairs included</td><td>as it is</td></tr>
 * </table>
 *
 * <p>Different texts stay different.
 */
final class WellFormedText {

    private static final char REPLACEMENT = '\uFFFD';

    private WellFormedText() {}

    static String of(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c) || c == REPLACEMENT)) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isWholePair(text, i)) {
                written.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c) || (c == REPLACEMENT && isCode(text, i + 1))) {
                written.append(REPLACEMENT).append("%04X".formatted((int) c));
            } else {
                written.append(c);
            }
        }
        return written.toString();
    }

    private static boolean isWholePair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private static boolean isCode(String text, int start) {
        return start + 4 <= text.length()
                && text.substring(start, start + 4).chars().allMatch(c -> "0123456789ABCDEF".indexOf(c) >= 0);
    }
}
