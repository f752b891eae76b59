package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.server.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** MySQL and MariaDB, on servers in a zone of their own and with the collations that they come with, which fold case. */
abstract class MySqlFamilyEngine extends Engine {

    MySqlFamilyEngine(String name) {
        super(name);
    }

    /** Connects with parameters of its URL, which both drivers spell alike. */
    abstract DataSource connect(String parameters) throws IOException, InterruptedException, SQLException;

    @Override
    final DataSource start() {
        return connectedWith("user=root");
    }

    /** The same server, as another user, who has no password, or in another mode. */
    final DataSource connectedWith(String parameters) {
        try {
            return connect(parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    String instantType() {
        return "TIMESTAMP(6) NULL";
    }

    @Override
    String localType() {
        return "DATETIME(6)";
    }

    /** An instant goes as what the clock of the host's session shows, whose zone is the server's. */
    @Override
    Object bound(Object value) {
        return value instanceof OffsetDateTime instant
                ? instant.withOffsetSameInstant(ServerOptions.ZONE).toLocalDateTime()
                : value;
    }

    @Override
    String quoted(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    /** No name ends with a blank or has a character beyond the first 65 536. */
    @Override
    boolean mayName(String text) {
        return !Character.isWhitespace(text.charAt(text.length() - 1))
                && text.length() == text.codePointCount(0, text.length());
    }

    @Override
    String quirks() {
        return "TIMESTAMP columns hold instants, until 2038, DATETIME columns local times; words compare exactly, whatever the"
                + " collation; names of columns never differ in case only";
    }
}
