package io.axisor.metrics.exporter.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts in what is not written into the file, secrets above all: {@code ${env:NAME}} is a variable of the environment,
 * {@code ${file:PATH}} what a file holds, {@code ${env:NAME:-otherwise}} has a default. What is put in is never looked at
 * again; <code>$${</code> stands for <code>${</code> itself.
 */
final class Placeholders {

    /** A dollar too many; a placeholder; the beginning of anything else. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\$\\{|\\$\\{(env|file):((?:(?!:-)[^}])+)(?::-([^}]*))?}|\\$\\{");

    private final UnaryOperator<@Nullable String> environment;

    /**
     * Placeholders.
     *
     * @param environment answers the name of a variable with its value, null if there is none
     */
    Placeholders(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * Puts everything in.
     *
     * @param written the text as it stands in the file
     * @return the text with everything put in
     * @throws IllegalArgumentException naming the placeholder that stands for nothing, and the remedy
     */
    FilledText fill(String written) {
        List<String> held = new ArrayList<>();
        StringBuilder filled = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(written);
        while (placeholder.find()) {
            placeholder.appendReplacement(filled, "");
            if (placeholder.group().equals("$${")) {
                filled.append("${");
            } else {
                String value = value(placeholder);
                held.add(value);
                filled.append(value);
            }
        }
        placeholder.appendTail(filled);
        return new FilledText(written, filled.toString(), List.copyOf(held));
    }

    private String value(Matcher placeholder) {
        String kind = placeholder.group(1);
        String name = placeholder.group(2);
        String otherwise = placeholder.group(3);
        if (kind == null) {
            throw new IllegalArgumentException("'${' begins a placeholder, and this is none: write ${env:NAME} or"
                    + " ${file:PATH}; where the text itself is meant, write $${");
        }
        String value = kind.equals("env") ? environment.apply(name) : content(name);
        if (value != null) {
            return value;
        }
        if (otherwise != null) {
            return otherwise;
        }
        throw new IllegalArgumentException(placeholder.group()
                + (kind.equals("env")
                        ? ": there is no such variable; set it, or give a default: ${env:" + name + ":-otherwise}"
                        : ": there is no such file, or it cannot be read by the user that the exporter runs as"));
    }

    private static @Nullable String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }
}
