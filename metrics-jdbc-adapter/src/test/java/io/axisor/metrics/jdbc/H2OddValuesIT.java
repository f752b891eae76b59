package io.axisor.metrics.jdbc;

import java.util.List;
import java.util.stream.Stream;

class H2OddValuesIT extends OddValues {

    H2OddValuesIT() {
        super(Databases.H2.engine());
    }

    @Override
    List<String> never() {
        return List.of("-0044-03-15", "0001-01-01", "-999999-01-01");
    }

    @Override
    List<String> future() {
        return List.of("9999-12-31", "999999-01-01");
    }

    @Override
    Stream<OddColumn> amounts() {
        return Stream.of(
                amount(
                        "DOUBLE PRECISION",
                        "'NaN'",
                        "CAST('Infinity' AS DOUBLE PRECISION)",
                        "CAST('-Infinity' AS DOUBLE PRECISION)",
                        "1E30",
                        "-1E30",
                        "NULL"),
                amount("DECFLOAT", "'NaN'", "'Infinity'", "'-Infinity'", "1E40", "NULL"));
    }

    @Override
    Stream<String> texts() {
        return Stream.of("VARCHAR(20)", "VARCHAR_IGNORECASE(20)", "CHAR(20)", "CLOB");
    }
}
