package io.axisor.metrics.examples.exporter;

import io.axisor.metrics.refresh.RefreshLease;
import java.time.Duration;
import java.time.Instant;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.jspecify.annotations.Nullable;

/**
 * A lease that is a lock of ShedLock's. Whoever holds it extends it with every refresh; when its holder is gone, it ends by
 * itself, and the next replica that asks gets it.
 */
public final class ShedLockLease implements RefreshLease {

    private final LockProvider locks;
    private final String name;
    private @Nullable SimpleLock held;

    /**
     * A lease, not held yet.
     *
     * @param locks where the locks are
     * @param name the lock's name, one for all replicas
     */
    public ShedLockLease(LockProvider locks, String name) {
        this.locks = locks;
        this.name = name;
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
