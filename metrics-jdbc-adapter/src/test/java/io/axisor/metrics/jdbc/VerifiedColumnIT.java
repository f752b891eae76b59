package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How hosts store whether a person is verified. */
class VerifiedColumnIT {

    static Stream<Arguments> columns() {
        return Stream.of(Databases.values())
                .flatMap(database -> Stream.of(
                        column(database, "BOOLEAN", "TRUE", "TRUE", "FALSE", u -> {}),
                        column(database, "BOOLEAN", "FALSE", "FALSE", "TRUE", u -> u.verifiedWhen("false")),
                        column(database, "INTEGER", "1", "1", "0", u -> u.verifiedWhen("1")),
                        column(database, "SMALLINT", "1", "2", "-1", u -> u.verifiedWhen("1", "2")),
                        column(database, "DECIMAL(3, 1)", "1", "1.0", "1.1", u -> u.verifiedWhen("1")),
                        column(
                                database,
                                "VARCHAR(10)",
                                "'approved'",
                                "'yes'",
                                "'pending'",
                                u -> u.verifiedWhen("approved", "yes")),
                        column(database, "CHAR(10)", "'yes'", "'yes'", "'no'", u -> u.verifiedWhen("yes"))));
    }

    private static Arguments column(
            Databases database, String type, String yes, String alsoYes, String no, Consumer<UsersMapping> mapping) {
        return Arguments.of(database, type, yes, alsoYes, no, mapping);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("columns")
    void theVerifiedAreThoseWhoseColumnSaysSo(
            Databases database, String type, String yes, String alsoYes, String no, Consumer<UsersMapping> mapping) {
        database.run(
                "DROP TABLE IF EXISTS people",
                "CREATE TABLE people (id INTEGER, born DATE, tier VARCHAR(9), checked " + type + ")",
                "INSERT INTO people VALUES (1, DATE '2026-04-01', 'pro', " + yes + "),"
                        + " (2, DATE '2026-04-01', 'free', " + alsoYes + "), (3, DATE '2026-04-01', NULL, " + no + "),"
                        + " (4, DATE '2026-04-01', 'pro', NULL), (5, NULL, 'pro', " + yes + "),"
                        + " (6, DATE '2026-04-16', 'pro', " + yes + ")");
        JdbcMetricsDataSource source =
                source(database, u -> mapping.accept(u.plan("tier").verified("checked")));

        assertThat(source.verify().errors()).isEmpty();
        Measured.of(source, SourceUnderTest.NOW).shows("compliance.verified", "2/4");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aNumberThatIsMappedAsAFlagIsTrueWhereItIsOne(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS people",
                "CREATE TABLE people (id INTEGER, born DATE, checked INTEGER)",
                "INSERT INTO people VALUES (1, DATE '2026-04-01', 1), (2, DATE '2026-04-01', 0),"
                        + " (3, DATE '2026-04-01', NULL), (4, DATE '2026-04-01', 2)");
        JdbcMetricsDataSource source = source(database, u -> u.verified("checked"));

        assertThat(source.verify().errors()).isEmpty();
        Measured.of(source, SourceUnderTest.NOW).shows("compliance.verified", "1/4");
    }

    private static JdbcMetricsDataSource source(Databases database, Consumer<UsersMapping> more) {
        return JdbcMetricsDataSource.of(
                database.dataSource(),
                MetricsSchema.builder()
                        .users(u -> more.accept(u.table("people").id("id").createdAt("born")))
                        .build());
    }
}
