package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.automation.AutomationCounts;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.value.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A column of plans that holds something else, such as names: as many values as rows. */
class ManyPlansIT {

    private static final int PLANS = 100_000;

    @Test
    @Timeout(20) // adding them one by one to what never changes took minutes
    void aHundredThousandPlansTakeNoLongerThanTheirRows() {
        Databases.H2.run(
                "DROP TABLE IF EXISTS one_plan_each",
                "CREATE TABLE one_plan_each AS SELECT x AS id, 'plan ' || x AS plan, 'paid' AS status, TRUE AS runs,"
                        + " DATE '2026-04-10' AS since FROM SYSTEM_RANGE(1, 100000)",
                "CREATE INDEX one_plan_each_id ON one_plan_each (id)");
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                Databases.H2.dataSource(),
                MetricsSchema.builder()
                        .plans("free")
                        .users(u ->
                                u.table("ONE_PLAN_EACH").id("ID").plan("PLAN").createdAt("SINCE"))
                        .payments(p -> p.table("ONE_PLAN_EACH")
                                .userId("ID")
                                .amount("ID")
                                .fixedCurrency(CurrencyUnit.of("USD"))
                                .status("STATUS")
                                .succeeded("paid")
                                .createdAt("SINCE"))
                        .automations(a -> a.table("ONE_PLAN_EACH")
                                .id("ID")
                                .userId("ID")
                                .active("RUNS")
                                .type("PLAN")
                                .createdAt("SINCE"))
                        .build());

        UserFacts users = source.users(WholeCompany.AT);
        AutomationCounts automations =
                source.automation(WholeCompany.AT).automations().get();

        assertThat(users.accounts().get().byPlan().parts()).hasSize(PLANS + 1);
        assertThat(users.paying().get().parts()).hasSize(PLANS + 1);
        assertThat(automations.activeByPlan().parts()).hasSize(PLANS + 1);
        assertThat(automations.active().total()).isEqualByComparingTo("100000");
    }
}
