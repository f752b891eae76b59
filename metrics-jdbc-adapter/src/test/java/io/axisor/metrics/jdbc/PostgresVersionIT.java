package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The build runs the contract on the oldest and on the newest PostgreSQL; this sees to it that it really does. */
@EnabledIfSystemProperty(named = PostgresVersionIT.EXPECTED, matches = ".+")
class PostgresVersionIT {

    static final String EXPECTED = "postgresql.expected.version";

    @Test
    void theServerIsOfTheVersionThatTheBuildSays() throws SQLException {
        try (Connection connection = Databases.POSTGRESQL.dataSource().getConnection()) {
            String version = connection.getMetaData().getDatabaseProductVersion();

            assertThat(version + ".0").isEqualTo(System.getProperty(EXPECTED));
        }
    }
}
