package dev.mintmark.oauth.config;

import java.util.function.Supplier;

/** Holds the current configuration behind one reference. A request asks once and keeps the answer. */
public final class OAuthConfigs implements Supplier<OAuthConfig> {
    private volatile OAuthConfig current;

    public OAuthConfigs(OAuthConfig first) {
        this.current = first;
    }

    @Override
    public OAuthConfig get() {
        return current;
    }

    /** Puts a configuration in the place of the current one. */
    public void replace(OAuthConfig next) {
        current = next;
    }
}
