package dev.mintmark.app.oauth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.mintmark.keys.FileReader;
import dev.mintmark.keys.InvalidFileException;
import dev.mintmark.keys.PollResult;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.config.OAuthConfigException;
import dev.mintmark.oauth.config.OAuthConfigReader;
import dev.mintmark.oauth.config.OAuthConfigs;
import dev.mintmark.service.read.Durations;
import dev.mintmark.service.read.MalformedRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file of users, clients, scopes and issuers, in YAML or JSON. It is read whole, checked whole and swapped whole; if a
 * new version is invalid, the last valid one stays.
 */
final class OAuthFile {
    /** Names the file, also in errors. */
    static final String SETTING = "mintmark.oauth.file";

    /** Where a ConfigMap or Secret is mounted by convention; it need not exist. */
    private static final Path DEFAULT_FILE = Path.of("/etc/mintmark/oauth/oauth.yaml");

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private static final ObjectMapper YAML = new ObjectMapper(FACTORY)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final OAuthConfigReader READER = new OAuthConfigReader(OAuthFile::duration);

    private final Optional<Path> file;
    private final OAuthConfigs configs;
    private byte[] content;
    private volatile Optional<String> error = Optional.empty();

    private OAuthFile(Optional<Path> file) {
        this.file = file;
        this.content = file.map(OAuthFile::read).orElse(new byte[0]);
        this.configs = new OAuthConfigs(file.map(path -> parse(content)).orElseGet(OAuthConfig::builtIn));
    }

    /**
     * Reads the file that the setting names, or else the default one if it exists.
     *
     * @throws InvalidFileException if it cannot be read or is invalid
     */
    static OAuthFile load(Optional<String> setting) {
        return new OAuthFile(
                setting.map(Path::of).or(() -> Optional.of(DEFAULT_FILE).filter(Files::exists)));
    }

    private static byte[] read(Path path) {
        return new FileReader().read(SETTING, path);
    }

    private static OAuthConfig parse(byte[] content) {
        try {
            refuseAliases(content);
            JsonNode json = YAML.readTree(content);
            return READER.read(json);
        } catch (JsonProcessingException e) {
            throw new InvalidFileException(SETTING, "It is not valid YAML or JSON" + place(e));
        } catch (IOException e) {
            throw new InvalidFileException(SETTING, "It is not valid YAML or JSON");
        } catch (OAuthConfigException e) {
            throw new InvalidFileException(SETTING, e.detail());
        }
    }

    /** The tree would hold the name of an alias as a string, of which a later error would not say why. */
    private static void refuseAliases(byte[] content) throws IOException {
        try (YAMLParser parser = FACTORY.createParser(content)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw new InvalidFileException(
                            SETTING,
                            "Line " + parser.currentTokenLocation().getLineNr()
                                    + " has a YAML alias (*name), which is not supported; write the value out");
                }
            }
        }
    }

    /** Without the message of the parser, which quotes the file. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static Duration duration(String name, JsonNode value) {
        String text = value.asText();
        boolean negative = text.startsWith("-");
        try {
            Duration duration = value.isInt() && !negative
                    ? Duration.ofSeconds(value.asLong())
                    : Durations.parse("/" + name, text.replaceFirst("^[+-]", ""));
            return negative ? duration.negated() : duration;
        } catch (MalformedRequestException e) {
            throw new IllegalArgumentException("is not a duration");
        }
    }

    /** The configuration, which {@link #poll()} replaces. */
    OAuthConfigs configs() {
        return configs;
    }

    boolean isGiven() {
        return file.isPresent();
    }

    /** Reads the file once, and swaps in a new valid content. Never throws for its content. */
    synchronized PollResult poll() {
        if (file.isEmpty()) {
            return PollResult.unchanged(false);
        }
        Optional<String> before = error;
        try {
            byte[] now = read(file.get());
            boolean isSame = Arrays.equals(content, now);
            if (!isSame) {
                configs.replace(parse(now));
                content = now;
            }
            error = Optional.empty();
            return isSame ? PollResult.unchanged(before.isPresent()) : PollResult.swapped();
        } catch (InvalidFileException e) {
            error = Optional.of(e.detail());
            return PollResult.refused(e.detail(), !error.equals(before));
        }
    }

    /** Why the last poll rejected the file; empty as soon as it is valid again. */
    Optional<String> lastError() {
        return error;
    }
}
