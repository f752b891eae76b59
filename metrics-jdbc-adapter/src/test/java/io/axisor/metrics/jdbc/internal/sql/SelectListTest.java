package io.axisor.metrics.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.internal.dialect.Param;
import org.junit.jupiter.api.Test;

class SelectListTest {

    @Test
    void eachColumnHasAnAliasAndIsReadAtThePlaceThatWasTold() {
        SelectList select = new SelectList();

        assertThat(select.add("plan")).isEqualTo(1);
        assertThat(select.add("COUNT(", "*", ")")).isEqualTo(2);
        assertThat(select.add(Sql.countWhen("a < ", (Param) (statement, index) -> {})))
                .isEqualTo(3);
        assertThat(select.sql().text())
                .isEqualTo("plan AS m0, COUNT(*) AS m1, COUNT(CASE WHEN a < ? THEN 1 END) AS m2");
    }
}
