package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.util.Optional;

/** Derby: its driver knows no java.time and its database no instants; text goes for times. Sums of INTEGER are INTEGER. */
final class DerbyDialect extends Dialect {

    @Override
    public TimeBinding times() {
        return TextTimes.INSTANCE;
    }

    /** Its literals are functions. */
    @Override
    Optional<String> earliestTime(Form form) {
        return literal(form, "").map(literal -> literal.replaceFirst(" ", "(") + ")");
    }

    /** Its collation is that of the whole database, and no cast gets text out of it. */
    @Override
    public Optional<String> foldsCaseQuery() {
        return Optional.of("VALUES CASE WHEN 'a' = 'A' THEN 'folds' END");
    }

    /** It compiles a statement to methods of Java, which are of a limited length. */
    @Override
    public int mostBounds() {
        return 400;
    }

    /** It numbers the rows of a result only. */
    @Override
    public boolean numbersWithinGroups() {
        return false;
    }
}
