package dev.mintmark.service.body;

/**
 * One member of a request that is wrong.
 *
 * @param pointer JSON pointer (RFC 6901) to it
 * @param code a stable name of the error
 * @param detail a sentence that says what is wrong, without the value
 */
public record MemberError(String pointer, String code, String detail) {}
