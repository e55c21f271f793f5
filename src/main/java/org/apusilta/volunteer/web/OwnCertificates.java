package org.apusilta.volunteer.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.volunteer.OwnPageSection;
import org.apusilta.volunteer.OwnTasks;
import org.apusilta.volunteer.internal.Certificates;
import org.springframework.stereotype.Component;

/** On the own page: the certificates given, also to who has left. A new one is given by a person or at the end. */
@Component
class OwnCertificates implements OwnPageSection, OwnTasks {

    private static final String PURPOSE = "certificate";

    /** @param path below the own page */
    public record Line(long number, LocalDate day, String path) {}

    private final Certificates certificates;

    OwnCertificates(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public String view() {
        return "certificate";
    }

    @Override
    public Map<String, Object> model(UUID volunteerId, Locale language) {
        return Map.of("care", "/volunteers/" + volunteerId + "/care", "lines", certificates.of(volunteerId).stream()
                .map(one -> new Line(one.number(), one.issuedOn(), "/task/" + PURPOSE + "/" + volunteerId + "/" + one.id())).toList());
    }

    @Override
    public boolean afterLeaving() {
        return true;
    }

    @Override
    public List<Task> of(UUID volunteerId, Locale language) {
        return List.of();
    }

    @Override
    public boolean mayOpen(UUID volunteerId, String purpose, UUID caseId, UUID subject) {
        return purpose.equals(PURPOSE) && caseId.equals(volunteerId) && certificates.find(subject).filter(one -> one.volunteerId().equals(volunteerId)).isPresent();
    }
}
