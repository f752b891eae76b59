package io.axisor.metrics.jdbc.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.dialect.Dialects;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.resolve.Source.Mapped;
import io.axisor.metrics.jdbc.internal.resolve.Source.Resolved;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.MoneySpec;
import io.axisor.metrics.jdbc.internal.sql.Column;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.value.DurationHistogram;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The pieces of SQL; what they find on the databases is tested with executions. */
class DurationColumnTest {

    private static final Dialect UNKNOWN = Dialects.of("?", "");
    private static final Dialect H2 = Dialects.of("H2", "2");

    private static Source times(Dialect dialect, TimeEncoding began, TimeEncoding ended) {
        FactSpec spec = new FactSpec(
                "executions",
                Optional.of("runs"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                MoneySpec.NONE,
                Optional.empty());
        Column column = new Column("any", Types.BIGINT, "BIGINT", true, Optional.empty());
        return new Resolved(
                        spec,
                        "\"runs\"",
                        Optional.empty(),
                        Map.of(
                                "startedAt", new Mapped("\"began\"", false, column, began),
                                "finishedAt", new Mapped("\"ended\"", false, column, ended)),
                        dialect)
                .as("f");
    }

    private static Optional<String> micros(Dialect dialect, TimeEncoding began, TimeEncoding ended) {
        return DurationColumn.micros(times(dialect, began, ended), "startedAt", "finishedAt");
    }

    /** What is before 1900-01-02 stands for no time, and so does 0. */
    private static String counted(String first, String micros) {
        return "(CAST(" + time("f.\"ended\"", first) + " AS DECIMAL(31, 0)) - CAST(" + time("f.\"began\"", first)
                + " AS DECIMAL(31, 0))) * " + micros;
    }

    private static String time(String column, String first) {
        return "CASE WHEN " + column + " >= " + first + " AND " + column + " <> 0 THEN " + column + " END";
    }

    @Test
    void countersSinceTheEpochAreSubtractedOnEveryDatabase() {
        TimeEncoding seconds = new TimeEncoding(Form.EPOCH_SECONDS, ZoneOffset.UTC);
        TimeEncoding millis = new TimeEncoding(Form.EPOCH_MILLIS, ZoneOffset.UTC);
        for (Dialect dialect : List.of(UNKNOWN, H2, Dialects.of("PostgreSQL", "17"), Dialects.of("MySQL", "8.0"))) {
            assertThat(micros(dialect, seconds, seconds)).contains(counted("-2208902400", "1000000"));
            assertThat(micros(dialect, millis, millis)).contains(counted("-2208902400000", "1000"));
            assertThat(micros(dialect, seconds, millis)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"INSTANT", "LOCAL", "DATE"})
    void timestampsAreNotSubtractedOnADatabaseThatIsNotKnown(Form form) {
        TimeEncoding times = new TimeEncoding(form, ZoneOffset.UTC);

        assertThat(micros(UNKNOWN, times, times)).isEmpty();
        assertThat(micros(H2, times, times)).isPresent();
    }

    @Test
    void localTimesOfDifferentZonesAreNotSubtracted() {
        TimeEncoding berlin = new TimeEncoding(Form.LOCAL, ZoneId.of("Europe/Berlin"));

        assertThat(micros(H2, berlin, new TimeEncoding(Form.LOCAL, ZoneOffset.UTC)))
                .isEmpty();
        assertThat(micros(H2, berlin, berlin)).isPresent();
    }

    @Test
    void theDatabaseFindsTheBucketsAndSumsThatTheHistogramHas() throws SQLException {
        List<Duration> durations = new ArrayList<>();
        for (long bound : DurationHistogram.lowerBoundsInMicros()) {
            durations.add(Duration.of(bound, ChronoUnit.MICROS));
            if (bound > 0) {
                durations.add(Duration.of(bound - 1, ChronoUnit.MICROS));
            }
        }
        durations.add(Duration.ofDays(365 * 1000));
        DurationHistogram found = DurationHistogram.EMPTY;
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE took (b INTEGER, d DECIMAL(31, 6))");
            for (Duration duration : durations) {
                statement.execute("INSERT INTO took VALUES (7, " + duration.toSeconds() * 1_000_000 + " + "
                        + duration.toNanosPart() / 1000 + ")");
            }
            Sql sql = DurationColumn.histograms(H2, Sql.of("SELECT b, d FROM took"));
            try (PreparedStatement prepared = connection.prepareStatement(sql.text());
                    ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getInt(1)).isEqualTo(7);
                    found = found.plus(DurationColumn.read(H2, rows));
                }
            }
        }
        DurationHistogram expected = DurationHistogram.of(durations);

        assertThat(found.counts()).isEqualTo(expected.counts());
        assertThat(found.sumInSeconds()).isEqualByComparingTo(expected.sumInSeconds());
        assertThat(found.maxInSeconds()).isEqualByComparingTo(expected.maxInSeconds());
    }
}
