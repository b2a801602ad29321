package dev.mintmark.jose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads classes from one jar and from the JDK, not from the class path, where another jar may contain the same names.
 * Unlike the JDK's loader, this one does not check the jar's signature: the check takes 0.2 s at start-up, and those
 * JDKs that require signed providers perform it themselves.
 */
final class JarClassLoader extends ClassLoader {
    private final ZipFile jar;
    private final ProtectionDomain domain;

    JarClassLoader(Path file) throws IOException {
        super(ClassLoader.getPlatformClassLoader());
        jar = new ZipFile(file.toFile());
        domain = new ProtectionDomain(new CodeSource(file.toUri().toURL(), (Certificate[]) null), null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in != null) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length, domain);
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        try {
            ZipEntry entry = jar.getEntry(name);
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            return null;
        }
    }
}
