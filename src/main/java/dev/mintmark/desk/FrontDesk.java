package dev.mintmark.desk;

import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.tokens.Expectations;
import dev.mintmark.tokens.MintedToken;
import dev.mintmark.tokens.TokenDefaults;
import dev.mintmark.tokens.TokenMinter;
import dev.mintmark.tokens.TokenVerifier;
import dev.mintmark.tokens.TrustedKeys;
import dev.mintmark.tokens.Verdict;
import java.time.Clock;

/** Takes orders from every door and has the workshop carry them out. */
public final class FrontDesk {
    private final TokenMinter minter;
    private final TokenVerifier verifier;
    private final SpecReader specs;
    private final KeyCabinet cabinet;
    private final int largestToken;

    /**
     * @param cabinet has the ring of the moment; each order keeps the snapshot it was given
     * @param largestToken in bytes; a larger one is not parsed
     */
    public FrontDesk(
            TokenMinter minter,
            TokenVerifier verifier,
            TokenDefaults defaults,
            Clock clock,
            KeyCabinet cabinet,
            int largestToken) {
        this.minter = minter;
        this.verifier = verifier;
        this.specs = new SpecReader(defaults, clock);
        this.cabinet = cabinet;
        this.largestToken = largestToken;
    }

    /**
     * Mints a token.
     *
     * @throws MalformedRequestException if the order cannot be understood or contradicts itself
     * @throws dev.mintmark.tokens.PolicyViolationException if it is understood and refused
     */
    public MintedToken mint(MintOrder order) {
        return minter.mint(specs.read(order, cabinet));
    }

    /**
     * Decodes a token and verifies nothing.
     *
     * @throws MalformedTokenException if it is too large, or no header object can be read
     */
    public UnverifiedToken decode(String token) {
        if (token.length() > largestToken) {
            throw new MalformedTokenException("/token", "The token is larger than " + largestToken + " bytes");
        }
        return UnverifiedToken.of(TokenForm.read(token));
    }

    /**
     * Verifies a token; a bad one is a verdict.
     *
     * @throws MalformedRequestException if the order cannot be understood or contradicts itself
     */
    public Verdict verify(VerifyOrder order) {
        Expectations expected = ExpectationsReader.read(order);
        TrustedKeys keys = TrustedKeysReader.read(order, cabinet);
        return verifier.verify(order.token(), keys, expected, mode(order));
    }

    private static TokenVerifier.Mode mode(VerifyOrder order) {
        return switch (order.mode().orElse("full")) {
            case "full" -> TokenVerifier.Mode.FULL;
            case "signature" -> TokenVerifier.Mode.SIGNATURE;
            default -> throw new MalformedRequestException("/mode", "The mode is full or signature");
        };
    }
}
