package io.axisor.metrics.jdbc.internal.spec;

import java.util.Optional;

/**
 * One other table that columns may come from, at most one row of it for each row.
 *
 * @param name what columns of it are prefixed with in the mapping
 * @param table its name
 * @param key its column
 * @param matching the column of the fact's own table that equals the key
 * @param where the condition that its rows must meet, if there is one
 */
public record JoinSpec(String name, String table, String key, String matching, Optional<String> where) {}
