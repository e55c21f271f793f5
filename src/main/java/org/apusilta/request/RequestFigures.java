package org.apusilta.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests in numbers, for those who look after the whole. Counts and ids only, nothing of anybody. */
public interface RequestFigures {

    /** A case that is not closed, and where it stands. */
    record Open(UUID id, Instant receivedAt, RequestStatus status) {}

    /** @param outcome null for those received @param count how many in that week */
    record Weekly(LocalDate monday, @Nullable Outcome outcome, int count) {}

    /** @param major code of a major district, null for all @return the cases that are not closed */
    List<Open> open(@Nullable String major);

    /** @return how many were received (no outcome), and how many closed with which outcome, in each week that had any */
    List<Weekly> weekly(@Nullable String major, Instant from, Instant to);

    /** @return the ids of all cases of this major district, open or closed */
    List<UUID> ids(String major);
}
