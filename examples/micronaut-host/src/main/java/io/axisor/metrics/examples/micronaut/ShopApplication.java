package io.axisor.metrics.examples.micronaut;

import io.micronaut.runtime.Micronaut;

/** A shop. That it is measured, it owes to {@link ShopMetrics}. */
public final class ShopApplication {

    private ShopApplication() {}

    /**
     * Runs until the process ends.
     *
     * @param arguments for Micronaut
     */
    public static void main(String... arguments) {
        Micronaut.run(ShopApplication.class, arguments);
    }
}
