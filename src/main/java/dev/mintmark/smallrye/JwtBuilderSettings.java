package dev.mintmark.smallrye;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Fixes the settings that SmallRye's builder reads for each token, with the highest priority: no environment variable may
 * add or replace a claim of a token. The highest priority also spares the builder most of the lookup in other sources.
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

    /** Each name is first looked up as {@code %profile.name}. */
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
