package org.apusilta.volunteer.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apusilta.engine.FormFilling;
import org.apusilta.engine.Typed;
import org.apusilta.volunteer.internal.CareDays;
import org.apusilta.volunteer.internal.CareDue;
import org.apusilta.volunteer.internal.CareDue.Due;
import org.apusilta.volunteer.internal.Recognitions;
import org.apusilta.volunteer.internal.Recreations;
import org.apusilta.volunteer.process.CareTasks;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the forms of care who it is about and why: names never were in the engine. */
@Configuration(proxyBeanMethods = false)
class CareForms {

    private final CareTasks tasks;
    private final CareDue due;
    private final Recognitions recognitions;
    private final MessageSource texts;

    CareForms(CareTasks tasks, CareDue due, Recognitions recognitions, MessageSource texts) {
        this.tasks = tasks;
        this.due = due;
        this.recognitions = recognitions;
        this.texts = texts;
    }

    @Bean
    FormFilling approveThanksForm() {
        return new Filling("volunteer/approve-thanks", "whichMilestone", (one, language) ->
                say("care.form.milestone", language, Typed.inForm(one.name()), say("care.milestone." + one.occasion(), language))
                        + (one.certificate() ? "\n\n" + say("care.form.certificate", language) : ""));
    }

    @Bean
    FormFilling contactVolunteerForm() {
        return new Filling("volunteer/contact-volunteer", "whoItIs", (one, language) -> say("care.form.silence", language, Typed.inForm(one.name()), day(one, language)));
    }

    @Bean
    FormFilling offerFirstTaskForm() {
        return new Filling("volunteer/offer-first-task", "whoItIs", (one, language) -> {
            var partners = recognitions.offered(one).stream().map(Typed::inForm).toList();
            return say("care.form.firstTask", language, Typed.inForm(one.name()), day(one, language)) + "\n\n"
                    + (partners.isEmpty() ? say("care.form.noPartners", language) : say("care.form.partners", language, String.join(", ", partners)));
        });
    }

    /** Its key is the event's id. */
    @Bean
    FormFilling recordAttendanceForm(Recreations recreations) {
        return new FormFilling() {
            @Override
            public String form() {
                return "volunteer/record-attendance";
            }

            @Override
            public void fill(ObjectNode filled, UUID eventId, String taskId, Locale language) {
                recreations.find(eventId).ifPresent(event -> filled.get("components").forEach(component -> {
                    if (component.path("id").asText().equals("whichEvent")) {
                        ((ObjectNode) component).put("text", say("care.form.attendance", language, Typed.inForm(event.title(language)), CareDays.longDay(event.day(), language), event.id().toString()));
                    }
                }));
            }
        };
    }

    private static String day(Due one, Locale language) {
        return CareDays.longDay(LocalDate.parse(one.occasion()), language);
    }

    private String say(String key, Locale language, Object... values) {
        return texts.getMessage(key, values, language);
    }

    private final class Filling implements FormFilling {

        private final String form;
        private final String place;
        private final BiFunction<Due, Locale, String> words;

        Filling(String form, String place, BiFunction<Due, Locale, String> words) {
            this.form = form;
            this.place = place;
            this.words = words;
        }

        @Override
        public String form() {
            return form;
        }

        @Override
        public void fill(ObjectNode filled, UUID volunteerId, String taskId, Locale language) {
            tasks.instanceOf(taskId).flatMap(due::behind).ifPresent(one -> filled.get("components").forEach(component -> {
                if (component.path("id").asText().equals(place)) {
                    ((ObjectNode) component).put("text", words.apply(one, language));
                }
            }));
        }
    }
}
