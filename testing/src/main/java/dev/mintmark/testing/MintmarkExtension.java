package dev.mintmark.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * An issuer as a JUnit extension: for a static field with {@code @RegisterExtension}, or for {@code @ExtendWith} and a
 * parameter of type {@link Mintmark}. It serves from its construction, so that a static method that registers properties
 * sees its URL, until the last test of the run.
 */
public final class MintmarkExtension extends Mintmark implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(MintmarkExtension.class);

    /** Starts an issuer on a free port. JUnit calls this for {@code @ExtendWith}. */
    public MintmarkExtension() {
        this(new MintmarkOptions());
    }

    MintmarkExtension(MintmarkOptions options) {
        super(options);
    }

    /** Hands the issuer to JUnit, which closes it with everything else at the end of the run. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).put(this, this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().isAssignableFrom(Mintmark.class)
                && Mintmark.class.isAssignableFrom(parameter.getParameter().getType());
    }

    @Override
    public Mintmark resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }
}
