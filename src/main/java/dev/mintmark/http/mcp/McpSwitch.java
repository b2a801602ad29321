package dev.mintmark.http.mcp;

import dev.mintmark.http.problem.NotFoundProblemException;

/**
 * Whether the protocol is served.
 *
 * @param isOn the setting {@code mintmark.mcp.enabled}
 */
public record McpSwitch(boolean isOn) {
    /** @throws NotFoundProblemException if it is off */
    void require() {
        if (!isOn) {
            throw new NotFoundProblemException("MCP is off. The setting mintmark.mcp.enabled turns it on.");
        }
    }
}
