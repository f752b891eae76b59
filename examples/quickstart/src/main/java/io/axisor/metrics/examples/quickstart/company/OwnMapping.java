package io.axisor.metrics.examples.quickstart.company;

import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import java.math.BigDecimal;

/** What the library is told about the company's own tables: every kind of fact that it can be told. */
final class OwnMapping {

    private static final BigDecimal TRADING_CAPITAL = new BigDecimal("50000");

    private OwnMapping() {}

    static MetricsSchema of(String schema, CurrencyUnit currency) {
        MetricsSchema.Builder mapping = MetricsSchema.builder()
                .plans(Plan.FREE.stored, Plan.BASIC.stored, Plan.PRO.stored)
                .automationTypes(BotKind.stored())
                .marginGuardTypes(BotKind.MARGIN_GUARD.stored)
                .capital(new Money(TRADING_CAPITAL, currency));
        mapPeople(mapping, schema);
        mapMoney(mapping, schema);
        mapBots(mapping, schema);
        mapFeatures(mapping, schema);
        mapCare(mapping, schema);
        return mapping.build();
    }

    private static void mapPeople(MetricsSchema.Builder mapping, String schema) {
        mapping.users(t -> t.table(schema + ".accounts")
                        .id("account_no")
                        .createdAt("opened_at")
                        .plan("plan")
                        .verified("identity_checked")
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
                        .trialing("trial")
                        .trialEndsAt("trial_until")
                        .cancelled("cancelled"));
    }

    private static void mapBots(MetricsSchema.Builder mapping, String schema) {
        mapping.automations(t -> t.table(schema + ".bots")
                        .id("bot_no")
                        .userId("account_no")
                        .type("kind")
                        .active("running")
                        .createdAt("added_at"))
                .executions(t -> t.table(schema + ".bot_runs")
                        .automationId("bot_no")
                        .startedAt("begun_at")
                        .durationInMillis("took_ms")
                        .status("outcome")
                        .succeeded("filled")
                        .failed("rejected"))
                .trades(t -> t.table(schema + ".orders")
                        .join(
                                "bot",
                                bot -> bot.table(schema + ".bots").key("bot_no").matching("bot_no"))
                        .automation("bot.kind")
                        .executedAt("executed_at")
                        .status("state")
                        .succeeded("filled")
                        .failed("rejected")
                        .amount("amount")
                        .currency("currency")
                        .pnl("profit")
                        .market("market")
                        .price("price"));
    }

    /** One table is of one feature; the other tells which. */
    private static void mapFeatures(MetricsSchema.Builder mapping, String schema) {
        mapping.featureUse(t -> t.table(schema + ".backtests")
                        .fixedFeature("backtest")
                        .userId("account_no")
                        .usedAt("run_at"))
                .featureUse(t -> t.table(schema + ".clicks")
                        .feature("feature")
                        .userId("account_no")
                        .usedAt("clicked_at"));
    }

    private static void mapCare(MetricsSchema.Builder mapping, String schema) {
        mapping.tickets(t -> t.table(schema + ".support_cases")
                        .openedAt("opened_at")
                        .firstResponseAt("answered_at")
                        .resolvedAt("solved_at")
                        .dueAt("promised_for")
                        .score("stars"))
                .complianceRequests(t -> t.table(schema + ".privacy_requests")
                        .kind("asks_for")
                        .requestedAt("received_at")
                        .dueAt("answer_by")
                        .completedAt("done_at"));
    }
}
