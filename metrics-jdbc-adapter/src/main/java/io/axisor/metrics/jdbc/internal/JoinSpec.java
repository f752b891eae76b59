package io.axisor.metrics.jdbc.internal;

/**
 * One other table that columns may come from, at most one row of it for each row.
 *
 * @param name what columns of it are prefixed with in the mapping
 * @param table its name
 * @param key its column
 * @param matching the column of the fact's own table that equals the key
 */
public record JoinSpec(String name, String table, String key, String matching) {}
