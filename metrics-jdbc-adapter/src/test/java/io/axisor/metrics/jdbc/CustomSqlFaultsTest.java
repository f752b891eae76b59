package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.time.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a domain of SQL is told when it is built, all at once, and no database is touched. */
class CustomSqlFaultsTest {

    private static final MetricUnit ORDERS = new MetricUnit("orders");

    private final WatchedDataSource watched = new WatchedDataSource(Databases.H2.dataSource());

    private CustomSqlDomain.Builder shop() {
        return CustomSqlDomain.builder("shop", watched.dataSource());
    }

    private static MetricDefinition orders(Window... windows) {
        return MetricDefinition.of("shop", "orders", ORDERS).windows(windows).describedAs("Orders");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        CustomSqlDomain.Builder builder = CustomSqlDomain.builder("Shop", watched.dataSource())
                .queryTimeout(Duration.ofMillis(999))
                .rowLimit(0)
                .metric(CustomSqlMetric.of(orders(), " "))
                .metric(CustomSqlMetric.of(orders(), "SELECT COUNT(*) FROM orders WHERE placed_at < ?; SELECT 2"))
                .metric(CustomSqlMetric.of(
                        MetricDefinition.of("Shop", "orders.packed", ORDERS)
                                .windows(Window.TODAY)
                                .describedAs("Packed"),
                        "SELECT COUNT(*) FROM orders WHERE placed_at > :form"))
                .metric(CustomSqlMetric.of(
                        MetricDefinition.of("Shop", "orders.value", MetricUnit.MONEY)
                                .tags("site")
                                .describedAs("Value"),
                        "SELECT site, SUM(total) FROM orders WHERE placed_at BETWEEN :from AND :to GROUP BY site"));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("domain 'Shop': its name must be a lower-case word such as 'warehouse'; queryTimeout must"
                        + " be at least one second, not PT0.999S; rowLimit must be 1 to 100000, not 0;"
                        + " orders: the SELECT is missing; orders: it is defined for the domain 'shop', not"
                        + " for 'Shop'; orders: '?' is no parameter here; name it :from, :to or :at, and"
                        + " write operators of jsonb with ?? for each ?; orders: only one statement, without"
                        + " ';'; orders: it is defined for the domain 'shop', not for 'Shop'; orders: it is"
                        + " there twice; give the other one another key; orders.packed: nothing is compared"
                        + " with :from, :to, so every window would be the same; write >= :from and < :to;"
                        + " orders.packed: there is no parameter :form, only :from, :to and :at;"
                        + " orders.value: :from needs windows; give the definition windows, or compare with"
                        + " :at; orders.value: :to needs windows; give the definition windows, or compare"
                        + " with :at; orders.value: money needs the tag 'currency': unlike currencies are"
                        + " never added");
        assertThat(watched.lent()).isEmpty();
    }

    @Test
    void aDomainOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(shop()::build)
                .withMessage("domain 'shop': it has no metric; add one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "my shop", "1st", "läden", "shop-two", "_"})
    void aNameThatIsNoLowerCaseWordIsRefused(String name) {
        CustomSqlDomain.Builder builder = CustomSqlDomain.builder(name, watched.dataSource())
                .metric(CustomSqlMetric.of(
                        MetricDefinition.of(name, "orders", ORDERS).describedAs("Orders"), "SELECT 1"));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("domain '" + name + "': its name must be a lower-case word such as 'warehouse'");
    }

    @Test
    void onlyTheLifetimeNeedsNoBeginning() {
        String sinceEver = "SELECT COUNT(*) FROM orders WHERE placed_at < :to";
        CustomSqlDomain.Builder both =
                shop().metric(CustomSqlMetric.of(orders(Window.LIFETIME, Window.ROLLING_7D), sinceEver));

        assertThat(shop().metric(CustomSqlMetric.of(orders(Window.LIFETIME), sinceEver))
                        .build()
                        .definitions())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(both::build)
                .withMessage("domain 'shop': orders: nothing is compared with :from, so every window would be the"
                        + " same; write >= :from and < :to");
    }

    @Test
    void whatIsOpenHidesNoMissingNames() {
        CustomSqlDomain.Builder open = shop().metric(CustomSqlMetric.of(
                orders(Window.TODAY), "SELECT COUNT(*) FROM orders WHERE site = 'north AND placed_at >= :from"));

        assertThatIllegalArgumentException()
                .isThrownBy(open::build)
                .withMessage("domain 'shop': orders: a ' is not closed");
    }

    @Test
    void boundsOfOptionsAreAllowed() {
        CustomSqlMetric metric = CustomSqlMetric.of(orders(), "SELECT 1");

        assertThat(shop().metric(metric)
                        .rowLimit(1)
                        .queryTimeout(Duration.ofSeconds(1))
                        .build()
                        .name())
                .isEqualTo("shop");
        assertThat(shop().metric(metric).rowLimit(100_000).build().definitions())
                .containsExactly(metric.definition());
        assertThatIllegalArgumentException()
                .isThrownBy(shop().metric(metric).rowLimit(100_001)::build)
                .withMessage("domain 'shop': rowLimit must be 1 to 100000, not 100001");
    }
}
