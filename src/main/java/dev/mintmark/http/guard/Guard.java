package dev.mintmark.http.guard;

import dev.mintmark.keys.FileReader;
import dev.mintmark.keys.InvalidFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decides who may make and revoke things: everybody, or the callers whose API keys a file lists. The file is looked at
 * again by {@link #poll()}; if it is bad then, the last good callers stay.
 */
public final class Guard {
    /** Names the file, in refusals too. */
    public static final String SETTING = "mintmark.guard.api-keys-file";

    private final Optional<Path> file;
    private byte[] content;
    private volatile Optional<ApiKeys> keys;
    private volatile Optional<String> error = Optional.empty();

    /** What one look at the file brought. */
    public enum Outcome {
        /** The callers stay. */
        UNCHANGED,
        /** There are other callers. */
        TAKEN,
        /** The file is bad; the last good callers stay. */
        REFUSED
    }

    private Guard(Optional<Path> file) {
        this.file = file;
        this.content = file.map(Guard::read).orElse(new byte[0]);
        this.keys = file.map(path -> ApiKeys.parse(SETTING, content));
    }

    /** Lets everybody pass. */
    public static Guard open() {
        return new Guard(Optional.empty());
    }

    /**
     * Lets those pass whom the file lists, {@code name:sha256-hex} a line.
     *
     * @throws InvalidFileException if it cannot be read, or is not that
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

    /** How many callers are known; 0 where everybody may pass. */
    public int callers() {
        return keys.map(ApiKeys::size).orElse(0);
    }

    /** Whose key this is, if it is anybody's. */
    Optional<String> callerOf(String key) {
        return keys.flatMap(known -> known.callerOf(key));
    }

    /** Looks at the file once; never throws for what it finds there. */
    public synchronized Outcome poll() {
        try {
            return file.map(Guard::read).map(this::take).orElse(Outcome.UNCHANGED);
        } catch (InvalidFileException e) {
            error = Optional.of(e.detail());
            return Outcome.REFUSED;
        }
    }

    private Outcome take(byte[] now) {
        boolean same = Arrays.equals(content, now);
        if (!same) {
            keys = Optional.of(ApiKeys.parse(SETTING, now));
            content = now;
        }
        error = Optional.empty();
        return same ? Outcome.UNCHANGED : Outcome.TAKEN;
    }

    /** Why the file was refused at the last look, if it was. */
    public Optional<String> lastError() {
        return error;
    }

    @Override
    public String toString() {
        return "Guard[" + keys + "]";
    }
}
