package dev.mintmark.http.guard;

import dev.mintmark.keys.FileReader;
import dev.mintmark.keys.InvalidFileException;
import dev.mintmark.keys.PollResult;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * API key authentication: accepts every caller, or those whose API keys a file lists. {@link #poll()} reads the file
 * again; if the file is invalid, the last valid callers stay.
 */
public final class Guard {
    /** The setting that names the file; error messages use it. */
    public static final String SETTING = "mintmark.guard.api-keys-file";

    private final Optional<Path> file;
    private byte[] content;
    private volatile Optional<ApiKeys> keys;
    private volatile Optional<String> error = Optional.empty();

    private Guard(Optional<Path> file) {
        this.file = file;
        this.content = file.map(Guard::read).orElse(new byte[0]);
        this.keys = file.map(path -> ApiKeys.parse(SETTING, content));
    }

    /** Accepts every caller. */
    public static Guard open() {
        return new Guard(Optional.empty());
    }

    /**
     * Accepts the callers that the file lists, one {@code name:sha256-hex} per line.
     *
     * @throws InvalidFileException if the file cannot be read or is invalid
     */
    public static Guard load(Path file) {
        return new Guard(Optional.of(file));
    }

    private static byte[] read(Path file) {
        return new FileReader().read(SETTING, file);
    }

    public boolean isOpen() {
        return file.isEmpty();
    }

    /** The number of known callers; 0 if every caller is accepted. */
    public int callers() {
        return keys.map(ApiKeys::size).orElse(0);
    }

    /** The name of the caller with this key, if it is known. */
    Optional<String> callerOf(String key) {
        return keys.flatMap(known -> known.callerOf(key));
    }

    /** Reads the file once; an invalid file does not throw but sets {@link #lastError()}. */
    public synchronized PollResult poll() {
        Optional<String> before = error;
        try {
            return file.map(Guard::read)
                    .map(now -> accept(now, before.isPresent()))
                    .orElseGet(() -> PollResult.unchanged(false));
        } catch (InvalidFileException e) {
            error = Optional.of(e.detail());
            return PollResult.refused(e.detail(), !error.equals(before));
        }
    }

    private PollResult accept(byte[] now, boolean hasRecovered) {
        boolean same = Arrays.equals(content, now);
        if (!same) {
            keys = Optional.of(ApiKeys.parse(SETTING, now));
            content = now;
        }
        error = Optional.empty();
        return same ? PollResult.unchanged(hasRecovered) : PollResult.swapped();
    }

    /** The error of the last poll; empty if the file was valid. */
    public Optional<String> lastError() {
        return error;
    }

    @Override
    public String toString() {
        return "Guard[" + keys + "]";
    }
}
