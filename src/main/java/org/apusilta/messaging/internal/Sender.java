package org.apusilta.messaging.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apusilta.messaging.internal.Outbox.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers what was written. Any node may: a row is claimed in a transaction of its own, delivered outside of any, then marked.
 * A message may arrive twice when a node dies in between; it is never lost. After the last try a person must tell (FAILED).
 */
class Sender {

    static final List<Duration> BACK_OFF = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));
    static final Duration LEASE = Duration.ofMinutes(5);
    private static final int ROUND = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Outbox outbox;
    private final Links links;
    private final Exits exits;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String baseUrl;

    Sender(Outbox outbox, Links links, Exits exits, TransactionTemplate transaction, Clock clock, String baseUrl) {
        this.outbox = outbox;
        this.links = links;
        this.exits = exits;
        this.transaction = transaction;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    private record Taken(Claimed message, String path) {}

    /** Delivers what is due. @return how many messages were tried */
    int deliver() {
        int tried = 0;
        while (tried < ROUND && deliverNext()) {
            tried++;
        }
        return tried;
    }

    private boolean deliverNext() {
        var taken = transaction.execute(t -> outbox.claim(LEASE).map(m -> new Taken(m, m.linkId() == null ? "" : links.mint(m.linkId()))));
        taken.ifPresent(this::deliver);
        return taken.isPresent();
    }

    private void deliver(Taken taken) {
        var message = taken.message();
        try {
            exits.deliver(message, message.linkId() == null ? null : baseUrl + taken.path(), outbox.attachment(message.id()).orElse(null));
        } catch (RuntimeException e) {
            var again = message.attempts() > BACK_OFF.size() ? null : clock.instant().plus(BACK_OFF.get(message.attempts() - 1));
            // the exception's own words may name the recipient
            LOG.warn("Message {} did not go out at try {} ({}); {}", message.id(), message.attempts(), e.getClass().getSimpleName(),
                    again == null ? "given up, a person must tell" : "next try " + again);
            transaction.executeWithoutResult(t -> outbox.failed(message.id(), again));
            return;
        }
        transaction.executeWithoutResult(t -> outbox.sent(message.id(), exits.remembersLinks() && message.linkId() != null ? taken.path() : null));
    }
}
