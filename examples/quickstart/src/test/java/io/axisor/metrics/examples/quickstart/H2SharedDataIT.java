package io.axisor.metrics.examples.quickstart;

import java.util.List;

class H2SharedDataIT extends SharedDataContractTest {

    @Override
    List<String> database() {
        return List.of();
    }
}
