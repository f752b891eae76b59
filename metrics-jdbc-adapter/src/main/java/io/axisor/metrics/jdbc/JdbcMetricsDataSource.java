package io.axisor.metrics.jdbc;

import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.jdbc.internal.resolve.AccountIds;
import io.axisor.metrics.jdbc.internal.resolve.FoldedText;
import io.axisor.metrics.jdbc.internal.resolve.KeyTypes;
import io.axisor.metrics.jdbc.internal.resolve.MisfitException;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.resolve.SchemaResolver;
import io.axisor.metrics.jdbc.internal.resolve.StoredEnds;
import io.axisor.metrics.jdbc.internal.resolve.StoredForms;
import io.axisor.metrics.jdbc.internal.resolve.TableRights;
import io.axisor.metrics.jdbc.internal.resolve.UnmappedStatuses;
import io.axisor.metrics.jdbc.internal.session.DatabaseFailure;
import io.axisor.metrics.jdbc.internal.session.Lender;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.spec.SchemaSpec;
import io.axisor.metrics.jdbc.internal.statement.AutomationStatements;
import io.axisor.metrics.jdbc.internal.statement.PlatformStatements;
import io.axisor.metrics.jdbc.internal.statement.RevenueStatements;
import io.axisor.metrics.jdbc.internal.statement.TradingStatements;
import io.axisor.metrics.jdbc.internal.statement.UserStatements;
import io.axisor.metrics.platform.PlatformFacts;
import io.axisor.metrics.revenue.RevenueFacts;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.trading.TradingFacts;
import io.axisor.metrics.users.UserFacts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts facts in the host's own tables, over JDBC.
 *
 * <p>A guest's manners: for each domain one connection, borrowed once and returned at once, with auto-commit, isolation,
 * read-only flag, network timeout and the session's zone as they were, whatever was thrown meanwhile; where that cannot be had,
 * it is aborted, so that its pool replaces it. Read-only transactions, none longer than the timeout; a few statements for each
 * mapped table, however many metrics; no table of its own. No row of a user or a payment travels, only counts and sums. The
 * first call borrows one connection more, to look the mapping up. Transactions begin and end with a rollback, so do not lend
 * connections that are in the middle of one of the host's own.
 *
 * <p>What is computed from one another is of one snapshot, where the database has snapshots: accounts, activity and conversion;
 * payments and refunds; executions and how long they took; trades and their daily profit; a market's volumes and closes; the
 * facts of tickets, of requests and of feature use, each. A driver that refuses transactions is asked statement by statement, and
 * the figures are flagged {@link io.axisor.metrics.definition.MeasurementFlag#NOT_ONE_SNAPSHOT}.
 *
 * <p>Making one touches no database, so an application starts while its database is away. {@link #verify()} is for the
 * start-up that should rather fail. Safe for any number of threads; closes nothing.
 */
public final class JdbcMetricsDataSource implements MetricsDataSource {

    private final Lender lender;
    private final MetricsSchema schema;
    private final Duration queryTimeout;
    private volatile @Nullable ResolvedSchema resolved;

    private JdbcMetricsDataSource(Builder builder) {
        this.lender = new Lender(builder.dataSource, builder.queryTimeout);
        this.schema = builder.schema;
        this.queryTimeout = builder.queryTimeout;
    }

    /**
     * A source with every option at its default.
     *
     * @param dataSource lends connections; best one whose user may only SELECT
     * @param schema the mapping
     * @return the source
     */
    public static JdbcMetricsDataSource of(DataSource dataSource, MetricsSchema schema) {
        return builder(dataSource, schema).build();
    }

    /**
     * Begins with every option at its default.
     *
     * @param dataSource lends connections; best one whose user may only SELECT
     * @param schema the mapping
     * @return a builder
     */
    public static Builder builder(DataSource dataSource, MetricsSchema schema) {
        return new Builder(dataSource, schema);
    }

    @Override
    public UserFacts users(AsOf at) {
        return ask("users", (found, session) -> new UserStatements(found.withIdsAsStored(session), session, at).ask());
    }

    @Override
    public RevenueFacts revenue(AsOf at) {
        return ask(
                "revenue",
                (found, session) -> new RevenueStatements(
                                found.hasPlansOfAccounts() ? found.withIdsAsStored(session) : found, session, at)
                        .ask());
    }

    @Override
    public AutomationFacts automation(AsOf at) {
        return schema.spec().hasAny("automations", "executions")
                ? ask(
                        "automation",
                        (found, session) -> new AutomationStatements(found.withIdsAsStored(session), session, at).ask())
                : AutomationFacts.builder().build();
    }

    @Override
    public TradingFacts trading(AsOf at) {
        return schema.spec().hasAny("trades", "market")
                ? ask("trading", (found, session) -> new TradingStatements(found, session, at).ask())
                : TradingFacts.builder().build();
    }

    @Override
    public PlatformFacts platform(AsOf at) {
        boolean isMapped = schema.spec().hasAny("tickets", "complianceRequests", SchemaSpec.FEATURE_USE);
        return isMapped
                ? ask("platform", (found, session) -> new PlatformStatements(found, session, at).ask())
                : PlatformFacts.builder().build();
    }

    /**
     * Compares the mapping with the database: tables, columns, types, kinds of time, stored statuses that nothing is mapped
     * to, ids that several accounts have, joins that multiply rows, rights, and time columns without an index; and lets the database run every statement over
     * tables without rows. Of the status
     * columns it reads the last 90 days and a part of the whole; where that takes longer than a statement may, it is a
     * warning.
     *
     * @return everything that was found
     * @throws MetricsDataException if the database cannot be reached
     */
    public SchemaReport verify() {
        try (Session session = lender.open()) {
            SchemaResolver resolver = SchemaResolver.resolve(schema.spec(), session);
            List<String> errors = new ArrayList<>(resolver.errors());
            List<String> content = new ArrayList<>();
            List<String> warnings = new ArrayList<>();
            TableRights rights = TableRights.find(resolver, session);
            errors.addAll(rights.errors());
            warnings.addAll(rights.warnings());
            if (errors.isEmpty()) {
                lookAtContent(resolver.schema(), session, errors, content, warnings);
            }
            if (errors.isEmpty()) {
                errors.addAll(tryStatements(resolver.schema().emptied(), session));
            }
            warnings.addAll(resolver.warnings());
            warnings.addAll(FoldedText.find(session));
            if (schema.spec().facts().isEmpty()) {
                warnings.add("nothing is mapped, so every metric is UNAVAILABLE; map users, payments, activity, ...");
            }
            List.of(errors, content, warnings)
                    .forEach(found -> found.replaceAll(schema.spec().wording()::said));
            return new SchemaReport(errors, content, warnings);
        } catch (SQLException e) {
            throw failed("verify", e);
        }
    }

    private void lookAtContent(
            ResolvedSchema found, Session session, List<String> errors, List<String> content, List<String> warnings)
            throws SQLException {
        try {
            UnmappedStatuses statuses = UnmappedStatuses.find(found, session, Instant.now(), queryTimeout);
            content.addAll(statuses.errors());
            warnings.addAll(statuses.warnings());
            AccountIds ids = AccountIds.find(found, session, queryTimeout);
            content.addAll(ids.errors());
            warnings.addAll(ids.warnings());
            warnings.addAll(StoredEnds.find(found, session));
            content.addAll(StoredForms.find(found, session));
            errors.addAll(KeyTypes.find(found, session));
        } catch (SQLException e) {
            errors.add("the stored statuses, ids and ends cannot be read (" + DatabaseFailure.kind(e) + ")");
            session.nextSnapshot(); // PostgreSQL answers nothing more in a transaction with an error
        }
    }

    /**
     * Lets the database check what metadata does not tell, such as tables that may not be read, or keys of types that it
     * will not compare.
     */
    private static List<String> tryStatements(ResolvedSchema emptied, Session session) throws SQLException {
        AsOf anyInstant = new AsOf(Instant.EPOCH, Instant.EPOCH, BusinessCalendar.of(ZoneOffset.UTC));
        Map<String, Question<?>> domains = new LinkedHashMap<>();
        domains.put("users", (found, open) -> new UserStatements(found, open, anyInstant).ask());
        domains.put("revenue", (found, open) -> new RevenueStatements(found, open, anyInstant).ask());
        domains.put("automation", (found, open) -> new AutomationStatements(found, open, anyInstant).ask());
        domains.put("trading", (found, open) -> new TradingStatements(found, open, anyInstant).ask());
        domains.put("platform", (found, open) -> new PlatformStatements(found, open, anyInstant).ask());
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, Question<?>> domain : domains.entrySet()) {
            try {
                domain.getValue().ask(emptied, session);
            } catch (SQLException e) {
                refused.add("the database refuses a statement of " + domain.getKey() + ": " + DatabaseFailure.words(e));
                session.nextSnapshot(); // PostgreSQL answers nothing more in a transaction with an error
            }
        }
        return refused;
    }

    @Override
    public void cancel() {
        lender.cancel();
    }

    @FunctionalInterface
    private interface Question<F> {
        F ask(ResolvedSchema found, Session session) throws SQLException;
    }

    private <F> F ask(String domain, Question<F> question) {
        try {
            ResolvedSchema found = resolve();
            try (Session session = lender.openSnapshot()) {
                return question.ask(found, session);
            }
        } catch (MisfitException e) {
            throw new MetricsDataException(new SchemaReport(e.errors(), List.of()).toString(), e);
        } catch (SQLException e) {
            if (DatabaseFailure.mayBeOfAChangedTable(e)) {
                resolved = null; // look the mapping up again next time
            }
            throw failed(domain, e);
        }
    }

    private ResolvedSchema resolve() throws SQLException {
        ResolvedSchema known = resolved;
        if (known != null) {
            return known;
        }
        try (Session session = lender.open()) {
            SchemaResolver resolver = SchemaResolver.resolve(schema.spec(), session);
            known = resolver.schema();
            resolved = known.misfits().isEmpty() ? known : null;
            return known;
        }
    }

    private static MetricsDataException failed(String place, SQLException e) {
        return DatabaseFailure.of(place, e, "verifying the mapping compares it with the database");
    }

    /** The options. */
    public static final class Builder {
        private final DataSource dataSource;
        private final MetricsSchema schema;
        private Duration queryTimeout = Duration.ofSeconds(10);

        private Builder(DataSource dataSource, MetricsSchema schema) {
            this.dataSource = dataSource;
            this.schema = schema;
        }

        /**
         * The longest that a transaction, and so a statement, may take.
         *
         * @param timeout whole seconds, by default 10
         * @return this
         */
        public Builder queryTimeout(Duration timeout) {
            this.queryTimeout = timeout;
            return this;
        }

        /**
         * Ends the options.
         *
         * @return the source
         * @throws IllegalArgumentException if the timeout is shorter than a second
         */
        public JdbcMetricsDataSource build() {
            if (queryTimeout.toSeconds() < 1) {
                throw new IllegalArgumentException("queryTimeout must be at least one second, not " + queryTimeout);
            }
            return new JdbcMetricsDataSource(this);
        }
    }
}
