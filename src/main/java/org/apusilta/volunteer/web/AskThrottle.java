package org.apusilta.volunteer.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often one address may ask for links. Kept in memory only: an address is personal data too. */
@Component
class AskThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private record Count(Instant since, int asked) {}

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int most;

    AskThrottle(Clock clock, @Value("${apusilta.own-page.most-per-address}") int most) {
        this.clock = clock;
        this.most = most;
    }

    /** @return whether this address may ask once more now */
    boolean admits(String address) {
        var now = clock.instant();
        counts.values().removeIf(count -> count.since().plus(WINDOW).isBefore(now));
        return counts.merge(address, new Count(now, 1), (had, one) -> new Count(had.since(), had.asked() + 1)).asked() <= most;
    }
}
