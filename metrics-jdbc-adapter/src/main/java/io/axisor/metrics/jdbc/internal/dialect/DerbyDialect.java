package io.axisor.metrics.jdbc.internal.dialect;

/** Derby: its driver knows no java.time and its database no instants; text goes for times. Sums of INTEGER are INTEGER. */
final class DerbyDialect extends Dialect {

    @Override
    public TimeBinding times() {
        return TextTimes.INSTANCE;
    }
}
