package io.axisor.metrics.exporter.config;

import java.util.Optional;

/**
 * How replicas agree on who computes.
 *
 * @param database where the table of locks is, and who may write it; empty for the target's own
 * @param table ShedLock's table
 * @param name the lock's name; targets with a name append it
 */
public record LeaseConfig(Optional<DatabaseAddress> database, String table, String name) {}
