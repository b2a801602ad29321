package dev.mintmark.jose;

import dev.mintmark.jose.json.JsonMembers;

/** Signs compact JWTs with one key and one algorithm (RFC 7515 section 7.1). */
@FunctionalInterface
public interface JwsSigner {
    /**
     * The compact serialization of exactly these members, in their order.
     *
     * @param header with the {@code alg} of the key
     */
    String sign(JsonMembers header, JsonMembers claims);
}
