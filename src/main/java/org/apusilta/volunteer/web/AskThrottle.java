package org.apusilta.volunteer.web;

import java.time.Clock;
import org.apusilta.security.AddressThrottle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often one address may ask for links. */
@Component
class AskThrottle extends AddressThrottle {

    AskThrottle(Clock clock, @Value("${apusilta.own-page.most-per-address}") int most) {
        super(clock, most);
    }
}
