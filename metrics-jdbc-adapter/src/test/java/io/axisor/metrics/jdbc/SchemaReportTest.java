package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.jdbc.SchemaReport.Kind;
import io.axisor.metrics.source.MetricsDataException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaReportTest {

    @Test
    void contentErrorsKeepNoHostFromStartingButFailACheckThatAsksForThem() {
        SchemaReport report = new SchemaReport(List.of(), List.of("payments.status: half of it"), List.of("slow"));

        assertThat(report.isUsable()).isTrue();
        assertThat(report.orThrow()).isSameAs(report);
        assertThat(report.orThrow(Kind.STRUCTURE)).isSameAs(report);
        assertThatThrownBy(() -> report.orThrow(Kind.CONTENT))
                .isInstanceOf(MetricsDataException.class)
                .hasMessage("""
                    The mapping does not fit what the database stores: 1 content error, 1 warning:
                      content  payments.status: half of it
                      warning  slow\
                    """);
    }

    @Test
    void errorsOfStructureFailBothChecks() {
        SchemaReport report = new SchemaReport(List.of("no table"), List.of("few rows", "no rows"), List.of());

        assertThat(report.isUsable()).isFalse();
        for (Kind kind : Kind.values()) {
            assertThatThrownBy(() -> report.orThrow(kind)).hasMessage("""
                The mapping does not fit the database: 1 error, 2 content errors, 0 warnings:
                  error    no table
                  content  few rows
                  content  no rows\
                """);
        }
    }

    @Test
    void warningsFailNoCheck() {
        SchemaReport report = new SchemaReport(List.of(), List.of("slow", "slower"));

        assertThat(report.orThrow(Kind.CONTENT)).hasToString("""
            The mapping fits the database, with 2 warnings:
              warning  slow
              warning  slower\
            """);
        assertThat(new SchemaReport(List.of(), List.of()).orThrow(Kind.CONTENT))
                .hasToString("The mapping fits the database.");
    }
}
