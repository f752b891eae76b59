package io.axisor.metrics.exporter;

import io.axisor.metrics.refresh.RefreshLease;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A lease that is a lock of ShedLock's. Whoever holds it extends it with every refresh; when its holder is gone, it ends by
 * itself, and the next replica that asks gets it.
 */
public final class ShedLockLease implements RefreshLease {

    private final LockProvider locks;
    private final String name;
    private @Nullable SimpleLock held;

    private ShedLockLease(LockProvider locks, String name) {
        this.locks = locks;
        this.name = name;
    }

    /**
     * A lease, not held yet. Time is the database's, so that the replicas' clocks may differ. Each lease signs as somebody
     * else: signing as their host, which is ShedLock's default, two replicas of one host would extend each other's locks.
     *
     * @param database where the table is; best one whose user may write nothing else
     * @param table ShedLock's table
     * @param name the lock's name, one for all replicas
     * @return the lease
     */
    public static ShedLockLease of(DataSource database, String table, String name) {
        return new ShedLockLease(
                new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                        .withJdbcTemplate(new JdbcTemplate(database))
                        .withTableName(table)
                        .withLockedByValue(UUID.randomUUID().toString())
                        .usingDbTime()
                        .build()),
                name);
    }

    @Override
    public synchronized boolean tryHold(Duration duration) {
        if (held != null) {
            held = held.extend(duration, Duration.ZERO).orElse(null);
        }
        if (held == null) {
            held = locks.lock(new LockConfiguration(Instant.now(), name, duration, Duration.ZERO))
                    .orElse(null);
        }
        return held != null;
    }

    @Override
    public synchronized void release() {
        if (held != null) {
            held.unlock();
            held = null;
        }
    }
}
