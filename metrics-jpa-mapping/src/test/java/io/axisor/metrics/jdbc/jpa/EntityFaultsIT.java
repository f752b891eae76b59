package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.jdbc.EntityDatabase;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.TimeKind;
import io.axisor.metrics.jdbc.jpa.odd.Awkward;
import io.axisor.metrics.jdbc.jpa.odd.Numbered;
import io.axisor.metrics.jdbc.jpa.odd.Union;
import io.axisor.metrics.jdbc.jpa.shop.Account;
import io.axisor.metrics.jdbc.jpa.shop.Payment;
import io.axisor.metrics.jdbc.jpa.shop.Ticket;
import io.axisor.metrics.value.CurrencyUnit;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What cannot be mapped is told at once, by entity and attribute, with what to write instead. */
class EntityFaultsIT {

    private HikariDataSource dataSource;
    private EntityManagerFactory factory;

    @BeforeEach
    void open() {
        dataSource = EntityDatabase.H2.pool();
    }

    @AfterEach
    void close() {
        if (factory != null) {
            factory.close();
        }
        dataSource.close();
    }

    private EntitySchema entities(String unit) {
        factory = Factories.open(unit, dataSource, Map.of());
        return EntitySchema.of(factory);
    }

    private static List<String> faults(EntitySchema entities) {
        try {
            entities.build();
        } catch (IllegalArgumentException e) {
            return e.getMessage().lines().skip(1).map(String::strip).toList();
        }
        return List.of();
    }

    @Test
    void misspeltAttributesAndConstantsAreToldAllAtOnceWithTheNearest() {
        assertThat(faults(entities("shop")
                        .users(
                                Account.class,
                                u -> u.id("id").createdAt("createAt").plan("address.town"))
                        .payments(
                                Payment.class,
                                p -> p.userId("owner.nr")
                                        .amount("amount")
                                        .currency("currency.code")
                                        .status("state")
                                        .succeeded("PAYED")
                                        .createdAt("createdAt"))))
                .containsExactly(
                        "users.createdAt: Account has no attribute 'createAt'; did you mean 'createdAt'?",
                        "users.plan: Account.address has no attribute 'town'; it has city, postalCode",
                        "payments.userId: Account has no attribute 'nr'; it has address, createdAt, id, invitedBy, isVerified,"
                                + " organization, payments, planX, profile",
                        "payments.currency: attribute 'currency' of Payment has no attributes itself, so there is no"
                                + " 'code' in it",
                        "payments.status: 'PAYED' is no value of PaymentState; did you mean 'PAID'?");
    }

    @Test
    void whatHasNoColumnIsRefused() {
        assertThat(faults(entities("shop")
                        .users(
                                Account.class,
                                u -> u.id("payments")
                                        .createdAt("address")
                                        .plan("profile")
                                        .lastActivityAt("invitedBy")
                                        .deletedAt("planX"))
                        .payments(
                                Payment.class,
                                p -> p.table("payments")
                                        .userId("owner")
                                        .amount("state")
                                        .currency("currency")
                                        .status("state")
                                        .succeeded("PAID")
                                        .createdAt("createdAt"))))
                .containsExactly(
                        "payments: the entity says its tables, so give no .table(...), .select(...) or .join(...)",
                        "users.id: attribute 'payments' of Account is a collection; map these facts by a select instead,"
                                + " in .with(...)",
                        "users.createdAt: attribute 'address' of Account has several columns; name one of its"
                                + " attributes, such as 'address.city'",
                        "users.plan: attribute 'profile' of Account is the other side of a @OneToOne, whose column is in"
                                + " the other table; map these facts by a select instead, in .with(...)",
                        "users.lastActivityAt: attribute 'invitedBy' of Account refers to an entity; name an attribute"
                                + " of that, such as 'invitedBy.id'",
                        "users.deletedAt: attribute 'planX' is of type Plan, which holds no instants; map these facts by table"
                                + " instead, in .with(...)",
                        "payments.amount: attribute 'state' is of type PaymentState, which is no number to add up; map these"
                                + " facts by table instead, in .with(...)");
    }

    @Test
    void convertersAreAskedOnlyWhereTheirAnswerIsKnown() {
        assertThat(faults(entities("odd")
                        .trades(
                                Awkward.class,
                                t -> t.executedAt("seenAt")
                                        .status("colour")
                                        .succeeded("RED")
                                        .amount("price")
                                        .fixedCurrency(CurrencyUnit.of("EUR"))
                                        .market("numbered")
                                        .automation("forgotten"))))
                .containsExactly(
                        "trades.executedAt: attribute 'seenAt' is of type Instant and stored by a converter; say how its column"
                                + " stores instants, such as .executedAt(\"seenAt\", TimeKind.epochMillis())",
                        "trades.status: its converter stores RED and CRIMSON both as 'r', which cannot be told apart;"
                                + " map these facts by table instead, in .with(...)",
                        "trades.amount: attribute 'price' is of type BigDecimal and stored by a converter, so what its column"
                                + " counts is not known; map these facts by table instead, in .with(...)",
                        "trades.market: attribute 'numbered' of Awkward is held in several columns; map these facts by a"
                                + " select instead, in .with(...)",
                        faults(factory, "forgotten"));
    }

    private static String faults(EntityManagerFactory factory, String transientAttribute) {
        return faults(EntitySchema.of(factory)
                        .trades(
                                Awkward.class,
                                t -> t.executedAt("seenAt", TimeKind.epochMillis())
                                        .status("id")
                                        .succeeded("1")
                                        .amount("id")
                                        .fixedCurrency(CurrencyUnit.of("EUR"))
                                        .automation(transientAttribute)))
                .get(0);
    }

    @Test
    void anAttributeInAJoinTableIsFoundThereOrRefused() {
        EntitySchema entities = entities("odd")
                .activity(Awkward.class, a -> a.userId("linked").occurredAt("seenAt", TimeKind.epochMillis()));
        if (Factories.isHibernate()) {
            assertThat(JdbcMetricsDataSource.of(dataSource, entities.build())
                            .verify()
                            .errors())
                    .isEmpty();
        } else {
            assertThat(faults(entities))
                    .containsExactly("activity.userId: attribute 'linked' of Awkward is held in a @JoinTable; map these"
                            + " facts by a select instead, in .with(...)");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "jpa.expected.provider", matches = "EclipseLink.*")
    void criteriaOfEclipseLinkAreRefused() {
        EntitySchema entities = entities("shop");
        eclipseLink(factory, Account.class)
                .get("getQueryManager")
                .call("setAdditionalCriteria", "this.isVerified = true");

        assertThat(faults(entities.users(Account.class, u -> u.id("id").createdAt("createdAt"))))
                .containsExactly("users: Account has criteria that EclipseLink adds to statements and that are not"
                        + " known here; map these facts by a select instead, in .with(...)");
    }

    private static ProviderObject eclipseLink(EntityManagerFactory factory, Class<?> entity) {
        ProviderObject session = new ProviderObject(factory.unwrap(Factories.type(EclipseLinkMetamodel.SESSION)));
        return new ProviderObject(((Map<?, ?>) session.get("getDescriptors").value()).get(entity));
    }

    @Test
    void theRootOfAUnionIsRefusedButNotItsLeaves() {
        assertThat(faults(entities("odd").users(Union.class, u -> u.id("id").createdAt("createdAt"))))
                .singleElement()
                .asString()
                .startsWith("users: Union is no table but a ")
                .endsWith("; map these facts by a select instead, in .with(...)");
        assertThat(faults(EntitySchema.of(factory)
                        .users(Union.Leaf.class, u -> u.id("id").createdAt("createdAt"))))
                .isEmpty();
    }

    @Test
    void aPartOfAnIdIsNoIdButMayTellWhose() {
        assertThat(faults(entities("odd")
                        .users(Numbered.class, u -> u.id("key.number").createdAt("createdAt"))
                        .activity(Numbered.class, a -> a.userId("key.tenant").occurredAt("createdAt"))))
                .containsExactly("users.id: attribute 'key.number' of Numbered is one part of an id, so it is not there"
                        + " once for each row; map these facts by a select instead, in .with(...), with the whole id as"
                        + " one column");
    }

    @Test
    void aClassThatIsNoEntityOfTheFactoryIsRefused() {
        assertThat(faults(entities("odd").users(Account.class, u -> u.id("id").createdAt("createdAt"))))
                .containsExactly("users: io.axisor.metrics.jdbc.jpa.shop.Account is no entity of this"
                        + " EntityManagerFactory");
    }

    @Test
    void anInstantInAColumnWithoutAZoneMustSayItsClock() {
        EntitySchema entities = entities("shop")
                .tickets(Ticket.class, t -> t.openedAt("resolvedAt").resolvedAt("resolvedAt"));

        assertThat(JdbcMetricsDataSource.of(dataSource, entities.build())
                        .verify()
                        .errors())
                .contains("tickets.resolvedAt: 'RESOLVEDAT' is TIMESTAMP without a zone, but attribute 'resolvedAt' of"
                        + " Ticket is of type Timestamp; say by which clock it is written, such as"
                        + " TimeKind.localIn(zone)");
    }

    @Test
    void anInstantIsOneWhereTheProviderStoresItAsOne() {
        EntitySchema entities = entities("shop")
                .tickets(Ticket.class, t -> t.openedAt("openedAt").resolvedAt("openedAt"));
        if (Factories.isHibernate()) {
            assertThat(JdbcMetricsDataSource.of(dataSource, entities.build())
                            .verify()
                            .errors())
                    .isEmpty();
        } else { // EclipseLink 4 knows no Instant, and serializes it
            assertThat(faults(entities))
                    .contains(
                            "tickets.openedAt: attribute 'openedAt' is of type Instant and stored by a converter; say"
                                    + " how its column stores instants, such as .openedAt(\"openedAt\", TimeKind.epochMillis())");
        }
    }

    @Test
    void aColumnThatTheDatabaseHasNotIsToldWithItsAttribute() {
        EntitySchema entities =
                entities("shop").users(Account.class, u -> u.id("id").createdAt("createdAt"));
        EntityDatabase.H2.run("ALTER TABLE UserAccount ALTER COLUMN createdAt RENAME TO createdOn");

        assertThat(JdbcMetricsDataSource.of(dataSource, entities.build())
                        .verify()
                        .errors())
                .containsExactly("users.createdAt (attribute 'createdAt' of Account): table PUBLIC.USERACCOUNT has no"
                        + " column '" + (Factories.isHibernate() ? "createdAt" : "CREATEDAT")
                        + "'; did you mean 'CREATEDON'?");
    }
}
