package org.apusilta.messaging.internal;

import java.util.UUID;

/** The port to whoever sends text messages for the city. An adapter never logs number or text. */
interface SmsGateway {

    /** @throws RuntimeException when the gateway did not take it */
    void send(UUID messageId, String number, String text);
}
