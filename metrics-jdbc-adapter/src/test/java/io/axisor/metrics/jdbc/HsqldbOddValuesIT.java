package io.axisor.metrics.jdbc;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

class HsqldbOddValuesIT extends OddValues {

    HsqldbOddValuesIT() {
        super(Databases.HSQLDB.engine());
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
                                List.of("TIMESTAMP '0001-01-01 00:00:00'"),
                                List.of("TIMESTAMP '9999-12-31 23:59:59'")),
                        new TimeColumn(
                                "TIMESTAMP(6) WITH TIME ZONE",
                                TimeKind.instant(),
                                "TIMESTAMP '2026-04-10 10:00:00+0:00'",
                                List.of("TIMESTAMP '0001-01-02 00:00:00+0:00'"),
                                List.of("TIMESTAMP '9999-12-30 23:59:59+0:00'")),
                        new TimeColumn(
                                "DATE",
                                TimeKind.dateIn(ZoneOffset.UTC),
                                "DATE '2026-04-10'",
                                List.of("DATE '0001-01-01'"),
                                List.of("DATE '9999-12-31'"))));
    }

    @Override
    Stream<AmountColumn> amounts() {
        return Stream.of(new AmountColumn(
                "DOUBLE PRECISION",
                List.of(
                        "'NaN'",
                        "CAST('Infinity' AS DOUBLE PRECISION)",
                        "CAST('-Infinity' AS DOUBLE PRECISION)",
                        "1E30",
                        "-1E30",
                        "NULL")));
    }

    @Override
    Stream<String> texts() {
        return Stream.of("VARCHAR(20)", "VARCHAR_IGNORECASE(20)", "VARCHAR(20) COLLATE SQL_TEXT_UCC", "CHAR(20)");
    }
}
