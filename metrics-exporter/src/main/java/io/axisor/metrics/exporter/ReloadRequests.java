package io.axisor.metrics.exporter;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jline.utils.Signals;

/** Requests to read the configuration again. However many come while one is being served, one more is served after it. */
final class ReloadRequests {

    private final BlockingQueue<Boolean> waiting = new ArrayBlockingQueue<>(1);

    /** Takes SIGHUP as a request from now until the process ends, where the system has this signal. */
    static ReloadRequests ofSignals() {
        ReloadRequests requests = new ReloadRequests();
        Signals.register("HUP", requests::add);
        return requests;
    }

    /** Adds a request; never waits. */
    void add() {
        var unused = waiting.offer(true);
    }

    /**
     * Serves requests, those made before the call included, on one thread of its own.
     *
     * @param reload reads the configuration again, and never throws
     * @return the thread, which ends when it is interrupted between two requests
     */
    Thread serve(Runnable reload) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            waiting.take();
                            reload.run();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt(); // the exporter ends
                    }
                },
                "reload");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
