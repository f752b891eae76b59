package io.axisor.metrics.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DataIssuesTest {

    @Test
    void issuesOfOneCheckAddUpAndACheckWithoutFindingsStays() {
        DataIssues left = issues(Map.of("payments.user", 2L, "payments.amount", 0L));
        DataIssues right = issues(Map.of("payments.user", 3L, "users.future", 1L));

        assertThat(left.plus(right).rowsByCheck())
                .containsExactly(entry("payments.amount", 0L), entry("payments.user", 5L), entry("users.future", 1L));
        assertThat(left.plus(DataIssues.NONE)).isEqualTo(left);
        assertThat(DataIssues.NONE.plus(left)).isEqualTo(left);
    }

    @Test
    void issuesAreACopyThatNobodyCanChange() {
        SortedMap<String, Long> rows = new TreeMap<>(Map.of("payments.user", 2L));
        DataIssues issues = new DataIssues(rows);
        rows.put("payments.user", 99L);

        assertThat(issues.rowsByCheck()).containsExactly(entry("payments.user", 2L));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> issues.rowsByCheck().clear());
    }

    private static DataIssues issues(Map<String, Long> rows) {
        return new DataIssues(new TreeMap<>(rows));
    }
}
