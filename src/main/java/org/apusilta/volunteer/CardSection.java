package org.apusilta.volunteer;

import java.util.List;
import java.util.UUID;

/**
 * A part of the person card at {@code /volunteers/{id}}. Each bean of this kind adds its own; the card has let the reader in before
 * it asks. A section without lines is not shown. Deeds are pages of their own below {@code /volunteers/{id}/…}, linked from a line.
 */
public interface CardSection {

    /** @return its place on the card, from the top: 0 to 99 who it is, 100 to 899 what others know, 900 and up what happened */
    int order();

    /** @return key of its heading in {@code i18n/} */
    String titleKey();

    /** @return what it says, in the reader's language; empty when it has nothing to say */
    List<CardLine> lines(UUID volunteerId);
}
