/**
 * The settings of the service: names, defaults, converters and checks.
 */
@NullMarked
package dev.mintmark.app.settings;

import org.jspecify.annotations.NullMarked;
