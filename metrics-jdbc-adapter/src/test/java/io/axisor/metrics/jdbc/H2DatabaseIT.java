package io.axisor.metrics.jdbc;

class H2DatabaseIT extends DatabaseContract {

    H2DatabaseIT() {
        super(Databases.H2.engine());
    }
}
