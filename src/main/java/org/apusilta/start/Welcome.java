package org.apusilta.start;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells a newcomer where to go, when everything is ready. */
@Component
@Profile("demo")
class Welcome {

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            System.out.println(text("http://localhost:" + web.getWebServer().getPort()));
        }
    }

    static String text(String address) {
        return """

                Apusilta is ready.

                  Start page      %1$s/
                  Ask for help    %1$s/request
                  Sent messages   %1$s/demo/messages
                  Log in          %1$s/login     (the password is the same word)

                    coordinator        all districts, in Tasklist
                    coordinator-east   the eastern district only
                    lead               looks after all coordinators
                    social-worker      sends requests
                    manager            watches the whole
                    admin              keeps the system running
                    organisation       an organisation's contact, its own volunteers only
                    responsible        answers for the volunteers of the libraries

                Stop with Ctrl-C; the data stays in ./data.
                """.formatted(address);
    }
}
