package dev.mintmark.cli;

import java.io.InputStream;
import java.time.Clock;

/**
 * What the surroundings provide to the commands.
 *
 * @param clock the clock of all dates
 * @param in standard input, which commands read for the word {@code -}
 * @param out standard output: results alone
 * @param err standard error: errors and hints
 * @param server starts the service and returns when it has ended
 */
public record Console(Clock clock, InputStream in, Output out, Output err, Runnable server) {}
