package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.closed;
import static io.axisor.metrics.contract.Rows.dollars;
import static io.axisor.metrics.contract.Rows.execution;
import static io.axisor.metrics.contract.Rows.logged;
import static io.axisor.metrics.contract.Rows.ticket;
import static io.axisor.metrics.contract.Rows.took;
import static io.axisor.metrics.contract.Rows.trade;
import static io.axisor.metrics.definition.MeasurementFlag.LEFT_OUT;
import static io.axisor.metrics.definition.MeasurementFlag.SMALL_SAMPLE;
import static io.axisor.metrics.revenue.PaymentStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.source.row.ComplianceRequest;
import io.axisor.metrics.source.row.Execution;
import io.axisor.metrics.source.row.FeatureUse;
import io.axisor.metrics.source.row.MarketTrade;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.PlanChange;
import io.axisor.metrics.source.row.Refund;
import io.axisor.metrics.source.row.SupportTicket;
import io.axisor.metrics.source.row.SurveyAnswer;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.users.SurveyKind;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same of every table, each by the time that its rows count by: 11 of 20 rows are 55 %. */
interface LeftOutTablesContract extends SourceUnderTest {

    private static <R> Stream<R> rows(int number, IntFunction<R> row) {
        return IntStream.range(0, number).mapToObj(row);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <R> Stream<R> all(Stream<R>... some) {
        return Stream.of(some).flatMap(rows -> rows);
    }

    private Instant lately() {
        return NOW.minus(Duration.ofHours(12));
    }

    @Test
    default void everyTableHasAShareAndLogsHaveNoneOfTheirLifetime() {
        Company.Builder empty = Company.builder()
                .plans("free")
                .accounts()
                .activity()
                .payments()
                .refunds()
                .subscriptions()
                .planChanges()
                .surveys()
                .automations()
                .executions()
                .trades()
                .marketLog()
                .featureUse()
                .tickets()
                .complianceRequests();
        Stream<String> whole = Stream.of(
                "users",
                "payments",
                "refunds",
                "subscriptions",
                "plan_changes",
                "surveys",
                "automations",
                "trades",
                "tickets",
                "compliance");
        Stream<String> logs = Stream.of("activity", "executions", "market", "features");
        String[] ofLifetime =
                whole.map(table -> "{table=" + table + "} NO_DATA").toArray(String[]::new);
        String[] ofMonth = Stream.concat(Stream.of(ofLifetime), logs.map(table -> "{table=" + table + "} NO_DATA"))
                .toArray(String[]::new);
        now(empty)
                .showsOnly("data.left.out.24h", ofMonth)
                .showsOnly("data.left.out.30d", ofMonth)
                .showsOnly("data.left.out.lifetime", ofLifetime);
    }

    @Test
    default void accountsAreJudgedByThoseThatLast() {
        Account[] accounts = all(
                        rows(9, i -> Account.of("clean" + i, daysAgo(10))),
                        rows(11, i -> new Account("undated" + i, null, null, null, null)),
                        rows(30, i -> Account.of("gone" + i, daysAgo(300)).deleted(daysAgo(200))))
                .toArray(Account[]::new);
        Measured measured = now(Company.builder().accounts(accounts));
        measured.shows("data.left.out.30d{table=users}", "0/9")
                .shows("data.left.out.lifetime{table=users}", "11/50")
                .shows("users.new.30d", "9")
                .flags("users.new.30d")
                .shows("users{plan=unspecified}", "UNDEFINED")
                .issues("users.created_at 11");
        assertThat(measured.reason("users{plan=unspecified}"))
                .startsWith("55 % of the users that last at t have no date of creation (11 of 20)");
    }

    @Test
    default void whoWasActiveIsJudgedByTheEventsOfEachWindow() {
        ActivityEvent[] events = all(
                        rows(9, i -> new ActivityEvent("a" + i, lately())),
                        rows(11, i -> new ActivityEvent(null, lately())),
                        rows(100, i -> new ActivityEvent("a" + i % 9, daysAgo(20))),
                        rows(100, i -> new ActivityEvent("a" + i % 9, daysAgo(40))))
                .toArray(ActivityEvent[]::new);
        Measured measured = now(Company.builder().activity(events));
        measured.shows("data.left.out.24h{table=activity}", "11/20")
                .shows("data.left.out.30d{table=activity}", "11/120")
                .shows("users.active.24h", "UNDEFINED")
                .shows("users.active.7d", "UNDEFINED")
                .shows("users.active.30d", "9")
                .flags("users.active.30d", LEFT_OUT)
                .shows("users.stickiness", "UNDEFINED")
                .shows("users.churn.30d", "0/9")
                .flags("users.churn.30d", SMALL_SAMPLE, LEFT_OUT);
        assertThat(measured.reason("users.active.24h"))
                .startsWith("55 % of the activity events in the window have no user (11 of 20)");
    }

    @Test
    default void theWindowBeforeCountsWhereAMetricComparesWithIt() {
        ActivityEvent[] events = all(
                        rows(20, i -> new ActivityEvent("a" + i, daysAgo(20))),
                        rows(9, i -> new ActivityEvent("a" + i, daysAgo(40))),
                        rows(11, i -> new ActivityEvent(null, daysAgo(40))))
                .toArray(ActivityEvent[]::new);
        Payment[] payments = all(
                        rows(20, i -> dollars("now" + i, "a", "1", SUCCEEDED, daysAgo(10))),
                        rows(9, i -> dollars("then" + i, "a", "1", SUCCEEDED, daysAgo(50))),
                        rows(11, i -> dollars("unmapped" + i, "a", "1", null, daysAgo(50))))
                .toArray(Payment[]::new);
        Measured measured =
                now(Company.builder().knownCurrencies("USD").activity(events).payments(payments));
        measured.shows("users.active.30d", "20")
                .flags("users.active.30d")
                .shows("users.churn.30d", "UNDEFINED")
                .shows("revenue.collected.30d{currency=USD}", "20")
                .flags("revenue.collected.30d{currency=USD}")
                .shows("revenue.growth.30d{currency=USD}", "UNDEFINED")
                .shows("revenue.growth.last.month{currency=USD}", "UNDEFINED");
        assertThat(measured.reason("revenue.growth.30d{currency=USD}"))
                .matches("55 % of the payments in the window before have " + LeftOutContract.UNMAPPED
                        + " \\(11 of 20\\); .*");
    }

    @Test
    default void lastActivityIsJudgedByAllAccounts() {
        Account[] accounts = all(
                        rows(9, i -> Account.of("now" + i, daysAgo(90)).lastActive(daysAgo(1))),
                        rows(11, i -> Account.of("future" + i, daysAgo(90)).lastActive(NOW.plus(Duration.ofDays(9)))))
                .toArray(Account[]::new);
        now(Company.builder().lastActivityOnAccounts().accounts(accounts))
                .shows("users{plan=unspecified}", "20")
                .flags("users{plan=unspecified}")
                .shows("users.active.30d", "UNDEFINED")
                .shows("data.left.out.lifetime{table=users}", "0/20")
                .issues("users.last_activity_at 11");
    }

    @Test
    default void moneyIsJudgedByRefundsToo() {
        Payment[] payments = rows(20, i -> dollars("p" + i, "a", "1", SUCCEEDED, daysAgo(20)))
                .toArray(Payment[]::new);
        Refund[] refunds = all(
                        rows(9, i -> new Refund("p" + i, BigDecimal.ONE, daysAgo(5))),
                        rows(11, i -> new Refund("p" + i, null, daysAgo(5))))
                .toArray(Refund[]::new);
        now(Company.builder().knownCurrencies("USD").payments(payments).refunds(refunds))
                .shows("data.left.out.24h{table=refunds}", "NO_DATA")
                .shows("data.left.out.30d{table=refunds}", "11/20")
                .shows("data.left.out.lifetime{table=refunds}", "11/20")
                .shows("revenue.gross.30d{currency=USD}", "20")
                .flags("revenue.gross.30d{currency=USD}")
                .shows("revenue.collected.7d{currency=USD}", "UNDEFINED")
                .shows("revenue.collected.last.month{currency=USD}", "20")
                .flags("revenue.collected.last.month{currency=USD}")
                .shows("payments.refund.30d", "UNDEFINED");
    }

    @Test
    default void whatRestsOnPaymentsOfAllDomainsIsJudgedByThem() {
        Account[] accounts = all(
                        rows(20, i -> Account.of("a" + i, daysAgo(45)).lastActive(daysAgo(1))),
                        rows(20, i -> Account.of("b" + i, daysAgo(90)).lastActive(daysAgo(1))))
                .toArray(Account[]::new);
        Payment[] payments = all(
                        rows(9, i -> dollars("paid" + i, "a" + i, "1", SUCCEEDED, daysAgo(9))),
                        rows(11, i -> dollars("unmapped" + i, "a" + i, "1", null, daysAgo(9))))
                .toArray(Payment[]::new);
        Measured measured = now(Company.builder()
                .knownCurrencies("USD")
                .lastActivityOnAccounts()
                .accounts(accounts)
                .payments(payments)
                .recurringFromPayments());
        measured.shows("users{plan=unspecified}", "40")
                .flags("users{plan=unspecified}")
                .shows("users.paying{plan=unspecified}", "UNDEFINED")
                .shows("users.conversion.30d", "UNDEFINED")
                .shows("revenue.mrr{currency=USD, plan=unspecified}", "UNDEFINED")
                .shows("revenue.arpu.30d{currency=USD}", "UNDEFINED")
                .shows("revenue.per.account.lifetime{currency=USD}", "UNDEFINED")
                .shows("revenue.clv{currency=USD}", "UNDEFINED");
        assertThat(measured.reason("users.paying{plan=unspecified}"))
                .matches("55 % of the payments in the window have " + LeftOutContract.UNMAPPED + " \\(11 of 20\\); .*");
    }

    @Test
    default void changesOfPlanAreJudgedByTheirDate() {
        PlanChange[] changes = all(
                        rows(9, i -> new PlanChange("a" + i, "free", "pro", daysAgo(5))),
                        rows(11, i -> new PlanChange("a" + i, "free", "gold", daysAgo(5))),
                        rows(40, i -> new PlanChange("a" + i, "free", "pro", daysAgo(50))))
                .toArray(PlanChange[]::new);
        Measured measured =
                now(Company.builder().plans("free", "pro").accounts().planChanges(changes));
        measured.shows("data.left.out.30d{table=plan_changes}", "11/20")
                .shows("data.left.out.lifetime{table=plan_changes}", "11/60")
                .showsOnly("plans.changes.30d", "{direction=upgrade} UNDEFINED", "{direction=downgrade} UNDEFINED")
                .issues("plan_changes.plan 11");
        assertThat(measured.reason("plans.changes.30d{direction=upgrade}"))
                .startsWith("55 % of the plan changes in the window are from or to a plan outside the catalogue");
    }

    @Test
    default void answersAreJudgedByTheirOwnWindow() {
        SurveyAnswer[] answers = all(
                        rows(9, i -> new SurveyAnswer(SurveyKind.NPS, 9, daysAgo(80))),
                        rows(11, i -> new SurveyAnswer(null, 9, daysAgo(70))),
                        rows(20, i -> new SurveyAnswer(SurveyKind.NPS, 9, daysAgo(170))))
                .toArray(SurveyAnswer[]::new);
        now(Company.builder().surveys(answers))
                .shows("data.left.out.30d{table=surveys}", "NO_DATA")
                .shows("data.left.out.lifetime{table=surveys}", "11/40")
                .shows("satisfaction.nps.90d", "UNDEFINED")
                .shows("satisfaction.responses.90d", "UNDEFINED")
                .issues("surveys.kind 11");
    }

    @Test
    default void automationsAreJudgedByAllOfThem() {
        Automation[] automations = all(
                        rows(9, i -> new Automation("a" + i, "u" + i, "dca", true, daysAgo(50))),
                        rows(11, i -> new Automation("b" + i, null, "dca", true, daysAgo(5))))
                .toArray(Automation[]::new);
        now(Company.builder().automations(automations))
                .shows("data.left.out.30d{table=automations}", "11/11")
                .shows("data.left.out.lifetime{table=automations}", "11/20")
                .shows("automations{automation=dca, state=active}", "UNDEFINED")
                .shows("automations.owners{plan=unspecified}", "UNDEFINED");
    }

    @Test
    default void executionsAndHowLongTheyTookAreJudgedApart() {
        Execution[] withoutAutomation = all(
                        rows(9, i -> execution("a", Outcome.SUCCEEDED, lately())),
                        rows(11, i -> execution(null, Outcome.SUCCEEDED, lately())),
                        rows(100, i -> execution("a", Outcome.SUCCEEDED, daysAgo(20))))
                .toArray(Execution[]::new);
        now(Company.builder().executions(withoutAutomation))
                .shows("data.left.out.24h{table=executions}", "11/20")
                .shows("data.left.out.30d{table=executions}", "11/120")
                .shows("automations.success.overall.24h", "UNDEFINED")
                .shows("automations.success.overall.30d", "109/109")
                .flags("automations.success.overall.30d", LEFT_OUT);
        Execution[] backwards = all(rows(9, i -> took(5, lately())), rows(11, i -> took(-5, lately())))
                .toArray(Execution[]::new);
        now(Company.builder().executions(backwards))
                .shows("data.left.out.24h{table=executions}", "0/20")
                .shows("automations.success.overall.24h", "20/20")
                .flags("automations.success.overall.24h", SMALL_SAMPLE)
                .shows("automations.duration.24h.mean", "UNDEFINED")
                .issues("executions.duration 11");
    }

    @Test
    default void tradesTheirAmountsAndTheirProfitsAreJudgedApart() {
        Trade[] trades = all(
                        rows(9, i -> trade("USD", Outcome.SUCCEEDED, "1", "1", daysAgo(3))),
                        rows(11, i -> trade("USD", Outcome.SUCCEEDED, null, "1", daysAgo(3))),
                        rows(20, i -> closed("1", daysAgo(120))))
                .toArray(Trade[]::new);
        Measured measured = now(Company.builder().trades(trades));
        measured.shows("data.left.out.30d{table=trades}", "0/20")
                .shows("trades.success.30d", "20/20")
                .flags("trades.success.30d", SMALL_SAMPLE)
                .shows("trades.volume.30d{currency=USD}", "UNDEFINED")
                .shows("trades.volume.lifetime{currency=USD}", "29")
                .flags("trades.volume.lifetime{currency=USD}", LEFT_OUT)
                .shows("trades.win.30d", "20/20")
                .flags("trades.win.30d", SMALL_SAMPLE);
        assertThat(measured.reason("trades.volume.30d{currency=USD}"))
                .startsWith("55 % of the trades in the window have no amount, or a negative one (11 of 20)");
        Trade[] unknown = all(
                        rows(9, i -> trade("USD", Outcome.SUCCEEDED, "1", "1", daysAgo(3))),
                        rows(11, i -> trade("ZZZ", Outcome.SUCCEEDED, "1", "1", daysAgo(3))))
                .toArray(Trade[]::new);
        now(Company.builder().trades(unknown))
                .shows("trades.win.30d", "UNDEFINED")
                .shows("market.concentration.30d", "UNDEFINED");
    }

    @Test
    default void aMarketLogIsJudgedByItselfAndNotByTrades() {
        MarketTrade[] log = all(
                        rows(9, i -> logged("BTC", "1", "1", daysAgo(3))),
                        rows(11, i -> logged("BTC", null, "1", daysAgo(3))))
                .toArray(MarketTrade[]::new);
        MarketTrade[] clean = rows(20, i -> logged("BTC", "1", "1", daysAgo(3))).toArray(MarketTrade[]::new);
        Trade[] dirty = rows(20, i -> trade("ZZZ", Outcome.SUCCEEDED, "1", null, daysAgo(3)))
                .toArray(Trade[]::new);
        now(Company.builder().marketLog(log))
                .shows("data.left.out.30d{table=market}", "11/20")
                .shows("market.trades.30d{market=BTC}", "UNDEFINED");
        now(Company.builder().marketLog(clean).trades(dirty))
                .shows("market.trades.30d{market=BTC}", "20")
                .flags("market.trades.30d{market=BTC}");
    }

    @Test
    default void useOfFeaturesIsJudgedByItsWindow() {
        FeatureUse[] uses = all(
                        rows(9, i -> new FeatureUse("export", "a" + i, daysAgo(3))),
                        rows(11, i -> new FeatureUse("export", null, daysAgo(3))),
                        rows(100, i -> new FeatureUse("export", null, daysAgo(40))))
                .toArray(FeatureUse[]::new);
        now(Company.builder().featureUse(uses))
                .shows("data.left.out.24h{table=features}", "NO_DATA")
                .shows("data.left.out.30d{table=features}", "11/20")
                .shows("features.users.30d{feature=export}", "UNDEFINED");
    }

    @Test
    default void ticketsAreJudgedByThoseThatWereOpenInTheWindow() {
        SupportTicket[] tickets = all(
                        rows(9, i -> ticket(daysAgo(50), null)),
                        rows(11, i -> ticket(daysAgo(20), daysAgo(25))),
                        rows(100, i -> ticket(daysAgo(70), daysAgo(60))))
                .toArray(SupportTicket[]::new);
        now(Company.builder().tickets(tickets))
                .shows("data.left.out.30d{table=tickets}", "11/11")
                .shows("data.left.out.lifetime{table=tickets}", "11/120")
                .showsOnly("support.tickets.30d", "{state=open} UNDEFINED", "{state=resolved} UNDEFINED");
        SupportTicket[] longAgo = all(
                        rows(9, i -> ticket(daysAgo(50), null)), rows(100, i -> ticket(daysAgo(60), daysAgo(70))))
                .toArray(SupportTicket[]::new);
        now(Company.builder().tickets(longAgo))
                .shows("support.tickets.30d{state=open}", "9")
                .flags("support.tickets.30d{state=open}");
        SupportTicket[] offScale = all(
                        rows(9, i -> new SupportTicket(daysAgo(9), null, daysAgo(5), null, 5)),
                        rows(11, i -> new SupportTicket(daysAgo(9), null, daysAgo(5), null, 6)))
                .toArray(SupportTicket[]::new);
        now(Company.builder().tickets(offScale))
                .shows("support.tickets.30d{state=resolved}", "20")
                .shows("support.satisfaction.30d", "UNDEFINED");
    }

    @Test
    default void requestsAreJudgedByThoseThatWereOpenInTheWindow() {
        ComplianceRequest[] requests = all(
                        rows(9, i -> new ComplianceRequest("erase", daysAgo(50), null, null)),
                        rows(11, i -> new ComplianceRequest("erase", daysAgo(20), null, daysAgo(25))),
                        rows(100, i -> new ComplianceRequest("erase", daysAgo(70), null, daysAgo(60))))
                .toArray(ComplianceRequest[]::new);
        Measured measured = now(Company.builder().complianceRequests(requests));
        measured.shows("data.left.out.30d{table=compliance}", "11/11")
                .shows("data.left.out.lifetime{table=compliance}", "11/120")
                .shows("compliance.requests.30d{request=erase, state=open}", "UNDEFINED");
        assertThat(measured.reason("compliance.requests.30d{request=erase, state=open}"))
                .startsWith("55 % of the compliance requests open in the window are completed before they were made");
    }
}
