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
 * Signatures in native code, by Amazon Corretto Crypto Provider, for the whole JVM: SmallRye's builder finds a provider
 * by its place alone, so this one is put first. What is a key and what is none the JDK says as before; signing and
 * verifying keys are translated once, so that no token pays for it.
 */
public final class NativeCrypto {
    private static final String NAME = "AmazonCorrettoCryptoProvider";
    private static final String PACKAGE = "com.amazon.corretto.crypto.provider.";

    /** What the provider calls a processor in the name of its jar. */
    private static final Map<String, String> PROCESSORS = Map.of("amd64", "x86_64", "aarch64", "aarch_64");

    private NativeCrypto() {}

    /** Puts the provider first, unless it is; if that cannot be, says why, and changes nothing. */
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
            return Optional.of("its library does not load from " + System.getProperty("java.io.tmpdir")
                    + ", where it is unpacked: " + root(e).getMessage());
        } catch (IOException | ReflectiveOperationException | LinkageError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Leaves signatures to the JDK again. Keys that were made in the meantime stay as they are. */
    public static synchronized void remove() {
        Security.removeProvider(NAME);
    }

    /** Whether the provider is first. */
    public static boolean isInstalled() {
        return Security.getProviders()[0].getName().equals(NAME);
    }

    /** Reads keys as the JDK does, whoever is first: another provider refuses other numbers, and otherwise. */
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

    /** The key as the first provider has it, which then need not translate it for every signature. */
    @SuppressWarnings("unchecked") // A public key stays public, a private one private.
    static <K extends Key> K translated(K key) {
        try {
            return (K) KeyFactory.getInstance(key.getAlgorithm()).translateKey(key);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Numbers that it does not take: the next provider does what it can with them.
            return key;
        }
    }

    private static Provider load() throws IOException, ReflectiveOperationException {
        // Else it signs with Ed25519 keys and reads none. It asks for this once, when it is made.
        System.setProperty(PACKAGE + "registerEdKeyFactory", "true");
        ClassLoader loader = new JarClassLoader(jar());
        Object provider = loader.loadClass(PACKAGE + NAME).getField("INSTANCE").get(null);
        // It has begun to test itself there; whoever asks for the tests meanwhile runs them a second time.
        var unused = ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.SECONDS);
        provider.getClass().getMethod("runSelfTests").invoke(provider);
        return (Provider) provider;
    }

    /** Jars for several platforms lie side by side, and all have the same names in them. */
    private static Path jar() throws IOException {
        String name = (PACKAGE + NAME).replace('.', '/') + ".class";
        String platform = platform();
        Enumeration<URL> urls = NativeCrypto.class.getClassLoader().getResources(name);
        // One by one: each look further opens more jars of the class path.
        while (urls.hasMoreElements()) {
            String path = urls.nextElement().getPath();
            String jar = path.substring(0, Math.max(0, path.indexOf("!/")));
            if (jar.endsWith("-" + platform + ".jar")) {
                return Path.of(URI.create(jar));
            }
        }
        throw new IOException("there is none for " + platform + " in the package");
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
