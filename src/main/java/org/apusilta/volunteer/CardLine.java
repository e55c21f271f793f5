package org.apusilta.volunteer;

import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link CardSection}, in the reader's language.
 *
 * @param link path of a page of ours that goes with it, such as {@code /volunteers/…/agreement}; the value is its text
 */
public record CardLine(String label, String value, @Nullable String link) {

    /** A line without a page of its own. */
    public CardLine(String label, String value) {
        this(label, value, null);
    }
}
