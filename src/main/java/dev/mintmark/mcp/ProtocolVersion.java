package dev.mintmark.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The revisions of the protocol, the newest first. */
enum ProtocolVersion {
    /** Without handshake: each request says its version in {@code _meta}. */
    V2026_07_28("2026-07-28"),
    V2025_11_25("2025-11-25"),
    V2025_06_18("2025-06-18"),
    /** The first with streamable HTTP; requests need not say their version. */
    V2025_03_26("2025-03-26");

    /** What {@code initialize} answers to a client that asks for an unknown revision. */
    static final ProtocolVersion NEWEST_WITH_HANDSHAKE = V2025_11_25;

    private final String date;

    ProtocolVersion(String date) {
        this.date = date;
    }

    String date() {
        return date;
    }

    /** Whether requests carry their version themselves. */
    boolean isStateless() {
        return this == V2026_07_28;
    }

    static Optional<ProtocolVersion> parse(String date) {
        return Arrays.stream(values()).filter(it -> it.date.equals(date)).findFirst();
    }

    static List<String> dates() {
        return Arrays.stream(values()).map(ProtocolVersion::date).toList();
    }
}
