package io.axisor.metrics.spring;

import io.axisor.metrics.refresh.MetricsRefresher;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the refresher when the application is up. It is closed as a bean, before the DataSource that it stands on; an
 * application that is merely paused finds it running when it goes on.
 */
final class RefreshLifecycle implements SmartLifecycle {

    private final MetricsRefresher refresher;
    private volatile boolean running;

    RefreshLifecycle(MetricsRefresher refresher) {
        this.refresher = refresher;
    }

    @Override
    public void start() {
        refresher.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
