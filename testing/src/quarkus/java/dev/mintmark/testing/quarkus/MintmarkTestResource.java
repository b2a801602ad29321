package dev.mintmark.testing.quarkus;

import dev.mintmark.testing.Mintmark;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Starts an issuer before a Quarkus application that trusts it, and sets fields of the test of type {@link Mintmark}.
 * Arguments: {@code algorithm} is the {@code alg} that signs, {@code by} is {@code smallrye-jwt} (the default) or
 * {@code quarkus-oidc}.
 */
public final class MintmarkTestResource implements QuarkusTestResourceLifecycleManager {
    private static final String SMALLRYE_JWT = "smallrye-jwt";

    private String algorithm = "RS256";
    private String by = SMALLRYE_JWT;
    private Optional<Mintmark> started = Optional.empty();

    @Override
    public void init(Map<String, String> arguments) {
        algorithm = arguments.getOrDefault("algorithm", algorithm);
        by = arguments.getOrDefault("by", by);
    }

    @Override
    public Map<String, String> start() {
        Mintmark mintmark = Mintmark.options().algorithm(algorithm).start();
        started = Optional.of(mintmark);
        Map<String, String> properties = new LinkedHashMap<>(mintmark.properties(by));
        if (by.equals(SMALLRYE_JWT)) {
            properties.put("mp.jwt.verify.publickey.algorithm", algorithm);
        }
        return properties;
    }

    @Override
    public void inject(TestInjector injector) {
        started.ifPresent(
                mintmark -> injector.injectIntoFields(mintmark, new TestInjector.MatchesType(Mintmark.class)));
    }

    @Override
    public void stop() {
        started.ifPresent(Mintmark::close);
        started = Optional.empty();
    }
}
