package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What is missing from mappings of feature use, tickets and compliance requests, or contradicts itself. */
class PlatformMappingTest {

    @Test
    void everyFaultIsNamedAtOnce() {
        MetricsSchema.Builder schema = MetricsSchema.builder()
                .featureUse(f -> f.table("clicks").userId("who").usedAt("at"))
                .featureUse(f -> f.table("exports")
                        .feature("feature")
                        .fixedFeature("export")
                        .userId("who"))
                .tickets(t -> t.table("tickets").openedAt("opened"))
                .complianceRequests(r -> r.kind("kind").completedAt("done"));

        assertThatIllegalArgumentException()
                .isThrownBy(schema::build)
                .withMessageContainingAll(
                        "the mapping has 6 faults",
                        "featureUse: give .feature(...) or .fixedFeature(...), and not both",
                        "featureUse[2]: give .feature(...) or .fixedFeature(...), and not both",
                        "featureUse[2].usedAt is not mapped; name its column with .usedAt(...)",
                        "tickets.resolvedAt is not mapped; name its column with .resolvedAt(...)",
                        "complianceRequests: give a table or a select, and not both",
                        "complianceRequests.requestedAt is not mapped; name its column with .requestedAt(...)");
    }

    @Test
    void severalTablesOfFeatureUseKeepTheirOrder() {
        MetricsSchema schema = MetricsSchema.builder()
                .featureUse(f -> f.table("a").fixedFeature("x").userId("who").usedAt("at"))
                .featureUse(f -> f.table("b").feature("feature").userId("who").usedAt("at"))
                .featureUse(f -> f.table("c").fixedFeature("z").userId("who").usedAt("at"))
                .build();

        assertThat(schema.spec().featureUse()).containsExactly("featureUse", "featureUse[2]", "featureUse[3]");
    }

    @Test
    void ticketsAndRequestsAreMappedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(MetricsSchema.builder()
                        .tickets(t -> t.table("a").openedAt("opened").resolvedAt("done"))
                        .tickets(t -> t.table("b").openedAt("opened").resolvedAt("done"))::build)
                .withMessageContaining("tickets are mapped twice");
    }
}
