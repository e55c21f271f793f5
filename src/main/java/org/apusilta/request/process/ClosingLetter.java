package org.apusilta.request.process;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.apusilta.request.TellBack;
import org.apusilta.request.internal.BorderPieces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes a request and tells who asked why, in the words a coordinator wrote when deciding. */
@Component
class ClosingLetter {

    private final HelpRequests requests;
    private final Letters letters;
    private final Words words;
    private final BorderPieces border;

    ClosingLetter(HelpRequests requests, Letters letters, Words words, BorderPieces border) {
        this.requests = requests;
        this.letters = letters;
        this.words = words;
        this.border = border;
    }

    /** @param step the user task whose words give the reason */
    void send(UUID caseId, Outcome outcome, String template, String step) {
        requests.close(caseId, outcome);
        var facts = new HashMap<String, @Nullable String>(Map.of("reference", requests.facts(caseId).reference()));
        facts.put("reason", words.latest(caseId, step, "reason").orElse(null));
        if (outcome == Outcome.PROFESSIONAL) {
            facts.put("returned", border.returned(caseId, letters.reader(caseId, TellBack.OUTCOME)));
        }
        letters.toRequester(caseId, TellBack.OUTCOME, template, facts, null);
    }
}
