package dev.mintmark.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicDocumentTest {
    private static final byte[] LARGE = "0123456789".repeat(103).getBytes(StandardCharsets.UTF_8);
    private static final PublicDocument DOCUMENT = PublicDocument.of(LARGE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZip",
                "gzip;q=0.1",
                "deflate, gzip",
                "br, gzip;q=0.8, *;q=0",
                "*",
                "identity;q=0.5, *;q=0.1",
                "gzip ; q=1"
            })
    void aClientThatAcceptsGzipGetsIt(String accepted) throws IOException {
        assertThat(DOCUMENT.isCompressedFor(accepted)).isTrue();
        byte[] bytes = DOCUMENT.bytes(accepted);
        assertThat(bytes).hasSizeLessThan(LARGE.length / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
                .isEqualTo(LARGE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "identity",
                "br, deflate",
                "gzip;q=0",
                "gzip; q=0.000",
                "*;q=0",
                "gzip;q=0, *",
                "*, gzip;q=0",
                "notgzip",
                "gzipx",
                ",",
                ";"
            })
    void everyOtherClientGetsThePlainForm(String accepted) {
        assertThat(DOCUMENT.isCompressedFor(accepted)).isFalse();
        assertThat(DOCUMENT.bytes(accepted)).isEqualTo(LARGE);
    }

    @Test
    void aDocumentThatWouldGrowIsNotCompressed() {
        byte[] small = "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);
        assertThat(PublicDocument.of(small).isCompressedFor("gzip")).isFalse();
        assertThat(PublicDocument.of(small).bytes("gzip")).isEqualTo(small);
    }

    @Test
    void theTwoFormsHaveDifferentTags() {
        assertThat(DOCUMENT.etag("\"abc\"", null)).isEqualTo("\"abc\"");
        assertThat(DOCUMENT.etag("\"abc\"", "gzip")).isEqualTo("\"abc-gzip\"");
    }
}
