package org.apusilta.volunteer;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A part of the volunteer's own page ({@code /own/page}), one bean a part, in the module that knows it. The view is the fragment
 * {@code section(my, here)} of {@code templates/own/<view>.html}, an element that begins with an {@code h2}: {@code my} is the model
 * given here ({@code ${my.sessions}}), {@code here} where its forms are sent: {@code th:action="${here + '/training'}"}. That is
 * {@code /own} for the volunteer, and {@code /volunteers/{id}/by-phone} for a coordinator who has them on the phone. Whose page it is
 * a controller below {@code /own} learns from {@link OwnSession}, never from what was sent.
 */
public interface OwnPageSection {

    /** @return where on the page: 100 tasks, 200 availability, 300 breaks, 400 what was agreed, 500 training, 600 certificate, 700 who looked, 900 leaving */
    int order();

    /** @return the view, such as {@code training} for {@code templates/own/training.html} */
    String view();

    /** @return what the view shows of this volunteer */
    Map<String, Object> model(UUID volunteerId, Locale language);

    /** @return whether the part stays when the volunteer has left, until their data is erased */
    default boolean afterLeaving() {
        return false;
    }
}
