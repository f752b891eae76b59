package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.Wording;
import io.axisor.metrics.value.CurrencyUnit;
import java.util.List;

/** The mapping of the Axisor database; see {@link MetricsSchema#axisor()}. */
final class AxisorSchema {

    private static final CurrencyUnit SATOSHI = CurrencyUnit.of("SAT");
    private static final String USERS = "\"User\"";
    private static final String AUTOMATIONS = "\"Automation\"";
    private static final String TRADES = "\"TradeLog\"";

    private AxisorSchema() {}

    static MetricsSchema mapping() {
        MetricsSchema.Builder schema = MetricsSchema.builder()
                .plans("free", "basic", "advanced", "pro", "lifetime")
                .automationTypes("margin_guard", "tp_sl", "auto_entry");
        mapPeople(schema);
        mapAutomations(schema);
        mapTrades(schema);
        mapFeatures(schema);
        return schema.build(Wording.PRESET, List.of());
    }

    private static void mapPeople(MetricsSchema.Builder schema) {
        schema.users(t -> t.table(USERS)
                        .id("id")
                        .createdAt("created_at")
                        .plan("plan_type")
                        .lastActivityAt("last_activity_at")
                        .verified("email_verified"))
                .payments(t -> t.table("\"Payment\"")
                        .userId("user_id")
                        .amount("amount_sats")
                        .fixedCurrency(SATOSHI)
                        .createdAt("created_at")
                        .paidAt("paid_at")
                        .plan("plan_type")
                        .recurringFromPayments()
                        .status("status")
                        .succeeded("paid")
                        .refunded("refunded")
                        .failed("failed", "expired", "cancelled", "rejected")
                        .pending("pending", "processing"))
                .planChanges(t -> t.table("user_upgrade_history")
                        .userId("user_id")
                        .fromPlan("old_plan")
                        .toPlan("new_plan")
                        .changedAt("effective_date"));
    }

    /** A trade that an automation made is an execution of it, too; one without was made by hand and is none. */
    private static void mapAutomations(MetricsSchema.Builder schema) {
        schema.automations(t -> t.table(AUTOMATIONS)
                        .id("id")
                        .userId("user_id")
                        .type("type")
                        .active("is_active")
                        .createdAt("created_at"))
                .executions(t -> t.select("SELECT automation_id, executed_at, status FROM " + TRADES
                                + " WHERE automation_id IS NOT NULL")
                        .automationId("automation_id")
                        .startedAt("executed_at")
                        .status("status")
                        .succeeded("success")
                        .failed("failed"));
    }

    private static void mapTrades(MetricsSchema.Builder schema) {
        schema.trades(t -> t.table(TRADES)
                        .join("made_by", j -> j.table(AUTOMATIONS).key("id").matching("automation_id"))
                        .executedAt("executed_at")
                        .status("status")
                        .succeeded("success")
                        .failed("failed")
                        .amount("amount")
                        .fixedCurrency(SATOSHI)
                        .automation("made_by.type")
                        .pnl("pnl"))
                .marketLog(t -> t.table("trading_logs")
                        .market("market")
                        .amount("quantity")
                        .price("price")
                        .executedAt("timestamp"));
    }

    private static void mapFeatures(MetricsSchema.Builder schema) {
        feature(schema, "simulation", "simulations", "created_at");
        feature(schema, "backtest", "\"BacktestReport\"", "created_at");
        feature(schema, "trading", TRADES, "executed_at");
        feature(schema, "exchange_account", "user_exchange_accounts", "created_at");
    }

    private static void feature(MetricsSchema.Builder schema, String feature, String table, String usedAt) {
        schema.featureUse(
                t -> t.table(table).fixedFeature(feature).userId("user_id").usedAt(usedAt));
    }
}
