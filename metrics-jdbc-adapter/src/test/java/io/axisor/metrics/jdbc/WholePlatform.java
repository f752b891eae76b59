package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.source.row.ComplianceRequest;
import io.axisor.metrics.source.row.FeatureUse;
import io.axisor.metrics.source.row.SupportTicket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** A company with a row of each kind of the platform domain, every column mapped. */
final class WholePlatform {

    private static final Instant YESTERDAY = SourceUnderTest.NOW.minus(Duration.ofDays(1));

    private WholePlatform() {}

    /** Creates its tables and reads them over connections of the data source. */
    static JdbcMetricsDataSource in(Databases database, DataSource dataSource) throws SQLException {
        Company company = Company.builder()
                .knownFeatures("export")
                .featureUse(new FeatureUse("export", "ann", YESTERDAY), new FeatureUse("search", "ann", YESTERDAY))
                .tickets(new SupportTicket(YESTERDAY, YESTERDAY, YESTERDAY, YESTERDAY, 5))
                .complianceRequests(new ComplianceRequest("access", YESTERDAY, YESTERDAY, YESTERDAY))
                .build();
        return JdbcMetricsDataSource.of(
                dataSource, new CompanyTables(database.engine(), StoredAs.INSTANTS_AND_MAJOR_UNITS, company).create());
    }
}
