package dev.mintmark.drills.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mintmark.drills.DrillSelection;
import dev.mintmark.drills.SuiteSpec;
import dev.mintmark.drills.generate.Suites;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The runner against a server that requires DPoP (RFC 9449), whose proofs another library verifies. */
class DpopRunTest {
    private final DpopProofs proofs = new DpopProofs(Clock.systemUTC());
    private final Set<String> ids = new HashSet<>();

    @Test
    void goodTokensAreSentWithAProofAndOneTokenWithout() throws Exception {
        RunReport report = run(Optional.of(proofs));
        assertThat(report.results().get(0).isFailed()).isFalse();
        assertThat(report.results())
                .filteredOn(result -> result.item().isControl())
                .noneMatch(RunResult::isFailed);
        assertThat(ids).hasSizeGreaterThan(50);
        assertThat(report.results())
                .filteredOn(result -> result.item().id().equals("dpop-bound-without-proof"))
                .singleElement()
                .matches(result -> !result.isFailed());
    }

    @Test
    void withoutProofsTheFirstControlFails() throws Exception {
        RunReport report = run(Optional.empty());
        assertThat(report.results()).hasSize(1);
        assertThat(report.holds()).isFalse();
    }

    private RunReport run(Optional<DpopProofs> sent) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders?page=1");
        server.createContext("/orders", exchange -> answer(exchange, url));
        server.start();
        try {
            Target target = new Target(url, "GET", List.of(), Duration.ofSeconds(10), 1000);
            RunSuite suite = DrillRunTest.suite(Suites.generate(bound()));
            return new DrillRun(new HttpSender(target, sent), Set.of(), result -> {}).run(suite, Set::of);
        } finally {
            server.stop(0);
        }
    }

    private SuiteSpec bound() {
        SuiteSpec spec = Suites.spec(DrillSelection.ALL);
        JsonMembers claims =
                spec.claims().toBuilder().put("cnf", proofs.confirmation()).build();
        return new SuiteSpec(
                spec.issuer(),
                spec.audience(),
                spec.scope(),
                claims,
                spec.typ(),
                spec.skew(),
                spec.algorithms(),
                spec.selection(),
                spec.key());
    }

    /** Accepts the controls by their trace, if they come with a valid proof. */
    private void answer(HttpExchange exchange, URI url) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String proof = exchange.getRequestHeaders().getFirst("DPoP");
        boolean isAccepted = authorization.startsWith("DPoP ")
                && isTrue(() -> isProof(proof, authorization.substring(5), url))
                && isTrue(() -> claims(authorization).path("tct").asText().startsWith("ok"));
        exchange.sendResponseHeaders(isAccepted ? 200 : 401, -1);
        exchange.close();
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static boolean isTrue(Check check) {
        try {
            return check.holds();
        } catch (Exception e) {
            return false;
        }
    }

    private boolean isProof(String text, String token, URI url) throws Exception {
        SignedJWT proof = SignedJWT.parse(text);
        JWK jwk = proof.getHeader().getJWK();
        JWSVerifier verifier = new ECDSAVerifier(jwk.toECKey());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        Instant issued = proof.getJWTClaimsSet().getIssueTime().toInstant();
        return proof.verify(verifier)
                && !jwk.isPrivate()
                && proof.getHeader().getType().toString().equals("dpop+jwt")
                && jwk.computeThumbprint()
                        .toString()
                        .equals(proofs.confirmation().text("jkt").orElseThrow())
                && ids.add(proof.getJWTClaimsSet().getJWTID())
                && proof.getJWTClaimsSet().getStringClaim("htm").equals("GET")
                && proof.getJWTClaimsSet()
                        .getStringClaim("htu")
                        .equals(url.toString().replace("?page=1", ""))
                && proof.getJWTClaimsSet()
                        .getStringClaim("ath")
                        .equals(Base64URL.encode(hash).toString())
                && Duration.between(issued, Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0;
    }

    private static com.fasterxml.jackson.databind.JsonNode claims(String authorization) {
        return StrictJson.object(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]));
    }
}
