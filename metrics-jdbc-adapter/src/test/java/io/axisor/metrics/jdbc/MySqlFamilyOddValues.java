package io.axisor.metrics.jdbc;

import java.util.List;
import java.util.stream.Stream;

/** MySQL and MariaDB: dates of zeros; instants from 1970 to 2038; no number that is not finite. */
abstract class MySqlFamilyOddValues extends OddValues {

    MySqlFamilyOddValues(Engine engine) {
        super(engine);
    }

    @Override
    List<String> never() {
        return List.of("0000-00-00", "0000-01-01", "0001-01-01", "1000-01-01");
    }

    @Override
    Stream<TimeColumn> instants() {
        return Stream.of(column(
                "TIMESTAMP(6) NULL", TimeKind.instant(), this::local, List.of("0000-00-00"), List.of("2037-12-31")));
    }

    @Override
    String local(String day) {
        return "'" + day + " 00:00:00'";
    }

    @Override
    String date(String day) {
        return "'" + day + "'";
    }

    @Override
    Stream<OddColumn> amounts() {
        return Stream.of(
                amount("DOUBLE", "1E30", "-1E30", "NULL", "1E300"),
                amount("FLOAT", "1E30", "NULL"),
                amount("DECIMAL(12,2)", "NULL"));
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
