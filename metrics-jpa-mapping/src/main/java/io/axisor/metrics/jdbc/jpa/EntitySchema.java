package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.ActivityMapping;
import io.axisor.metrics.jdbc.AutomationsMapping;
import io.axisor.metrics.jdbc.ComplianceRequestsMapping;
import io.axisor.metrics.jdbc.ExecutionsMapping;
import io.axisor.metrics.jdbc.FactMapping;
import io.axisor.metrics.jdbc.FeatureUseMapping;
import io.axisor.metrics.jdbc.MarketLogMapping;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.PaymentsMapping;
import io.axisor.metrics.jdbc.PlanChangesMapping;
import io.axisor.metrics.jdbc.RefundsMapping;
import io.axisor.metrics.jdbc.SchemaProperties;
import io.axisor.metrics.jdbc.SubscriptionsMapping;
import io.axisor.metrics.jdbc.SurveysMapping;
import io.axisor.metrics.jdbc.TicketsMapping;
import io.axisor.metrics.jdbc.TradesMapping;
import io.axisor.metrics.jdbc.UsersMapping;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A {@link MetricsSchema} that is written in the host's entities and their attributes, instead of tables and columns.
 *
 * <pre>{@code
 * MetricsSchema schema = EntitySchema.of(entityManagerFactory)
 *         .users(User.class, u -> u.id("id").createdAt("createdAt").plan("plan"))
 *         .build();
 * }</pre>
 *
 * <p>Names are those of attributes: {@code "address.country"} inside of an embedded one, {@code "owner"} for the column of a
 * reference, {@code "owner.plan"} for a column of the entity that is referred to. Values of enums are the names of their
 * constants, however they are stored. Tables, columns and stored values come from the provider, and are looked up in the
 * database like those of any mapping. What a mapping by table would not count right is refused, with what to write instead.
 *
 * <p>Not for use by several threads. Nothing is kept of the factory once the schema is built.
 */
public final class EntitySchema {

    private final EntityMetamodel metamodel;
    private final MetricsSchema.Builder schema = MetricsSchema.builder();

    private EntitySchema(EntityMetamodel metamodel) {
        this.metamodel = metamodel;
    }

    /**
     * Begins with the names that the provider itself uses: Hibernate 6.6 or 7, or EclipseLink 4.
     *
     * @param factory the host's factory, open, also as a framework wraps it
     * @return the schema, with nothing mapped
     * @throws IllegalArgumentException if the factory is of another provider
     */
    public static EntitySchema of(EntityManagerFactory factory) {
        return new EntitySchema(Provider.metamodel(factory));
    }

    /**
     * Reads a mapping from text. Facts that have the key {@code entity}, such as {@code users.entity = User}, name the
     * attributes of that entity where others name columns; the others are mapped by table.
     *
     * @param properties keys and values, as {@link SchemaProperties} says
     * @param factory the host's factory, asked for only if there is such a key; entities have the name that queries use,
     *     or that of their class with its package
     * @return the schema
     * @throws IllegalArgumentException naming everything that cannot be read or mapped, a line each
     */
    public static MetricsSchema read(Map<String, String> properties, Supplier<EntityManagerFactory> factory) {
        NamedEntities entities = new NamedEntities(factory);
        return SchemaProperties.read(
                properties, (name, fact) -> translate(fact, entities.metamodel(), entities.find(name)));
    }

    /**
     * Begins with the names that annotations and a naming strategy give, for providers that cannot be asked. Annotations do
     * not tell of everything: what lies in XML is not seen.
     *
     * @param strategy how the provider makes names
     * @param others classes that only the provider would find: subclasses of entities in the same table, and converters that
     *     apply by themselves
     * @return the schema, with nothing mapped
     */
    public static EntitySchema ofAnnotations(NamingStrategy strategy, Class<?>... others) {
        return new EntitySchema(new AnnotationMetamodel(strategy, List.of(others)));
    }

    /**
     * Sets what no entity says: plans, currencies, zones, and facts that are mapped by table. May be called often.
     *
     * @param settings sets them
     * @return this
     */
    public EntitySchema with(Consumer<MetricsSchema.Builder> settings) {
        settings.accept(schema);
        return this;
    }

    /**
     * Maps the accounts of users.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema users(Class<?> entity, Consumer<UsersMapping> mapping) {
        schema.users(of(entity, mapping));
        return this;
    }

    /**
     * Maps the activity of users.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema activity(Class<?> entity, Consumer<ActivityMapping> mapping) {
        schema.activity(of(entity, mapping));
        return this;
    }

    /**
     * Maps the payments.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema payments(Class<?> entity, Consumer<PaymentsMapping> mapping) {
        schema.payments(of(entity, mapping));
        return this;
    }

    /**
     * Maps refunds that are entities of their own.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema refunds(Class<?> entity, Consumer<RefundsMapping> mapping) {
        schema.refunds(of(entity, mapping));
        return this;
    }

    /**
     * Maps the subscriptions.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema subscriptions(Class<?> entity, Consumer<SubscriptionsMapping> mapping) {
        schema.subscriptions(of(entity, mapping));
        return this;
    }

    /**
     * Maps the changes of plan.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema planChanges(Class<?> entity, Consumer<PlanChangesMapping> mapping) {
        schema.planChanges(of(entity, mapping));
        return this;
    }

    /**
     * Maps the answers to surveys.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema surveys(Class<?> entity, Consumer<SurveysMapping> mapping) {
        schema.surveys(of(entity, mapping));
        return this;
    }

    /**
     * Maps the automations.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema automations(Class<?> entity, Consumer<AutomationsMapping> mapping) {
        schema.automations(of(entity, mapping));
        return this;
    }

    /**
     * Maps the executions of automations.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema executions(Class<?> entity, Consumer<ExecutionsMapping> mapping) {
        schema.executions(of(entity, mapping));
        return this;
    }

    /**
     * Maps the trades.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema trades(Class<?> entity, Consumer<TradesMapping> mapping) {
        schema.trades(of(entity, mapping));
        return this;
    }

    /**
     * Maps a log of markets.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema marketLog(Class<?> entity, Consumer<MarketLogMapping> mapping) {
        schema.marketLog(of(entity, mapping));
        return this;
    }

    /**
     * Maps the support tickets.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema tickets(Class<?> entity, Consumer<TicketsMapping> mapping) {
        schema.tickets(of(entity, mapping));
        return this;
    }

    /**
     * Maps people's requests about their data.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema complianceRequests(Class<?> entity, Consumer<ComplianceRequestsMapping> mapping) {
        schema.complianceRequests(of(entity, mapping));
        return this;
    }

    /**
     * Maps the use of features; called once for each entity.
     *
     * @param entity the entity
     * @param mapping names its attributes
     * @return this
     */
    public EntitySchema featureUse(Class<?> entity, Consumer<FeatureUseMapping> mapping) {
        schema.featureUse(of(entity, mapping));
        return this;
    }

    private <M extends FactMapping<M>> Consumer<M> of(Class<?> entity, Consumer<M> mapping) {
        return fact -> {
            mapping.accept(fact);
            translate(fact, metamodel, entity);
        };
    }

    private static void translate(FactMapping<?> fact, EntityMetamodel metamodel, Class<?> entity) {
        fact.translateBy((written, faults) -> EntityTranslation.of(written, metamodel, entity, faults));
    }

    /**
     * Ends the mapping.
     *
     * @return the schema
     * @throws IllegalArgumentException naming everything that is missing, contradicts itself or cannot be mapped, a line each
     */
    public MetricsSchema build() {
        return schema.build();
    }
}
