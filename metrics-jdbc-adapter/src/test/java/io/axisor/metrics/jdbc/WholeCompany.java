package io.axisor.metrics.jdbc;

import static io.axisor.metrics.contract.SourceUnderTest.NOW;

import io.axisor.metrics.contract.Company;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.revenue.SubscriptionStatus;
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
import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.source.row.SupportTicket;
import io.axisor.metrics.source.row.SurveyAnswer;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.users.SurveyKind;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A small company with every kind of fact mapped, for tests of how it is asked rather than what comes out. */
final class WholeCompany {

    static final AsOf AT = new AsOf(NOW, NOW, BusinessCalendar.of(ZoneOffset.UTC));

    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private WholeCompany() {}

    /** Creates its tables and maps them. */
    static MetricsSchema in(Databases database, RefundShape refunds) throws SQLException {
        Company.Builder company = Company.builder();
        fillUsers(company);
        fillRevenue(company);
        fillAutomation(company);
        fillTrading(company);
        fillPlatform(company);
        switch (refunds) {
            case ON_PAYMENT -> {}
            case OWN_ROWS -> company.refundsOnOwnRows();
            case OWN_TABLE -> company.refunds(new Refund("1", BigDecimal.ONE, YESTERDAY));
        }
        return new CompanyTables(database.engine(), StoredAs.INSTANTS_AND_MAJOR_UNITS, company.build()).create();
    }

    private static void fillUsers(Company.Builder company) {
        company.plans("free", "pro")
                .accounts(new Account("ann", YESTERDAY, "pro", YESTERDAY, null, true))
                .lastActivityOnAccounts()
                .verifiedOnAccounts()
                .activity(new ActivityEvent("ann", YESTERDAY))
                .planChanges(new PlanChange("ann", "free", "pro", YESTERDAY))
                .surveys(new SurveyAnswer(SurveyKind.NPS, 9, YESTERDAY));
    }

    private static void fillRevenue(Company.Builder company) {
        company.knownCurrencies("USD")
                .payments(Payment.of("1", "ann", BigDecimal.TEN, "USD", PaymentStatus.SUCCEEDED, YESTERDAY))
                .subscriptions(new Subscription(
                        "ann",
                        "pro",
                        BigDecimal.TEN,
                        "USD",
                        BillingInterval.MONTH,
                        1,
                        YESTERDAY,
                        null,
                        SubscriptionStatus.ACTIVE));
    }

    private static void fillAutomation(Company.Builder company) {
        company.automations(new Automation("bot", "ann", "margin_guard", true, YESTERDAY))
                .executions(new Execution("bot", Outcome.SUCCEEDED, YESTERDAY, YESTERDAY.plusSeconds(2)));
    }

    private static void fillTrading(Company.Builder company) {
        BigDecimal price = BigDecimal.valueOf(100);
        company.capital(new Money(BigDecimal.valueOf(1000), CurrencyUnit.of("USD")))
                .trades(new Trade(
                        YESTERDAY, Outcome.SUCCEEDED, BigDecimal.TEN, "USD", "dca", BigDecimal.ONE, "A-B", price))
                .marketLog(new MarketTrade("A-B", BigDecimal.TEN, price, YESTERDAY));
    }

    private static void fillPlatform(Company.Builder company) {
        company.knownFeatures("export")
                .featureUse(new FeatureUse("export", "ann", YESTERDAY), new FeatureUse("search", "ann", YESTERDAY))
                .tickets(new SupportTicket(YESTERDAY, YESTERDAY, YESTERDAY, YESTERDAY, 5))
                .complianceRequests(new ComplianceRequest("access", YESTERDAY, YESTERDAY, YESTERDAY));
    }

    /** Asks for every domain. */
    static void askAll(JdbcMetricsDataSource source) {
        source.users(AT);
        source.revenue(AT);
        source.automation(AT);
        source.trading(AT);
        source.platform(AT);
    }
}
