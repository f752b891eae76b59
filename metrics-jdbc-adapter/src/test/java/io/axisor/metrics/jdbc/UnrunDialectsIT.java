package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.value.CurrencyUnit;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of databases that the build does not start, on the SQL that they would get. None of it is run. */
class UnrunDialectsIT {

    @ParameterizedTest
    @ValueSource(strings = {"Oracle", "Microsoft SQL Server", "ClickHouse", "Trino", "?"})
    void onlyTheSqlThatAllShareIsSpoken(String product) throws SQLException {
        assertThat(SpokenSql.to(product)).hasSizeGreaterThan(10).allSatisfy(sql -> {
            assertThat(sql)
                    .doesNotContain("FILTER", "LIMIT", "OFFSET", "NOW(", "CURRENT_", "INTERVAL", "EXTRACT(", ";");
            assertThat(sql)
                    .as("a table's alias without AS, which Oracle refuses")
                    .doesNotContainPattern("\\) AS [a-z]j? (LEFT|WHERE|GROUP)");
            assertThat(sql).as("a parameter as a result").doesNotContainPattern("(THEN|ELSE|SELECT) \\?");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oracle", "Microsoft SQL Server", "ClickHouse", "Trino", "?"})
    void wholeNumbersAreWidenedBeforeTheyAreAddedUp(String product) throws SQLException {
        String wide = switch (product) {
            case "Oracle" -> "AS NUMBER(38, 0))";
            case "Microsoft SQL Server", "ClickHouse" -> "AS DECIMAL(38, 0))";
            default -> "AS DECIMAL(31, 0))";
        };
        Databases.H2.run(
                "DROP TABLE IF EXISTS whole_payments",
                "CREATE TABLE whole_payments (payer INTEGER, cents BIGINT, state VARCHAR(9), paid TIMESTAMP)");

        assertThat(SpokenSql.to(product, wholeAmounts()))
                .anyMatch(sql -> sql.contains("CAST(f.\"CENTS\" " + wide))
                .noneMatch(sql -> sql.contains("SUM(f.\"CENTS\")"));
    }

    private static MetricsSchema wholeAmounts() {
        return MetricsSchema.builder()
                .payments(p -> p.table("whole_payments")
                        .userId("payer")
                        .amount("cents")
                        .minorUnits()
                        .fixedCurrency(CurrencyUnit.of("USD"))
                        .status("state")
                        .succeeded("paid")
                        .createdAt("paid"))
                .build();
    }

    @Test
    void sqlServerComparesTextByteByByteAndNestsCasesNoDeeperThanItCan() throws SQLException {
        List<String> spoken = SpokenSql.to("Microsoft SQL Server");

        assertThat(spoken).anyMatch(sql -> sql.contains("COLLATE Latin1_General_100_BIN2 IN (?"));
        assertThat(spoken).allSatisfy(sql -> {
            assertThat(deepestCase(sql)).as(sql).isLessThanOrEqualTo(10);
            assertThat(sql.chars().filter(c -> c == '?').count()).as(sql).isLessThan(2100);
        });
    }

    @Test
    void oracleIsToldThatBlankTextIsNull() throws SQLException {
        assertThat(SpokenSql.to("Oracle")).noneMatch(sql -> sql.contains("= ''"));
    }

    private static int deepestCase(String sql) {
        int depth = 0;
        int deepest = 0;
        Matcher words = Pattern.compile("\\b(CASE|END)\\b").matcher(sql);
        while (words.find()) {
            depth += words.group().equals("CASE") ? 1 : -1;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
