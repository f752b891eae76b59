package io.axisor.metrics.jdbc.internal.sql;

import io.axisor.metrics.jdbc.internal.dialect.Param;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A piece of SQL and the values bound in it, in their order. Immutable. */
public final class Sql {

    /** Nothing. */
    public static final Sql EMPTY = of();

    private final String text;
    private final List<Param> params;

    private Sql(String text, List<Param> params) {
        this.text = text;
        this.params = params;
    }

    /** Joins strings, which are ours or quoted identifiers, other pieces, and params, which become question marks. */
    public static Sql of(Object... parts) {
        StringBuilder text = new StringBuilder();
        List<Param> params = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Sql sql) {
                text.append(sql.text);
                params.addAll(sql.params);
            } else if (part instanceof Param param) {
                text.append('?');
                params.add(param);
            } else if (part instanceof String string) {
                text.append(string);
            } else {
                throw new IllegalArgumentException("no piece of SQL: " + part.getClass());
            }
        }
        return new Sql(text.toString(), List.copyOf(params));
    }

    /** Text with a place {@code {}} for each part; parts as in {@link #of}. Line breaks of text blocks become blanks. */
    public static Sql template(String template, Object... parts) {
        String line = template.contains("\n") ? template.strip().replaceAll("\\s*\n\\s*", " ") : template;
        String[] texts = line.split("\\{}", -1);
        if (texts.length != parts.length + 1) {
            throw new IllegalArgumentException(
                    (texts.length - 1) + " places for " + parts.length + " parts: " + template);
        }
        List<Object> joined = new ArrayList<>(List.of(texts[0]));
        for (int i = 0; i < parts.length; i++) {
            joined.add(parts[i]);
            joined.add(texts[i + 1]);
        }
        return of(joined.toArray());
    }

    /** Joins pieces with a separator between them. */
    public static Sql join(String separator, List<Sql> pieces) {
        List<Object> parts = new ArrayList<>();
        for (Sql piece : pieces) {
            if (!parts.isEmpty()) {
                parts.add(separator);
            }
            parts.add(piece);
        }
        return of(parts.toArray());
    }

    /** The conjunction of conditions. */
    public static Sql and(Sql... conditions) {
        return join(" AND ", List.of(conditions));
    }

    /** Counts the rows that meet a condition. */
    public static Sql countWhen(Object... condition) {
        return of("COUNT(CASE WHEN ", of(condition), " THEN 1 END)");
    }

    /** The text, for errors and tests. */
    public String text() {
        return text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public void bindTo(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < params.size(); i++) {
            params.get(i).bind(statement, i + 1);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
