package io.axisor.metrics.exporter;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.exporter.config.DatabaseAddress;
import io.axisor.metrics.refresh.RefreshLease;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The leases that this process holds. A configuration that takes over shares those of the one before it, so that it measures
 * before the other ends, and no other replica takes over in between.
 */
final class SharedLeases {

    private final Map<Key, Holding> holdings = new HashMap<>();

    /** Which lock is meant. */
    private record Key(DatabaseAddress database, String table, String name) {}

    /** A lease with those who share it. */
    private static final class Holding {
        private final HikariDataSource pool;
        private final RefreshLease lease;
        private final Set<Share> shares = new HashSet<>();
        private final Set<Share> holders = new HashSet<>();

        Holding(HikariDataSource pool, String table, String name) {
            this.pool = pool;
            this.lease = ShedLockLease.of(pool, table, name);
        }
    }

    /**
     * A share of a lease; nothing is held yet, and no database reached.
     *
     * @param database where the table of locks is
     * @param table ShedLock's table
     * @param name the lock's name
     * @param patience how long a connection is waited for
     * @return a share, to be closed by the caller
     */
    synchronized Share share(DatabaseAddress database, String table, String name, Duration patience) {
        Key key = new Key(database, table, name);
        Holding holding = holdings.computeIfAbsent(
                key, absent -> new Holding(Pools.forWriting(database, name + "-lease", patience), table, name));
        Share share = new Share(key, holding);
        holding.shares.add(share);
        return share;
    }

    private synchronized void leave(Share share) {
        Holding holding = share.holding;
        holding.shares.remove(share);
        if (holding.shares.isEmpty()) {
            holdings.remove(share.key, holding);
            holding.pool.close();
        }
    }

    /** One of those that hold a lease together: it is released when the last of them releases it. */
    final class Share implements RefreshLease, AutoCloseable {

        private final Key key;
        private final Holding holding;

        private Share(Key key, Holding holding) {
            this.key = key;
            this.holding = holding;
        }

        @Override
        public boolean tryHold(Duration duration) {
            synchronized (holding) {
                boolean holds = holding.lease.tryHold(duration);
                if (holds) {
                    holding.holders.add(this);
                } else {
                    holding.holders.clear();
                }
                return holds;
            }
        }

        @Override
        public void release() {
            synchronized (holding) {
                if (holding.holders.remove(this) && holding.holders.isEmpty()) {
                    holding.lease.release();
                }
            }
        }

        /** Releases it, and closes the connections of the lease after its last share. */
        @Override
        public void close() {
            try {
                release();
            } finally {
                leave(this);
            }
        }
    }
}
