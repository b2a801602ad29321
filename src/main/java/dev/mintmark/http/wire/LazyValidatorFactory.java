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
 * Reads the constraints of a request type when it is first validated. The extension's own factory, which this one replaces,
 * reads the constraints of all requests and resources while the application starts: a third of the main thread's time to the
 * first token. The extension also sets up custom constraints and translated messages, which this service does not use.
 */
@Singleton
final class LazyValidatorFactory {
    /** Application-scoped, so the factory is created on first use. */
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

    /** Replaces the extension's validator, which looks up the extension's factory by name. */
    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Validator validator(HibernateValidatorFactory factory) {
        return factory.getValidator();
    }
}
