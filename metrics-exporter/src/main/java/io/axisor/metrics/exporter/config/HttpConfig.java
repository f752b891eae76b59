package io.axisor.metrics.exporter.config;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where is served, and for whom.
 *
 * @param listen the address
 * @param tls what it proves itself with; empty for plain HTTP
 * @param basicAuth who may ask; empty for everyone who reaches the address
 */
public record HttpConfig(InetSocketAddress listen, Optional<Tls> tls, Optional<Credentials> basicAuth) {

    /**
     * A certificate with its key.
     *
     * @param keystore the file that holds both
     * @param context both, as they were read
     */
    public record Tls(Path keystore, SSLContext context) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Tls tls && tls.keystore.equals(keystore);
        }

        @Override
        public int hashCode() {
            return keystore.hashCode();
        }
    }

    /**
     * A user's name and password.
     *
     * @param user the name
     * @param password the password
     */
    public record Credentials(String user, String password) {
        /**
         * Compares in a time that says nothing of how much is right.
         *
         * @param givenUser the name that is given
         * @param givenPassword the password that is given
         * @return whether both are right
         */
        public boolean are(String givenUser, String givenPassword) {
            boolean isUser = isSame(user, givenUser);
            return isSame(password, givenPassword) && isUser; // both compared, whatever the first says
        }

        private static boolean isSame(String one, String other) {
            return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }

        /** Without the password. */
        @Override
        public String toString() {
            return user;
        }
    }
}
