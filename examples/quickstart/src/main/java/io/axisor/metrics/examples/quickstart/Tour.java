package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.examples.output.ChangeTicker;
import io.axisor.metrics.examples.output.MeasurementJson;
import io.axisor.metrics.examples.output.MeasurementTable;
import io.axisor.metrics.examples.quickstart.company.LivingCompany;
import io.axisor.metrics.examples.quickstart.database.DataSet;
import io.axisor.metrics.examples.quickstart.database.QuickstartDatabase;
import io.axisor.metrics.examples.quickstart.folder.CsvFolder;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.micrometer.MeterLayout;
import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run: facts into a database, a measurement, and, unless it is for once, the serving of those that follow. */
final class Tour {

    /** What is measured once is not stale while the rest is still being measured. */
    private static final Duration NEVER_OVERDUE = Duration.ofHours(1);

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
        if (options.isOfTablesThatAreThere()) {
            run(null, database -> {}, stop);
        } else if (options.data != null) {
            run(CsvFolder.of(options.data, options.currency(), progress()), database -> {}, stop);
        } else {
            try (LivingCompany company = company()) {
                run(company, database -> company.start(database, InstantSource.system()), stop);
            }
        }
    }

    private LivingCompany company() {
        return options.preset == Preset.AXISOR
                ? LivingCompany.inAxisorTables(options.seed(), measuredAt())
                : LivingCompany.inTablesOfItsOwn(options.seed(), measuredAt(), options.currency());
    }

    private Instant measuredAt() {
        return options.asOf == null ? begun : options.asOf;
    }

    /**
     * Measures.
     *
     * @param data what to put into the database first; null to measure the tables that are there
     * @param life what goes on while the measurements are served
     */
    private void run(@Nullable DataSet data, Consumer<QuickstartDatabase> life, CountDownLatch stop)
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
            life.accept(database);
            measuring.keepMeasuring(new ChangeTicker(err, measuring.domains()));
            endpoint.serve(measuring::scrape, measuring.requestTimers());
            err.println("Serving " + endpoint.url() + " until Ctrl-C.");
            stop.await();
            err.println("Ending.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private QuickstartDatabase database() {
        if (options.jdbcUrl == null) {
            return QuickstartDatabase.embedded(options.schema());
        }
        return options.isOfTablesThatAreThere()
                ? QuickstartDatabase.readOnly(options.jdbcUrl, options.user, options.password)
                : QuickstartDatabase.at(options.jdbcUrl, options.user, options.password, options.schema());
    }

    private Measuring measuring(QuickstartDatabase database, @Nullable DataSet data) throws SQLException {
        JdbcMetricsDataSource source = data == null ? found(database) : loaded(database, data);
        List<MeterLayout> layouts = options.preset == Preset.AXISOR ? List.of(MeterLayout.axisor()) : List.of();
        Duration interval = options.once ? NEVER_OVERDUE : options.interval();
        return new Measuring(source, options.zone, moment(), interval, layouts, options::applyTo);
    }

    /** Tables that are there already: the whole report is of interest. */
    private JdbcMetricsDataSource found(QuickstartDatabase database) {
        JdbcMetricsDataSource tables = JdbcMetricsDataSource.of(database.dataSource(), MetricsSchema.axisor());
        err.println(tables.verify().orThrow());
        return tables;
    }

    private JdbcMetricsDataSource loaded(QuickstartDatabase database, DataSet data) throws SQLException {
        long started = System.nanoTime();
        database.load(data);
        err.println("loaded in " + Stopwatch.seconds(Duration.ofNanos(System.nanoTime() - started)));
        JdbcMetricsDataSource tables = JdbcMetricsDataSource.of(database.dataSource(), data.mapping(database.schema()));
        tables.verify().orThrow().warnings().forEach(warning -> err.println("warning: " + warning));
        return tables;
    }

    /** A made-up company makes its present up, too; everything else is looked at from today. */
    private Moment moment() {
        boolean isServedNow = !options.once && options.asOf == null;
        if (isServedNow) {
            return Moment.NOW;
        }
        return options.isMadeUp() ? Moment.madeUp(measuredAt(), options.asOf != null) : Moment.past(measuredAt());
    }

    private void measure(Measuring measuring) {
        Stopwatch stopwatch = new Stopwatch();
        MetricsSnapshot snapshot = measuring.measure(stopwatch);
        err.println("computed in " + stopwatch);
        out.print(
                switch (options.format) {
                    case TABLE -> MeasurementTable.of(snapshot, List.of(), measuredAt(), options.zone);
                    case JSON -> MeasurementJson.of(snapshot, List.of(), measuredAt(), options.zone);
                    case PROMETHEUS -> measuring.scrape();
                });
        out.flush();
    }

    /** Progress bars are for people: in a file or a log they are lines of noise. */
    private static PrintStream progress() {
        return isTerminal() ? System.err : new PrintStream(OutputStream.nullOutputStream());
    }

    /** From JDK 22 on there may be a console without a terminal; it says so. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
