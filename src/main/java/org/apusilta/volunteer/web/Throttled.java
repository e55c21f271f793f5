package org.apusilta.volunteer.web;

import java.time.Clock;
import org.apusilta.security.AddressThrottle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often one address may send the application. */
@Component
class Throttled extends AddressThrottle {

    /** @param most sendings from one address in ten minutes; a library or a school shares one */
    Throttled(Clock clock, @Value("${apusilta.request.most-per-address}") int most) {
        super(clock, most);
    }
}
