package io.axisor.metrics.examples.quickstart;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

class PostgresPresetIT extends PresetContractTest {

    @BeforeAll
    static void makeDatabase() throws Exception {
        try (Connection connection = DriverManager.getConnection(Postgres.url());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE axisor");
            statement.execute("CREATE ROLE axisor_reader LOGIN");
        }
    }

    @Override
    String ownerUrl() throws Exception {
        return Postgres.url().replace("/postgres?", "/axisor?");
    }

    @Override
    String readerUrl() throws Exception {
        return ownerUrl().replace("user=postgres", "user=axisor_reader");
    }

    @Override
    String planType(Statement statement) throws SQLException {
        statement.execute("CREATE TYPE \"PlanType\" AS ENUM ('free', 'basic', 'advanced', 'pro', 'lifetime')");
        return "\"PlanType\"";
    }

    @Override
    List<String> granting() {
        return List.of(
                "GRANT USAGE ON SCHEMA public TO axisor_reader",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO axisor_reader");
    }

    @Override
    List<String> cleaning() {
        return List.of("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }
}
