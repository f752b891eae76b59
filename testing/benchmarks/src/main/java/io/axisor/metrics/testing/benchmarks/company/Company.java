package io.axisor.metrics.testing.benchmarks.company;

import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.value.CurrencyUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A company of three years that has grown evenly, so that a twentieth of all that ever happened lies in its last month. Rows
 * are written in the order in which they happened, as in a table that applications append to, and depend on nothing but
 * their table and the seed.
 */
public final class Company {

    /** The instant that is measured. No fact is later, so that states that know the present only can be told. */
    public static final Instant NOW = Instant.parse("2026-06-17T15:30:00Z");

    private static final long AGE = Duration.ofDays(1095).toMillis();
    private static final long BEGINNING = NOW.toEpochMilli() - AGE;
    private static final String TIME = "timestamp with time zone";
    private static final CurrencyUnit CURRENCY = CurrencyUnit.of("SAT");

    private static final String[] PLANS = {"free", "basic", "advanced", "pro", "lifetime"};
    private static final int[] PLANS_OF_USERS = {70, 15, 8, 5, 2};
    private static final int[] PLANS_OF_PAYMENTS = {1, 50, 27, 16, 6};
    private static final String[] TYPES = {"margin_guard", "tp_sl", "auto_entry", "dca"};
    private static final int[] SHARES_OF_TYPES = {30, 40, 20, 10};
    private static final String[] PAYMENT_STATUSES = {"paid", "refunded", "failed", "pending"};
    private static final int[] SHARES_OF_PAYMENTS = {85, 4, 8, 3};
    private static final String[] RUN_STATUSES = {"success", "failed", "skipped"};
    private static final int[] SHARES_OF_RUNS = {92, 7, 1};

    private final long seed;
    private final double scale;

    /**
     * A company.
     *
     * @param scale how large: 1 has a million users, five million payments, two million executions and as many trades
     * @param seed another company for another one
     */
    public Company(double scale, long seed) {
        this.scale = scale;
        this.seed = seed;
    }

    /**
     * How large it is.
     *
     * @return the scale
     */
    public double scale() {
        return scale;
    }

    /**
     * Its tables, those that others refer to first.
     *
     * @return the tables
     */
    public List<CompanyTable> tables() {
        return List.of(users(), payments(), automations(), executions(), trades());
    }

    /**
     * What the library is told of them.
     *
     * @return the mapping
     */
    public static MetricsSchema mapping() {
        return MetricsSchema.builder()
                .plans(PLANS)
                .automationTypes(TYPES)
                .marginGuardTypes(TYPES[0])
                .users(t -> t.table("users")
                        .id("id")
                        .createdAt("created_at")
                        .plan("plan")
                        .lastActivityAt("last_activity_at"))
                .payments(t -> t.table("payments")
                        .recurringFromPayments()
                        .userId("user_id")
                        .amount("amount")
                        .fixedCurrency(CURRENCY)
                        .createdAt("created_at")
                        .paidAt("paid_at")
                        .plan("plan")
                        .status("status")
                        .succeeded("paid")
                        .refunded("refunded")
                        .failed("failed")
                        .pending("pending"))
                .automations(t -> t.table("automations")
                        .id("id")
                        .userId("user_id")
                        .type("type")
                        .active("is_active")
                        .createdAt("created_at"))
                .executions(t -> t.table("executions")
                        .automationId("automation_id")
                        .startedAt("started_at")
                        .durationInMillis("duration_ms")
                        .status("status")
                        .succeeded("success")
                        .failed("failed"))
                .trades(t -> t.table("trades")
                        .join("made_by", j -> j.table("automations").key("id").matching("automation_id"))
                        .automation("made_by.type")
                        .executedAt("executed_at")
                        .status("status")
                        .succeeded("success")
                        .failed("failed")
                        .amount("amount")
                        .fixedCurrency(CURRENCY)
                        .pnl("pnl"))
                .build();
    }

    private CompanyTable users() {
        String columns = "id bigint PRIMARY KEY, email text NOT NULL, plan text NOT NULL, created_at " + TIME
                + " NOT NULL, last_activity_at " + TIME;
        return new CompanyTable("users", columns, List.of("created_at", "last_activity_at"), userCount(), (line, i) -> {
            SplittableRandom random = random(1, i);
            long created = time((i + random.nextDouble()) / userCount());
            line.number(i)
                    .text("user" + i + "@example.com")
                    .text(oneOf(PLANS, PLANS_OF_USERS, random))
                    .time(created);
            if (random.nextInt(10) == 0) {
                line.none();
            } else {
                // Many were here lately, and the longer ago the fewer.
                line.time(NOW.toEpochMilli()
                        - 1
                        - (long) ((NOW.toEpochMilli() - 1 - created) * Math.pow(random.nextDouble(), 3)));
            }
        });
    }

    private CompanyTable payments() {
        String columns = "id bigint PRIMARY KEY, user_id bigint NOT NULL, plan text NOT NULL, amount integer NOT NULL,"
                + " status text NOT NULL, method text, created_at " + TIME + " NOT NULL, paid_at " + TIME;
        long rows = rows(5_000_000);
        List<String> indexed = List.of("user_id", "status", "created_at", "paid_at");
        return new CompanyTable("payments", columns, indexed, rows, (line, i) -> {
            SplittableRandom random = random(2, i);
            double moment = (i + random.nextDouble()) / rows;
            long created = time(moment);
            String status = oneOf(PAYMENT_STATUSES, SHARES_OF_PAYMENTS, random);
            line.number(i)
                    .number(earlier(moment, userCount(), random))
                    .text(oneOf(PLANS, PLANS_OF_PAYMENTS, random))
                    .number(500 + random.nextInt(100_000))
                    .text(status)
                    .text(random.nextBoolean() ? "lightning" : "card")
                    .time(created);
            if (status.equals("paid") || status.equals("refunded")) {
                line.time(Math.min(created + random.nextInt(600_000), NOW.toEpochMilli() - 1));
            } else {
                line.none();
            }
        });
    }

    private CompanyTable automations() {
        String columns =
                "id bigint PRIMARY KEY, user_id bigint NOT NULL, type text NOT NULL, is_active boolean NOT NULL,"
                        + " created_at " + TIME + " NOT NULL";
        return new CompanyTable(
                "automations", columns, List.of("user_id", "created_at"), automationCount(), (line, i) -> {
                    SplittableRandom random = random(3, i);
                    double moment = (i + random.nextDouble()) / automationCount();
                    line.number(i)
                            .number(earlier(moment, userCount(), random))
                            .text(oneOf(TYPES, SHARES_OF_TYPES, random))
                            .flag(random.nextInt(10) < 6)
                            .time(time(moment));
                });
    }

    private CompanyTable executions() {
        String columns = "id bigint PRIMARY KEY, automation_id bigint NOT NULL, started_at " + TIME
                + " NOT NULL, duration_ms integer, status text NOT NULL";
        long rows = rows(2_000_000);
        List<String> indexed = List.of("automation_id", "status", "started_at");
        return new CompanyTable("executions", columns, indexed, rows, (line, i) -> {
            SplittableRandom random = random(4, i);
            double moment = (i + random.nextDouble()) / rows;
            line.number(i)
                    .number(earlier(moment, automationCount(), random))
                    .time(time(moment))
                    .number((long) (40 * Math.exp(5 * random.nextDouble())))
                    .text(oneOf(RUN_STATUSES, SHARES_OF_RUNS, random));
        });
    }

    private CompanyTable trades() {
        String columns = "id bigint PRIMARY KEY, user_id bigint NOT NULL, automation_id bigint, executed_at " + TIME
                + " NOT NULL, status text NOT NULL, amount double precision NOT NULL, pnl double precision";
        long rows = rows(2_000_000);
        List<String> indexed = List.of("user_id", "automation_id", "status", "executed_at");
        return new CompanyTable("trades", columns, indexed, rows, (line, i) -> {
            SplittableRandom random = random(5, i);
            double moment = (i + random.nextDouble()) / rows;
            String status = oneOf(RUN_STATUSES, SHARES_OF_RUNS, random);
            line.number(i).number(earlier(moment, userCount(), random));
            if (random.nextInt(4) == 0) {
                line.none();
            } else {
                line.number(earlier(moment, automationCount(), random));
            }
            line.time(time(moment)).text(status).number(1_000 + random.nextInt(1_000_000));
            if (status.equals("success") && random.nextInt(10) < 9) {
                line.number(random.nextInt(20_000) - 9_500);
            } else {
                line.none();
            }
        });
    }

    private long userCount() {
        return rows(1_000_000);
    }

    private long automationCount() {
        return rows(200_000);
    }

    private long rows(long atScaleOne) {
        return Math.max(1, Math.round(atScaleOne * scale));
    }

    /** When so large a part of all that happened had happened. */
    private static long time(double part) {
        return BEGINNING + (long) ((AGE - 1) * Math.sqrt(part));
    }

    /** One of those that were there already. */
    private static long earlier(double moment, long number, SplittableRandom random) {
        return (long) (random.nextDouble() * moment * number);
    }

    private static String oneOf(String[] values, int[] percentages, SplittableRandom random) {
        int chance = random.nextInt(100);
        int i = 0;
        while (chance >= percentages[i]) {
            chance -= percentages[i++];
        }
        return values[i];
    }

    private SplittableRandom random(int table, long row) {
        return new SplittableRandom((seed * 31 + table) * 0x9E3779B97F4A7C15L + row);
    }
}
