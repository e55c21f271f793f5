package org.apusilta.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each time the members of a network were asked anonymously, and who said what. */
public interface NetworkAsks {

    /** OPEN: asked. TAKEN: the first yes has it. CLOSED: nobody took it in time, all said no, or the request ended. */
    enum State { OPEN, TAKEN, CLOSED }

    /** @param id what the member's link is about @param yes null while nothing was said; a yes that came second is on record as a yes, too */
    record Member(UUID id, String partner, @Nullable Boolean yes, @Nullable Instant answeredAt) {}

    /** @param taker name of the partner that has it, null when nobody has */
    record Ask(UUID id, String network, State state, Instant askedAt, Instant answerBy, @Nullable String taker, @Nullable Instant closedAt, List<Member> members) {}

    /** A network one could ask. @param members how many of them can be asked */
    record Network(UUID id, String name, int members) {}

    /** @return networks with members that can be asked, by name */
    List<Network> networks();

    /** @return the case's askings, oldest first */
    List<Ask> of(UUID caseId);
}
