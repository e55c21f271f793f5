package org.apusilta.matching;

import java.util.List;

/** What is needed and published for people who would like to help. Nothing in it tells who the clients are. */
public interface Needs {

    /** What of a day suits; coarse, so that nobody is recognised by it. */
    enum Time { MORNING, AFTERNOON, EVENING, WEEKEND }

    /**
     * One kind of help in one major district.
     *
     * @param kind code of the kind @param major code of the major district @param people how many wait for it
     * @param languages ISO 639-1 codes of all of them together @param times of all of them together; empty when any time will do for somebody
     */
    record Need(String kind, String major, int people, List<String> languages, List<Time> times) {}

    /** @return what is needed now, by kind and district in the catalogue's order */
    List<Need> published();
}
