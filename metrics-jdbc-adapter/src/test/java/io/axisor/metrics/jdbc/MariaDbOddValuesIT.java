package io.axisor.metrics.jdbc;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

class MariaDbOddValuesIT extends OddValues {

    MariaDbOddValuesIT() {
        super(Engines.MARIADB);
    }

    @Override
    Stream<TimeColumn> times() {
        return Stream.concat(
                counters(),
                Stream.of(
                        new TimeColumn(
                                "DATETIME(6)",
                                TimeKind.localIn(ZoneOffset.UTC),
                                "'2026-04-10 10:00:00'",
                                List.of("'0000-00-00 00:00:00'", "'0001-01-01 00:00:00'", "'1000-01-01 00:00:00'"),
                                List.of("'9999-12-31 23:59:59'")),
                        new TimeColumn(
                                "TIMESTAMP(6) NULL",
                                TimeKind.instant(),
                                "'2026-04-10 10:00:00'",
                                List.of("'0000-00-00 00:00:00'"),
                                List.of("'2037-12-31 00:00:00'")),
                        new TimeColumn(
                                "DATE",
                                TimeKind.dateIn(ZoneOffset.UTC),
                                "'2026-04-10'",
                                List.of("'0000-00-00'", "'0000-01-01'", "'0001-01-01'"),
                                List.of("'9999-12-31'"))));
    }

    @Override
    Stream<AmountColumn> amounts() {
        return Stream.of(
                new AmountColumn("DOUBLE", List.of("1E30", "-1E30", "NULL", "1E300")),
                new AmountColumn("FLOAT", List.of("1E30", "NULL")),
                new AmountColumn("DECIMAL(12,2)", List.of("NULL")));
    }

    @Override
    List<String> before() {
        return List.of("SET SESSION sql_mode = ''");
    }

    @Override
    Stream<String> singles() {
        return Stream.of("FLOAT");
    }

    @Override
    Stream<String> doubles() {
        return Stream.of("DOUBLE");
    }

    @Override
    Stream<String> texts() {
        return Stream.of("VARCHAR(20)", "CHAR(20)", "TEXT");
    }
}
