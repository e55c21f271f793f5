package org.apusilta.volunteer.internal;

import java.util.List;

/** A file that cannot be read as a table of people, and why, in a code with a sentence of its own in each language. */
public final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> values;

    FileRefused(String code, Object... values) {
        super(code);
        this.code = code;
        this.values = List.of(values);
    }

    /** @return the end of the key of its sentence: {@code import.refused.<code>} */
    public String code() {
        return code;
    }

    /** @return what stands in the sentence */
    public Object[] values() {
        return values == null ? new Object[0] : values.toArray();
    }
}
