package shop;

import static org.springframework.security.oauth2.client.web.client.RequestAttributeClientRegistrationIdResolver.clientRegistrationId;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The web application. */
@RestController
class Pages {
    private final RestClient api;

    /** The client adds the access token of the user, and refreshes it when it has expired. */
    Pages(RestClient.Builder builder, OAuth2AuthorizedClientManager tokens) {
        this.api = builder.requestInterceptor(new OAuth2ClientHttpRequestInterceptor(tokens)).build();
    }

    @GetMapping(path = "/", produces = "text/html")
    String home(@AuthenticationPrincipal OidcUser user, CsrfToken csrf) {
        return """
                <p>Hello <b id="user">%s</b>, %s</p>
                <form method="post" action="/logout"><input type="hidden" name="_csrf" value="%s"><button>Sign out</button></form>
                """.formatted(user.getSubject(), user.getEmail(), csrf.getToken());
    }

    @GetMapping(path = "/orders", produces = "application/json")
    String orders() {
        return api.get()
                .uri(ServletUriComponentsBuilder.fromCurrentContextPath().path("/api/orders").toUriString())
                .attributes(clientRegistrationId("mintmark"))
                .retrieve()
                .body(String.class);
    }

    @GetMapping(path = "/goodbye", produces = "text/plain")
    String goodbye() {
        return "Goodbye";
    }
}
