package dev.mintmark.oauth.grant;

import java.util.List;
import java.util.Set;

/** Names of claims that have rules of their own. */
public final class ClaimNames {
    /** Lists the further claims that the userinfo endpoint returns for an access token. */
    public static final String USERINFO = "userinfo_claims";

    /** Holds a sealed fault that the userinfo endpoint commits. */
    public static final String FAULT = "mintmark_fault";

    /** Comes from the protocol alone: neither from a file nor from the login page. */
    public static final Set<String> PROTOCOL = Set.of(
            "iss",
            "aud",
            "exp",
            "iat",
            "nbf",
            "jti",
            "nonce",
            "at_hash",
            "c_hash",
            "azp",
            "sid",
            "auth_time",
            "sub",
            "client_id",
            "scope",
            USERINFO,
            FAULT);

    /** Says who acts for the subject, or may (RFC 8693 sections 4.1 and 4.4). */
    static final Set<String> DELEGATION = Set.of("act", "may_act");

    /** Claims of a user that are authorization and stand in access tokens (RFC 9068 section 2.2.3.1). */
    static final List<String> AUTHORITY = List.of("groups", "roles", "entitlements", "permissions");

    private ClaimNames() {}
}
