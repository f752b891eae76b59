package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.LeftOutLimits;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.examples.command.InstantOption;
import io.axisor.metrics.examples.output.OutputFormat;
import io.axisor.metrics.examples.quickstart.database.QuickstartDatabase;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said on the command line. */
final class QuickstartOptions {

    private static final long DEFAULT_SEED = 2026;
    private static final String DEFAULT_SCHEMA = "axisor_quickstart";
    private static final CurrencyUnit DEFAULT_CURRENCY = CurrencyUnit.of("USD");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Measure a folder of CSV files instead of a made-up company:",
                "  users.csv     id, created_at",
                "  payments.csv  id, user_id, amount, ts, status  (optional)",
                "  events.csv    user_id, ts                      (optional)",
                "Times are instants such as 1997-10-01T00:00:00Z. Statuses are SUCCEEDED, FAILED, REFUNDED, PENDING; a"
                        + " refund is a row of its own. Columns beyond these are ignored, empty cells are counted as"
                        + " data.issues."
            })
    @Nullable
    Path data;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = {
                "The mapping and the dashboards of a system that is known: axisor. With --jdbc-url, its tables in that"
                        + " database are measured; nothing is made, written or dropped. Without, a made-up company lives"
                        + " in tables like its. Either way, /metrics has the series of its dashboards beside the others."
            })
    @Nullable
    Preset preset;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = InstantOption.class,
            description = "Measure this instant, such as 1997-10-01T00:00:00Z. Default: now.")
    @Nullable
    Instant asOf;

    @Option(names = "--once", description = "Measure, print and end, instead of serving /metrics until Ctrl-C.")
    boolean once;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "What goes to standard output: table, prometheus or json. Everything else goes to standard error."
                            + " Default: table.")
    OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Serve http://localhost:PORT/metrics; 0 takes any free port. Default: ${DEFAULT-VALUE}.")
    int port = 9464;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description = "While serving, measure this often. Default: 5; with --preset and --jdbc-url 60.")
    @Nullable
    Integer intervalInSeconds;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Another made-up company; the same number makes the same one.")
    @Nullable
    Long seed;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = OptionConverters.OfZone.class,
            description = "The business zone, in which days and months begin, such as Europe/Berlin. Default: UTC.")
    ZoneId zone = ZoneId.of("UTC");

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            converter = OptionConverters.OfCurrency.class,
            description = "The currency of all amounts. Default: USD.")
    @Nullable
    CurrencyUnit currency;

    @Option(
            names = "--gross-margin",
            paramLabel = "SHARE",
            description = "The share of revenue that counts in the lifetime value. Default: ${DEFAULT-VALUE}.")
    BigDecimal grossMargin = BigDecimal.ONE;

    @Option(
            names = "--longest-lifetime",
            paramLabel = "MONTHS",
            description = "The most months that the lifetime value counts. Default: ${DEFAULT-VALUE}.")
    int longestLifetimeInMonths = 60;

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            description = "The confidence of intervals: p90, p95 or p99. Default: p95.")
    ConfidenceLevel confidence = ConfidenceLevel.P95;

    @Option(
            names = "--minimum-sample",
            paramLabel = "NUMBER",
            description = "Ratios of fewer counts are flagged as a small sample. Default: ${DEFAULT-VALUE}.")
    int minimumSample = MeasurementRules.DEFAULT.minimumSample();

    @Option(
            names = "--top-values",
            paramLabel = "NUMBER",
            description = "The most values of a tag that are shown by name. Default: ${DEFAULT-VALUE}.")
    int topValues = MeasurementRules.DEFAULT.topValues();

    @Option(
            names = "--left-out-flagged-above",
            paramLabel = "SHARE",
            description = "Values are flagged where more of their rows were left out. Default: ${DEFAULT-VALUE}.")
    double leftOutFlaggedAbove = LeftOutLimits.DEFAULT.flaggedAbove();

    @Option(
            names = "--left-out-undefined-above",
            paramLabel = "SHARE",
            description = "There is no value where more of its rows were left out. Default: ${DEFAULT-VALUE}.")
    double leftOutUndefinedAbove = LeftOutLimits.DEFAULT.undefinedAbove();

    @Option(
            names = "--left-out-least-rows",
            paramLabel = "NUMBER",
            description = "Fewer rows are flagged only, however many were left out. Default: ${DEFAULT-VALUE}.")
    long leftOutLeastRows = LeftOutLimits.DEFAULT.leastRows();

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = {
                "Use this database, such as jdbc:postgresql://localhost/test, instead of H2 in memory. Without"
                        + " --preset, all tables are made in a schema of their own, which is dropped at the end. A schema"
                        + " of the same name that an earlier run left behind is replaced; any other is refused, and"
                        + " nothing of it is touched."
            })
    @Nullable
    String jdbcUrl;

    @Option(names = "--user", paramLabel = "NAME", description = "The user of --jdbc-url.")
    @Nullable
    String user;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            description = "The password of --jdbc-url; asked for where none is written.")
    @Nullable
    String password;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description =
                    "The schema of --jdbc-url to make. Two runs at a time need two. Default: " + DEFAULT_SCHEMA + ".")
    @Nullable
    String schema;

    long seed() {
        return seed == null ? DEFAULT_SEED : seed;
    }

    String schema() {
        return schema == null ? DEFAULT_SCHEMA : schema;
    }

    /** Often enough to see a small company live; for tables that are there, no more often than a host would. */
    Duration interval() {
        if (intervalInSeconds != null) {
            return Duration.ofSeconds(intervalInSeconds);
        }
        return Duration.ofSeconds(isOfTablesThatAreThere() ? 60 : 5);
    }

    /** What its user decides of the definitions. */
    void applyTo(BusinessMetrics.Builder metrics) {
        metrics.grossMargin(grossMargin)
                .longestLifetimeInMonths(longestLifetimeInMonths)
                .rules(new MeasurementRules(confidence, minimumSample, topValues, leftOut()));
    }

    private LeftOutLimits leftOut() {
        return new LeftOutLimits(leftOutFlaggedAbove, leftOutUndefinedAbove, leftOutLeastRows);
    }

    CurrencyUnit currency() {
        return currency == null ? DEFAULT_CURRENCY : currency;
    }

    /** Whether tables are measured that are there already. */
    boolean isOfTablesThatAreThere() {
        return preset != null && jdbcUrl != null;
    }

    /** Whether a company is made up. */
    boolean isMadeUp() {
        return data == null && !isOfTablesThatAreThere();
    }

    /** What is out of bounds or contradicts itself. */
    Optional<String> fault() {
        return outOfBounds().or(this::contradiction).or(this::presetContradiction);
    }

    private Optional<String> outOfBounds() {
        if (port < 0 || port > 65_535) {
            return Optional.of("--port: " + port + " is not 0 to 65535");
        }
        if (intervalInSeconds != null && intervalInSeconds < 1) {
            return Optional.of("--interval: " + intervalInSeconds + " is not 1 or more seconds");
        }
        if (grossMargin.signum() <= 0 || grossMargin.compareTo(BigDecimal.ONE) > 0) {
            return Optional.of("--gross-margin: " + grossMargin + " is not above 0 and at most 1");
        }
        if (longestLifetimeInMonths < 1 || minimumSample < 1 || topValues < 1) {
            return Optional.of("--longest-lifetime, --minimum-sample and --top-values: not all of "
                    + longestLifetimeInMonths + ", " + minimumSample + " and " + topValues + " are 1 or more");
        }
        try {
            leftOut();
        } catch (IllegalArgumentException e) {
            return Optional.of("--left-out-flagged-above, --left-out-undefined-above and --left-out-least-rows: "
                    + e.getMessage());
        }
        if (!QuickstartDatabase.SCHEMA_NAME.matcher(schema()).matches()) {
            return Optional.of(
                    "--schema: '" + schema + "' is not a plain name; write 3 to 51 of a-z, 0-9 and _, a letter first");
        }
        return Optional.empty();
    }

    private Optional<String> contradiction() {
        if (data != null && seed != null) {
            return Optional.of("--seed makes a company up and --data reads one; give one of them");
        }
        if (isMadeUp() && asOf != null && !once) {
            return Optional.of("--as-of " + asOf + ": the made-up company lives now; add --once, or --data DIR");
        }
        if (jdbcUrl == null && (user != null || password != null)) {
            return Optional.of("--user and --password belong to --jdbc-url; give it, too");
        }
        return Optional.empty();
    }

    private Optional<String> presetContradiction() {
        if (preset == null) {
            return Optional.empty();
        }
        if (data != null) {
            return Optional.of("--preset knows its tables and --data brings its own; give one of them");
        }
        if (currency != null) {
            return Optional.of("--currency: the amounts of --preset axisor are satoshis; leave it out");
        }
        if (jdbcUrl != null && seed != null) {
            return Optional.of(
                    "--seed makes a company up and --preset with --jdbc-url measures what is there; give one of"
                            + " them");
        }
        if (jdbcUrl != null && schema != null) {
            return Optional.of("--schema is one to make and --preset with --jdbc-url makes none; name the schema of its"
                    + " tables in the URL, such as ?currentSchema=" + schema);
        }
        return Optional.empty();
    }
}
