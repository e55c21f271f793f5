package org.apusilta.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What people wrote in the {@code words_…} fields of task forms. The words never reach the engine: a filter takes them out of
 * Tasklist's and REST's submit and complete calls and keeps them here in the same transaction.
 */
public interface Words {

    /** @param field the form field's key without the prefix {@code words_} */
    record Word(UUID caseId, String taskKey, String field, String text, String author, Instant writtenAt) {}

    /** @return what was written last in this field of this step, or empty when nobody wrote there */
    Optional<String> latest(UUID caseId, String taskKey, String field);

    /** @return what was written in this field while doing this very task, or empty when nobody wrote there */
    Optional<String> at(String taskId, String field);

    /** @return all words of the case, oldest first */
    List<Word> of(UUID caseId);

    /**
     * Keeps what was written while doing a task, as the door does for who sends a form.
     *
     * @param words by field, without prefix; blank ones are not kept
     */
    void keep(UUID caseId, String taskId, String taskKey, Map<String, String> words, String author);
}
