package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * The body of {@code POST /presets/{name}}.
 *
 * @param variant which of the preset's tokens; the first if absent
 * @param slots values by name of slot: strings, or arrays of strings where the slot is a list
 */
public record PresetRequest(Optional<@Size(max = RequestLimits.NAME) String> variant, Optional<ObjectNode> slots) {}
