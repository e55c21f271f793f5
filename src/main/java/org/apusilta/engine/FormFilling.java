package org.apusilta.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;

/**
 * Puts into a task's form what only that task's case knows, such as the candidates to choose from. A module implements it for
 * its own forms; the reader's right to the task has been checked, and the texts are in their language already. What is put
 * here goes to the browser, never into the engine: only what the reader then submits does, and that is a code or an id.
 */
public interface FormFilling {

    /** @return which form, as {@code <module>/<name>}, such as {@code matching/choose-volunteer}; every version of it */
    String form();

    /** @param form the form (form-js schema), to be changed in place @param language the reader's: fi, sv or en */
    void fill(ObjectNode form, UUID caseId, String taskId, Locale language);
}
