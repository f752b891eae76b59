package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.examples.quickstart.company.LivingCompany;
import io.axisor.metrics.examples.quickstart.database.DataSet;
import io.axisor.metrics.examples.quickstart.database.QuickstartDatabase;
import io.axisor.metrics.examples.quickstart.folder.CsvFolder;
import io.axisor.metrics.examples.quickstart.output.MeasurementJson;
import io.axisor.metrics.examples.quickstart.output.MeasurementTable;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.source.MetricsDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One run: facts into a database, a measurement, and, unless it is for once, the serving of those that follow. */
final class Tour {

    private final QuickstartOptions options;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MICROS);

    Tour(QuickstartOptions options, PrintWriter out, PrintWriter err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    void run(CountDownLatch stop) throws IOException, SQLException {
        if (options.data == null) {
            try (LivingCompany company = new LivingCompany(options.seed(), measuredAt(), options.currency)) {
                run(company, company, stop);
            }
        } else {
            run(CsvFolder.of(options.data, options.currency, System.err), null, stop);
        }
    }

    private Instant measuredAt() {
        return options.asOf == null ? begun : options.asOf;
    }

    private void run(DataSet data, @Nullable LivingCompany company, CountDownLatch stop)
            throws IOException, SQLException {
        if (options.once) {
            try (QuickstartDatabase database = database();
                    Measuring measuring = measuring(database, data)) {
                measure(measuring);
            }
            return;
        }
        try (MetricsEndpoint endpoint = MetricsEndpoint.at(options.port);
                QuickstartDatabase database = database();
                Measuring measuring = measuring(database, data)) {
            measure(measuring);
            if (company != null) {
                company.start(database, InstantSource.system());
            }
            measuring.keepMeasuring(new ChangeTicker(err));
            endpoint.serve(measuring::scrape);
            err.println("Serving " + endpoint.url() + " until Ctrl-C.");
            stop.await();
            err.println("Ending.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private QuickstartDatabase database() {
        return options.jdbcUrl == null
                ? QuickstartDatabase.embedded(options.schema)
                : QuickstartDatabase.at(options.jdbcUrl, options.user, options.password, options.schema);
    }

    private Measuring measuring(QuickstartDatabase database, DataSet data) throws SQLException {
        long started = System.nanoTime();
        database.load(data);
        err.println("loaded in " + Stopwatch.seconds(Duration.ofNanos(System.nanoTime() - started)));
        JdbcMetricsDataSource tables = JdbcMetricsDataSource.of(database.dataSource(), data.mapping(database.schema()));
        tables.verify().orThrow().warnings().forEach(warning -> err.println("warning: " + warning));
        boolean isOfNow = !options.once && options.asOf == null;
        InstantSource clock = isOfNow ? InstantSource.system() : InstantSource.fixed(measuredAt());
        MetricsDataSource source = options.data == null ? tables : new PresentFacts(tables, InstantSource.system());
        return new Measuring(source, options.zone, clock, Duration.ofSeconds(options.intervalInSeconds));
    }

    private void measure(Measuring measuring) {
        Stopwatch stopwatch = new Stopwatch();
        MetricsSnapshot snapshot = measuring.measure(stopwatch);
        err.println("computed in " + stopwatch);
        out.print(
                switch (options.format) {
                    case TABLE -> MeasurementTable.of(snapshot.measurements(), measuredAt(), options.zone);
                    case JSON -> MeasurementJson.of(snapshot.measurements(), measuredAt(), options.zone);
                    case PROMETHEUS -> measuring.scrape();
                });
        out.flush();
    }
}
