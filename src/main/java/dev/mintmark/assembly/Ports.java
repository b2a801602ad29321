package dev.mintmark.assembly;

import dev.mintmark.advice.Catalogue;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.tokens.Revocations;
import java.time.Clock;
import java.util.function.Function;

/**
 * What the surroundings of the services provide.
 *
 * @param clock the clock of all dates
 * @param issuers have the keys, with the engine that signs with them, and the token defaults
 * @param revocations the store of revocations and redemptions
 * @param events receives what the services did, given the rules that advice can report
 */
public record Ports(Clock clock, Issuers issuers, Revocations revocations, Function<Catalogue, TokenEvents> events) {}
