package dev.mintmark.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** The jar on the class path of a consumer that has old Jackson, jose4j, SmallRye JWT and Bouncy Castle of its own. */
class ConsumerIT {
    private static Path jar() throws Exception {
        return Path.of(Mintmark.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    @Test
    void worksBesideOtherVersionsOfItsLibraries() throws Exception {
        assertThat(PackageVersion.VERSION.toString()).startsWith("2.10.");
        assertThat(new BouncyCastleProvider().getVersionStr()).startsWith("1.7");
        assertThatCode(() -> Class.forName("org.jose4j.jws.JsonWebSignature")).doesNotThrowAnyException();
        assertThatCode(() -> Class.forName("io.smallrye.jwt.build.Jwt")).doesNotThrowAnyException();
        try (Mintmark mintmark = Mintmark.start()) {
            for (String algorithm : List.of("RS256", "PS256", "ES256", "EdDSA", "ES512")) {
                String token = mintmark.token().subject("alice").by(algorithm).sign();
                assertThat(SignedJWT.parse(token).getJWTClaimsSet().getSubject())
                        .isEqualTo("alice");
                assertThat(mintmark.explain(token)).as(algorithm).startsWith("The token is valid here.");
            }
        }
    }

    @Test
    void holdsNothingButItsOwnPackageInAtMostTenMegabytes() throws Exception {
        assertThat(Files.size(jar())).isLessThan(10_000_000);
        try (JarFile jar = new JarFile(jar().toFile())) {
            assertThat(jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.endsWith(".class"))
                            .filter(name -> !name.startsWith("dev/mintmark/")))
                    .isEmpty();
            assertThat(jar.stream().map(entry -> entry.getName()).filter(name -> name.startsWith("META-INF/services/")))
                    .isEmpty();
        }
    }
}
