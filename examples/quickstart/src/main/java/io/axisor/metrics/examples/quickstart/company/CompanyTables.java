package io.axisor.metrics.examples.quickstart.company;

import io.axisor.metrics.examples.quickstart.database.Table;
import io.axisor.metrics.jdbc.MetricsSchema;
import java.util.List;

/** The tables of the company's own application, under names of its own, and what the library is told about them. */
final class CompanyTables {

    private static final String TIME = "TIMESTAMP(6) WITH TIME ZONE";

    static final List<Table> ALL = List.of(
            new Table(
                    "accounts",
                    "account_no BIGINT PRIMARY KEY, opened_at " + TIME + ", plan VARCHAR(10), closed_at " + TIME,
                    List.of("opened_at", "closed_at")),
            new Table("logins", "account_no BIGINT, seen_at " + TIME, List.of("seen_at, account_no")),
            new Table(
                    "memberships",
                    "id BIGINT PRIMARY KEY, account_no BIGINT, plan VARCHAR(10), price DECIMAL(12, 2), currency"
                            + " VARCHAR(10), billed VARCHAR(10), state VARCHAR(10), begun_at " + TIME + ", ended_at "
                            + TIME,
                    List.of("begun_at", "ended_at")),
            new Table(
                    "charges",
                    "id BIGINT PRIMARY KEY, account_no BIGINT, amount DECIMAL(12, 2), currency VARCHAR(10), state"
                            + " VARCHAR(10), created_at " + TIME + ", paid_at " + TIME,
                    List.of("created_at", "paid_at", "account_no")),
            new Table(
                    "plan_changes",
                    "account_no BIGINT, from_plan VARCHAR(10), to_plan VARCHAR(10), changed_at " + TIME,
                    List.of("changed_at")),
            new Table("answers", "question VARCHAR(10), score INTEGER, answered_at " + TIME, List.of("answered_at")));

    private CompanyTables() {}

    static MetricsSchema mapping(String schema) {
        MetricsSchema.Builder mapping =
                MetricsSchema.builder().plans(Plan.FREE.stored, Plan.BASIC.stored, Plan.PRO.stored);
        mapPeople(mapping, schema);
        mapMoney(mapping, schema);
        return mapping.build();
    }

    private static void mapPeople(MetricsSchema.Builder mapping, String schema) {
        mapping.users(t -> t.table(schema + ".accounts")
                        .id("account_no")
                        .createdAt("opened_at")
                        .plan("plan")
                        .deletedAt("closed_at"))
                .activity(t -> t.table(schema + ".logins").userId("account_no").occurredAt("seen_at"))
                .planChanges(t -> t.table(schema + ".plan_changes")
                        .userId("account_no")
                        .fromPlan("from_plan")
                        .toPlan("to_plan")
                        .changedAt("changed_at"))
                .surveys(t -> t.table(schema + ".answers")
                        .kind("question")
                        .nps("recommend")
                        .csat("satisfied")
                        .score("score")
                        .answeredAt("answered_at"));
    }

    private static void mapMoney(MetricsSchema.Builder mapping, String schema) {
        mapping.payments(t -> t.table(schema + ".charges")
                        .userId("account_no")
                        .amount("amount")
                        .currency("currency")
                        .createdAt("created_at")
                        .paidAt("paid_at")
                        .status("state")
                        .succeeded("paid")
                        .refunded("refunded")
                        .failed("declined")
                        .pending("waiting"))
                .subscriptions(t -> t.table(schema + ".memberships")
                        .userId("account_no")
                        .plan("plan")
                        .amount("price")
                        .currency("currency")
                        .interval("billed")
                        .monthly("monthly")
                        .yearly("yearly")
                        .startedAt("begun_at")
                        .endedAt("ended_at")
                        .status("state")
                        .active("active")
                        .pastDue("past_due")
                        .notPaying("trial", "cancelled"));
    }
}
