package dev.mintmark.drills.run;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.RandomId;
import dev.mintmark.jose.Sha256;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.JsonMembers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Makes DPoP proofs (RFC 9449 section 4.2) with one new ES256 key, to which the tokens of a suite are bound. */
public final class DpopProofs {
    private final Jwk key = GeneratedKey.of(Algorithm.ES256);
    private final SigningKey signer = SigningKey.of(key, Algorithm.ES256);
    private final Clock clock;

    public DpopProofs(Clock clock) {
        this.clock = clock;
    }

    /** The claim {@code cnf} that binds a token to the key (RFC 9449 section 6.1). */
    public JsonMembers confirmation() {
        return JsonMembers.builder().put("jkt", key.thumbprint()).build();
    }

    /**
     * A proof for one request.
     *
     * @param url the URL of the request; {@code htu} is without its query and fragment
     * @param token the access token, to which {@code ath} ties the proof
     */
    String proof(String method, URI url, String token) {
        JsonMembers header = JsonMembers.builder()
                .put("typ", "dpop+jwt")
                .put("alg", Algorithm.ES256.joseName())
                .put("jwk", key.publicJson().deepCopy().retain("kty", "crv", "x", "y"))
                .build();
        JsonMembers claims = JsonMembers.builder()
                .put("jti", RandomId.next())
                .put("htm", method)
                .put("htu", url.toString().split("[?#]", 2)[0])
                .put("iat", clock.instant().getEpochSecond())
                .put("ath", Base64Url.encode(Sha256.of(token.getBytes(StandardCharsets.US_ASCII))))
                .build();
        return signer.sign(header, claims);
    }

    @Override
    public String toString() {
        return "DpopProofs[" + key.thumbprint() + "]";
    }
}
