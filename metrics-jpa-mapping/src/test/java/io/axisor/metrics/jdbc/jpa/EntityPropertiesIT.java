package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.jdbc.EntityDatabase;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.jpa.shop.Payment;
import io.axisor.metrics.jdbc.jpa.shop.Shop;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mapping by entities that is written as properties. */
class EntityPropertiesIT {

    private HikariDataSource dataSource;
    private EntityManagerFactory factory;

    @BeforeEach
    void open() {
        dataSource = EntityDatabase.H2.pool();
        factory = Factories.open("shop", dataSource, Map.of());
        Factories.persist(factory, Shop::persist);
    }

    @AfterEach
    void close() {
        factory.close();
        dataSource.close();
    }

    @Test
    void entitiesAreNamedAsInQueriesOrByTheirClass() {
        Measured.of(source(factory, """
                        users.entity = Account
                        users.id = id
                        users.created-at = createdAt
                        users.plan = planX
                        payments.entity = %s
                        payments.user-id = owner
                        payments.amount = amount
                        payments.currency = currency
                        payments.created-at = createdAt
                        payments.status = state
                        payments.succeeded = PAID
                        payments.refunded = RETURNED
                        payments.failed = DECLINED
                        """.formatted(Payment.class.getName())), SourceUnderTest.NOW)
                .showsOnly("users", "{plan=FREE} 2", "{plan=PRO} 1")
                .shows("payments.success.30d", "2/3");
    }

    @Test
    void unknownEntitiesAndAttributesAreToldAtOnce() {
        assertThatThrownBy(() -> source(factory, """
                        users.entity = Acount
                        users.id = id
                        activity.entity = Login
                        activity.user-id = whom
                        activity.occurred-at = happenedAt
                        """))
                .hasMessageContaining(
                        "users.entity: this EntityManagerFactory has no entity 'Acount'; did you mean 'Account'?")
                .hasMessageContaining("activity.user-id: Login has no attribute 'whom'; did you mean 'who'?");
    }

    @Test
    void withoutEntitiesTheFactoryIsNotAskedFor() {
        Map<String, String> tables = Map.of("users.table", "t", "users.id", "i", "users.created-at", "c");

        assertThat(EntitySchema.read(tables, () -> {
                    throw new AssertionError("asked for");
                }))
                .isNotNull();
    }

    private JdbcMetricsDataSource source(EntityManagerFactory entities, String properties) {
        Map<String, String> keys = properties
                .lines()
                .map(line -> line.split(" = "))
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1]));
        return JdbcMetricsDataSource.of(dataSource, EntitySchema.read(keys, () -> entities));
    }
}
