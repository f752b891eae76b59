package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.spec.MoneySpec;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a table says money: the currency of its rows, and what their amounts mean. */
public record MoneyColumns(Source source) {

    private MoneySpec spec() {
        return source.money();
    }

    /** The currency as SQL; codes differ in case and blanks only by mistake. */
    public Sql currency() {
        return spec().fixedCurrency().isPresent()
                ? Sql.of("0")
                : Sql.template("UPPER(TRIM({}))", source.text("currency"));
    }

    /** The currency of a group of rows; empty for an unknown one. */
    public Optional<CurrencyUnit> currency(ResultSet row, int index) throws SQLException {
        if (spec().fixedCurrency().isPresent()) {
            return spec().fixedCurrency();
        }
        String code = row.getString(index);
        return code == null ? Optional.empty() : CurrencyUnit.find(code);
    }

    private BigDecimal major(BigDecimal stored, CurrencyUnit currency) {
        return spec().minorUnits() ? Money.ofMinor(stored, currency).amount() : stored;
    }

    /** An exact sum in major units; null where there was nothing to add up. */
    @Nullable
    public BigDecimal sum(ResultSet row, ExactSum stored, CurrencyUnit currency) throws SQLException {
        BigDecimal sum = stored.read(row);
        return sum == null ? null : major(sum, currency);
    }

    /** A sum in major units; null where there was nothing to add up. */
    @Nullable
    public BigDecimal sum(ResultSet row, int index, CurrencyUnit currency) throws SQLException {
        BigDecimal sum = source.dialect().readSum(row, index);
        return sum == null ? null : major(sum, currency);
    }
}
