package dev.mintmark.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.service.body.JsonSyntax;
import dev.mintmark.service.body.RequestJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads text from files and standard input. An error names the file and never repeats its content. */
final class Input {
    /** Standard input. */
    static final String STDIN = "-";

    /** Larger than every limit of a request. */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final int MAX_PATH = 4096;
    /** A word that can only be meant as the name of a file: no token ends so or starts so. */
    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)(?:\\.{0,2}/|~/)\\S*|[^\\s{}\"]{1,255}\\.(?:json|jwks?|jwt|pem|key|crt|txt|token)");

    private final InputStream in;
    private boolean isStdinRead;

    Input(Console console) {
        this.in = console.in();
    }

    /** The text that a word means: standard input for {@code -}, the content of a file, or the word. */
    String text(String word) {
        if (word.equals(STDIN) || isFile(word)) {
            return file(word);
        }
        if (FILE_NAME.matcher(word).matches()) {
            throw CommandException.unusable("The file " + word + " does not exist.");
        }
        return word;
    }

    private static boolean isFile(String word) {
        try {
            return !word.isEmpty() && word.length() <= MAX_PATH && Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The content of a file, or of standard input for {@code -}. */
    String file(String name) {
        byte[] content = name.equals(STDIN) ? stdin() : bytes(name);
        if (content.length > MAX_BYTES) {
            throw CommandException.unusable(subject(name) + " is larger than 1 MiB.");
        }
        return decode(name, content);
    }

    /** The JSON in a file, or in standard input for {@code -}. */
    JsonNode json(String name) {
        return json(subject(name), file(name));
    }

    /** The JSON of a text; the subject begins the message of an error. */
    static JsonNode json(String subject, String text) {
        try {
            JsonNode json = RequestJson.parse(text);
            if (json.isMissingNode()) {
                throw CommandException.unusable(subject + " is empty. JSON is needed.");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw CommandException.unusable(JsonSyntax.detail(subject, e));
        }
    }

    private static String subject(String name) {
        return name.equals(STDIN) ? "Standard input" : "The file " + name;
    }

    private byte[] stdin() {
        if (isStdinRead) {
            throw CommandException.unusable("Only one option can read standard input (-).");
        }
        isStdinRead = true;
        try {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw CommandException.unusable("Standard input cannot be read.");
        }
    }

    private static byte[] bytes(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw CommandException.unusable(name + " is a directory. The name of a file is needed.");
            }
            try (InputStream file = Files.newInputStream(path)) {
                return file.readNBytes(MAX_BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            throw CommandException.unusable("The file " + name + " does not exist.");
        } catch (AccessDeniedException e) {
            throw CommandException.unusable("The file " + name + " cannot be read: permission denied.");
        } catch (IOException | InvalidPathException e) {
            throw CommandException.unusable("The file " + name + " cannot be read.");
        }
    }

    /** UTF-8, or UTF-16 with a byte order mark, in which PowerShell writes files. */
    private static String decode(String name, byte[] content) {
        Charset charset = isUtf16(content) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException e) {
            // Reported below.
        }
        throw CommandException.unusable(subject(name)
                + " is not text in UTF-8. A key in DER must be converted to PEM, a binary secret to base64 or hex.");
    }

    private static boolean isUtf16(byte[] content) {
        return content.length >= 2
                && ((content[0] == (byte) 0xFE && content[1] == (byte) 0xFF)
                        || (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE));
    }
}
