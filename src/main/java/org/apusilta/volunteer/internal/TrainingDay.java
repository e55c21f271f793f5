package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Languages;
import org.apusilta.volunteer.internal.TrainingSessions.Session;
import org.springframework.stereotype.Component;

/** Sessions as pages show them, in the reader's language. */
@Component
public class TrainingDay {

    /** One line. @param name what is taught, with what a lecture is about @param language the language it is held in, in the reader's */
    public record Line(UUID id, String training, String name, String when, String place, String mode, String language, int free, int taken, int seats, int waiting, String state) {}

    private final Trainings trainings;
    private final ProofPeople people;

    TrainingDay(Trainings trainings, ProofPeople people) {
        this.trainings = trainings;
        this.people = people;
    }

    /** @return today in Helsinki */
    public LocalDate today() {
        return people.today();
    }

    /** @return the sessions, in their order */
    public List<Line> lines(List<Session> sessions, Locale reader) {
        var names = trainings.courses(reader).stream().collect(Collectors.toMap(Trainings.Course::code, Trainings.Course::name));
        return sessions.stream().map(one -> new Line(one.id(), one.training(), names.get(one.training()) + (one.title() == null ? "" : ": " + one.title()), one.when(), one.place(), one.mode(),
                Languages.name(one.language(), reader), one.free(), one.taken(), one.seats(), one.waiting(), one.state())).toList();
    }
}
