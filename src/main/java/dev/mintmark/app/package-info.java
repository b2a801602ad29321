/**
 * The plan of the house: settings, wiring, health, scheduling. Imports every room; nobody imports it.
 */
@NullMarked
package dev.mintmark.app;

import org.jspecify.annotations.NullMarked;
