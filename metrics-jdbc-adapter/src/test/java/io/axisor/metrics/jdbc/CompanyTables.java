package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.revenue.RefundStatus;
import io.axisor.metrics.revenue.SubscriptionStatus;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.users.SurveyKind;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a company into tables with names as hosts have them: quoted and mixed in case, with spaces, dots and reserved
 * words, or plain.
 */
final class CompanyTables {

    private static final String UNKNOWN = "chargeback";

    /** Of amounts whose currency says nothing. */
    private static final int MOST_DIGITS = 8;

    final Engine engine;
    final StoredAs stored;
    private final Company company;

    CompanyTables(Engine engine, StoredAs stored, Company company) {
        this.engine = engine;
        this.stored = stored;
        this.company = company;
    }

    MetricsSchema create() throws SQLException {
        MetricsSchema.Builder schema = MetricsSchema.builder()
                .plans(company.plans().plans().toArray(String[]::new))
                .currencies(company.knownCurrencies().toArray(CurrencyUnit[]::new));
        createUsers(schema);
        createPayments(schema);
        createSubscriptions(schema);
        createRest(schema);
        new AutomationTables(this, company).create(schema);
        new TradingTables(this, company).create(schema);
        new PlatformTables(this, company).create(schema);
        return schema.build();
    }

    private void createUsers(MetricsSchema.Builder schema) throws SQLException {
        if (company.accounts().isPresent()) {
            table(
                    "app_accounts",
                    "id VARCHAR(40)" + key(company.accounts().get(), Account::id)
                            + ", created %s, tier VARCHAR(60), seen %s, gone %s, verified " + engine.booleanType());
            insert("app_accounts", company.accounts().get(), row -> new Object[] {
                row.id(),
                time(row.createdAt()),
                row.plan(),
                time(row.lastActivityAt()),
                time(row.deletedAt()),
                row.verified()
            });
            schema.users(u -> {
                u.table("App_Accounts")
                        .id("ID")
                        .createdAt("created", stored.kind)
                        .plan("tier");
                u.deletedAt("gone", stored.kind);
                if (company.hasLastActivityOnAccounts()) {
                    u.lastActivityAt("seen", stored.kind);
                }
                if (company.hasVerifiedOnAccounts()) {
                    u.verified("verified");
                }
            });
        }
        if (company.activity().isPresent()) {
            table("\"Login.Events\"", "\"User Id\" VARCHAR(40), \"at\" %s");
            insert("\"Login.Events\"", company.activity().get(), row ->
                    new Object[] {row.userId(), time(row.occurredAt())});
            schema.activity(a -> a.table("\"Login.Events\"").userId("User Id").occurredAt("at", stored.kind));
        }
    }

    /** A key, a unique column or neither, as far as the ids are what it asks for. */
    <R> String key(List<R> rows, Function<R, String> id) {
        List<String> ids = rows.stream().map(id).filter(Objects::nonNull).toList();
        boolean isUnique = new HashSet<>(ids).size() == ids.size();
        if (!isUnique || !engine.hasKeys() || rows.size() % 3 == 0) {
            return "";
        }
        return ids.size() == rows.size() && rows.size() % 3 == 1 ? " NOT NULL PRIMARY KEY" : " UNIQUE";
    }

    private void createPayments(MetricsSchema.Builder schema) throws SQLException {
        if (company.payments().isEmpty()) {
            return;
        }
        String amount = engine.amountType();
        table(
                "\"Order\"",
                "id VARCHAR(40)" + key(company.payments().get(), Payment::id) + ", \"user\" VARCHAR(40), amount "
                        + amount
                        + ", currency VARCHAR(10), \"Status\" VARCHAR(20),"
                        + " created_at %s, paid_at %s, plan VARCHAR(60), refunded " + amount + ", refunded_at %s");
        Map<String, Integer> digits = company.payments().get().stream()
                .collect(Collectors.toMap(Payment::id, row -> digits(row.currency()), (a, b) -> a));
        insert("\"Order\"", company.payments().get(), row -> new Object[] {
            row.id(),
            row.userId(),
            stored.amount(row.amount(), digits(row.currency())),
            row.currency(),
            status(row),
            time(row.createdAt()),
            time(row.paidAt()),
            row.plan(),
            stored.amount(row.refundedAmount(), digits(row.currency())),
            time(row.refundedAt())
        });
        schema.payments(this::mapPayments);
        if (company.refunds().isPresent()) {
            table("refunds", "payment_id VARCHAR(40), amount " + amount + ", at_time %s, state VARCHAR(20)");
            insert("refunds", company.refunds().get(), row -> new Object[] {
                row.paymentId(),
                stored.amount(row.amount(), digits.getOrDefault(String.valueOf(row.paymentId()), MOST_DIGITS)),
                time(row.refundedAt()),
                row.status() == null ? UNKNOWN : lower(row.status())
            });
            schema.refunds(this::mapRefunds);
        }
    }

    private void mapPayments(PaymentsMapping p) {
        p.table("Order").id("id").amount("amount").status("Status");
        if (!company.hasPaymentsWithoutUsers()) {
            p.userId("user");
        }
        p.succeeded("paid", "settled").refunded("refunded").failed("failed").pending("open");
        if (company.payments().orElseThrow().stream().anyMatch(row -> row.status() == PaymentStatus.IGNORED)) {
            p.ignored("ignored");
        }
        p.createdAt("created_at", stored.kind).paidAt("paid_at", stored.kind);
        company.fixedCurrency().ifPresentOrElse(p::fixedCurrency, () -> p.currency("currency"));
        if (stored.minorUnits) {
            p.minorUnits();
        }
        if (company.hasRecurringFromPayments()) {
            p.recurringFromPayments();
        }
        if (company.hasPlansOnPayments()) {
            p.plan("plan");
        }
        if (company.refundShape() == RefundShape.OWN_ROWS) {
            p.refundsOnOwnRows();
        }
        if (company.refundShape() == RefundShape.ON_PAYMENT) {
            p.refundedAmount("refunded").refundedAt("refunded_at", stored.kind);
        }
    }

    /** A column of statuses that says the same of all refunds is not mapped. */
    private void mapRefunds(RefundsMapping r) {
        r.table("refunds").paymentId("payment_id").amount("amount").refundedAt("at_time", stored.kind);
        if (company.refunds().orElseThrow().stream().anyMatch(row -> row.status() != RefundStatus.SUCCEEDED)) {
            r.status("state")
                    .succeeded("succeeded")
                    .pending("pending")
                    .failed("failed")
                    .ignored("ignored");
        }
    }

    private static String status(Payment row) {
        if (row.status() == null) {
            return UNKNOWN;
        }
        if (row.status() == PaymentStatus.PENDING) {
            return "open";
        }
        boolean synonym = row.status() == PaymentStatus.SUCCEEDED && row.id().hashCode() % 2 == 0;
        return synonym
                ? "settled"
                : row.status() == PaymentStatus.SUCCEEDED
                        ? "paid"
                        : row.status().key();
    }

    int digits(String currency) {
        return company.fixedCurrency()
                .map(CurrencyUnit::digits)
                .orElseGet(() -> currency == null
                        ? MOST_DIGITS
                        : CurrencyUnit.find(currency).map(CurrencyUnit::digits).orElse(MOST_DIGITS));
    }

    private void createSubscriptions(MetricsSchema.Builder schema) throws SQLException {
        if (company.subscriptions().isEmpty()) {
            return;
        }
        table(
                "subscriptions",
                "user_id VARCHAR(40), plan VARCHAR(60), amount " + engine.amountType() + ", currency VARCHAR(10),"
                        + " cycle VARCHAR(20), cycle_count INTEGER, begun %s, ended %s, state VARCHAR(20),"
                        + " trial_over %s, halted %s, given_up %s");
        insert("subscriptions", company.subscriptions().get(), row -> new Object[] {
            row.userId(),
            row.plan(),
            stored.amount(row.amount(), digits(row.currency())),
            row.currency(),
            row.interval() == null ? UNKNOWN : lower(row.interval()),
            row.intervalCount(),
            time(row.startedAt()),
            time(row.endedAt()),
            row.status() == null ? UNKNOWN : lower(row.status()),
            time(row.trialEndsAt()),
            time(row.pausedAt()),
            time(row.cancelledAt())
        });
        schema.subscriptions(s -> {
            s.table("subscriptions").userId("user_id").amount("amount");
            s.interval("cycle").intervalCount("cycle_count");
            s.daily(lower(BillingInterval.DAY)).weekly(lower(BillingInterval.WEEK));
            s.monthly(lower(BillingInterval.MONTH)).yearly(lower(BillingInterval.YEAR));
            s.startedAt("begun", stored.kind).endedAt("ended", stored.kind).status("state");
            s.active(lower(SubscriptionStatus.ACTIVE)).pastDue(lower(SubscriptionStatus.PAST_DUE));
            s.trialing("trialing").free("free").paused("paused").cancelled("cancelled");
            s.trialEndsAt("trial_over", stored.kind);
            s.pausedAt("halted", stored.kind).cancelledAt("given_up", stored.kind);
            company.fixedCurrency().ifPresentOrElse(s::fixedCurrency, () -> s.currency("currency"));
            if (stored.minorUnits) {
                s.minorUnits();
            }
            if (company.hasPlansOnSubscriptions()) {
                s.plan("plan");
            }
        });
    }

    private void createRest(MetricsSchema.Builder schema) throws SQLException {
        if (company.planChanges().isPresent()) {
            table("plan_changes", "user_id VARCHAR(40), old_plan VARCHAR(60), new_plan VARCHAR(60), changed %s");
            insert("plan_changes", company.planChanges().get(), row ->
                    new Object[] {row.userId(), row.fromPlan(), row.toPlan(), time(row.changedAt())});
            schema.planChanges(c -> c.table("plan_changes")
                    .userId("user_id")
                    .fromPlan("old_plan")
                    .toPlan("new_plan")
                    .changedAt("changed", stored.kind));
        }
        if (company.surveys().isPresent()) {
            table("surveys", "question VARCHAR(20), score INTEGER, answered %s");
            insert(
                    "surveys", company.surveys().get(), row -> new Object[] {
                        row.kind() == null ? UNKNOWN : lower(row.kind()), row.score(), time(row.answeredAt())
                    });
            schema.surveys(s -> s.table("surveys")
                    .kind("question")
                    .nps(lower(SurveyKind.NPS))
                    .csat(lower(SurveyKind.CSAT))
                    .score("score")
                    .answeredAt("answered", stored.kind));
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    Object time(Instant instant) {
        return stored.time(instant);
    }

    void table(String name, String columns) {
        engine.drop(engine.inItsQuotes(name));
        engine.run(engine.inItsQuotes(
                "CREATE TABLE " + name + " (" + columns.replace("%s", stored.timeType(engine)) + ")"));
    }

    <R> void insert(String table, List<R> rows, Function<R, Object[]> values) throws SQLException {
        engine.insert(engine.inItsQuotes(table), rows.stream().map(values).toList());
    }
}
