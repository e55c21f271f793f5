package org.apusilta.volunteer.internal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.volunteer.Application;
import org.apusilta.volunteer.Applications;
import org.apusilta.volunteer.InvalidApplication;
import org.apusilta.volunteer.NewApplication;
import org.apusilta.volunteer.NewApplication.Age;
import org.apusilta.volunteer.VolunteerGone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes applications in, and lets those go who change their mind. */
@Service
@Transactional
class TakenIn implements Applications, org.apusilta.volunteer.Applicants {

    private final ApplicationRows rows;
    private final ApplicationRules rules;
    private final Catalogue catalogue;
    private final OnboardingProcess process;

    TakenIn(ApplicationRows rows, ApplicationRules rules, Catalogue catalogue, @Lazy OnboardingProcess process) {
        this.rows = rows;
        this.rules = rules;
        this.catalogue = catalogue;
        this.process = process;
    }

    @Override
    public UUID submit(NewApplication application) {
        var problems = rules.check(application);
        if (!problems.isEmpty()) {
            throw new InvalidApplication(problems);
        }
        var id = UUID.randomUUID();
        if (!rows.add(id, application.age() == Age.CHILD ? application : withoutGuardian(application))) {
            return rows.sent(application.sending());
        }
        var kinds = application.kinds().stream().flatMap(code -> catalogue.kind(code).stream()).toList();
        var facts = new OnboardingProcess.Facts(kinds.stream().anyMatch(Kind::checkRequired), kinds.stream().anyMatch(Kind::atHome),
                kinds.stream().anyMatch(Kind::confidential));
        rows.started(id, process.start(rows.find(id).orElseThrow(), facts));
        return id;
    }

    /** Nobody's data without a reason. */
    private static NewApplication withoutGuardian(NewApplication one) {
        return new NewApplication(one.sending(), one.enteredBy(), one.group(), one.person(), one.birthYear(), one.age(), one.language(), one.kinds(), one.district(),
                one.reachMetres(), one.slots(), one.languages(), one.practiseFinnish(), one.home(), one.motivation(), one.heardFrom(), null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Application> find(UUID id) {
        return rows.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Applicant> applicant(UUID id) {
        return rows.find(id).filter(one -> one.outcome() == null && one.birthYear() != null).map(one -> new Applicant(id, one.person().givenName(), one.person().familyName(),
                one.person().email(), one.person().phone(), one.language(), one.birthYear(), one.major(), Set.copyOf(one.kinds())));
    }

    @Override
    public boolean withdraw(UUID id, @Nullable String by) {
        var open = rows.find(id).filter(one -> one.outcome() == null);
        if (open.isEmpty() || open.get().instanceId() == null) {
            return false;
        }
        boolean first = process.withdraw(open.get().instanceId());
        if (first) {
            rows.withdrawnBy(id, by == null ? "LINK" : "PHONE");
        }
        return first;
    }

    /** Somebody in the register already, not yet a volunteer, leaves there: their application goes, too. */
    @EventListener
    void on(VolunteerGone gone) {
        withdraw(gone.volunteerId(), gone.by().equals("VOLUNTEER") ? null : gone.by());
    }
}
