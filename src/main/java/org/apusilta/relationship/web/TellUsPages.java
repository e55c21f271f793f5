package org.apusilta.relationship.web;

import java.time.Clock;
import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.Supports;
import org.apusilta.relationship.internal.Hearing;
import org.apusilta.relationship.internal.Side;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages to tell us something and to say how one sees it, once for each side. */
@Configuration(proxyBeanMethods = false)
class TellUsPages {

    @Bean
    LinkPage tellUsOfClient(TellUsForm form, Supports supports, HelpRequests requests, Volunteers volunteers, Clock clock) {
        return new TellUsPage(Side.CLIENT, form, supports, requests, volunteers, clock);
    }

    @Bean
    LinkPage tellUsOfVolunteer(TellUsForm form, Supports supports, HelpRequests requests, Volunteers volunteers, Clock clock) {
        return new TellUsPage(Side.VOLUNTEER, form, supports, requests, volunteers, clock);
    }

    @Bean
    LinkPage viewOfClient(Hearing hearing) {
        return new ViewPage(Side.CLIENT, hearing);
    }

    @Bean
    LinkPage viewOfVolunteer(Hearing hearing) {
        return new ViewPage(Side.VOLUNTEER, hearing);
    }
}
