package org.apusilta.request.web;

import org.apusilta.messaging.LinkPage;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.internal.MeetingRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page after the first meeting, once for each side. */
@Configuration(proxyBeanMethods = false)
class MeetingPages {

    @Bean
    LinkPage meetingOfClient(MeetingRecords meetings, HelpRequests requests) {
        return new MeetingPage("CLIENT", meetings, requests);
    }

    @Bean
    LinkPage meetingOfVolunteer(MeetingRecords meetings, HelpRequests requests) {
        return new MeetingPage("VOLUNTEER", meetings, requests);
    }
}
