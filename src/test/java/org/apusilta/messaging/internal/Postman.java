package org.apusilta.messaging.internal;

import org.springframework.boot.test.context.TestComponent;

/** Delivers what is due when a test says so, so that no test waits for a scheduler. */
@TestComponent
public class Postman {

    private final Sender sender;

    Postman(Sender sender) {
        this.sender = sender;
    }

    /** Delivers all messages that are due now. */
    public void deliver() {
        while (sender.deliver() > 0) {
            // until nothing is due
        }
    }
}
