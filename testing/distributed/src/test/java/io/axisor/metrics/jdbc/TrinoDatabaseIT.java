package io.axisor.metrics.jdbc;

class TrinoDatabaseIT extends DatabaseContract {

    TrinoDatabaseIT() {
        super(TrinoEngine.INSTANCE);
    }
}
