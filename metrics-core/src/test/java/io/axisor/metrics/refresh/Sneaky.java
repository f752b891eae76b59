package io.axisor.metrics.refresh;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything that foreign code may throw: errors, and checked exceptions that the compiler would not let through, which
 * Kotlin, Groovy, Lombok and proxies throw nevertheless.
 */
@SuppressWarnings({"ImmutableEnumChecker", "TypeParameterUnusedInFormals"}) // what is thrown is made anew; see raise()
enum Sneaky {
    EXCEPTION(() -> new IllegalStateException("thrown")),
    CHECKED(() -> new IOException("thrown")),
    SQL(() -> new SQLException("thrown")),
    INTERRUPTED(() -> new InterruptedException("thrown")),
    LINKAGE(() -> new NoClassDefFoundError("org/example/Driver")),
    INITIALIZER(() -> new ExceptionInInitializerError(new IllegalStateException("thrown"))),
    ASSERTION(() -> new AssertionError("thrown")),
    MEMORY(() -> new OutOfMemoryError("Java heap space")),
    STACK(StackOverflowError::new),
    INTERNAL(() -> new InternalError("thrown")),
    PLAIN(() -> new Throwable("thrown")),
    WORDLESS(Wordless::new);

    private final Supplier<Throwable> thrown;

    Sneaky(Supplier<Throwable> thrown) {
        this.thrown = thrown;
    }

    /** Its words fail, too. */
    private static final class Wordless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no words");
        }
    }

    /** Never returns; what it is said to return is for the compiler. */
    <T> T raise() {
        return Sneaky.<T, RuntimeException>throwAs(thrown.get());
    }

    static Runnable throwing(Throwable thrown) {
        return () -> Sneaky.<Void, RuntimeException>throwAs(thrown);
    }

    static Stream<Sneaky> all() {
        return Stream.of(values());
    }

    @SuppressWarnings("unchecked")
    private static <T, E extends Throwable> T throwAs(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
