package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.resolve.Source.Mapped;
import io.axisor.metrics.jdbc.internal.resolve.Source.Resolved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The accounts that have an id, of each id one: that which was created first, and one without a date only where none has
 * one. Where the database promises that there are no others, they are the table as it is.
 */
public final class Accounts {

    private static final String OWN = "e";

    private final Resolved users;
    private final Source rows;
    private final Map<String, Mapped> columns = new LinkedHashMap<>();
    private final List<String> selected = new ArrayList<>();

    private Accounts(Resolved users) {
        this.users = users;
        this.rows = users.as(OWN);
        for (String role : users.columns().keySet().stream().sorted().toList()) {
            String name = "c" + columns.size();
            Mapped mapped = rows.mapped(role);
            selected.add(rows.inTable(role) + " AS " + name);
            columns.put(role, new Mapped(name, false, mapped.column(), mapped.encoding()));
        }
    }

    /** The accounts that count, of all that are mapped. */
    static Resolved of(Resolved users) {
        return switch (users.ids()) {
            case UNIQUE -> users;
            case UNIQUE_OR_NULL -> new Accounts(users).withIds();
            case ANY -> new Accounts(users).firsts();
        };
    }

    private Resolved withIds() {
        return readFrom("(SELECT " + String.join(", ", selected) + from() + ")");
    }

    /** The first is below 2, not 1: PostgreSQL takes what equals a constant for one row in two hundred, and joins by loops. */
    private Resolved firsts() {
        String numbers = ", ROW_NUMBER() OVER (PARTITION BY " + rows.column("id") + " ORDER BY " + order() + ") AS n";
        return readFrom(
                users.dialect().numbersWithinGroups()
                        ? "(SELECT d.* FROM (SELECT " + String.join(", ", selected) + numbers + from()
                                + ") d WHERE d.n < 2)"
                        : "(SELECT d.* FROM " + numbered() + " d, (SELECT MIN(n) AS m FROM " + numbered()
                                + " g GROUP BY i) g WHERE d.n = g.m)");
    }

    /** The accounts sorted by id and age, and numbered as they are sorted. */
    private String numbered() {
        String id = rows.column("id");
        return "(SELECT d.*, ROW_NUMBER() OVER () AS n FROM (SELECT " + String.join(", ", selected) + ", " + id
                + " AS i" + from() + " ORDER BY " + id + ", " + order() + ") d)";
    }

    private Resolved readFrom(String relation) {
        return new Resolved(users.spec(), relation, Optional.empty(), Map.copyOf(columns), users.dialect(), Ids.UNIQUE);
    }

    private String from() {
        return " FROM " + rows.from().text() + " WHERE " + rows.column("id") + " IS NOT NULL";
    }

    /** By age; of one age in an order that tells apart whatever other statements ask for, so that all take the same one. */
    private String order() {
        List<String> order = new ArrayList<>();
        order.add("CASE WHEN " + rows.column("createdAt") + " IS NULL THEN 1 ELSE 0 END");
        Stream.of("createdAt", "deletedAt").filter(rows::has).map(rows::column).forEach(order::add);
        if (rows.has("plan")) {
            order.add(rows.text("plan"));
        }
        return String.join(", ", order);
    }
}
