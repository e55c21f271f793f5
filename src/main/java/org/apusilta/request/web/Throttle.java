package org.apusilta.request.web;

import java.time.Clock;
import org.apusilta.security.AddressThrottle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often one address may send the public form. */
@Component
class Throttle extends AddressThrottle {

    /** @param most sendings from one address in ten minutes; a library or a service house shares one */
    Throttle(Clock clock, @Value("${apusilta.request.most-per-address}") int most) {
        super(clock, most);
    }
}
