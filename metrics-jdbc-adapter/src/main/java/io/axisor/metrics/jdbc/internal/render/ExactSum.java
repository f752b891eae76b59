package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.dialect.Addend;
import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exact sum of a number column by groups. Some databases add some types up in parts, which are put together here. */
public final class ExactSum {

    private final Dialect dialect;
    private final List<Addend> addends;
    private final String alias;
    private final List<Integer> places = new ArrayList<>();

    /**
     * Prepares to add up.
     *
     * @param source the fact
     * @param role the number
     * @param alias what the parts are called in the rows, but for their numbers
     */
    public ExactSum(Source source, String role, String alias) {
        this.dialect = source.dialect();
        this.addends = source.addends(role);
        this.alias = alias;
    }

    /** The parts of a row, as columns of a derived table. */
    public Sql parts() {
        SelectList parts = new SelectList(alias);
        addends.forEach(addend -> parts.add(addend.sql()));
        return parts.sql();
    }

    /** Adds the sums of the parts to what is asked of each group. */
    public void addTo(SelectList groups) {
        for (int i = 0; i < addends.size(); i++) {
            places.add(groups.add(dialect.sum(alias + i)));
        }
    }

    /** The sum of a group; null where there was nothing to add up. */
    @Nullable
    BigDecimal read(ResultSet row) throws SQLException {
        BigDecimal sum = null;
        for (int i = 0; i < addends.size(); i++) {
            BigDecimal part = dialect.readSum(row, places.get(i));
            if (part != null) {
                BigDecimal amount = part.multiply(addends.get(i).unit());
                sum = sum == null ? amount : sum.add(amount);
            }
        }
        return sum;
    }
}
