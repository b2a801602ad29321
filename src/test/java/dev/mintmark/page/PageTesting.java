package dev.mintmark.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The common part of all page tests: the browser, and checks that no test violates the policy or leaves data. */
abstract class PageTesting {
    @TestHTTPResource("/")
    String service;

    Browser page;

    @BeforeEach
    void openTheBrowser() {
        RestAssured.replaceFiltersWith(List.of());
        assertThat(RestAssured.get("/keys").statusCode()).isEqualTo(200);
        page = Browser.on(service);
    }

    /** The network as it is, for the next test. */
    @AfterEach
    void repairTheNetwork() {
        if (page != null) {
            page.offline(false);
        }
    }

    @AfterEach
    void thePolicyHoldsAndNothingIsStored() {
        if (page == null) {
            return;
        }
        assertThat(page.violations()).as("violations and errors").isEmpty();
        assertThat(page.console()).as("console").isEmpty();
        assertThat(page.js("return localStorage.length + sessionStorage.length + document.cookie.length"))
                .as("storage")
                .isEqualTo(0L);
        assertThat(page.address()).as("address").doesNotContain("eyJ").doesNotContain("?");
    }

    static String mint(String spec) {
        return given().contentType(ContentType.JSON).body(spec).post("/tokens").path("token");
    }

    /** Opens Make at a width and waits for its first token. */
    void make(int width) {
        page.look("light", width);
        page.open("make");
        awaitVerdict("make", "valid");
    }

    /** Writes the request as JSON. */
    void request(String json) {
        page.choose("make", "Show the request as", "JSON");
        page.write(page.one("make-view request-editor code-field textarea"), json);
    }

    /** Waits for the token of a request that was just changed. */
    void awaitMinted() {
        page.await(() ->
                page.exists("make-view minted-token:not([data-outdated]) verdict-stamp:not([data-verdict=none])"));
    }

    /** The text area of the token in the view Read. */
    void read(String token) {
        page.write(page.one("read-view code-field textarea"), token);
    }

    void awaitVerdict(String view, String verdict) {
        page.await(() -> page.exists(view + "-view verdict-stamp[data-verdict='" + verdict + "']"));
    }
}
