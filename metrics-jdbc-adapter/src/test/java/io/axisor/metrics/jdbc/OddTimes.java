package io.axisor.metrics.jdbc;

import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.users.SurveyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each odd time in each column of times. A test is one table with clean rows and one row for each odd time and column. */
abstract class OddTimes extends OddTexts {

    OddTimes(Engine engine) {
        super(engine);
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfAccounts(TimeColumn time) {
        rows(time.values(), "odd_users", "id INTEGER, born T, gone T, seen T")
                .clean("N, C, NULL, C", "N, C, NULL, C")
                .odd("N, X, NULL, NULL", "N, C, X, NULL", "N, C, NULL, X")
                .write();

        measured(schema -> schema.users(u -> u.table("odd_users")
                        .id("id")
                        .createdAt("born", time.kind())
                        .deletedAt("gone", time.kind())
                        .lastActivityAt("seen", time.kind())))
                .shows("users{plan=unspecified}", 2 + 2 * time.all())
                .shows("users.new.30d", 2 + 2 * time.all())
                .shows("users.active.30d", 2)
                .issues(
                        issue("users.created_at", time.never()),
                        issue("users.future", time.future()),
                        issue("users.last_activity_at", time.future()));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfActivityAndFeatures(TimeColumn time) {
        rows(time.values(), "odd_visits", "who INTEGER, seen T")
                .clean("1, C")
                .odd("2, X")
                .write();

        measured(schema -> schema.activity(
                                a -> a.table("odd_visits").userId("who").occurredAt("seen", time.kind()))
                        .featureUse(f -> f.table("odd_visits")
                                .fixedFeature("chat")
                                .userId("who")
                                .usedAt("seen", time.kind())))
                .shows("users.active.30d", 1)
                .shows("features.users.30d{feature=chat}", 1)
                .issues(
                        issue("activity.occurred_at", time.never()),
                        issue("activity.future", time.future()),
                        issue("features.used_at", time.never()),
                        issue("features.future", time.future()));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfPlanChangesAndSurveys(TimeColumn time) {
        rows(time.values(), "odd_changes", "who INTEGER, old VARCHAR(9), new_one VARCHAR(9), score INTEGER, happened T")
                .clean("1, 'free', 'pro', 10, C")
                .odd("1, 'free', 'pro', 10, X")
                .write();

        measured(schema -> schema.planChanges(c -> c.table("odd_changes")
                                .userId("who")
                                .fromPlan("old")
                                .toPlan("new_one")
                                .changedAt("happened", time.kind()))
                        .surveys(s -> s.table("odd_changes")
                                .fixedKind(SurveyKind.NPS)
                                .score("score")
                                .answeredAt("happened", time.kind())))
                .shows("plans.changes.30d{direction=upgrade}", 1)
                .shows("satisfaction.responses.90d", 1)
                .issues(
                        issue("plan_changes.at", time.never()),
                        issue("surveys.at", time.never()),
                        issue("surveys.future", time.future()));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfPayments(TimeColumn time) {
        rows(time.values(), "odd_payments", "amount INTEGER, state VARCHAR(9), made T, paid T, back T")
                .clean("5, 'paid', C, C, NULL")
                .odd("100, 'paid', X, C, NULL", "1000, 'paid', C, X, NULL", "10000, 'back', C, C, X")
                .write();

        measured(schema -> schema.payments(p -> p.table("odd_payments")
                        .amount("amount")
                        .fixedCurrency(USD)
                        .status("state")
                        .succeeded("paid")
                        .refunded("back")
                        .createdAt("made", time.kind())
                        .paidAt("paid", time.kind())
                        .refundedAt("back", time.kind())))
                .shows("revenue.gross.lifetime{currency=USD}", 5 + 10000 * time.never())
                .shows("revenue.refunded.lifetime{currency=USD}", 10000 * time.never())
                .shows("revenue.collected.30d{currency=USD}", 5)
                .issues(
                        issue("payments.created_at", time.never()),
                        issue("payments.paid_at", time.never()),
                        issue("payments.future", 3 * time.future()));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfRefunds(TimeColumn time) {
        rows(time.values(), "odd_payments", "nr INTEGER, amount INTEGER, made T")
                .clean("1, 1000, C")
                .write();
        rows(time.values(), "odd_refunds", "payment INTEGER, amount INTEGER, back T")
                .clean("1, 5, C")
                .odd("1, 10, X")
                .write();

        measured(schema -> schema.payments(p -> p.table("odd_payments")
                                .id("nr")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .fixedStatus(PaymentStatus.SUCCEEDED)
                                .createdAt("made", time.kind()))
                        .refunds(r -> r.table("odd_refunds")
                                .paymentId("payment")
                                .amount("amount")
                                .refundedAt("back", time.kind())))
                .shows("revenue.refunded.lifetime{currency=USD}", 5)
                .shows("revenue.refunded.30d{currency=USD}", 5)
                .issues(issue("refunds.refunded_at", time.never()), issue("refunds.future", time.future()));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfSubscriptions(TimeColumn time) {
        rows(
                        time.values(),
                        "odd_abos",
                        "amount INTEGER, state VARCHAR(9), begun T, tried T, paused T, cancelled T, ended T")
                .clean("6, 'on', C, NULL, NULL, NULL, NULL")
                .odd(
                        "1000, 'on', X, NULL, NULL, NULL, NULL",
                        "6, 'on', C, NULL, NULL, NULL, X",
                        "60000, 'on', C, X, NULL, NULL, NULL",
                        "1000, 'paused', C, NULL, X, NULL, NULL",
                        "1000, 'over', C, NULL, NULL, X, NULL")
                .write();

        measured(schema -> schema.subscriptions(s -> s.table("odd_abos")
                        .amount("amount")
                        .userId("amount")
                        .fixedCurrency(USD)
                        .fixedInterval(BillingInterval.MONTH)
                        .status("state")
                        .active("on")
                        .paused("paused")
                        .cancelled("over")
                        .startedAt("begun", time.kind())
                        .trialEndsAt("tried", time.kind())
                        .pausedAt("paused", time.kind())
                        .cancelledAt("cancelled", time.kind())
                        .endedAt("ended", time.kind())))
                .shows("revenue.mrr{currency=USD, plan=unspecified}", 6 + 6 * time.all() + 60000 * time.never())
                .issues(
                        issue("subscriptions.started_at", time.never()),
                        issue("subscriptions.undated", 2 * time.all()));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfAutomationsAndExecutions(TimeColumn time) {
        rows(time.values(), "odd_bots", "nr INTEGER, who INTEGER, state VARCHAR(9), since T")
                .clean("1, 1, 'on', C")
                .odd("N, 1, 'on', X")
                .write();
        rows(time.values(), "odd_runs", "bot INTEGER, result VARCHAR(9), began T, ended T")
                .clean("1, 'ok', C, C")
                .odd("1, 'ok', X, NULL", "1, 'ok', C, X")
                .write();

        measured(schema -> schema.automations(a -> a.table("odd_bots")
                                .id("nr")
                                .userId("who")
                                .active("state")
                                .activeWhen("on")
                                .createdAt("since", time.kind()))
                        .executions(e -> e.table("odd_runs")
                                .automationId("bot")
                                .status("result")
                                .succeeded("ok")
                                .startedAt("began", time.kind())
                                .finishedAt("ended", time.kind())))
                .shows("automations{automation=unspecified, state=active}", 1)
                .shows("automations.executions.30d{automation=unspecified, outcome=succeeded}", 1 + time.never())
                .shows("automations.executions.30d{automation=unspecified, outcome=other}", time.future())
                .issues(
                        issue("automations.created_at", time.never()),
                        issue("automations.future", time.future()),
                        issue("executions.started_at", time.never()),
                        issue("executions.future", time.future()));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfTradesAndMarkets(TimeColumn time) {
        rows(time.values(), "odd_trades", "amount INTEGER, pnl INTEGER, state VARCHAR(9), market VARCHAR(9), done T")
                .clean("5, 1, 'paid', 'BTC', C")
                .odd("5, 1, 'paid', 'BTC', X")
                .write();

        measured(schema -> schema.trades(t -> t.table("odd_trades")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .status("state")
                                .succeeded("paid")
                                .pnl("pnl")
                                .executedAt("done", time.kind()))
                        .marketLog(m -> m.table("odd_trades")
                                .market("market")
                                .amount("amount")
                                .price("amount")
                                .executedAt("done", time.kind())))
                .shows("trades.volume.lifetime{currency=USD}", 5)
                .shows("trades.win.lifetime", "1/1")
                .shows("market.trades.30d{market=BTC}", 1)
                .shows("market.volume.30d{market=BTC}", 5)
                .issues(
                        issue("trades.executed_at", time.never()),
                        issue("trades.future", time.future()),
                        issue("market.executed_at", time.never()),
                        issue("market.future", time.future()));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesOfTicketsAndRequests(TimeColumn time) {
        rows(time.values(), "odd_tickets", "kind VARCHAR(9), opened T, answered T, done T, due T")
                .clean("'data', C, C, C, C")
                .odd(
                        "'data', X, NULL, NULL, NULL",
                        "'data', C, X, NULL, NULL",
                        "'data', C, NULL, X, NULL",
                        "'data', C, NULL, NULL, X")
                .write();

        measured(schema -> schema.tickets(t -> t.table("odd_tickets")
                                .openedAt("opened", time.kind())
                                .firstResponseAt("answered", time.kind())
                                .resolvedAt("done", time.kind())
                                .dueAt("due", time.kind()))
                        .complianceRequests(r -> r.table("odd_tickets")
                                .kind("kind")
                                .requestedAt("opened", time.kind())
                                .dueAt("due", time.kind())
                                .completedAt("done", time.kind())))
                .shows("support.tickets.30d{state=open}", 2 * time.never() + time.all())
                .shows("support.tickets.30d{state=resolved}", 1)
                .shows("support.sla.30d", "1/1")
                .shows("compliance.requests.30d{request=data, state=open}", time.never() + 2 * time.all())
                .shows("compliance.requests.30d{request=data, state=completed}", 1)
                .shows("compliance.on.time.30d", "1/1")
                .issues(
                        issue("tickets.opened_at", time.never()),
                        issue("tickets.future", 3 * time.future()),
                        issue("compliance.requested_at", time.never()),
                        issue("compliance.future", 2 * time.future()));
    }

    static String issue(String check, int rows) {
        return check + " " + rows;
    }
}
