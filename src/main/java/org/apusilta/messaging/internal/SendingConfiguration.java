package org.apusilta.messaging.internal;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires what leaves the house. A mail server is named by {@code spring.mail.host}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SendingConfiguration {

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    Mail mail(JavaMailSender smtp, @Value("${apusilta.messages.from}") String from) {
        return new Mail(smtp, from);
    }

    @Bean
    Sender sender(Outbox outbox, Links links, Exits exits, PlatformTransactionManager transactions, Clock clock,
            @Value("${apusilta.base-url}") String baseUrl) {
        return new Sender(outbox, links, exits, new TransactionTemplate(transactions), clock, baseUrl);
    }

    @Bean
    @ConditionalOnProperty(name = "apusilta.messages.deliver", havingValue = "true", matchIfMissing = true)
    Round round(Sender sender) {
        return new Round(sender);
    }

    /** Looks for due messages all the time; an index makes that cheap. */
    record Round(Sender sender) {

        @Scheduled(fixedDelayString = "${apusilta.messages.round}")
        void deliver() {
            sender.deliver();
        }
    }
}
