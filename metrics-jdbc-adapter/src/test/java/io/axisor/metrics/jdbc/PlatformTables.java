package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import io.axisor.metrics.source.row.FeatureUse;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes a company's feature use, tickets and compliance requests into tables. Each known feature has a table of its own, the
 * use of all others stands in one with a feature column.
 */
final class PlatformTables {

    private final CompanyTables tables;
    private final TimeKind kind;
    private final Company company;

    PlatformTables(CompanyTables tables, Company company) {
        this.tables = tables;
        this.kind = tables.stored.kind;
        this.company = company;
    }

    void create(MetricsSchema.Builder schema) throws SQLException {
        if (company.featureUse().isPresent()) {
            createFeatureUse(schema, company.featureUse().get());
        }
        if (company.tickets().isPresent()) {
            tables.table(
                    "\"Support Tickets\"", "opened %s, answered %s, \"Resolved.At\" %s, deadline %s, stars SMALLINT");
            tables.insert("\"Support Tickets\"", company.tickets().get(), row -> new Object[] {
                tables.time(row.openedAt()),
                tables.time(row.firstResponseAt()),
                tables.time(row.resolvedAt()),
                tables.time(row.dueAt()),
                row.score()
            });
            schema.tickets(t -> t.table("\"Support Tickets\"")
                    .openedAt("opened", kind)
                    .firstResponseAt("answered", kind)
                    .resolvedAt("Resolved.At", kind)
                    .dueAt("deadline", kind)
                    .score("stars"));
        }
        if (company.complianceRequests().isPresent()) {
            tables.table("privacy", "\"kind\" VARCHAR(60), asked %s, deadline %s, done %s");
            tables.insert("privacy", company.complianceRequests().get(), row -> new Object[] {
                row.kind(), tables.time(row.requestedAt()), tables.time(row.dueAt()), tables.time(row.completedAt())
            });
            schema.complianceRequests(r -> r.table("privacy")
                    .kind("kind")
                    .requestedAt("asked", kind)
                    .dueAt("deadline", kind)
                    .completedAt("done", kind));
        }
    }

    private void createFeatureUse(MetricsSchema.Builder schema, List<FeatureUse> uses) throws SQLException {
        List<String> known = company.knownFeatures();
        for (String feature : known) {
            String table = "used_" + feature;
            tables.table(table, "who VARCHAR(40), used %s");
            tables.insert(
                    table,
                    uses.stream().filter(row -> feature.equals(row.feature())).toList(),
                    row -> new Object[] {row.userId(), tables.time(row.usedAt())});
            schema.featureUse(
                    f -> f.table(table).fixedFeature(feature).userId("who").usedAt("used", kind));
        }
        tables.table("\"Feature Use\"", "feature VARCHAR(60), who VARCHAR(40), used %s");
        tables.insert(
                "\"Feature Use\"",
                uses.stream()
                        .filter(row -> row.feature() == null || !known.contains(row.feature()))
                        .toList(),
                row -> new Object[] {row.feature(), row.userId(), tables.time(row.usedAt())});
        schema.featureUse(
                f -> f.table("\"Feature Use\"").feature("feature").userId("who").usedAt("used", kind));
    }
}
