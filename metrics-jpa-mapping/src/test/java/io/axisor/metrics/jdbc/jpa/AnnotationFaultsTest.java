package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.jdbc.TimeKind;
import io.axisor.metrics.jdbc.jpa.odd.Awkward;
import io.axisor.metrics.jdbc.jpa.odd.Deletable;
import io.axisor.metrics.jdbc.jpa.odd.Numbered;
import io.axisor.metrics.jdbc.jpa.odd.Restricted;
import io.axisor.metrics.jdbc.jpa.odd.Union;
import io.axisor.metrics.jdbc.jpa.shop.Account;
import io.axisor.metrics.jdbc.jpa.shop.Plan;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What annotations alone do not tell is refused; no provider and no database is needed to say so. */
class AnnotationFaultsTest {

    private static EntitySchema entities(Class<?>... others) {
        return EntitySchema.ofAnnotations(NamingStrategy.AS_WRITTEN, others);
    }

    private static List<String> faults(EntitySchema entities) {
        try {
            entities.build();
        } catch (IllegalArgumentException e) {
            return e.getMessage().lines().skip(1).map(String::strip).toList();
        }
        return List.of();
    }

    private static List<String> users(EntitySchema entities, Class<?> entity) {
        return faults(entities.users(entity, u -> u.id("id").createdAt("createdAt")));
    }

    @Test
    void rowsThatTheProviderLeavesOutAreNotKnown() {
        assertThat(users(entities(), Restricted.class))
                .singleElement()
                .asString()
                .startsWith("users: Restricted has @SQLRestriction, which its provider adds to statements");
        assertThat(users(entities(), Deletable.class))
                .containsExactly(
                        "users: Deletable has @SoftDelete, which annotations alone do not tell enough of; use"
                                + " EntitySchema.of(entityManagerFactory), or map these facts by a select instead, in .with(...)");
    }

    @Test
    void aClassThatIsNoEntityIsRefused() {
        assertThat(users(entities(), Plan.class))
                .containsExactly("users: io.axisor.metrics.jdbc.jpa.shop.Plan is no" + " @Entity");
    }

    @Test
    void aUnionIsKnownByItsSubclasses() {
        assertThat(users(entities(Union.Leaf.class), Union.class))
                .containsExactly("users: Union is no table but a union (TABLE_PER_CLASS); map these facts by a select"
                        + " instead, in .with(...)");
        assertThat(users(entities(), Union.Leaf.class)).isEmpty();
    }

    @Test
    void whatHasNoColumnIsRefused() {
        assertThat(faults(entities()
                        .users(
                                Awkward.class,
                                u -> u.id("labels")
                                        .createdAt("seenAt", TimeKind.epochMillis())
                                        .plan("linked")
                                        .deletedAt("twice")
                                        .lastActivityAt("numbered")
                                        .verified("forgotten"))))
                .containsExactly(
                        "users.id: attribute 'labels' of Awkward is a collection; map these facts by a select instead, in"
                                + " .with(...)",
                        "users.plan: attribute 'linked' of Awkward is held in a @JoinTable; map these facts by a select"
                                + " instead, in .with(...)",
                        "users.deletedAt: attribute 'twice' of Awkward is a @Formula; map these facts by a select"
                                + " instead, in .with(...)",
                        "users.lastActivityAt: attribute 'numbered' of Awkward is held in several columns; map these"
                                + " facts by a select instead, in .with(...)",
                        "users.verified: Awkward has no attribute 'forgotten'; it has colour, id, labels, linked,"
                                + " numbered, price, secret, seenAt, twice");
    }

    @Test
    void aFactoryOfAnotherProviderIsRefused() {
        EntityManagerFactory unknown = (EntityManagerFactory) Proxy.newProxyInstance(
                AnnotationFaultsTest.class.getClassLoader(),
                new Class<?>[] {EntityManagerFactory.class},
                (proxy, method, arguments) -> {
                    throw new PersistenceException("not mine");
                });

        assertThatThrownBy(() -> EntitySchema.of(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(
                        " is neither of Hibernate nor of EclipseLink; use EntitySchema.ofAnnotations(...)");
    }

    @Test
    void aPartOfAnIdIsNoId() {
        assertThat(faults(
                        entities().users(Numbered.class, u -> u.id("key.number").createdAt("createdAt"))))
                .singleElement()
                .asString()
                .startsWith("users.id: attribute 'key.number' of Numbered is one part of an id");
    }

    @Test
    void faultsOfEntitiesAreToldWithAllOthers() {
        assertThat(faults(entities().users(Account.class, u -> u.id("ID")).with(s -> s.payments(p -> p.userId("who")))))
                .contains(
                        "users.createdAt is not mapped; name its column with .createdAt(...)",
                        "payments: give a table or a select, and not both",
                        "users.id: Account has no attribute 'ID'; did you mean 'id'?");
    }
}
