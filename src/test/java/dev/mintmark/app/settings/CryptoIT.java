package dev.mintmark.app.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.NativeCrypto;
import dev.mintmark.jose.Pem;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service chooses its crypto provider, with and without a loadable library. */
class CryptoIT {
    private static final Path PACKAGE = Path.of("target", "quarkus-app");

    @TempDir
    Path directory;

    private int port;
    private int management;
    private Optional<Process> process = Optional.empty();

    @BeforeEach
    void makeAKey() throws IOException {
        RestAssured.replaceFiltersWith(List.of());
        Path keys = Files.createDirectory(directory.resolve("keys"));
        Files.writeString(keys.resolve("a.pem"), Pem.insecurePrivateText(GeneratedKey.of(Algorithm.ES256)));
    }

    @AfterEach
    void stop() {
        process.ifPresent(Process::destroyForcibly);
    }

    @Test
    void nativeCodeSignsByDefaultWithoutAWarning() throws Exception {
        assumeThat(NativeCrypto.isInstalled()).isTrue();
        start();
        awaitCrypto("native");

        assertThat(log()).contains("Signatures are made by native code").doesNotContain("WARNING", "mintmark.crypto=");
        assertThat(metrics()).contains("mintmark_crypto_info{crypto=\"native\"");
        Response minted = given().contentType("application/json").body("{}").post(url(port, "/tokens"));
        assertThat(given().contentType("application/json")
                        .body("{\"token\": \"" + minted.path("token") + "\"}")
                        .post(url(port, "/tokens/verify"))
                        .<Boolean>path("valid"))
                .isTrue();
    }

    @Test
    void theJdkSignsIfTheSettingSaysSo() throws Exception {
        start("-Dmintmark.crypto=jdk");
        awaitCrypto("jdk");
        assertThat(metrics()).contains("mintmark_crypto_info{crypto=\"jdk\"");
    }

    @Test
    void theJdkSignsIfTheLibraryCannotBeUnpackedAndTheLogSaysWhy() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        start("-Dcom.amazon.corretto.crypto.provider.tmpdir=" + file);
        awaitCrypto("jdk");
        assertThat(log().lines().filter(line -> line.contains("native")))
                .singleElement()
                .asString()
                .contains(
                        "Signatures are made by the JDK, because native crypto is not available: its library cannot be loaded");
    }

    @Test
    void nativeWithoutALibraryStopsTheStartWithAnErrorThatNamesTheSetting() throws Exception {
        start("-Dmintmark.crypto=native", "-Dos.arch=s390x");
        assertThat(process.orElseThrow().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.orElseThrow().exitValue()).isNotZero();
        assertThat(log())
                .contains(
                        "mintmark.crypto=native, but native crypto is not available: the package has no native library for")
                .contains("set mintmark.crypto to auto or jdk");
    }

    /** The package contains the signed jars of the provider for both architectures. */
    @Test
    void thePackageContainsTheSignedJarsOfTheProvider() throws Exception {
        try (var files = Files.list(PACKAGE.resolve("lib/main"))) {
            List<Path> jars = files.filter(file -> file.toString().contains("AmazonCorrettoCryptoProvider"))
                    .toList();
            assertThat(jars).hasSize(2);
            for (Path jar : jars) {
                try (JarFile content = new JarFile(jar.toFile(), true)) {
                    String name = "com/amazon/corretto/crypto/provider/AmazonCorrettoCryptoProvider.class";
                    content.getInputStream(content.getJarEntry(name)).readAllBytes();
                    assertThat(content.getJarEntry(name).getCodeSigners()).isNotEmpty();
                }
            }
        }
    }

    private void start(String... options) throws IOException {
        port = freePort();
        management = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", PACKAGE.resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        builder.environment().put("MINTMARK_ALGORITHM", "ES256");
        builder.environment()
                .put("MINTMARK_KEYS_DIRECTORY", directory.resolve("keys").toString());
        process = Optional.of(builder.start());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitCrypto(String crypto) throws Exception {
        for (int i = 0; i < 300 && process.orElseThrow().isAlive(); i++) {
            try {
                assertThat(RestAssured.get(url(port, "/keys")).<String>path("crypto"))
                        .isEqualTo(crypto);
                return;
            } catch (Exception e) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("The service does not answer: " + log());
    }

    private String metrics() {
        return RestAssured.get(url(management, "/q/metrics")).asString();
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    private static String url(int port, String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
