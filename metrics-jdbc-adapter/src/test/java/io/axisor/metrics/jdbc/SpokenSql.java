package io.axisor.metrics.jdbc;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import io.axisor.metrics.revenue.RefundShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What would be said to a database that cannot be started here: the metadata is that of H2, the name is the database's, and
 * every statement is written down and answered with no rows.
 */
final class SpokenSql {

    private SpokenSql() {}

    /** All statements of a refresh of every domain. */
    static List<String> to(String product) throws SQLException {
        return to(product, WholeCompany.in(Databases.H2, RefundShape.OWN_TABLE));
    }

    static List<String> to(String product, MetricsSchema schema) throws SQLException {
        List<String> spoken = new ArrayList<>();
        DataSource named = Disguise.as(product, Databases.H2.dataSource());
        DataSource deaf = mock(DataSource.class);
        when(deaf.getConnection()).thenAnswer(call -> writingDown(named.getConnection(), spoken));
        WholeCompany.askAll(JdbcMetricsDataSource.of(deaf, schema));
        return spoken;
    }

    private static Connection writingDown(Connection connection, List<String> spoken) throws SQLException {
        Connection deaf = spy(connection);
        doAnswer(call -> {
                    spoken.add(call.getArgument(0));
                    PreparedStatement statement = mock(PreparedStatement.class);
                    when(statement.executeQuery()).thenReturn(mock(ResultSet.class));
                    return statement;
                })
                .when(deaf)
                .prepareStatement(anyString());
        return deaf;
    }
}
