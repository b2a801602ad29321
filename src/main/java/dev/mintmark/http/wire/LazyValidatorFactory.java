package dev.mintmark.http.wire;

import io.quarkus.hibernate.validator.runtime.ArcProxyBeanMetaDataClassNormalizer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Reads the constraints of a request when one is first checked. The extension's own factory, in whose place this comes,
 * reads those of all requests and resources while the application is loaded: a third of the main thread's time to the first
 * token. The rest of what it sets up serves constraints of one's own, which there are none of; messages have one language.
 */
@Singleton
final class LazyValidatorFactory {
    /** Has no state of its own until it is asked for something, which its scope makes so. */
    @Produces
    @Alternative
    @Priority(1)
    @ApplicationScoped
    HibernateValidatorFactory factory() {
        return jakarta.validation.Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .beanMetaDataClassNormalizer(new ArcProxyBeanMetaDataClassNormalizer())
                .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ROOT), Locale.ROOT, false))
                .buildValidatorFactory()
                .unwrap(HibernateValidatorFactory.class);
    }

    /** The extension's own comes of the extension's factory, which it asks for by name. */
    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Validator validator(HibernateValidatorFactory factory) {
        return factory.getValidator();
    }
}
