package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;

/**
 * Where the plan of a payment or subscription comes from: its own column where mapped, else the account's now, else
 * nowhere.
 *
 * @param column the plan as SQL; a number where there is none
 * @param join what must be joined for it, empty for nothing
 * @param isKnown whether there is a plan at all
 */
public record PlanColumn(Sql column, Sql join, boolean isKnown) {

    public static PlanColumn of(Source fact, ResolvedSchema schema) {
        if (fact.has("plan")) {
            return new PlanColumn(Sql.of(fact.text("plan")), Sql.EMPTY, true);
        }
        if (!schema.has("users", "plan") || !fact.has("userId")) {
            return new PlanColumn(Sql.of("0"), Sql.EMPTY, false);
        }
        Source users = schema.accounts("a");
        return new PlanColumn(Sql.of(users.text("plan")), users.leftJoin("id", fact.column("userId")), true);
    }
}
