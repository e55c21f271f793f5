package org.apusilta.matching;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is needed and published for people who would like to help. Nothing in it tells who the clients are. */
public interface Needs {

    /** What of a day suits; coarse, so that nobody is recognised by it. */
    enum Time { MORNING, AFTERNOON, EVENING, WEEKEND }

    /**
     * One kind of help in one major district.
     *
     * @param kind code of the kind @param major code of the major district @param people how many wait for it
     * @param languages ISO 639-1 codes of all of them together; of a few, Finnish and Swedish only
     * @param times of all of them together; empty when any time will do for somebody, null when too few wait to tell
     */
    record Need(String kind, String major, int people, List<String> languages, @Nullable List<Time> times) {}

    /** @return what is needed now, by kind and district in the catalogue's order */
    List<Need> published();

    /** The case has left the search; should it come back, a coordinator decides anew whether to publish. Idempotent. */
    void close(UUID caseId);
}
