package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether a database takes {@code paid} and {@code Paid} for one in spite of all. */
public final class FoldedText {

    private FoldedText() {}

    /**
     * Asks the database.
     *
     * @param session the connection
     * @return a sentence where it does
     * @throws SQLException if the database does not answer
     */
    public static List<String> find(Session session) throws SQLException {
        List<String> found = new ArrayList<>();
        Optional<String> query = session.dialect().foldsCaseQuery();
        if (query.isPresent()) {
            session.query(Sql.of(query.get()), row -> {
                if ("folds".equals(row.getString(1))) {
                    found.add("this database takes text that differs in case only for one, by its collation, so that"
                            + " statuses, plans and other values that do are added up; create it with a collation"
                            + " that tells them apart, such as Derby's UCS_BASIC or H2's OFF");
                }
            });
        }
        return found;
    }
}
