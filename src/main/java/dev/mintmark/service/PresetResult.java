package dev.mintmark.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.draft.preset.Preset;
import dev.mintmark.draft.preset.Variant;

/**
 * A filled preset.
 *
 * @param spec the body of {@code POST /tokens}
 */
public record PresetResult(Preset preset, Variant variant, ObjectNode spec) {}
