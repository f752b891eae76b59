package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.jdbc.server.MariaDbServer;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/** A server that stores the names of tables in lower case, as on Windows and in some clouds, whatever they are written in. */
class LowerCaseTableNamesIT {

    @Test
    void aTableIsFoundHoweverItsNameIsWritten() throws Exception {
        int port = MariaDbServer.start("lower-case-table-names=1");
        DataSource dataSource =
                new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/tests?user=root&sslMode=disable");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE AppUsers (Id INTEGER, Born DATE)");
            statement.execute("INSERT INTO AppUsers VALUES (1, '2026-01-01')");
        }

        for (String table : new String[] {"AppUsers", "appusers", "tests.APPUSERS"}) {
            JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                    dataSource,
                    MetricsSchema.builder()
                            .users(u -> u.table(table).id("id").createdAt("born"))
                            .build());

            assertThat(source.verify().errors()).isEmpty();
            Measured.of(source, SourceUnderTest.NOW).shows("users{plan=unspecified}", "1");
        }
    }
}
