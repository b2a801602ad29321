package shop;

import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The resource server: whose orders, and by which token. */
@RestController
class Api {
    @GetMapping("/api/orders")
    Map<String, String> orders(@AuthenticationPrincipal Jwt token) {
        return Map.of("subject", token.getSubject(), "token", token.getId());
    }
}
