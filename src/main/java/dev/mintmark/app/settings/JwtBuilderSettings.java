package dev.mintmark.app.settings;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * What SmallRye's builder asks the configuration about each token, settled before anybody else's settings: the claims are
 * ours to the last, and no variable of the environment adds one to a token or replaces one. Answering first also saves
 * the builder most of its way through all sources.
 */
public final class JwtBuilderSettings implements ConfigSource {
    private static final Map<String, String> SETTINGS = Map.of(
            "smallrye.jwt.new-token.add-default-claims", "false",
            "smallrye.jwt.new-token.override-matching-claims", "false",
            "smallrye.jwt.new-token.issuer", "",
            "smallrye.jwt.new-token.audience", "",
            "smallrye.jwt.sign.relax-key-validation", "false");

    @Override
    public Set<String> getPropertyNames() {
        return SETTINGS.keySet();
    }

    /** Each name is asked for as {@code %profile.name} first. */
    @Override
    public @Nullable String getValue(String name) {
        return SETTINGS.get(name.startsWith("%") ? name.substring(name.indexOf('.') + 1) : name);
    }

    @Override
    public String getName() {
        return getClass().getSimpleName();
    }

    @Override
    public int getOrdinal() {
        return Integer.MAX_VALUE;
    }
}
