package io.axisor.metrics.examples.exporter.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/**
 * Puts in what is not written into the file, secrets above all: {@code ${env:NAME}} is a variable of the environment,
 * {@code ${file:PATH}} what a file holds, {@code ${env:NAME:-otherwise}} has a default. What is put in is never looked at
 * again; a second dollar before a placeholder leaves it as it is.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

    private final UnaryOperator<@Nullable String> environment;
    private final StringSubstitutor substitutor;

    /**
     * Placeholders.
     *
     * @param environment answers the name of a variable with its value, null if there is none
     */
    Placeholders(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
        this.substitutor = new StringSubstitutor(this::value)
                .setEnableUndefinedVariableException(true)
                .setDisableSubstitutionInValues(true);
    }

    /** The text with everything put in; an {@link IllegalArgumentException} names what is not there. */
    String replaced(String text) {
        return substitutor.replace(text);
    }

    /** The placeholders alone: what stands around them may be secret. */
    static List<String> in(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList();
    }

    private @Nullable String value(String name) {
        if (name.startsWith("env:")) {
            return environment.apply(name.substring("env:".length()));
        }
        if (name.startsWith("file:")) {
            return content(Path.of(name.substring("file:".length())));
        }
        return null;
    }

    private static @Nullable String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return null;
        }
    }
}
