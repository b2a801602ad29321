package dev.mintmark.app.settings;

import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The settings of {@code mintmark.draft.*}: how sentences become token requests. */
public interface DraftOptions {
    Model model();

    /** A language model behind the OpenAI chat completions API. */
    interface Model {
        /** The address of {@code chat/completions}; without it there is no model. */
        Optional<String> url();

        /** The name of the model. */
        Optional<String> name();

        /** A file with the API key of the model. */
        Optional<String> apiKeyFile();

        /** How long an answer may take. */
        @WithDefault("10s")
        @WithConverter(DurationConverter.class)
        Duration timeout();
    }
}
