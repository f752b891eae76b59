package io.axisor.metrics.spring;

import io.axisor.metrics.jdbc.CustomSqlDomain;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.SchemaReport;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.spring.AxisorMetricsProperties.Verify;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Compares mapping and database once, when every bean is there and tables are migrated, but before the application serves.
 * A database that does not answer says nothing of the mapping, and keeps nobody from starting.
 */
final class SchemaVerification implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaVerification.class);
    private static final String PROPERTY = AxisorMetricsProperties.PREFIX + ".verify";

    private final ObjectProvider<JdbcMetricsDataSource> sources;
    private final ObjectProvider<CustomSqlDomain> domains;
    private final Verify verify;

    SchemaVerification(
            ObjectProvider<JdbcMetricsDataSource> sources, ObjectProvider<CustomSqlDomain> domains, Verify verify) {
        this.sources = sources;
        this.domains = domains;
        this.verify = verify;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (verify != Verify.OFF) {
            Stream.<Supplier<SchemaReport>>concat(
                            sources.orderedStream().map(source -> source::verify),
                            domains.orderedStream().map(domain -> domain::verify))
                    .forEach(this::verify);
        }
    }

    private void verify(Supplier<SchemaReport> verification) {
        try {
            tell(verification.get());
        } catch (UnusableMetricsException e) {
            throw e;
        } catch (MetricsDataException e) {
            LOG.warn("Business metrics: the mapping could not be compared with the database; {}", e.getMessage());
        } catch (Throwable e) { // metrics keep no application from starting, whatever their driver throws
            LOG.warn("Business metrics: the mapping could not be compared with the database; its driver failed", e);
        }
    }

    /** What is stored changes while an application runs, so it is an error of the log, and never one of the start. */
    private void tell(SchemaReport report) {
        if (!report.isUsable() && verify == Verify.FAIL) {
            throw new UnusableMetricsException(
                    report.toString(),
                    "Correct the mapping or the database; or start without the metrics that need it, with " + PROPERTY
                            + "=log.");
        }
        if (!report.contentErrors().isEmpty()) {
            LOG.error("Business metrics: {}", report);
        } else if (!report.isUsable() || !report.warnings().isEmpty()) {
            LOG.warn("Business metrics: {}", report);
        }
    }
}
