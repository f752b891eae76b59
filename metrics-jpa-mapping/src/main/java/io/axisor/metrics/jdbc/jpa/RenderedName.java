package io.axisor.metrics.jdbc.jpa;

import java.util.ArrayList;
import java.util.List;

/**
 * A name as providers and annotations write it: parts separated by dots, each maybe in the quotes of some database
 * ({@code "}, {@code `}, {@code []}).
 */
final class RenderedName {

    private RenderedName() {}

    /** A column's name without its quotes. */
    static String column(String rendered) {
        List<String> parts = parts(rendered);
        return parts.size() == 1 ? parts.get(0) : rendered;
    }

    /** A table's name, each part in double quotes where it holds what would be read otherwise. */
    static String table(String rendered) {
        return String.join(
                ".", parts(rendered).stream().map(RenderedName::quoted).toList());
    }

    /** A table's name of its parts, of which schema and catalog may be empty. */
    static String table(String catalog, String schema, String name) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of(catalog, schema)) {
            if (!part.isEmpty()) {
                parts.add(quoted(column(part)));
            }
        }
        parts.add(quoted(column(name)));
        return String.join(".", parts);
    }

    private static String quoted(String part) {
        return part.contains(".") || part.contains("\"") ? '"' + part.replace("\"", "\"\"") + '"' : part;
    }

    private static List<String> parts(String rendered) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char closing = 0;
        for (int i = 0; i < rendered.length(); i++) {
            char c = rendered.charAt(i);
            if (closing != 0 && c == closing) {
                if (i + 1 < rendered.length() && rendered.charAt(i + 1) == closing) {
                    part.append(c);
                    i++;
                } else {
                    closing = 0;
                }
            } else if (closing == 0 && part.isEmpty() && closing(c) != 0) {
                closing = closing(c);
            } else if (closing == 0 && c == '.') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static char closing(char opening) {
        return switch (opening) {
            case '"', '`' -> opening;
            case '[' -> ']';
            default -> 0;
        };
    }
}
