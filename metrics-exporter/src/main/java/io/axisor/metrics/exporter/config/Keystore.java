package io.axisor.metrics.exporter.config;

import io.axisor.metrics.exporter.config.HttpConfig.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Reads a certificate and its key; each refusal names the remedy. */
final class Keystore {

    private static final String REMEDY =
            "; make one with: openssl pkcs12 -export -in certificate.pem -inkey key.pem -out exporter.p12";

    private Keystore() {}

    /**
     * Reads a keystore.
     *
     * @param file in the format PKCS12 or JKS
     * @param password that of the file and of the key in it
     * @return what a server proves itself with
     * @throws IllegalArgumentException with the file and the remedy
     */
    static Tls read(String file, String password) {
        try {
            return read(Path.of(file), password);
        } catch (IllegalArgumentException e) { // a path that is none is one of these, too
            throw new IllegalArgumentException("'" + file + "': " + e.getMessage(), e);
        }
    }

    private static Tls read(Path path, String password) {
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("there is no such file, or it cannot be read" + REMEDY);
        }
        try {
            KeyStore keystore = KeyStore.getInstance(path.toFile(), password.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keystore, password.toCharArray());
            if (!hasKey(keystore)) {
                throw new IllegalArgumentException(
                        "it holds no private key, without which a server proves nothing" + REMEDY);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return new Tls(path, context);
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword(e);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? wrongPassword(e)
                    : new IllegalArgumentException("it is no whole keystore of the format PKCS12 or JKS" + REMEDY, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it is no whole keystore of the format PKCS12 or JKS" + REMEDY, e);
        }
    }

    private static boolean hasKey(KeyStore keystore) throws KeyStoreException {
        for (String alias : Collections.list(keystore.aliases())) {
            if (keystore.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static IllegalArgumentException wrongPassword(Exception e) {
        return new IllegalArgumentException("it does not open with this password; correct 'tls.password'", e);
    }
}
