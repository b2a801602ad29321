package dev.mintmark.issuer;

import dev.mintmark.keys.KeyRings;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.mint.TokenDefaults;

/** Finds the context of an issuer. All issuers share one key ring. */
public final class Issuers {
    private final KeyRings keyRings;
    private final TokenDefaults defaults;

    /**
     * @param keyRings the keys of all issuers
     * @param defaults of the root issuer, whose name they hold; the other issuers take the rest of them
     */
    public Issuers(KeyRings keyRings, TokenDefaults defaults) {
        this.keyRings = keyRings;
        this.defaults = defaults;
    }

    /** The issuer that {@code mintmark.issuer} names. */
    public IssuerContext root() {
        return new IssuerContext(defaults.issuer(), keyRings, defaults);
    }

    /**
     * The same issuers with the keys of this moment, for work that goes on for a while.
     *
     * @throws dev.mintmark.keys.KeysUnavailableException if the keys are not complete in time
     */
    public Issuers snapshot() {
        return new Issuers(keyRings.snapshot(), defaults);
    }

    /** The issuer of this name; every name has a context. */
    public IssuerContext of(Issuer issuer) {
        return issuer.equals(defaults.issuer())
                ? root()
                : new IssuerContext(issuer, keyRings, defaults.withIssuer(issuer));
    }
}
