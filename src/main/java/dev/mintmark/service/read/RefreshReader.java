package dev.mintmark.service.read;

import dev.mintmark.issuer.IssuerContext;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.RefreshRequest;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.refresh.Grant;
import dev.mintmark.tokens.refresh.GrantRestriction;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import dev.mintmark.tokens.refresh.RefreshRejectedException.Reason;
import java.util.List;
import java.util.Optional;

/** Reads the members that concern refresh tokens. */
public final class RefreshReader {
    private RefreshReader() {}

    /**
     * Whether the request starts a family: it asks for a refresh token with the access token, or for a refresh token
     * only.
     *
     * @throws MalformedRequestException if it does and another member contradicts it
     */
    public static boolean isWanted(MintRequest request) {
        boolean beside = request.refresh().orElse(false);
        Optional<String> type = request.type();
        boolean alone = type.filter(TokenType.REFRESH.wireName()::equals).isPresent();
        if (!beside && !alone) {
            return false;
        }
        if (beside
                && type.filter(name -> !name.equals(TokenType.ACCESS.wireName()))
                        .isPresent()) {
            throw new MalformedRequestException("/refresh", "A refresh token comes with an access token only");
        }
        if (CallerKey.isGiven(request)) {
            throw new MalformedRequestException(
                    beside ? "/refresh" : "/type",
                    "A refresh token requires a key of the service; your own key is not stored");
        }
        if (request.claims().filter(claims -> claims.has("sid")).isPresent()) {
            throw new MalformedRequestException(
                    "/claims/sid", "The sid of a refresh token is that of its family, which the service chooses");
        }
        return true;
    }

    /**
     * Reads the restriction of the grant.
     *
     * @throws MalformedRequestException if a member is malformed
     */
    public static GrantRestriction restriction(RefreshRequest request) {
        RequestErrors errors = new RequestErrors();
        GrantRestriction restriction = new GrantRestriction(
                errors.read(
                        Optional.empty(),
                        () -> StringMembers.present(request.scope())
                                .map(value -> StringMembers.scope("/scope", value))),
                errors.read(
                        Optional.empty(),
                        () -> StringMembers.present(request.audience())
                                .map(value -> StringMembers.list("/audience", value))));
        errors.report();
        return restriction;
    }

    /**
     * Returns the signing key for a grant: one of its algorithm, or of the default algorithm if the ring has none any
     * more.
     *
     * @throws RefreshRejectedException if the ring has neither
     */
    public static SigningKey signer(Grant grant, IssuerContext issuer) {
        KeyRings keyRings = issuer.keyRings();
        Optional<SigningKey> same = Algorithm.parse(grant.algorithmName())
                .flatMap(algorithm -> SigningKeyReader.find(keyRings, ring -> ring.signer(algorithm)));
        KeyRing ring = keyRings.require();
        return same.or(() -> ring.signer(issuer.defaults().algorithm()))
                .orElseThrow(() -> new RefreshRejectedException(List.of(new Reason(
                        "/refresh_token",
                        "alg_not_allowed",
                        "The service signs with neither the algorithm of the grant nor the default one any more"))));
    }
}
