package org.apusilta.relationship.internal;

import java.time.Clock;
import java.util.UUID;
import org.apusilta.relationship.internal.Concern.About;
import org.apusilta.relationship.internal.Concern.By;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What worries somebody about a support, told at any time: today's task of the district's coordinator. */
@Service
@Transactional
public class Worries {

    private final SupportRows supports;
    private final PeriodRows periods;
    private final ConcernRows concerns;
    private final SupportSignals process;
    private final LeadLetter lead;
    private final Clock clock;

    Worries(SupportRows supports, PeriodRows periods, ConcernRows concerns, SupportSignals process, LeadLetter lead, Clock clock) {
        this.supports = supports;
        this.periods = periods;
        this.concerns = concerns;
        this.process = process;
        this.lead = lead;
        this.clock = clock;
    }

    /**
     * Keeps it and makes it a coordinator's task. The lead hears of danger, abuse, money and health at once, and of whatever comes
     * when no task can be made of it: while another concern is open, or after the end.
     *
     * @param recordedBy the account that heard it by phone, null when it came by link
     */
    public void tell(UUID caseId, By by, About about, boolean urgent, String words, @Nullable String recordedBy) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var period = periods.findBySupportIdAndNumber(support.id(), support.period()).orElseThrow();
        concerns.save(Concern.told(period.id(), by, about, urgent, words, recordedBy, clock.instant()));
        boolean heard = process.concernRaised(caseId, urgent || about.safeguarding());
        if (about.safeguarding() || !heard) {
            lead.concern(caseId, about.safeguarding());
        }
    }

    /** A coordinator found it when calling because nothing had been heard. */
    public void found(UUID caseId) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var period = periods.findBySupportIdAndNumber(support.id(), support.period()).orElseThrow();
        concerns.save(new Concern(period.id(), By.COORDINATOR, clock.instant()));
    }
}
