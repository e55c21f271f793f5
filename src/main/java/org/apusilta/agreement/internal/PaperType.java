package org.apusilta.agreement.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a scan or photograph of a signed copy may be. The first bytes say it: a name can be anything. */
enum PaperType {
    PDF("application/pdf", "pdf", "%PDF-"),
    PNG("image/png", "png", "\u0089PNG\r\n"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff");

    private final String mediaType;
    private final String ending;
    private final byte[] begin;

    PaperType(String mediaType, String ending, String begin) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.begin = begin.getBytes(StandardCharsets.ISO_8859_1);
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }

    static Optional<PaperType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> content.length > type.begin.length
                && Arrays.equals(type.begin, Arrays.copyOf(content, type.begin.length))).findFirst();
    }

    static PaperType of(String mediaType) {
        return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst().orElseThrow();
    }
}
