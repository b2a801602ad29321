package dev.mintmark.http.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A request for a ticket: the body of {@code POST /issuers/{issuer}/tickets}.
 *
 * @param user the name of a user, or any subject
 * @param claims over those of the user; {@code sub} is the subject
 * @param fault one of the closed list, for example {@code id_token:expired}
 * @param lifetimes of the tokens of this login
 * @param clock how far the issuer's clock is ahead, for example {@code -2h}
 * @param once whether the ticket signs in once; false if absent
 */
record TicketRequest(
        Optional<@Size(min = 1, max = 255) String> user,
        Optional<ObjectNode> claims,
        Optional<@Size(max = 64) String> fault,
        Optional<@Valid Lifetimes> lifetimes,
        Optional<@Size(max = 40) String> clock,
        Optional<Boolean> once) {
    /**
     * Lifetimes, each a duration.
     *
     * @param access of access tokens
     * @param id of ID tokens
     * @param refresh of refresh tokens
     */
    record Lifetimes(Optional<JsonNode> access, Optional<JsonNode> id, Optional<JsonNode> refresh) {}

    /** Omits the members, which are personal. */
    @Override
    public String toString() {
        return "TicketRequest[redacted]";
    }
}
