package dev.mintmark.cost;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Texts that are expensive for careless readers: long, repeated, nearly matching, and unusual characters. */
final class HostileText {
    /** Repeated until the text has its size; what a pattern or a finder in the service may start to match. */
    private static final List<String> UNITS = List.of(
            "a",
            " ",
            "\n",
            ".",
            "-",
            "_",
            "/",
            "~",
            "=",
            "\"",
            "\\",
            "%",
            "%25",
            "0",
            "9",
            "A",
            "é",
            "İ",
            "ſ",
            "\u0301",
            "😀",
            "\u200b",
            "\u0000",
            "{n}",
            "{",
            "[",
            "{\"a\":",
            "(",
            "<",
            "a ",
            "a.",
            "a,",
            "a;",
            "a=b; ",
            "a@",
            "a@a.a ",
            "@a.",
            "1 ",
            "4111111111111111 ",
            "+1 555 0100 ",
            "1.",
            "127.0.0.1 ",
            "::",
            "http://",
            "https://a.a/",
            "https://a@b:c",
            "../",
            "eyJ",
            "eyJ.",
            "eyJhIjoxfQ.",
            "eyJhbGciOiJub25lIn0.e30. ",
            "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.AAAA ",
            "Bearer ",
            "token=eyJ",
            "&a=eyJhIjoxfQ.",
            "#",
            "-----BEGIN ",
            "-----BEGIN PUBLIC KEY-----\n",
            "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n",
            "-----",
            "AKIA",
            "ghp_",
            "xoxb-",
            "password=",
            "key-",
            "v4.public.",
            "$2a$10$",
            "P1D",
            "1d",
            "Mon, ",
            "urn:",
            "did:",
            "spiffe://");

    private final Random random;

    HostileText(Random random) {
        this.random = random;
    }

    /** A text of about this size in bytes. */
    String of(int size) {
        List<IntFunction<String>> kinds = List.of(
                this::repeated, this::repeated, this::repeated, this::mixed, this::words, this::letters, this::decimal);
        return kinds.get(random.nextInt(kinds.size())).apply(Math.max(1, size));
    }

    private String repeated(int size) {
        return cut(unit(), size);
    }

    private String mixed(int size) {
        return cut(unit() + unit() + unit(), size / 2) + cut(unit(), size / 2);
    }

    private static String cut(String unit, int size) {
        int length = Math.max(1, size * unit.length() / unit.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        String text = unit.repeat(length / unit.length() + 1);
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length + 1 : length;
        return text.substring(0, end);
    }

    /** Different words. */
    String words(int size) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(1000); words.length() < size; i++) {
            words.append(Integer.toString(i, 36)).append(' ');
        }
        return words.toString();
    }

    private String letters(int size) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        StringBuilder letters = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }

    private String decimal(int size) {
        return "0." + "7".repeat(size) + "e-" + size;
    }

    private String unit() {
        return UNITS.get(random.nextInt(UNITS.size()));
    }
}
