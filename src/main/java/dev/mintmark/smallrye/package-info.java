/**
 * The engine that signs with the service's RSA keys: SmallRye JWT's builder.
 *
 * <p>The builder reads the MicroProfile configuration for each token; {@code JwtBuilderSettings} answers before any other
 * source, so that no setting of the environment adds a claim. Only this package imports SmallRye JWT and MicroProfile
 * Config for signing. The builder copies text for some 20 µs and 40 KB a token: little beside an RSA signature, and most
 * of the time of any other, so all other keys are signed by {@code jose} itself.
 */
@NullMarked
package dev.mintmark.smallrye;

import org.jspecify.annotations.NullMarked;
