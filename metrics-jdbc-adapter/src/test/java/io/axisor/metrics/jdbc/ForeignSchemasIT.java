package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.value.CurrencyUnit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.Test;

/** Databases that were not made for us, with the numbers that somebody else counted in them. */
class ForeignSchemasIT {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    @Test
    void chinookSellsMusicToCustomersWhoseAccountsBeginWithTheirFirstInvoice() throws IOException {
        MetricsSchema chinook = MetricsSchema.builder()
                .users(u -> u.select("SELECT \"CustomerId\", MIN(\"InvoiceDate\") AS \"CreatedAt\""
                                + " FROM \"chinook\".\"Invoice\" GROUP BY \"CustomerId\"")
                        .id("CustomerId")
                        .createdAt("CreatedAt"))
                .activity(a -> a.table("chinook.Invoice").userId("CustomerId").occurredAt("InvoiceDate"))
                .payments(p -> p.select("SELECT \"CustomerId\", \"Total\", \"InvoiceDate\", 'paid' AS \"Status\""
                                + " FROM \"chinook\".\"Invoice\"")
                        .userId("CustomerId")
                        .amount("Total")
                        .fixedCurrency(USD)
                        .status("Status")
                        .succeeded("paid")
                        .createdAt("InvoiceDate"))
                .build();

        assertShows("chinook-2012-01-01.txt", "2012-01-01T00:00:00Z", "chinook", chinook);
    }

    @Test
    void steelWheelsSellsModelCarsToCustomersWhoseAccountsBeginWithTheirFirstOrder() throws IOException {
        MetricsSchema steelWheels = MetricsSchema.builder()
                .users(u -> u.select("SELECT CUSTOMERNUMBER, MIN(ORDERDATE) AS CREATED_AT"
                                + " FROM \"steelwheels\".\"orders\" GROUP BY CUSTOMERNUMBER")
                        .id("customernumber")
                        .createdAt("created_at"))
                .activity(a ->
                        a.table("steelwheels.orders").userId("CUSTOMERNUMBER").occurredAt("ORDERDATE"))
                .payments(p -> p.select("SELECT CUSTOMERNUMBER, AMOUNT, PAYMENTDATE, 'paid' AS STATUS"
                                + " FROM \"steelwheels\".\"payments\"")
                        .userId("CUSTOMERNUMBER")
                        .amount("AMOUNT")
                        .fixedCurrency(USD)
                        .status("STATUS")
                        .succeeded("paid")
                        .createdAt("PAYMENTDATE"))
                .build();

        assertShows("steelwheels-2005-01-01.txt", "2005-01-01T00:00:00Z", "steelwheels", steelWheels);
    }

    private static void assertShows(String golden, String instant, String name, MetricsSchema schema)
            throws IOException {
        JDBCDataSource dataSource = new JDBCDataSource();
        dataSource.setURL("jdbc:hsqldb:res:" + name);
        dataSource.setUser(name.toUpperCase(Locale.ROOT));
        dataSource.setPassword(name.toUpperCase(Locale.ROOT));
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(dataSource, schema);
        assertThat(source.verify().errors()).isEmpty();

        Measured measured = Measured.of(source, Instant.parse(instant)).issues();
        List<String> lines = Golden.lines(golden);
        assertThat(lines).hasSizeGreaterThan(20);
        for (String line : lines) {
            int end = line.lastIndexOf(' ');
            measured.shows(line.substring(0, end).strip(), line.substring(end + 1));
        }
    }
}
