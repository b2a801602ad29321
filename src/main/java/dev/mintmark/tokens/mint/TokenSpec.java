package dev.mintmark.tokens.mint;

import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.Optional;

/**
 * A requested token with its signing key.
 *
 * @param draft the content of the token
 * @param key the signing key, which determines {@code alg} and {@code kid}
 */
public record TokenSpec(TokenDraft draft, SigningKey key) {
    /** A spec whose {@code kid} is that of the key. */
    public static TokenSpec of(
            TokenType type,
            Issuer issuer,
            SigningKey key,
            String algorithmName,
            Optional<Duration> lifetime,
            JsonMembers claims,
            JsonMembers headers) {
        return new TokenSpec(new TokenDraft(type, issuer, algorithmName, key.keyId(), lifetime, claims, headers), key);
    }

    public TokenType type() {
        return draft.type();
    }

    public Issuer issuer() {
        return draft.issuer();
    }

    /** The {@code alg} to write, one of the names of the key's algorithm. */
    public String algorithmName() {
        return draft.algorithmName();
    }

    public Optional<Duration> lifetime() {
        return draft.lifetime();
    }

    /** What to write over the default claims; null removes one. */
    public JsonMembers claims() {
        return draft.claims();
    }

    /** What to write over the default header parameters; null removes one. */
    public JsonMembers headers() {
        return draft.headers();
    }

    /** Returns a copy in which these claims override its own. */
    public TokenSpec with(JsonMembers more) {
        return of(type(), issuer(), key, algorithmName(), lifetime(), claims().with(more), headers());
    }
}
