package dev.mintmark.app;

import io.vertx.redis.client.impl.types.ErrorType;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a call of Redis failed.
 *
 * @param reason for the log: the error code of Redis or the exception of the client, without commands and values
 * @param isConnection whether the server did not answer at all
 */
record StoreFailure(String reason, boolean isConnection) {
    static final StoreFailure TIMEOUT = new StoreFailure("it does not answer in time", true);

    /** Redis 6 wraps the error of a command in a script into an ERR, which hides the code. */
    private static final Pattern CODE = Pattern.compile("\\b(OOM|READONLY|WRONGTYPE|NOAUTH|WRONGPASS|NOPERM|MISCONF"
            + "|MASTERDOWN|LOADING|BUSY|CLUSTERDOWN|NOREPLICAS|NOSCRIPT)\\b");

    /** Only the code of what Redis answers is used, because the rest of the message may repeat the command. */
    static StoreFailure of(RuntimeException e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        String message = Objects.requireNonNullElse(cause.getMessage(), "");
        if (!(cause instanceof ErrorType)) {
            return new StoreFailure((cause.getClass().getSimpleName() + ' ' + message).strip(), true);
        }
        Matcher code = CODE.matcher(message);
        return new StoreFailure(explain(code.find() ? code.group() : message.split(" ", 2)[0]), false);
    }

    private static String explain(String code) {
        return switch (code) {
            case "OOM" -> "it is full (OOM)";
            case "READONLY" -> "it is a read-only replica (READONLY)";
            case "NOAUTH", "WRONGPASS", "NOPERM" -> "it denies access (" + code + ")";
            default -> "it answers " + code;
        };
    }
}
