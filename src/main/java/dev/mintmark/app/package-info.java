/**
 * The composition of the service on Quarkus: CDI producers, health, metrics, reloading. Imports every package; no package
 * imports it.
 *
 * <p>Metrics are derived from what the packages report anyway: {@link dev.mintmark.service.TokenEvents}, the key rings, and a
 * wrapper of the revocation store. No package below knows that metrics exist.
 */
@NullMarked
package dev.mintmark.app;

import org.jspecify.annotations.NullMarked;
