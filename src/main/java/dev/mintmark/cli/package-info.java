/**
 * The commands of the packaged program. They run in this process over {@link dev.mintmark.assembly.Services}, without a
 * server.
 *
 * <p>{@link dev.mintmark.cli.Program} reads the words; each command is one class, listed there. Knows neither HTTP nor
 * Quarkus: the command {@code serve} calls what {@code app} passes as {@link dev.mintmark.cli.Console#server()}. Nothing here
 * is loaded when the program starts without words.
 */
@NullMarked
package dev.mintmark.cli;

import org.jspecify.annotations.NullMarked;
