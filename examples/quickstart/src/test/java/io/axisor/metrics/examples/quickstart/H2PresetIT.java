package io.axisor.metrics.examples.quickstart;

import java.sql.Statement;
import java.util.List;
import java.util.UUID;

class H2PresetIT extends PresetContractTest {

    private static final String URL = "jdbc:h2:mem:" + UUID.randomUUID();

    @Override
    String ownerUrl() {
        return URL + ";USER=owner;DB_CLOSE_DELAY=-1";
    }

    @Override
    String readerUrl() {
        return URL + ";USER=reader";
    }

    @Override
    String planType(Statement statement) {
        return "ENUM('free', 'basic', 'advanced', 'pro', 'lifetime')";
    }

    @Override
    List<String> granting() {
        return List.of("CREATE USER reader PASSWORD ''", "GRANT SELECT ON SCHEMA PUBLIC TO reader");
    }

    @Override
    List<String> cleaning() {
        return List.of("DROP ALL OBJECTS"); // users among them
    }
}
