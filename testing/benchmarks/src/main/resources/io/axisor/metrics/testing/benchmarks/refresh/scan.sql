-- The bound that no single pass beats: one scan of each table that touches every column a metric needs.

-- name: users
SELECT COUNT(plan), MAX(created_at), MAX(last_activity_at) FROM users;

-- name: payments
SELECT COUNT(plan), COUNT(status), SUM(amount), MAX(user_id), MAX(created_at), MAX(paid_at) FROM payments;

-- name: automations
SELECT COUNT(type), COUNT(is_active), MAX(user_id), MAX(created_at) FROM automations;

-- name: executions
SELECT COUNT(status), SUM(duration_ms), MAX(automation_id), MAX(started_at) FROM executions;

-- name: trades
SELECT COUNT(status), SUM(amount), SUM(pnl), MAX(automation_id), MAX(executed_at) FROM trades;
