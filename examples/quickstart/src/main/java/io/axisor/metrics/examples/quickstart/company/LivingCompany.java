package io.axisor.metrics.examples.quickstart.company;

import io.axisor.metrics.examples.quickstart.database.DataSet;
import io.axisor.metrics.examples.quickstart.database.QuickstartDatabase;
import io.axisor.metrics.examples.quickstart.database.RowBatch;
import io.axisor.metrics.examples.quickstart.database.Table;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.value.CurrencyUnit;
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

/** A made-up company in tables of its own, {@value #DAYS} days old, which {@link #start} keeps alive. */
public final class LivingCompany implements DataSet, AutoCloseable {

    /** The age of the company at its first measurement. */
    public static final int DAYS = 120;

    /** How much of its time passes in a second. */
    private static final Duration TIME_PER_SECOND = Duration.ofMinutes(20);

    private static final Logger LOG = LoggerFactory.getLogger(LivingCompany.class);

    private final Company company;
    private final Instant now;
    private final ScheduledExecutorService life = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "company");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A company.
     *
     * @param seed decides everything
     * @param now its present
     * @param currency what it is paid in
     */
    public LivingCompany(long seed, Instant now, CurrencyUnit currency) {
        this.company = new Company(seed, now.minus(Duration.ofDays(DAYS)), currency);
        this.now = now;
    }

    @Override
    public List<Table> tables() {
        return CompanyTables.ALL;
    }

    /** The history. */
    @Override
    public void fill(QuickstartDatabase database) throws SQLException {
        write(database, company.liveUntil(now));
    }

    @Override
    public MetricsSchema mapping(String schema) {
        return CompanyTables.mapping(schema);
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

    private static void write(QuickstartDatabase database, List<Change> changes) throws SQLException {
        Map<Write, List<Change>> byStatement = new EnumMap<>(Write.class);
        changes.forEach(change -> byStatement
                .computeIfAbsent(change.write(), write -> new ArrayList<>())
                .add(change));
        database.inTransaction(connection -> {
            for (Map.Entry<Write, List<Change>> entry : byStatement.entrySet()) {
                try (RowBatch batch = new RowBatch(connection, entry.getKey().sql(database.schema()))) {
                    for (Change change : entry.getValue()) {
                        batch.add(change.values());
                    }
                    batch.flush();
                }
            }
        });
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
