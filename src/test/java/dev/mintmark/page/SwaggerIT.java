package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** Swagger UI: a short way to the first operation, and an example that works. */
@QuarkusIntegrationTest
class SwaggerIT extends PageTesting {
    private static final String VERIFY = "#operations-Tokens-verifyToken";

    @Test
    void theFirstOperationIsOnTheFirstScreenBelowThreeLinesAndALinkToThePage() {
        page.visit("q/swagger-ui/");
        page.await(() -> page.exists(".opblock"));
        assertThat(page.js("return document.title")).isEqualTo("Mintmark");
        assertThat(page.text(".info .title")).startsWith("Mintmark");
        assertThat(page.all(".info .description p")).hasSizeLessThanOrEqualTo(3);
        assertThat((boolean) page.js(
                        "return document.querySelector('.opblock').getBoundingClientRect().bottom < innerHeight"))
                .isTrue();
        WebElement link = page.one(".info .description a[href='/']");
        assertThat(link.getText()).isEqualTo("The web page");
        assertThat(link.getDomProperty("href")).isEqualTo(service);
        page.visit("");
        awaitVerdict("make", "valid");
    }

    @Test
    void theFirstExampleOfVerifyIsExecutedAndValid() {
        page.visit("q/swagger-ui/");
        click(VERIFY + " .opblock-summary-control");
        click(VERIFY + " .try-out__btn");
        click(VERIFY + " .execute");
        page.await(() -> page.exists(VERIFY + " .live-responses-table tbody .response-col_status"));
        assertThat(page.text(VERIFY + " .live-responses-table tbody .response-col_status"))
                .startsWith("200");
        assertThat(page.text(VERIFY + " .live-responses-table tbody .response-col_description"))
                .containsPattern("\"valid\":\\s*true");
    }

    private void click(String css) {
        page.js("arguments[0].scrollIntoView({block: 'center'})", page.one(css));
        page.one(css).click();
    }
}
