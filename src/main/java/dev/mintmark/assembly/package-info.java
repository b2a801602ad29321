/**
 * The composition of everything below the interfaces, in plain Java: {@link dev.mintmark.assembly.Services} creates the
 * operations, the advice and the services from settings and ports.
 *
 * <p>Knows neither CDI nor Quarkus, so that the service, the command line and tests without a container use the same
 * composition. Configuration is parsed by the caller.
 */
@NullMarked
package dev.mintmark.assembly;

import org.jspecify.annotations.NullMarked;
