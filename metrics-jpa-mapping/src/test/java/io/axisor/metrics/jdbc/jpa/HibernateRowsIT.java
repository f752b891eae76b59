package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.jdbc.EntityDatabase;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.TimeKind;
import io.axisor.metrics.jdbc.jpa.odd.Awkward;
import io.axisor.metrics.jdbc.jpa.odd.Deletable;
import io.axisor.metrics.jdbc.jpa.odd.Restricted;
import io.axisor.metrics.jdbc.jpa.odd.Valued;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that Hibernate adds a condition for are left out here too, or the entity is refused. */
@ParameterizedClass
@EnumSource(EntityDatabase.class)
@EnabledIfSystemProperty(named = "jpa.expected.provider", matches = "Hibernate.*")
class HibernateRowsIT {

    private final EntityDatabase database;
    private HikariDataSource dataSource;
    private EntityManagerFactory factory;

    HibernateRowsIT(EntityDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        dataSource = database.pool();
    }

    @AfterEach
    void close() {
        factory.close();
        dataSource.close();
    }

    @Test
    void whatIsSoftDeletedDoesNotCount() {
        factory = Factories.open("hibernate", dataSource, Map.of());
        Factories.persist(factory, manager -> {
            for (long id = 1; id <= 3; id++) {
                Deletable deletable = new Deletable();
                deletable.id = id;
                deletable.createdAt = LocalDateTime.parse("2026-02-01T12:00:00");
                manager.persist(deletable);
                Deletable.Active active = new Deletable.Active();
                active.id = id;
                active.createdAt = deletable.createdAt;
                manager.persist(active);
            }
        });
        Factories.persist(factory, manager -> {
            manager.remove(manager.find(Deletable.class, 1L));
            manager.remove(manager.find(Deletable.Active.class, 1L));
            manager.remove(manager.find(Deletable.Active.class, 2L));
        });

        assertThat(users(Deletable.class)).isEqualTo("2");
        assertThat(users(Deletable.Active.class)).isEqualTo("1");
    }

    private String users(Class<?> entity) {
        EntitySchema entities =
                EntitySchema.of(factory).users(entity, u -> u.id("id").createdAt("createdAt"));
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(dataSource, entities.build());
        assertThat(source.verify().errors()).isEmpty();
        return Measured.of(source, SourceUnderTest.NOW).snapshot().measurements().stream()
                .filter(measured -> measured.name().equals("users"))
                .map(measured -> measured.value().orElseThrow().toString())
                .findFirst()
                .orElse("");
    }

    @Test
    void restrictionsAndFiltersAreRefused() {
        factory = Factories.open("hibernate", dataSource, Map.of());

        assertRefused(Restricted.class, "Restricted has @SQLRestriction");
        assertRefused(Restricted.Filtered.class, "Filtered has @Filter");
    }

    @Test
    void tenantsAreRefused() {
        factory = Factories.open(
                "tenants", dataSource, Map.of("hibernate.tenant_identifier_resolver", new OneTenant.Resolver()));

        assertRefused(Restricted.OfTenant.class, "OfTenant has @TenantId");
    }

    @Test
    void whatOnlyHibernateComputesIsRefused() {
        factory = Factories.open("odd", dataSource, Map.of());
        EntitySchema entities = EntitySchema.of(factory)
                .users(
                        Awkward.class,
                        u -> u.id("twice")
                                .createdAt("seenAt", TimeKind.epochMillis())
                                .plan("secret"));

        assertThatThrownBy(entities::build)
                .hasMessageContaining(
                        "users.id: attribute 'twice' of Awkward is a @Formula; map these facts by a select")
                .hasMessageContaining("users.plan: attribute 'secret' of Awkward is read by an expression of its own"
                        + " (@ColumnTransformer); map these facts by a select");
    }

    @Test
    @EnabledIfSystemProperty(
            named = "jpa.expected.provider",
            matches = "Hibernate 7.*") // knows Jakarta Persistence 3.2
    void constantsMayHaveValuesOfTheirOwn() {
        factory = Factories.open("valued", dataSource, Map.of());
        Factories.persist(factory, manager -> {
            for (Valued.Tier tier : Valued.Tier.values()) {
                Valued valued = new Valued();
                valued.id = tier.number * 10L;
                valued.createdAt = LocalDateTime.parse("2026-02-01T12:00:00");
                valued.tier = tier;
                manager.persist(valued);
            }
        });
        for (EntitySchema entities :
                List.of(EntitySchema.of(factory), EntitySchema.ofAnnotations(NamingStrategy.AS_WRITTEN))) {
            JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                    dataSource,
                    entities.users(
                                    Valued.class,
                                    u -> u.id("id").createdAt("createdAt").plan("tier"))
                            .build());
            Measured.of(source, SourceUnderTest.NOW).showsOnly("users", "{plan=HIGH} 1", "{plan=LOW} 1");
        }
    }

    private void assertRefused(Class<?> entity, String has) {
        EntitySchema entities =
                EntitySchema.of(factory).users(entity, u -> u.id("id").createdAt("createdAt"));

        assertThatThrownBy(entities::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the mapping has 1 fault:\n  users: " + has + ", which its provider adds to statements and"
                        + " which is not known here; map these facts by a select instead, in .with(...), with that"
                        + " condition or with none");
    }
}
