package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.volunteer.OwnPageSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On the volunteer's own page: what was agreed with the city, and the trainings. */
@Configuration(proxyBeanMethods = false)
class OwnProofs {

    /** One agreement. */
    public record Agreed(LocalDate from, LocalDate until, String language, List<String> lines, boolean valid) {}

    private record Section(int order, String view, java.util.function.BiFunction<UUID, Locale, Map<String, Object>> reads) implements OwnPageSection {

        @Override
        public Map<String, Object> model(UUID volunteerId, Locale language) {
            return reads.apply(volunteerId, language);
        }
    }

    @Bean
    OwnPageSection ownCityAgreement(CityAgreements agreements, ProofPeople people) {
        return new Section(410, "city-agreement", (id, language) -> Map.of("agreed", agreements.of(id).stream().filter(one -> one.validFrom() != null && one.validUntil() != null)
                .map(one -> new Agreed(one.validFrom(), one.endedOn() == null ? one.validUntil() : one.endedOn(), one.language(), one.text().lines().toList(), one.state(people.today()).equals("valid")))
                .reduce((older, newer) -> newer).stream().toList()));
    }

    @Bean
    OwnPageSection ownTrainings(Trainings trainings, TrainingSessions sessions, TrainingDay day) {
        return new Section(500, "trainings", (id, language) -> {
            var model = new HashMap<String, Object>();
            var names = trainings.courses(language).stream().collect(java.util.stream.Collectors.toMap(Trainings.Course::code, Trainings.Course::name));
            var mine = sessions.mine(id);
            model.put("names", names);
            model.put("done", trainings.done(id));
            model.put("missing", trainings.missing(id));
            model.put("coming", day.lines(sessions.coming().stream().filter(one -> mine.containsKey(one.id())).toList(), language));
            return model;
        });
    }
}
