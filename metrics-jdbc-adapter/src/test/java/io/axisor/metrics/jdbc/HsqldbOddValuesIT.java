package io.axisor.metrics.jdbc;

import java.util.List;
import java.util.stream.Stream;

class HsqldbOddValuesIT extends OddValues {

    HsqldbOddValuesIT() {
        super(Databases.HSQLDB.engine());
    }

    @Override
    List<String> never() {
        return List.of("0001-01-02");
    }

    @Override
    String instant(String day) {
        return "TIMESTAMP '" + day + " 00:00:00+0:00'";
    }

    @Override
    Stream<OddColumn> amounts() {
        return Stream.of(amount(
                "DOUBLE PRECISION",
                "'NaN'",
                "CAST('Infinity' AS DOUBLE PRECISION)",
                "CAST('-Infinity' AS DOUBLE PRECISION)",
                "1E30",
                "-1E30",
                "NULL"));
    }

    @Override
    Stream<String> texts() {
        return Stream.of("VARCHAR(20)", "VARCHAR_IGNORECASE(20)", "VARCHAR(20) COLLATE SQL_TEXT_UCC", "CHAR(20)");
    }
}
