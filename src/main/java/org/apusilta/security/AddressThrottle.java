package org.apusilta.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often one address may do something on a public page in ten minutes. Kept in memory only: an address is personal data too. */
public class AddressThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private record Count(Instant since, int times) {}

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int most;

    /** @param most times from one address in ten minutes */
    protected AddressThrottle(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** @return whether this address may do it once more now */
    public boolean admits(String address) {
        var now = clock.instant();
        counts.values().removeIf(c -> c.since().plus(WINDOW).isBefore(now));
        return counts.merge(address, new Count(now, 1), (had, one) -> new Count(had.since(), had.times() + 1)).times() <= most;
    }
}
