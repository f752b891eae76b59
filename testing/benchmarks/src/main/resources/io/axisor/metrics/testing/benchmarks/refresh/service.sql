-- A reconstruction, not the original text: the statements that a hand-written service on an ORM sends to answer
-- getKPIs(), one figure each and one after the other. In its favour, what it asks twice is asked once here, what it makes
-- up asks nothing, the daily profits are summed by the database instead of loaded row by row, and each statement is
-- written as plainly as can be.

-- name: total_users
SELECT COUNT(*) FROM users WHERE created_at < :now;

-- name: total_users by plan
SELECT plan, COUNT(*) FROM users WHERE created_at < :now GROUP BY plan;

-- name: active_users 24h
SELECT COUNT(*) FROM users WHERE last_activity_at >= :from_24h;

-- name: active_users 7d
SELECT COUNT(*) FROM users WHERE last_activity_at >= :from_7d;

-- name: active_users 30d
SELECT COUNT(*) FROM users WHERE last_activity_at >= :from_30d;

-- name: new_users today
SELECT COUNT(*) FROM users WHERE created_at >= :from_today;

-- name: new_users this week, as rolling days
SELECT COUNT(*) FROM users WHERE created_at >= :from_7d;

-- name: new_users this month, as rolling days
SELECT COUNT(*) FROM users WHERE created_at >= :from_30d;

-- name: retention_rate, the cohort
SELECT COUNT(*) FROM users WHERE created_at >= :from_60d AND created_at < :from_30d;

-- name: retention_rate, the retained
SELECT COUNT(*) FROM users WHERE created_at >= :from_60d AND created_at < :from_30d AND last_activity_at >= :from_30d;

-- name: churn_rate, the base
SELECT COUNT(*) FROM users WHERE created_at < :from_30d AND last_activity_at >= :from_60d;

-- name: churn_rate, the churned
SELECT COUNT(*) FROM users WHERE created_at < :from_30d AND last_activity_at >= :from_60d AND last_activity_at < :from_30d;

-- name: total_revenue
SELECT SUM(amount) FROM payments WHERE status = 'paid';

-- name: total_revenue by plan
SELECT plan, SUM(amount) FROM payments WHERE status = 'paid' GROUP BY plan;

-- name: mrr
SELECT SUM(amount) FROM payments WHERE status = 'paid' AND paid_at >= :from_30d;

-- name: growth_rate, this month
SELECT SUM(amount) FROM payments WHERE status = 'paid' AND paid_at >= :from_this_month;

-- name: growth_rate, last month
SELECT SUM(amount) FROM payments WHERE status = 'paid' AND paid_at >= :from_last_month AND paid_at < :from_this_month;

-- name: payment_success_rate, all payments
SELECT COUNT(*) FROM payments;

-- name: payment_success_rate, the paid
SELECT COUNT(*) FROM payments WHERE status = 'paid';

-- name: refund_rate, the refunded
SELECT COUNT(*) FROM payments WHERE status = 'refunded';

-- name: automations total
SELECT COUNT(*) FROM automations;

-- name: automations active
SELECT COUNT(*) FROM automations WHERE is_active;

-- name: automations by type
SELECT type, COUNT(*) FROM automations GROUP BY type;

-- name: usage_by_plan
SELECT u.plan, COUNT(*) FROM automations a JOIN users u ON u.id = a.user_id WHERE a.is_active GROUP BY u.plan;

-- name: executions today
SELECT COUNT(*) FROM executions WHERE started_at >= :from_today;

-- name: automation success_rate, all executions
SELECT COUNT(*) FROM executions;

-- name: automation success_rate, the succeeded
SELECT COUNT(*) FROM executions WHERE status = 'success';

-- name: average_execution_time
SELECT AVG(duration_ms) FROM executions WHERE duration_ms IS NOT NULL;

-- name: margin_guard_actions
SELECT COUNT(*) FROM executions e JOIN automations a ON a.id = e.automation_id WHERE a.type = 'margin_guard';

-- name: trades total
SELECT COUNT(*) FROM trades;

-- name: trades by automation
SELECT a.type, COUNT(*) FROM trades t LEFT JOIN automations a ON a.id = t.automation_id GROUP BY a.type;

-- name: trades successful
SELECT COUNT(*) FROM trades WHERE status = 'success';

-- name: trades failed
SELECT COUNT(*) FROM trades WHERE status = 'failed';

-- name: volume
SELECT SUM(amount) FROM trades;

-- name: average_size
SELECT AVG(amount) FROM trades;

-- name: win_rate, the winners
SELECT COUNT(*) FROM trades WHERE pnl > 0;

-- name: win_rate, the closed
SELECT COUNT(*) FROM trades WHERE pnl IS NOT NULL;

-- name: sharpe_ratio and max_drawdown, profit by day
SELECT date_trunc('day', executed_at), SUM(pnl) FROM trades WHERE pnl IS NOT NULL GROUP BY 1 ORDER BY 1;

-- name: trading_volume_growth, the last 30 days
SELECT SUM(amount) FROM trades WHERE executed_at >= :from_30d;

-- name: trading_volume_growth, the 30 days before
SELECT SUM(amount) FROM trades WHERE executed_at >= :from_60d AND executed_at < :from_30d;
