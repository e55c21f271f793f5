package org.apusilta.relationship.web;

import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.Supports;
import org.apusilta.relationship.internal.CheckIns;
import org.apusilta.relationship.internal.Side;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The check-in page, once for each side. */
@Configuration(proxyBeanMethods = false)
class CheckInPages {

    @Bean
    LinkPage checkInOfClient(CheckIns checkIns, Supports supports, HelpRequests requests, Volunteers volunteers) {
        return new CheckInPage(Side.CLIENT, checkIns, supports, requests, volunteers);
    }

    @Bean
    LinkPage checkInOfVolunteer(CheckIns checkIns, Supports supports, HelpRequests requests, Volunteers volunteers) {
        return new CheckInPage(Side.VOLUNTEER, checkIns, supports, requests, volunteers);
    }
}
