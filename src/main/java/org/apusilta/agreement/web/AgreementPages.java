package org.apusilta.agreement.web;

import org.apusilta.agreement.internal.Agreeing;
import org.apusilta.agreement.internal.AgreementPdf;
import org.apusilta.agreement.internal.Paper;
import org.apusilta.agreement.internal.Side;
import org.apusilta.messaging.LinkPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One page for each side's link. */
@Configuration(proxyBeanMethods = false)
class AgreementPages {

    @Bean
    LinkPage agreementClientPage(Agreeing agreements, AgreementPdf pdf, Paper paper) {
        return new AgreementPage(Side.CLIENT, agreements, pdf, paper);
    }

    @Bean
    LinkPage agreementVolunteerPage(Agreeing agreements, AgreementPdf pdf, Paper paper) {
        return new AgreementPage(Side.VOLUNTEER, agreements, pdf, paper);
    }
}
