package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Feature use in several tables, and features in the types that hosts store them in. */
class FeatureTablesIT {

    private static void create(Databases database, String table, String columns, String rows) {
        database.run(
                "DROP TABLE IF EXISTS " + table,
                "CREATE TABLE " + table + " (" + columns + ", who INTEGER, used DATE)",
                "INSERT INTO " + table + " VALUES " + rows.replace("@", "DATE '2026-04-10'"));
    }

    private static Measured measure(Databases database, MetricsSchema.Builder schema) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(database.dataSource(), schema.build());
        assertThat(source.verify().errors()).isEmpty();
        return Measured.of(source, SourceUnderTest.NOW);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFeatureInTwoTablesHasTheLargerNumberOfUsers(Databases database) {
        create(database, "exports", "id INTEGER", "(1, 7, @), (2, 8, @), (3, 8, @), (4, NULL, @)");
        create(
                database,
                "clicks",
                "feature VARCHAR(20)",
                "('export', 8, @), ('search', 1, @), ('search', 2, @), ('search', 2, @), (NULL, 2, @), (' ', 2, @)");
        create(database, "searches", "id INTEGER", "(1, 1, @), (2, 1, NULL)");
        measure(
                        database,
                        MetricsSchema.builder()
                                .featureUse(f -> f.table("exports")
                                        .fixedFeature("export")
                                        .userId("who")
                                        .usedAt("used"))
                                .featureUse(f -> f.table("clicks")
                                        .feature("feature")
                                        .userId("who")
                                        .usedAt("used"))
                                .featureUse(f -> f.table("searches")
                                        .fixedFeature("search")
                                        .userId("who")
                                        .usedAt("used")))
                .showsOnly("features.users.30d", "{feature=export} 2", "{feature=search} 2", "{feature=unspecified} 1")
                .issues("features.user 1", "features.used_at 1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void featuresMayBeNumbersFlagsAndPaddedText(Databases database) {
        create(database, "clicks", "feature SMALLINT", "(7, 1, @), (7, 2, @), (-1, 1, @), (NULL, 1, @)");
        measure(database, clicks())
                .showsOnly("features.users.30d", "{feature=7} 2", "{feature=-1} 1", "{feature=unspecified} 1");
        create(
                database,
                "clicks",
                "feature CHAR(12)",
                "('search', 1, @), ('search', 2, @), ('  ', 2, @), (NULL, 2, @)");
        measure(database, clicks()).showsOnly("features.users.30d", "{feature=search} 2", "{feature=unspecified} 1");
        create(database, "clicks", "feature BOOLEAN", "(TRUE, 1, @), (TRUE, 2, @), (NULL, 2, @)");
        assertThat(measure(database, clicks()).snapshot().platform().featureUsers())
                .extracting(m -> m.value().orElseThrow().intValueExact())
                .containsExactlyInAnyOrder(2, 1);
    }

    private static MetricsSchema.Builder clicks() {
        return MetricsSchema.builder()
                .featureUse(
                        f -> f.table("clicks").feature("feature").userId("who").usedAt("used"));
    }

    @Test
    void featuresMayBeOfAnEnumTypeOrUuids() {
        Databases.POSTGRESQL.run(
                "DROP TABLE IF EXISTS clicks",
                "DROP TYPE IF EXISTS feature_name",
                "CREATE TYPE feature_name AS ENUM ('search', 'export')");
        create(Databases.POSTGRESQL, "clicks", "feature feature_name", "('search', 1, @), (NULL, 1, @)");
        measure(Databases.POSTGRESQL, clicks())
                .showsOnly("features.users.30d", "{feature=search} 1", "{feature=unspecified} 1");
        Databases.POSTGRESQL.run("DROP TABLE clicks");
        for (Databases database : Databases.values()) {
            String id = "11111111-2222-3333-4444-555555555555";
            create(database, "clicks", "feature UUID", "('" + id + "', 1, @), (NULL, 1, @)");
            measure(database, clicks())
                    .showsOnly("features.users.30d", "{feature=" + id + "} 1", "{feature=unspecified} 1");
        }
    }
}
