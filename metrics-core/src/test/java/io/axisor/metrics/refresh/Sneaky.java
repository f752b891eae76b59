package io.axisor.metrics.refresh;

/** Throws what the compiler would not let through: Kotlin, Groovy, Lombok and proxies do so. */
final class Sneaky {

    private Sneaky() {}

    static Runnable throwing(Throwable thrown) {
        return () -> Sneaky.<RuntimeException>throwAs(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
