package dev.mintmark.app.settings;

import io.smallrye.config.WithDefault;

/** The settings of {@code mintmark.mcp.*}: tools for assistants. */
public interface McpOptions {
    /** Whether {@code POST /mcp} is served. */
    @WithDefault("true")
    boolean enabled();

    /** Whether assistants may mint tokens. */
    @WithDefault("true")
    boolean mint();
}
