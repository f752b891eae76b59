-- What the library measures of these tables, as someone who knows SQL configures an exporter: a statement for each metric,
-- its windows in FILTERs, rows that no window needs left out. A statement has the key of its metric; its columns are
-- tags and, under the key of a window and a statistic, values.

-- name: users
SELECT plan, COUNT(*) AS value FROM users WHERE created_at < :now GROUP BY plan;

-- name: users.active
SELECT COUNT(*) FILTER (WHERE last_activity_at >= :from_24h) AS "24h",
       COUNT(*) FILTER (WHERE last_activity_at >= :from_7d) AS "7d",
       COUNT(*) AS "30d"
FROM users WHERE last_activity_at >= :from_30d AND last_activity_at < :now;

-- name: users.new
SELECT COUNT(*) FILTER (WHERE created_at >= :from_24h) AS "24h",
       COUNT(*) FILTER (WHERE created_at >= :from_7d) AS "7d",
       COUNT(*) AS "30d",
       COUNT(*) FILTER (WHERE created_at >= :from_today) AS today,
       COUNT(*) FILTER (WHERE created_at >= :from_this_week) AS this_week,
       COUNT(*) FILTER (WHERE created_at >= :from_this_month) AS this_month
FROM users WHERE created_at >= :from_30d AND created_at < :now;

-- name: users.retention
SELECT COUNT(*) FILTER (WHERE last_activity_at >= :from_30d) / NULLIF(CAST(COUNT(*) AS numeric), 0) AS "30d"
FROM users WHERE created_at >= :from_60d AND created_at < :from_30d;

-- name: users.churn
SELECT COUNT(*) FILTER (WHERE last_activity_at < :from_30d) / NULLIF(CAST(COUNT(*) AS numeric), 0) AS "30d"
FROM users WHERE created_at < :from_30d AND last_activity_at >= :from_60d;

-- name: users.stickiness
SELECT COUNT(*) FILTER (WHERE last_activity_at >= :from_24h) / NULLIF(CAST(COUNT(*) AS numeric), 0) AS value
FROM users WHERE last_activity_at >= :from_30d AND last_activity_at < :now;

-- name: users.conversion
SELECT COUNT(first_paid_at) FILTER (WHERE first_paid_at < created_at + INTERVAL '30 days')
         / NULLIF(CAST(COUNT(*) AS numeric), 0) AS "30d"
FROM users u LEFT JOIN (
    SELECT user_id, MIN(paid_at) AS first_paid_at FROM payments WHERE status IN ('paid', 'refunded') GROUP BY user_id
) p ON p.user_id = u.id
WHERE created_at >= :from_60d AND created_at < :from_30d;

-- name: users.paying
SELECT u.plan, COUNT(*) AS value
FROM users u WHERE EXISTS (
    SELECT 1 FROM payments p WHERE p.user_id = u.id AND status IN ('paid', 'refunded') AND paid_at >= :from_30d)
GROUP BY u.plan;

-- name: revenue.lifetime
SELECT 'SAT' AS currency, plan, SUM(amount) AS value FROM payments WHERE status = 'paid' GROUP BY plan;

-- name: revenue.collected
SELECT 'SAT' AS currency,
       SUM(amount) FILTER (WHERE paid_at >= :from_24h) AS "24h",
       SUM(amount) FILTER (WHERE paid_at >= :from_7d) AS "7d",
       SUM(amount) FILTER (WHERE paid_at >= :from_30d) AS "30d",
       SUM(amount) FILTER (WHERE paid_at >= :from_this_month) AS this_month,
       SUM(amount) FILTER (WHERE paid_at >= :from_last_month AND paid_at < :from_this_month) AS last_month
FROM payments WHERE paid_at >= :from_60d AND status = 'paid';

-- name: revenue.gross
SELECT 'SAT' AS currency, SUM(amount) FILTER (WHERE paid_at >= :from_30d) AS "30d", SUM(amount) AS lifetime
FROM payments WHERE status IN ('paid', 'refunded');

-- name: revenue.refunded
SELECT 'SAT' AS currency, SUM(amount) FILTER (WHERE paid_at >= :from_30d) AS "30d", SUM(amount) AS lifetime
FROM payments WHERE status = 'refunded';

-- name: revenue.mrr
SELECT 'SAT' AS currency, plan, SUM(amount) AS value
FROM payments WHERE paid_at >= :from_30d AND status = 'paid' GROUP BY plan;

-- name: revenue.arr
SELECT 'SAT' AS currency, 12 * SUM(amount) AS value FROM payments WHERE paid_at >= :from_30d AND status = 'paid';

-- name: revenue.growth
SELECT 'SAT' AS currency,
       SUM(amount) FILTER (WHERE paid_at >= :from_30d)
         / NULLIF(CAST(SUM(amount) FILTER (WHERE paid_at >= :from_60d AND paid_at < :from_30d) AS numeric), 0) - 1
         AS "30d",
       SUM(amount) FILTER (WHERE paid_at >= :from_last_month AND paid_at < :from_this_month)
         / NULLIF(CAST(SUM(amount) FILTER (WHERE paid_at >= :from_previous_month AND paid_at < :from_last_month)
           AS numeric), 0) - 1 AS last_month
FROM payments WHERE paid_at >= :from_previous_month AND status = 'paid';

-- name: revenue.arpu
SELECT 'SAT' AS currency,
       (SELECT SUM(amount) FROM payments WHERE paid_at >= :from_30d AND status = 'paid')
         / NULLIF(CAST((SELECT COUNT(*) FROM users WHERE created_at < :now) AS numeric), 0) AS "30d";

-- name: revenue.arppu
SELECT 'SAT' AS currency,
       SUM(amount) FILTER (WHERE status = 'paid') / NULLIF(CAST(COUNT(DISTINCT user_id) AS numeric), 0) AS "30d"
FROM payments WHERE paid_at >= :from_30d AND status IN ('paid', 'refunded');

-- name: revenue.per.account
SELECT 'SAT' AS currency,
       (SELECT SUM(amount) FROM payments WHERE status = 'paid')
         / NULLIF(CAST((SELECT COUNT(*) FROM users WHERE created_at < :now) AS numeric), 0) AS lifetime;

-- name: revenue.unattributed
SELECT 'SAT' AS currency,
       COALESCE(SUM(amount) FILTER (WHERE user_id IS NULL), 0) / NULLIF(CAST(SUM(amount) AS numeric), 0) AS "30d"
FROM payments WHERE paid_at >= :from_30d AND status IN ('paid', 'refunded');

-- name: orders
SELECT COUNT(*) FILTER (WHERE paid_at >= :from_24h) AS "24h",
       COUNT(*) FILTER (WHERE paid_at >= :from_30d) AS "30d",
       COUNT(*) FILTER (WHERE paid_at >= :from_last_month AND paid_at < :from_this_month) AS last_month
FROM payments WHERE paid_at >= :from_60d AND status IN ('paid', 'refunded');

-- name: orders.value.mean
SELECT 'SAT' AS currency,
       AVG(amount) FILTER (WHERE paid_at >= :from_24h) AS "24h",
       AVG(amount) FILTER (WHERE paid_at >= :from_30d) AS "30d",
       AVG(amount) FILTER (WHERE paid_at >= :from_last_month AND paid_at < :from_this_month) AS last_month
FROM payments WHERE paid_at >= :from_60d AND status IN ('paid', 'refunded');

-- name: payments.new
SELECT CASE status WHEN 'paid' THEN 'succeeded' ELSE status END AS status,
       COUNT(*) FILTER (WHERE created_at >= :from_24h) AS "24h",
       COUNT(*) AS "30d"
FROM payments WHERE created_at >= :from_30d AND created_at < :now GROUP BY 1;

-- name: payments
SELECT CASE status WHEN 'paid' THEN 'succeeded' ELSE status END AS status, COUNT(*) AS value
FROM payments WHERE created_at < :now GROUP BY 1;

-- name: payments.success
SELECT COUNT(*) FILTER (WHERE status IN ('paid', 'refunded') AND created_at >= :from_30d)
         / NULLIF(CAST(COUNT(*) FILTER (WHERE created_at >= :from_30d) AS numeric), 0) AS "30d",
       COUNT(*) FILTER (WHERE status IN ('paid', 'refunded')) / NULLIF(CAST(COUNT(*) AS numeric), 0) AS lifetime
FROM payments WHERE created_at < :now AND status IN ('paid', 'refunded', 'failed');

-- name: payments.refund
SELECT COUNT(*) FILTER (WHERE status = 'refunded' AND created_at >= :from_30d)
         / NULLIF(CAST(COUNT(*) FILTER (WHERE created_at >= :from_30d) AS numeric), 0) AS "30d",
       COUNT(*) FILTER (WHERE status = 'refunded') / NULLIF(CAST(COUNT(*) AS numeric), 0) AS lifetime
FROM payments WHERE created_at < :now AND status IN ('paid', 'refunded');

-- name: revenue.refund
SELECT 'SAT' AS currency,
       SUM(amount) FILTER (WHERE status = 'refunded' AND paid_at >= :from_30d)
         / NULLIF(CAST(SUM(amount) FILTER (WHERE paid_at >= :from_30d) AS numeric), 0) AS "30d",
       SUM(amount) FILTER (WHERE status = 'refunded') / NULLIF(CAST(SUM(amount) AS numeric), 0) AS lifetime
FROM payments WHERE status IN ('paid', 'refunded');

-- name: automations
SELECT CASE WHEN is_active THEN 'active' ELSE 'inactive' END AS state, type AS automation, COUNT(*) AS value
FROM automations WHERE created_at < :now GROUP BY 1, 2;

-- name: automations.usage
SELECT u.plan, COUNT(*) AS value
FROM automations a JOIN users u ON u.id = a.user_id WHERE a.is_active AND a.created_at < :now GROUP BY u.plan;

-- name: automations.owners
SELECT u.plan, COUNT(DISTINCT u.id) AS value
FROM automations a JOIN users u ON u.id = a.user_id WHERE a.is_active AND a.created_at < :now GROUP BY u.plan;

-- name: automations.adoption
SELECT (SELECT COUNT(DISTINCT user_id) FROM automations WHERE is_active AND created_at < :now)
         / NULLIF(CAST((SELECT COUNT(*) FROM users WHERE created_at < :now) AS numeric), 0) AS value;

-- name: automations.executions
SELECT CASE status WHEN 'success' THEN 'succeeded' WHEN 'failed' THEN 'failed' ELSE 'other' END AS outcome,
       a.type AS automation,
       COUNT(*) FILTER (WHERE started_at >= :from_24h) AS "24h",
       COUNT(*) AS "30d",
       COUNT(*) FILTER (WHERE started_at >= :from_today) AS today
FROM executions e JOIN automations a ON a.id = e.automation_id
WHERE started_at >= :from_30d AND started_at < :now GROUP BY 1, 2;

-- name: automations.success
SELECT a.type AS automation,
       COUNT(*) FILTER (WHERE status = 'success' AND started_at >= :from_24h)
         / NULLIF(CAST(COUNT(*) FILTER (WHERE started_at >= :from_24h) AS numeric), 0) AS "24h",
       COUNT(*) FILTER (WHERE status = 'success') / NULLIF(CAST(COUNT(*) AS numeric), 0) AS "30d"
FROM executions e JOIN automations a ON a.id = e.automation_id
WHERE started_at >= :from_30d AND started_at < :now AND status IN ('success', 'failed') GROUP BY 1;

-- name: automations.success.overall
SELECT COUNT(*) FILTER (WHERE status = 'success' AND started_at >= :from_24h)
         / NULLIF(CAST(COUNT(*) FILTER (WHERE started_at >= :from_24h) AS numeric), 0) AS "24h",
       COUNT(*) FILTER (WHERE status = 'success') / NULLIF(CAST(COUNT(*) AS numeric), 0) AS "30d"
FROM executions WHERE started_at >= :from_30d AND started_at < :now AND status IN ('success', 'failed');

-- name: automations.duration
SELECT AVG(duration_ms) FILTER (WHERE started_at >= :from_24h) / 1000 AS "24h mean",
       percentile_disc(0.5) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE started_at >= :from_24h) / 1000.0
         AS "24h p50",
       percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE started_at >= :from_24h) / 1000.0
         AS "24h p95",
       MAX(duration_ms) FILTER (WHERE started_at >= :from_24h) / 1000.0 AS "24h max",
       AVG(duration_ms) / 1000 AS "30d mean",
       percentile_disc(0.5) WITHIN GROUP (ORDER BY duration_ms) / 1000.0 AS "30d p50",
       percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) / 1000.0 AS "30d p95",
       MAX(duration_ms) / 1000.0 AS "30d max"
FROM executions WHERE started_at >= :from_30d AND started_at < :now AND duration_ms IS NOT NULL;

-- name: margin.guard.actions
SELECT CASE status WHEN 'success' THEN 'succeeded' WHEN 'failed' THEN 'failed' ELSE 'other' END AS outcome,
       COUNT(*) FILTER (WHERE started_at >= :from_today) AS today,
       COUNT(*) FILTER (WHERE started_at >= :from_30d) AS "30d",
       COUNT(*) AS lifetime
FROM executions e JOIN automations a ON a.id = e.automation_id
WHERE a.type = 'margin_guard' AND started_at < :now GROUP BY 1;

-- name: margin.guard.success
SELECT COUNT(*) FILTER (WHERE status = 'success' AND started_at >= :from_today)
         / NULLIF(CAST(COUNT(*) FILTER (WHERE started_at >= :from_today) AS numeric), 0) AS today,
       COUNT(*) FILTER (WHERE status = 'success' AND started_at >= :from_30d)
         / NULLIF(CAST(COUNT(*) FILTER (WHERE started_at >= :from_30d) AS numeric), 0) AS "30d",
       COUNT(*) FILTER (WHERE status = 'success') / NULLIF(CAST(COUNT(*) AS numeric), 0) AS lifetime
FROM executions e JOIN automations a ON a.id = e.automation_id
WHERE a.type = 'margin_guard' AND started_at < :now AND status IN ('success', 'failed');

-- name: margin.guard.owners
SELECT COUNT(DISTINCT a.user_id) FILTER (WHERE started_at >= :from_today) AS today,
       COUNT(DISTINCT a.user_id) FILTER (WHERE started_at >= :from_30d) AS "30d",
       COUNT(DISTINCT a.user_id) AS lifetime
FROM executions e JOIN automations a ON a.id = e.automation_id
WHERE a.type = 'margin_guard' AND started_at < :now;

-- name: trades
SELECT CASE status WHEN 'success' THEN 'succeeded' WHEN 'failed' THEN 'failed' ELSE 'other' END AS outcome,
       COUNT(*) AS value
FROM trades WHERE executed_at < :now GROUP BY 1;

-- name: trades.by.automation
SELECT COALESCE(a.type, 'manual') AS automation, COUNT(*) AS value
FROM trades t LEFT JOIN automations a ON a.id = t.automation_id WHERE executed_at < :now GROUP BY 1;

-- name: trades.volume
SELECT 'SAT' AS currency,
       SUM(amount) FILTER (WHERE executed_at >= :from_24h) AS "24h",
       SUM(amount) FILTER (WHERE executed_at >= :from_30d) AS "30d",
       SUM(amount) AS lifetime
FROM trades WHERE status = 'success' AND executed_at < :now;

-- name: trades.size.mean
SELECT 'SAT' AS currency,
       AVG(amount) FILTER (WHERE executed_at >= :from_24h) AS "24h",
       AVG(amount) FILTER (WHERE executed_at >= :from_30d) AS "30d",
       AVG(amount) AS lifetime
FROM trades WHERE status = 'success' AND executed_at < :now;

-- name: trades.success
SELECT COUNT(*) FILTER (WHERE status = 'success' AND executed_at >= :from_24h)
         / NULLIF(CAST(COUNT(*) FILTER (WHERE executed_at >= :from_24h) AS numeric), 0) AS "24h",
       COUNT(*) FILTER (WHERE status = 'success' AND executed_at >= :from_30d)
         / NULLIF(CAST(COUNT(*) FILTER (WHERE executed_at >= :from_30d) AS numeric), 0) AS "30d",
       COUNT(*) FILTER (WHERE status = 'success') / NULLIF(CAST(COUNT(*) AS numeric), 0) AS lifetime
FROM trades WHERE status IN ('success', 'failed') AND executed_at < :now;

-- name: trades.volume.growth
SELECT 'SAT' AS currency,
       SUM(amount) FILTER (WHERE executed_at >= :from_30d)
         / NULLIF(SUM(amount) FILTER (WHERE executed_at < :from_30d), 0) - 1 AS "30d"
FROM trades WHERE status = 'success' AND executed_at >= :from_60d AND executed_at < :now;

-- name: trades.win
SELECT COUNT(*) FILTER (WHERE pnl > 0 AND executed_at >= :from_30d)
         / NULLIF(CAST(COUNT(*) FILTER (WHERE executed_at >= :from_30d) AS numeric), 0) AS "30d",
       COUNT(*) FILTER (WHERE pnl > 0) / NULLIF(CAST(COUNT(*) AS numeric), 0) AS lifetime
FROM trades WHERE pnl <> 0 AND executed_at < :now;

-- name: trades.sharpe
WITH traded AS (
    SELECT date_trunc('day', executed_at) AS day, COALESCE(SUM(pnl), 0) AS pnl
    FROM trades WHERE executed_at < :from_today GROUP BY 1
), days AS (
    SELECT g.day, COALESCE(pnl, 0) AS pnl
    FROM generate_series((SELECT MIN(day) FROM traded), :from_yesterday, INTERVAL '1 day') AS g (day)
    LEFT JOIN traded ON traded.day = g.day
)
SELECT AVG(pnl) FILTER (WHERE day >= :from_90d) / NULLIF(STDDEV_SAMP(pnl) FILTER (WHERE day >= :from_90d), 0)
         * SQRT(365) AS "90d",
       AVG(pnl) / NULLIF(STDDEV_SAMP(pnl), 0) * SQRT(365) AS lifetime
FROM days;

-- name: trades.sortino
WITH traded AS (
    SELECT date_trunc('day', executed_at) AS day, COALESCE(SUM(pnl), 0) AS pnl
    FROM trades WHERE executed_at < :from_today GROUP BY 1
), days AS (
    SELECT g.day, COALESCE(pnl, 0) AS pnl
    FROM generate_series((SELECT MIN(day) FROM traded), :from_yesterday, INTERVAL '1 day') AS g (day)
    LEFT JOIN traded ON traded.day = g.day
)
SELECT AVG(pnl) FILTER (WHERE day >= :from_90d)
         / NULLIF(SQRT(AVG(POWER(LEAST(pnl, 0), 2)) FILTER (WHERE day >= :from_90d)), 0) * SQRT(365) AS "90d",
       AVG(pnl) / NULLIF(SQRT(AVG(POWER(LEAST(pnl, 0), 2))), 0) * SQRT(365) AS lifetime
FROM days;

-- name: trades.drawdown
WITH traded AS (
    SELECT date_trunc('day', executed_at) AS day, COALESCE(SUM(pnl), 0) AS pnl
    FROM trades WHERE executed_at < :from_today GROUP BY 1
), running AS (
    SELECT day, SUM(pnl) OVER (ORDER BY day) AS ever,
           SUM(pnl) FILTER (WHERE day >= :from_90d) OVER (ORDER BY day) AS lately
    FROM traded
), falls AS (
    SELECT GREATEST(0, MAX(ever) OVER (ORDER BY day)) - ever AS ever,
           GREATEST(0, MAX(lately) OVER (ORDER BY day)) - lately AS lately
    FROM running
)
SELECT 'SAT' AS currency, MAX(lately) AS "90d", MAX(ever) AS lifetime FROM falls;

-- name: trades.value.at.risk
WITH traded AS (
    SELECT date_trunc('day', executed_at) AS day, COALESCE(SUM(pnl), 0) AS pnl
    FROM trades WHERE executed_at < :from_today GROUP BY 1
), days AS (
    SELECT g.day, COALESCE(pnl, 0) AS pnl
    FROM generate_series((SELECT MIN(day) FROM traded), :from_yesterday, INTERVAL '1 day') AS g (day)
    LEFT JOIN traded ON traded.day = g.day
)
SELECT 'SAT' AS currency,
       -percentile_cont(0.05) WITHIN GROUP (ORDER BY pnl) FILTER (WHERE day >= :from_90d) AS "90d",
       -percentile_cont(0.05) WITHIN GROUP (ORDER BY pnl) AS lifetime
FROM days;

-- name: trades.profit.factor
SELECT 'SAT' AS currency,
       SUM(pnl) FILTER (WHERE pnl > 0 AND executed_at >= :from_90d)
         / NULLIF(-SUM(pnl) FILTER (WHERE pnl < 0 AND executed_at >= :from_90d), 0) AS "90d",
       SUM(pnl) FILTER (WHERE pnl > 0) / NULLIF(-SUM(pnl) FILTER (WHERE pnl < 0), 0) AS lifetime
FROM trades WHERE pnl IS NOT NULL AND executed_at < :now;

-- name: trades.expectancy
SELECT 'SAT' AS currency, AVG(pnl) FILTER (WHERE executed_at >= :from_90d) AS "90d", AVG(pnl) AS lifetime
FROM trades WHERE pnl IS NOT NULL AND executed_at < :now;
