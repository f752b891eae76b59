package io.axisor.metrics.exporter.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text of the file with its placeholders filled. What they held may be secret, so messages show the text as written.
 *
 * @param written as it stands in the file
 * @param value with everything put in
 * @param held what was put in
 */
record FilledText(String written, String value, List<String> held) {

    /** Shorter parts of what was put in tell nothing, and stand in any sentence. */
    private static final int LEAST = 3;

    /**
     * A message that shows what is written in the place of the value.
     *
     * @param message one that quotes the value, or an element of it that is a list
     * @return the message; empty if something that was put in would show all the same
     */
    Optional<String> told(String message) {
        if (held.isEmpty()) {
            return Optional.of(message);
        }
        String told = message;
        told = told.replace(quoted(value), quoted(written));
        for (String element : value.split(",", -1)) {
            told = told.replace(quoted(element.strip()), quoted(written));
        }
        String rest = told.replace(quoted(written), "").toLowerCase(Locale.ROOT);
        boolean isShown = held.stream()
                .flatMap(text -> List.of(text.split("[\\s,;:/@?&=]+", -1)).stream())
                .anyMatch(part -> part.length() >= LEAST && rest.contains(part.toLowerCase(Locale.ROOT)));
        return isShown ? Optional.empty() : Optional.of(told);
    }

    /** The same for a message that may show any of several texts. */
    static String told(String message, Collection<FilledText> texts) {
        String told = message;
        for (FilledText text : texts) {
            Optional<String> hidden = text.told(told);
            if (hidden.isEmpty()) {
                return text.refusal();
            }
            told = hidden.get();
        }
        return told;
    }

    /** What can be said without any of the value. */
    String refusal() {
        return quoted(written) + " holds something that is not taken here";
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
