package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.value.Outcome;
import java.sql.SQLException;

/** Writes a company's automations and executions into tables. */
final class AutomationTables {

    private final CompanyTables tables;
    private final Company company;
    private final StoredAs stored;

    AutomationTables(CompanyTables tables, Company company) {
        this.tables = tables;
        this.company = company;
        this.stored = tables.stored;
    }

    void create(MetricsSchema.Builder schema) throws SQLException {
        schema.automationTypes(company.automationTypes().known().toArray(String[]::new));
        schema.marginGuardTypes(company.automationTypes().marginGuard().toArray(String[]::new));
        if (company.automations().isPresent()) {
            createAutomations(schema);
        }
        if (company.executions().isPresent()) {
            createExecutions(schema);
        }
    }

    private void createAutomations(MetricsSchema.Builder schema) throws SQLException {
        tables.table(
                "\"My Bots\"",
                "\"Bot\" VARCHAR(40)" + tables.key(company.automations().get(), Automation::id)
                        + ", owner VARCHAR(40), \"type\" " + typeType() + ", \"Is.On\" " + flagType()
                        + ", \"since\" %s");
        tables.insert("\"My Bots\"", company.automations().get(), row ->
                new Object[] {row.id(), row.userId(), row.type(), flag(row.active()), tables.time(row.createdAt())});
        schema.automations(a -> {
            a.table("My Bots").id("Bot").userId("owner").type("type").active("Is.On");
            a.createdAt("since", stored.kind);
            if (stored != StoredAs.INSTANTS_AND_MAJOR_UNITS) {
                a.activeWhen(String.valueOf(flag(true)));
            }
        });
    }

    /** Blanks fill up a CHAR, and are no part of a type. */
    private String typeType() {
        return stored == StoredAs.LOCAL_TIMES_AND_MINOR_UNITS ? "CHAR(40)" : "VARCHAR(60)";
    }

    private String flagType() {
        return switch (stored) {
            case INSTANTS_AND_MAJOR_UNITS -> tables.engine.booleanType();
            case LOCAL_TIMES_AND_MINOR_UNITS -> "SMALLINT";
            case MILLISECONDS_AND_MAJOR_UNITS -> "VARCHAR(10)";
            case SECONDS_AND_MINOR_UNITS -> "CHAR(3)";
        };
    }

    private Object flag(boolean active) {
        return switch (stored) {
            case INSTANTS_AND_MAJOR_UNITS -> active;
            case LOCAL_TIMES_AND_MINOR_UNITS -> active ? 1 : 0;
            case MILLISECONDS_AND_MAJOR_UNITS -> active ? "running" : null;
            case SECONDS_AND_MINOR_UNITS -> active ? "Y" : "N";
        };
    }

    private void createExecutions(MetricsSchema.Builder schema) throws SQLException {
        tables.table("bot_runs", "bot VARCHAR(40), began %s, ended %s, result VARCHAR(20)");
        tables.insert("bot_runs", company.executions().get(), row -> new Object[] {
            row.automationId(), tables.time(row.startedAt()), tables.time(row.finishedAt()), result(row.outcome())
        });
        schema.executions(e -> {
            e.table("bot_runs").automationId("bot").status("result");
            e.startedAt("began", stored.kind).finishedAt("ended", stored.kind);
            e.succeeded("done", "Done").failed("error");
        });
    }

    private String result(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> stored.minorUnits ? "done" : "Done";
            case FAILED -> "error";
            case OTHER -> stored.minorUnits ? "skipped" : null;
        };
    }
}
