package org.apusilta.volunteer.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apusilta.messaging.LinkPage;
import org.apusilta.volunteer.internal.TrainingDay;
import org.apusilta.volunteer.internal.TrainingSessions;
import org.apusilta.volunteer.internal.TrainingSessions.Seat;
import org.apusilta.volunteer.internal.Trainings;
import org.apusilta.volunteer.internal.Trainings.How;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Behind the invitation: sessions and online courses for what is missing. The link is used as often as needed, until nothing is. */
@Component
class TrainingPage implements LinkPage {

    private final Trainings trainings;
    private final TrainingSessions sessions;
    private final TrainingDay day;

    TrainingPage(Trainings trainings, TrainingSessions sessions, TrainingDay day) {
        this.trainings = trainings;
        this.sessions = sessions;
        this.day = day;
    }

    @Override
    public String purpose() {
        return Trainings.PURPOSE;
    }

    @Override
    public Page show(Opened link) {
        return page(link, null);
    }

    /** Sessions are named by id, online courses by code; both only as the page offers them. */
    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var person = trainings.invited(link.subject()).orElseThrow();
        var session = fields.getOrDefault("session", "");
        var course = fields.getOrDefault("done", "");
        if (session.matches("[0-9a-f-]{36}")) {
            return page(link, sessions.signUp(UUID.fromString(session), person, null).name());
        }
        if ("yes".equals(fields.get("sure")) && online(link, person).stream().anyMatch(one -> one.code().equals(course))) {
            trainings.complete(person, course, day.today(), How.LINK, null);
            return page(link, "DONE");
        }
        return page(link, "CHOOSE");
    }

    private List<Trainings.Course> online(Opened link, UUID person) {
        var missing = Set.copyOf(trainings.missing(person));
        return trainings.courses(link.language()).stream().filter(one -> one.way().equals("ONLINE"))
                .filter(one -> missing.contains(one.code()) || one.countsAs() != null && missing.contains(one.countsAs())).toList();
    }

    private Page page(Opened link, @Nullable String said) {
        var model = new HashMap<String, Object>();
        var person = trainings.invited(link.subject()).orElseThrow();
        var missing = trainings.missing(person);
        var wanted = new HashSet<>(missing);
        var courses = trainings.courses(link.language());
        courses.stream().filter(one -> one.countsAs() != null && missing.contains(one.countsAs())).forEach(one -> wanted.add(one.code()));
        model.put("missing", courses.stream().filter(one -> missing.contains(one.code())).toList());
        model.put("online", online(link, person));
        model.put("mine", sessions.mine(person));
        model.put("sessions", day.lines(sessions.coming().stream().filter(one -> wanted.contains(one.training())).toList(), link.language()));
        model.put("said", said == null ? "" : said);
        return new Page("training", model, missing.isEmpty());
    }
}
