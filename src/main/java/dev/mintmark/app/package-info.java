/**
 * Runs the service on Quarkus: CDI producers, health, metrics and reloading. It may import every package, and no package
 * imports it.
 *
 * <p>Metrics are derived from {@link dev.mintmark.service.TokenEvents}, the key rings, and a
 * wrapper of the revocation store. No package below knows that metrics exist.
 */
@NullMarked
package dev.mintmark.app;

import org.jspecify.annotations.NullMarked;
