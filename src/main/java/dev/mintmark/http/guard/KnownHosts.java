package dev.mintmark.http.guard;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts that lead to this service and to no attacker's. Names of the public DNS are known only if they are listed,
 * because their owner can let them resolve to any address, also to that of this service (DNS rebinding).
 *
 * @param names further hosts, in lower case
 */
record KnownHosts(Set<String> names) {
    /** An IP address cannot be rebound; names without a dot and those below these suffixes are not in the public DNS. */
    private static final Pattern NOT_PUBLIC = Pattern.compile(
            "[a-z0-9_-]+|[a-z0-9._-]+\\.(localhost|svc|cluster\\.local)"
                    + "|(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}|\\[[0-9a-f:.]+]");

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?|\\[[0-9a-f:.]+]");

    KnownHosts {
        names = Set.copyOf(names);
    }

    /**
     * The hosts that are always known, and these.
     *
     * @throws IllegalArgumentException for an entry that is not a host alone
     */
    static KnownHosts of(Collection<String> hosts) {
        Set<String> names = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!names.stream().allMatch(name -> WELL_FORMED.matcher(name).matches())) {
            throw new IllegalArgumentException(
                    OriginPolicy.SETTING + " must list host names, each without scheme, port and wildcard");
        }
        return new KnownHosts(names);
    }

    /** Whether the host, in lower case and without a port, is known. The comparison is exact. */
    boolean contain(String host) {
        return names.contains(host) || NOT_PUBLIC.matcher(host).matches();
    }
}
