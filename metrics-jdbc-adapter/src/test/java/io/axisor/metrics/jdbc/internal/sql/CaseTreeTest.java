package io.axisor.metrics.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CaseTreeTest {

    @Test
    void withoutBoundsNothingIsReached() {
        assertThat(CaseTree.reached("d", List.of()).text()).isEqualTo("0");
    }

    @Test
    void countsTheBoundsThatAValueHasReached() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            for (long seed = 1; seed <= 60; seed++) {
                Random random = new Random(seed);
                TreeSet<Integer> bounds = new TreeSet<>();
                random.ints(1 + random.nextInt(40), 0, 200).forEach(bounds::add);
                List<String> ascending = bounds.stream().map(String::valueOf).toList();
                String tree = CaseTree.reached("X", ascending).text();
                try (ResultSet rows = statement.executeQuery("SELECT X, " + tree + " FROM SYSTEM_RANGE(-1, 201)")) {
                    while (rows.next()) {
                        int value = rows.getInt(1);
                        assertThat(rows.getInt(2))
                                .as("%d among %s, seed %d", value, bounds, seed)
                                .isEqualTo(bounds.headSet(value, true).size());
                    }
                }
            }
        }
    }
}
