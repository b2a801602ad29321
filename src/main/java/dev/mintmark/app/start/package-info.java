/**
 * Work that runs beside the start of the service, so that the first request finds it done.
 */
@NullMarked
package dev.mintmark.app.start;

import org.jspecify.annotations.NullMarked;
