package dev.mintmark.jose;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/**
 * Signatures in native code, by Amazon Corretto Crypto Provider, for the whole JVM. SmallRye's builder selects a
 * provider by its position, so this provider is put first. The JDK still reads and checks keys; signing and
 * verification keys are translated once, not for every token.
 */
public final class NativeCrypto {
    private static final String NAME = "AmazonCorrettoCryptoProvider";
    private static final String PACKAGE = "com.amazon.corretto.crypto.provider.";

    /** The names of processors in the file names of the provider's jars. */
    private static final Map<String, String> PROCESSORS = Map.of("amd64", "x86_64", "aarch64", "aarch_64");

    private NativeCrypto() {}

    /**
     * Puts the provider first, unless it is already first. Returns the reason if that fails, and then changes nothing.
     */
    public static synchronized Optional<String> install() {
        if (isInstalled()) {
            return Optional.empty();
        }
        try {
            Provider present = Security.getProvider(NAME);
            Provider provider = present == null ? load() : present;
            provider.getClass().getMethod("assertHealthy").invoke(provider);
            Security.removeProvider(NAME);
            Security.insertProviderAt(provider, 1);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of("its library cannot be loaded from " + System.getProperty("java.io.tmpdir")
                    + ", where it is unpacked: " + root(e).getMessage());
        } catch (IOException | ReflectiveOperationException | LinkageError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Returns signatures to the JDK. Keys that were created in the meantime stay as they are. */
    public static synchronized void remove() {
        Security.removeProvider(NAME);
    }

    /** Whether this provider is the first one. */
    public static boolean isInstalled() {
        return Security.getProviders()[0].getName().equals(NAME);
    }

    /**
     * The key factory of the JDK, whichever provider is first: other providers reject other numbers, with other
     * exceptions.
     */
    static KeyFactory jdkFactory(String algorithm) throws NoSuchAlgorithmException {
        KeyFactory factory = KeyFactory.getInstance(algorithm);
        for (Provider provider : Security.getProviders("KeyFactory." + algorithm)) {
            if (!factory.getProvider().getName().equals(NAME)) {
                break;
            }
            factory = KeyFactory.getInstance(algorithm, provider);
        }
        return factory;
    }

    /** The key as the first provider represents it, so that it is not translated for every signature. */
    @SuppressWarnings("unchecked") // A public key stays public, a private one private.
    static <K extends Key> K translated(K key) {
        try {
            return (K) KeyFactory.getInstance(key.getAlgorithm()).translateKey(key);
        } catch (GeneralSecurityException | RuntimeException e) {
            // The provider does not accept these numbers; the next provider gets the key as it is.
            return key;
        }
    }

    private static Provider load() throws IOException, ReflectiveOperationException {
        // Without this property, the provider signs with Ed25519 keys but does not read them. It reads the property
        // once, at construction.
        System.setProperty(PACKAGE + "registerEdKeyFactory", "true");
        ClassLoader loader = new JarClassLoader(jar());
        Object provider = loader.loadClass(PACKAGE + NAME).getField("INSTANCE").get(null);
        // The provider starts its self-tests in this pool; asking for the results before they end would run the tests
        // twice.
        var unused = ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.SECONDS);
        provider.getClass().getMethod("runSelfTests").invoke(provider);
        return (Provider) provider;
    }

    /** Jars for several platforms are side by side and contain the same names. */
    private static Path jar() throws IOException {
        String name = (PACKAGE + NAME).replace('.', '/') + ".class";
        String platform = platform();
        Enumeration<URL> urls = NativeCrypto.class.getClassLoader().getResources(name);
        // One at a time, because each further element opens more jars of the class path.
        while (urls.hasMoreElements()) {
            String path = urls.nextElement().getPath();
            String jar = path.substring(0, Math.max(0, path.indexOf("!/")));
            if (jar.endsWith("-" + platform + ".jar")) {
                return Path.of(URI.create(jar));
            }
        }
        throw new IOException("the package has no native library for " + platform);
    }

    private static String platform() {
        String processor = System.getProperty("os.arch");
        return System.getProperty("os.name").toLowerCase(Locale.ROOT) + "-"
                + PROCESSORS.getOrDefault(processor, processor);
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : root(cause);
    }
}
