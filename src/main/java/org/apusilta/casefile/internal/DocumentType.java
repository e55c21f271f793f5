package org.apusilta.casefile.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of documents we take: what cannot run. A name alone is not believed, the first bytes must fit. */
enum DocumentType {
    PDF("application/pdf", "%PDF-", ".pdf"),
    PNG("image/png", "\u0089PNG\r\n", ".png"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff", ".jpg", ".jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u0003\u0004", ".docx"),
    ODT("application/vnd.oasis.opendocument.text", "PK\u0003\u0004", ".odt");

    private final String mediaType;
    private final byte[] begin;
    private final String[] endings;

    DocumentType(String mediaType, String begin, String... endings) {
        this.mediaType = mediaType;
        this.begin = begin.getBytes(StandardCharsets.ISO_8859_1);
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<DocumentType> of(String name, byte[] content) {
        var lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> Arrays.stream(type.endings).anyMatch(lower::endsWith))
                .filter(type -> content.length > type.begin.length
                        && Arrays.equals(type.begin, Arrays.copyOf(content, type.begin.length))).findFirst();
    }
}
