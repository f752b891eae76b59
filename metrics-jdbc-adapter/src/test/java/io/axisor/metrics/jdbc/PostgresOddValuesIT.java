package io.axisor.metrics.jdbc;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

class PostgresOddValuesIT extends OddValues {

    PostgresOddValuesIT() {
        super(Databases.POSTGRESQL.engine());
    }

    @Override
    Stream<TimeColumn> times() {
        return Stream.concat(
                counters(),
                Stream.of(
                        new TimeColumn(
                                "TIMESTAMP(6)",
                                TimeKind.localIn(ZoneOffset.UTC),
                                "TIMESTAMP '2026-04-10 10:00:00'",
                                List.of(
                                        "TIMESTAMP '-infinity'",
                                        "TIMESTAMP '0044-03-15 00:00:00 BC'",
                                        "TIMESTAMP '0001-01-01 00:00:00'"),
                                List.of(
                                        "TIMESTAMP 'infinity'",
                                        "TIMESTAMP '9999-12-31 23:59:59'",
                                        "TIMESTAMP '294276-12-31 00:00:00'")),
                        new TimeColumn(
                                "TIMESTAMPTZ(6)",
                                TimeKind.instant(),
                                "TIMESTAMPTZ '2026-04-10 10:00:00+00'",
                                List.of(
                                        "TIMESTAMPTZ '-infinity'",
                                        "TIMESTAMPTZ '0044-03-15 00:00:00 BC'",
                                        "TIMESTAMPTZ '0001-01-01 00:00:00'"),
                                List.of("TIMESTAMPTZ 'infinity'", "TIMESTAMPTZ '9999-12-31 23:59:59+00'")),
                        new TimeColumn(
                                "DATE",
                                TimeKind.dateIn(ZoneOffset.UTC),
                                "DATE '2026-04-10'",
                                List.of("DATE '-infinity'", "DATE '0044-03-15 BC'", "DATE '0001-01-01'"),
                                List.of("DATE 'infinity'", "DATE '9999-12-31'"))));
    }

    @Override
    Stream<AmountColumn> amounts() {
        return Stream.of(
                new AmountColumn(
                        "DOUBLE PRECISION",
                        List.of(
                                "'NaN'",
                                "CAST('Infinity' AS DOUBLE PRECISION)",
                                "CAST('-Infinity' AS DOUBLE PRECISION)",
                                "1E30",
                                "-1E30",
                                "NULL")),
                new AmountColumn("REAL", List.of("'NaN'", "'Infinity'", "'-Infinity'", "1E30", "NULL")),
                new AmountColumn("NUMERIC", List.of("'NaN'", "'Infinity'", "'-Infinity'", "1E40", "NULL")),
                new AmountColumn("MONEY", List.of("NULL")));
    }

    @Override
    List<String> before() {
        return List.of(
                "CREATE COLLATION IF NOT EXISTS folding (provider = icu, locale = 'und-u-ks-level2', deterministic ="
                        + " false)");
    }

    @Override
    Stream<String> texts() {
        return Stream.of("VARCHAR(20)", "TEXT COLLATE folding", "CHAR(20)", "TEXT");
    }

    @Override
    Stream<String> doubles() {
        return Stream.of("DOUBLE PRECISION", "NUMERIC");
    }
}
