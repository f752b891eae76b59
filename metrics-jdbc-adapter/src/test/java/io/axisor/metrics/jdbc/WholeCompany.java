package io.axisor.metrics.jdbc;

import static io.axisor.metrics.contract.SourceUnderTest.NOW;

import io.axisor.metrics.contract.Company;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.revenue.SubscriptionStatus;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.PlanChange;
import io.axisor.metrics.source.row.Refund;
import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.source.row.SurveyAnswer;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.users.SurveyKind;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** A small company with every kind of fact mapped, for tests of how it is asked rather than what comes out. */
final class WholeCompany {

    static final AsOf AT = new AsOf(NOW, NOW, BusinessCalendar.of(ZoneOffset.UTC));

    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private WholeCompany() {}

    /** Creates its tables and maps them. */
    static MetricsSchema in(Databases database, RefundShape refunds) throws SQLException {
        Company.Builder company = Company.builder()
                .plans("free", "pro")
                .knownCurrencies("USD")
                .accounts(new Account("ann", YESTERDAY, "pro", YESTERDAY, null))
                .lastActivityOnAccounts()
                .activity(new ActivityEvent("ann", YESTERDAY))
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
                        SubscriptionStatus.ACTIVE))
                .planChanges(new PlanChange("ann", "free", "pro", YESTERDAY))
                .surveys(new SurveyAnswer(SurveyKind.NPS, 9, YESTERDAY));
        switch (refunds) {
            case ON_PAYMENT -> {}
            case OWN_ROWS -> company.refundsOnOwnRows();
            case OWN_TABLE -> company.refunds(new Refund("1", BigDecimal.ONE, YESTERDAY));
        }
        return new CompanyTables(database.engine(), StoredAs.INSTANTS_AND_MAJOR_UNITS, company.build()).create();
    }

    /** Asks for both domains. */
    static void askAll(DataSource dataSource, MetricsSchema schema) {
        askAll(JdbcMetricsDataSource.of(dataSource, schema));
    }

    static void askAll(JdbcMetricsDataSource source) {
        source.users(AT);
        source.revenue(AT);
    }
}
