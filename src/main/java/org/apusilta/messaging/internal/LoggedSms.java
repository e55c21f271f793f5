package org.apusilta.messaging.internal;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** For trying out: says that a text message would leave, not to whom nor what. On with {@code apusilta.messages.sms=log}. */
@Component
@ConditionalOnProperty(name = "apusilta.messages.sms", havingValue = "log")
class LoggedSms implements SmsGateway {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedSms.class);

    @Override
    public void send(UUID messageId, String number, String text) {
        LOG.info("Text message {} of {} characters", messageId, text.length());
    }
}
