package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mintmark.advice.secrets.SecretScan;
import dev.mintmark.advice.text.JsonLeaf;
import dev.mintmark.advice.text.Strings;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.HmacProbe;
import dev.mintmark.jose.JoseHeader;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.RuleScope;
import dev.mintmark.kinds.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A token or a proposed token as the rules see it: decoded, not verified. */
public final class TokenView {
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final TokenContent content;
    private final RuleContext background;
    private final List<KeyView> keys;
    private final Inference kind;
    private final String alg;
    private final Optional<Algorithm> algorithm;
    private final String typ;
    private List<JsonLeaf> leaves = List.of();
    private List<JsonLeaf> headerLeaves = List.of();
    private @Nullable List<Rights.Right> rights;
    private boolean scanned;
    private Optional<SecretScan.Outcome> scan = Optional.empty();

    TokenView(TokenContent content, RuleContext background, List<KeyView> keys) {
        this.content = content;
        this.background = background;
        this.keys = keys;
        this.kind = content.kind(background.context());
        this.alg = Strings.text(header().path("alg"));
        this.algorithm = Algorithm.parse(alg);
        this.typ = JoseHeader.normalizedType(Strings.text(header().path("typ")));
    }

    public TokenContent content() {
        return content;
    }

    /** Its compact form; empty for a proposed token. */
    public Optional<TokenForm> form() {
        return content.form();
    }

    public boolean hasHeader() {
        return content.header().isPresent();
    }

    public boolean hasClaims() {
        return content.claims().isPresent();
    }

    public JsonNode header() {
        return content.header().orElse(NOTHING);
    }

    public JsonNode claims() {
        return content.claims().orElse(NOTHING);
    }

    /** Whether it is a JWE: it has five parts, or its header has {@code enc}. */
    public boolean isEncrypted() {
        return content.form().map(TokenForm::isEncrypted).orElseGet(() -> header().has("enc"));
    }

    /** The bytes of the signature; empty for a JWE and for a JWS without one. */
    public Optional<byte[]> signature() {
        return isEncrypted()
                ? Optional.empty()
                : form().flatMap(f -> f.bytes(2)).filter(b -> b.length > 0);
    }

    /** The {@code alg} as received; the empty string if there is none. */
    public String alg() {
        return alg;
    }

    public Optional<Algorithm> algorithm() {
        return algorithm;
    }

    public boolean isHmac() {
        return algorithm.isPresent() && algorithm.get().family() == Algorithm.Family.HMAC;
    }

    /** The header's {@code typ}, in lower case and without {@code application/}; the empty string if there is none. */
    public String typ() {
        return typ;
    }

    public Inference inference() {
        return kind;
    }

    /** Which rules apply to it. */
    public RuleScope scope() {
        return kind.scope();
    }

    /** How much it matters that this claim, {@code typ} or {@code kid} is absent; empty where it need not be there. */
    public Optional<Severity> absence(String name) {
        return Severity.of(scope().absent(name));
    }

    public boolean is(TokenKind first, TokenKind... others) {
        return kind.kind() == first || List.of(others).contains(kind.kind());
    }

    public Context context() {
        return background.context();
    }

    public RuleContext background() {
        return background;
    }

    /** The keys passed with the token. */
    public List<KeyView> keys() {
        return keys;
    }

    /** Searches for a listed secret that signed the token: only for HMAC, and only if no key was passed. */
    public Optional<SecretScan.Outcome> scan() {
        if (!scanned) {
            scanned = true;
            byte[] input = form().map(TokenForm::signingInput).orElse("").getBytes(StandardCharsets.UTF_8);
            scan = signature()
                    .filter(signature -> keys.isEmpty())
                    .flatMap(signature -> HmacProbe.of(alg(), input, signature))
                    .flatMap(probe -> background.scan().map(with -> with.scan(probe)));
        }
        return scan;
    }

    public boolean has(String claim) {
        return claims().hasNonNull(claim);
    }

    /** Whether the claim is absent; a claim that is null is present. */
    public boolean lacks(String claim) {
        return !claims().has(claim);
    }

    /** The claim if it is a string. */
    public Optional<String> text(String claim) {
        return Optional.of(claims().path(claim)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** A date in whole seconds; empty if the claim is not a number, or seems to count milliseconds. */
    public OptionalLong date(String claim) {
        return DateClaims.seconds(claims().path(claim));
    }

    /** The seconds from iat (or nbf, or now) to exp; empty without exp. */
    public OptionalLong life() {
        OptionalLong exp = date("exp");
        if (exp.isEmpty()) {
            return exp;
        }
        long start = date("iat").orElse(date("nbf").orElse(context().seconds()));
        return OptionalLong.of(exp.getAsLong() - start);
    }

    /** Scopes, roles, permissions and groups. */
    public List<Rights.Right> rights() {
        if (rights == null) {
            rights = Rights.of(claims());
        }
        return rights;
    }

    /** Every value in the claims that is not an object or array, with its pointer. */
    public List<JsonLeaf> leaves() {
        if (leaves.isEmpty()) {
            leaves = JsonLeaf.of("/payload", claims());
        }
        return leaves;
    }

    /** The same for the header, without key material, which has rules of its own. */
    public List<JsonLeaf> headerLeaves() {
        if (headerLeaves.isEmpty()) {
            headerLeaves = JsonLeaf.ofHeader(header());
        }
        return headerLeaves;
    }
}
