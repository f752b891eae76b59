-- What a database needs to walk over the rows, looking at no column.

-- name: users
SELECT COUNT(*) FROM users;

-- name: payments
SELECT COUNT(*) FROM payments;

-- name: automations
SELECT COUNT(*) FROM automations;

-- name: executions
SELECT COUNT(*) FROM executions;

-- name: trades
SELECT COUNT(*) FROM trades;
