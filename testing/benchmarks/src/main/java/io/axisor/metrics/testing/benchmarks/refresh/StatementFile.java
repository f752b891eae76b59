package io.axisor.metrics.testing.benchmarks.refresh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Named statements in a resource: each begins with {@code -- name: …} and ends with a semicolon. */
final class StatementFile {

    private static final Pattern STATEMENT = Pattern.compile("-- name: ([^\n]+)\n([^;]+);");
    private static final Pattern PARAMETER = Pattern.compile(":([a-z][a-z0-9_]+)");

    private StatementFile() {}

    /**
     * A statement whose parameters are instants.
     *
     * @param name what it answers
     * @param sql with a question mark for each parameter
     * @param parameters their names
     */
    record Statement(String name, String sql, List<String> parameters) {

        PreparedStatement prepare(Connection connection, Map<String, Instant> instants) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < parameters.size(); i++) {
                Instant instant = Objects.requireNonNull(instants.get(parameters.get(i)), parameters.get(i));
                statement.setObject(i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            }
            return statement;
        }
    }

    static List<Statement> read(String resource) {
        List<Statement> statements = new ArrayList<>();
        STATEMENT
                .matcher(text(resource))
                .results()
                .forEach(found -> statements.add(statement(found.group(1), found.group(2))));
        return statements;
    }

    private static Statement statement(String name, String text) {
        List<String> parameters =
                PARAMETER.matcher(text).results().map(StatementFile::name).toList();
        return new Statement(name, PARAMETER.matcher(text).replaceAll("?"), parameters);
    }

    private static String name(MatchResult parameter) {
        return parameter.group(1);
    }

    private static String text(String resource) {
        try (InputStream bytes = Objects.requireNonNull(StatementFile.class.getResourceAsStream(resource), resource)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
