package io.axisor.metrics.jdbc;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

class H2OddValuesIT extends OddValues {

    H2OddValuesIT() {
        super(Databases.H2.engine());
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
                                        "TIMESTAMP '-0044-03-15 00:00:00'",
                                        "TIMESTAMP '0001-01-01 00:00:00'",
                                        "TIMESTAMP '-999999-01-01 00:00:00'"),
                                List.of("TIMESTAMP '9999-12-31 23:59:59'", "TIMESTAMP '999999-01-01 00:00:00'")),
                        new TimeColumn(
                                "TIMESTAMP(6) WITH TIME ZONE",
                                TimeKind.instant(),
                                "TIMESTAMP WITH TIME ZONE '2026-04-10 10:00:00+00:00'",
                                List.of(
                                        "TIMESTAMP WITH TIME ZONE '-0044-03-15 00:00:00+00:00'",
                                        "TIMESTAMP WITH TIME ZONE '0001-01-01 00:00:00+00:00'"),
                                List.of("TIMESTAMP WITH TIME ZONE '9999-12-31 23:59:59+00:00'")),
                        new TimeColumn(
                                "DATE",
                                TimeKind.dateIn(ZoneOffset.UTC),
                                "DATE '2026-04-10'",
                                List.of("DATE '-0044-03-15'", "DATE '0001-01-01'"),
                                List.of("DATE '9999-12-31'", "DATE '999999-01-01'"))));
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
                new AmountColumn("DECFLOAT", List.of("'NaN'", "'Infinity'", "'-Infinity'", "1E40", "NULL")));
    }

    @Override
    Stream<String> texts() {
        return Stream.of("VARCHAR(20)", "VARCHAR_IGNORECASE(20)", "CHAR(20)", "CLOB");
    }
}
