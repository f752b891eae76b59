package io.axisor.metrics.examples.quickstart;

import java.util.List;

class PostgresSharedDataIT extends SharedDataContractTest {

    @Override
    List<String> database() throws Exception {
        return List.of("--jdbc-url", Postgres.url());
    }
}
