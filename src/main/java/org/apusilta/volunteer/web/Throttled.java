package org.apusilta.volunteer.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often one address may send the application. Kept in memory only: an address is personal data too. */
@Component
class Throttled {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private record Count(Instant since, int sent) {}

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int most;

    /** @param most sendings from one address in ten minutes; a library or a school shares one */
    Throttled(Clock clock, @Value("${apusilta.request.most-per-address}") int most) {
        this.clock = clock;
        this.most = most;
    }

    /** @return whether this address may send once more now */
    boolean admits(String address) {
        var now = clock.instant();
        counts.values().removeIf(c -> c.since().plus(WINDOW).isBefore(now));
        return counts.merge(address, new Count(now, 1), (had, one) -> new Count(had.since(), had.sent() + 1)).sent() <= most;
    }
}
