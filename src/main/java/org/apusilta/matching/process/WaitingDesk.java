package org.apusilta.matching.process;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Waiting;
import org.apusilta.matching.internal.WaitingCare;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads waits for the others, and takes what a coordinator heard while an answer is awaited. */
@Service
@Transactional
class WaitingDesk implements Waiting {

    private final WaitingCare care;
    private final WaitingCareProcess process;

    WaitingDesk(WaitingCare care, WaitingCareProcess process) {
        this.care = care;
        this.process = process;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Care> of(UUID caseId) {
        return care.of(caseId);
    }

    @Override
    @Transactional(readOnly = true)
    public String estimate(UUID caseId, Locale reader) {
        return care.estimate(caseId, reader);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean awaited(UUID caseId) {
        return care.open(caseId).filter(process::awaits).isPresent();
    }

    @Override
    public boolean heard(UUID caseId, Answer answer, @Nullable String words, String by) {
        return care.open(caseId).filter(contact -> process.answered(contact, answer, null, words, by)).isPresent();
    }
}
