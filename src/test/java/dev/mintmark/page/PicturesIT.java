package dev.mintmark.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the documentation, into target/page: what they show is there, for the test waits for it. */
@QuarkusIntegrationTest
class PicturesIT extends PageTesting {
    private static final Path PICTURES = Path.of("target", "page");

    @Test
    void make() throws IOException {
        page.look("light", 1360);
        page.open("make");
        awaitVerdict("make", "valid");
        picture("page-make");
        page.look("dark", 360);
        page.await(() -> page.exists("make-view .columns > :first-child minted-token"));
        picture("page-make-phone");
    }

    @Test
    void read() throws IOException {
        page.look("light", 1360);
        page.open("token="
                + mint(
                        "{\"subject\": \"user-7f3a\", \"audience\": \"https://orders.example\", \"scope\": \"orders:read\", \"issued_at\": \"-1h\","
                                + " \"claims\": {\"password\": \"hunter2\"}}"));
        awaitVerdict("read", "invalid");
        picture("page-read");
        read(ForeignIssuer.create("ES256")
                .mint("{\"subject\": \"user-7f3a\", \"audience\": \"https://orders.example\"}"));
        awaitVerdict("read", "foreign");
        page.look("light", 360);
        page.await(() -> page.exists("read-view .columns > :first-child read-verdict"));
        picture("page-read-phone");
    }

    @Test
    void drill() throws IOException {
        page.look("light", 1360);
        page.open("drill");
        page.await(() -> page.exists("drill-list [data-drill]"));
        page.press("drill", "Make the tokens");
        page.await(() -> page.exists("[data-drill=expired] .drill-token"));
        picture("page-drill");
        page.look("light", 360);
        page.one("[data-drill=alg-none] summary").click();
        page.js(
                "document.activeElement.blur(); document.querySelector('[data-drill=alg-none]').closest('section').scrollIntoView()");
        save("page-drill-phone");
    }

    private void picture(String name) throws IOException {
        page.js("document.activeElement.blur(); scrollTo(0, 0)");
        save(name);
    }

    private void save(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".webp"), page.picture());
    }
}
