package org.apusilta.messaging.internal;

import java.util.List;
import org.apusilta.messaging.Messages.Sent;
import org.springframework.stereotype.Service;

/** For the demo's mailbox: messages of all cases, which nobody else may read together. */
@Service
public class LatestMessages {

    private final Outbox outbox;

    LatestMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @return the last messages, newest last */
    public List<Sent> latest(int limit) {
        return outbox.latest(limit);
    }
}
