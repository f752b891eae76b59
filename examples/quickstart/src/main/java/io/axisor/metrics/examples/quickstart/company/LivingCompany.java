package io.axisor.metrics.examples.quickstart.company;

import io.axisor.metrics.examples.quickstart.database.DataSet;
import io.axisor.metrics.examples.quickstart.database.QuickstartDatabase;
import io.axisor.metrics.examples.quickstart.database.RowBatch;
import io.axisor.metrics.examples.quickstart.database.Table;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A made-up company in database tables, {@value #DAYS} days old, which {@link #start} keeps alive. */
public final class LivingCompany implements DataSet, AutoCloseable {

    /** The age of the company at its first measurement. */
    public static final int DAYS = 120;

    /** How much of its time passes in a second. */
    private static final Duration TIME_PER_SECOND = Duration.ofMinutes(20);

    private static final Logger LOG = LoggerFactory.getLogger(LivingCompany.class);

    private final Company company;
    private final CompanyTables tables;
    private final Instant now;
    private final ScheduledExecutorService life = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "company");
        thread.setDaemon(true);
        return thread;
    });

    private LivingCompany(Company company, CompanyTables tables, Instant now) {
        this.company = company;
        this.tables = tables;
        this.now = now;
    }

    /**
     * A company in tables that its own team made.
     *
     * @param seed decides everything
     * @param now its present
     * @param currency what it is paid in
     * @return the company
     */
    public static LivingCompany inTablesOfItsOwn(long seed, Instant now, CurrencyUnit currency) {
        return new LivingCompany(new Company(seed, founded(now), currency), new OwnTables(currency), now);
    }

    /**
     * A company in tables named and typed like Axisor's, amounts in satoshis. Only for the embedded database.
     *
     * @param seed decides everything
     * @param now its present
     * @return the company
     */
    public static LivingCompany inAxisorTables(long seed, Instant now) {
        return new LivingCompany(new Company(seed, founded(now), CurrencyUnit.of("SAT")), new AxisorTables(), now);
    }

    private static Instant founded(Instant now) {
        return now.minus(Duration.ofDays(DAYS));
    }

    @Override
    public List<Table> tables() {
        return tables.all();
    }

    /** The history. */
    @Override
    public void fill(QuickstartDatabase database) throws SQLException {
        write(database, company.liveUntil(now));
    }

    @Override
    public MetricsSchema mapping(String schema) {
        return tables.mapping(schema);
    }

    /**
     * Lets the company live: every second some of its time passes.
     *
     * @param database where its history is
     * @param clock stamps what happens
     */
    public void start(QuickstartDatabase database, InstantSource clock) {
        Runnable second = () -> {
            try {
                write(database, company.live(TIME_PER_SECOND, clock.instant()));
            } catch (SQLException e) {
                LOG.warn("the company could not write what happened in this second", e);
            }
        };
        var unused = life.scheduleAtFixedRate(second, 1, 1, TimeUnit.SECONDS);
    }

    private void write(QuickstartDatabase database, List<Change> changes) throws SQLException {
        Map<Write, List<Change>> byWrite = new EnumMap<>(Write.class);
        changes.forEach(change -> byWrite.computeIfAbsent(change.write(), write -> new ArrayList<>())
                .add(change));
        database.inTransaction(connection -> {
            for (Map.Entry<Write, List<Change>> entry : byWrite.entrySet()) {
                String template = tables.statements().get(entry.getKey());
                if (template != null) {
                    NamedStatement statement = NamedStatement.of(template.formatted(database.schema()));
                    execute(connection, statement, entry.getValue());
                }
            }
        });
    }

    private void execute(Connection connection, NamedStatement statement, List<Change> changes) throws SQLException {
        try (RowBatch batch = new RowBatch(connection, statement.sql())) {
            for (Change change : changes) {
                batch.add(statement.parameters(change, tables::stored));
            }
            batch.flush();
        }
    }

    /** Ends its life, after the second that it is in. */
    @Override
    public void close() {
        life.shutdown();
        try {
            if (!life.awaitTermination(5, TimeUnit.SECONDS)) {
                life.shutdownNow();
            }
        } catch (InterruptedException e) {
            life.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
