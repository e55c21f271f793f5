package org.apusilta.volunteer.internal;

import java.util.List;
import java.util.UUID;
import org.apusilta.volunteer.CareKind;
import org.apusilta.volunteer.PartnerTasks;
import org.apusilta.volunteer.internal.CareDue.Due;
import org.apusilta.volunteer.internal.CareDue.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does what is due: thanks, certificates, greetings, partners' tasks. Nothing cheerful goes to who has left or mourns. */
@Service
@Transactional
public class Recognitions {

    private static final String OURSELVES = "APUSILTA";

    private final CareDue due;
    private final CareFinding finding;
    private final CareEvents events;
    private final CareLetters letters;
    private final Certificates certificates;
    private final ObjectProvider<PartnerTasks> partners;
    private final JdbcClient database;

    Recognitions(CareDue due, CareFinding finding, CareEvents events, CareLetters letters, Certificates certificates, ObjectProvider<PartnerTasks> partners, JdbcClient database) {
        this.due = due;
        this.finding = finding;
        this.events = events;
        this.letters = letters;
        this.certificates = certificates;
        this.partners = partners;
        this.database = database;
    }

    /** @return false when it may not go now: then nothing was sent, and somebody is to look again */
    public boolean thank(UUID id) {
        var one = due.find(id).orElseThrow();
        if (finding.spared(one.volunteerId())) {
            due.notYet(id);
            return false;
        }
        if (due.settle(id, Outcome.THANKED)) {
            var by = one.approvedBy() == null ? OURSELVES : one.approvedBy();
            var certificate = one.certificate() ? certificates.issue(one.volunteerId(), one.occasion(), by) : null;
            letters.thanks(one.volunteerId(), one.occasion(), one.words(), certificate);
            events.note(one.volunteerId(), certificate == null ? CareKind.THANKS : CareKind.APPRECIATION, due.today(), by);
        }
        return true;
    }

    public void setAside(UUID id) {
        due.settle(id, Outcome.SET_ASIDE);
    }

    /** On the day only, and only while they agree and do not mourn; a greeting that may not go is not made good later. */
    public void greet(UUID id) {
        var one = due.find(id).orElseThrow();
        boolean agreed = database.sql("SELECT count(*) FROM apusilta.volunteer_birthday WHERE volunteer_id = ?").param(one.volunteerId()).query(Integer.class).single() == 1;
        if (!agreed || finding.spared(one.volunteerId())) {
            due.settle(id, Outcome.SET_ASIDE);
        } else if (due.settle(id, Outcome.GREETED)) {
            letters.birthday(one.volunteerId());
            events.note(one.volunteerId(), CareKind.APPRECIATION, due.today(), OURSELVES);
        }
    }

    /** @param by who did it, null when nobody was logged in */
    public void cared(UUID id, CareKind kind, @Nullable String by) {
        var one = due.find(id).orElseThrow();
        if (due.settle(id, Outcome.CARED)) {
            events.note(one.volunteerId(), kind, due.today(), by == null ? OURSELVES : by, one.words());
        }
    }

    /** Names the partners that need people; when none does, the letter says that we go on looking. */
    public void tellPartners(UUID id) {
        var one = due.find(id).orElseThrow();
        if (due.settle(id, Outcome.PARTNERS) && !finding.spared(one.volunteerId())) {
            letters.partners(one.volunteerId(), offered(one));
            events.note(one.volunteerId(), CareKind.GUIDANCE, due.today(), one.approvedBy() == null ? OURSELVES : one.approvedBy());
        }
    }

    /** @return names of partners that need people for what this volunteer would like to do */
    @Transactional(readOnly = true)
    public List<String> offered(Due one) {
        var kinds = database.sql("SELECT kind_code FROM apusilta.volunteer_kind WHERE volunteer_id = ?").param(one.volunteerId()).query(String.class).list();
        return partners.stream().flatMap(some -> some.forSomebody(kinds, one.major()).stream()).distinct().toList();
    }

    /** @return the account's new certificate for who asked for one, sent to them by link as well */
    public UUID certificate(UUID volunteerId, String by) {
        var id = certificates.issue(volunteerId, null, by);
        if (!finding.spared(volunteerId)) {
            letters.certificate(volunteerId, id);
        }
        return id;
    }
}
