package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.resolve.DatabaseTables.Table;
import io.axisor.metrics.jdbc.internal.session.DatabaseFailure;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks whether the database's user may read the mapped tables, and all of their rows. */
public final class TableRights {

    private final Session session;
    private final DatabaseTables tables;
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private TableRights(Session session, DatabaseTables tables) {
        this.session = session;
        this.tables = tables;
    }

    /**
     * Reads no row of each table.
     *
     * @param resolver what was found
     * @param session the connection
     * @return what may not be read
     * @throws SQLException if the database does not answer
     */
    public static TableRights find(SchemaResolver resolver, Session session) throws SQLException {
        TableRights rights = new TableRights(session, resolver.tables());
        for (Map.Entry<Table, String> read : resolver.tablesByPlace().entrySet()) {
            rights.look(read.getKey(), read.getValue());
        }
        return rights;
    }

    /** Tables that may not be read, each with what an administrator should run. */
    public List<String> errors() {
        return errors;
    }

    /** Tables of which the database may hide rows. */
    public List<String> warnings() {
        return warnings;
    }

    private void look(Table table, String place) throws SQLException {
        try {
            session.query(Sql.of("SELECT 1 AS c FROM " + tables.quoted(table) + " WHERE 1 = 0"), row -> {});
            if (tables.hidesRows(table)) {
                warnings.add(place + ": row-level security of table " + table + " applies to user " + tables.user()
                        + ", so metrics leave out the rows that its policies hide; let an administrator run: ALTER"
                        + " ROLE "
                        + tables.user() + " BYPASSRLS");
            }
        } catch (SQLException e) {
            session.nextSnapshot(); // PostgreSQL answers nothing more in a transaction with an error
            errors.add(place + ": user " + tables.user() + " may not read table " + table + " ("
                    + DatabaseFailure.kind(e) + "); let an administrator run: " + tables.grants(table));
        }
    }
}
