package org.apusilta.relationship.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apusilta.engine.FormFilling;
import org.apusilta.relationship.internal.Closings;
import org.apusilta.relationship.internal.Closings.Closing;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the forms of an ending whom to call: the support is over, and the Case tab shows no volunteer any more. */
@Configuration(proxyBeanMethods = false)
class ClosingForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);

    /** Whom a form is about. */
    enum Whom { VOLUNTEER, REQUESTER, BOTH }

    private final Closings closings;
    private final Volunteers volunteers;
    private final HelpRequests requests;
    private final MessageSource texts;

    ClosingForms(Closings closings, Volunteers volunteers, HelpRequests requests, MessageSource texts) {
        this.closings = closings;
        this.volunteers = volunteers;
        this.requests = requests;
        this.texts = texts;
    }

    @Bean
    FormFilling callVolunteerForm() {
        return new Filling("call-volunteer", Whom.VOLUNTEER);
    }

    @Bean
    FormFilling debriefVolunteerForm() {
        return new Filling("debrief-volunteer", Whom.VOLUNTEER);
    }

    @Bean
    FormFilling helpOnwardForm() {
        return new Filling("help-onward", Whom.VOLUNTEER);
    }

    @Bean
    FormFilling callRequesterForm() {
        return new Filling("call-requester", Whom.REQUESTER);
    }

    @Bean
    FormFilling tellBreachForm() {
        return new Filling("tell-breach", Whom.BOTH);
    }

    private final class Filling implements FormFilling {

        private final String name;
        private final Whom whom;

        Filling(String name, Whom whom) {
            this.name = name;
            this.whom = whom;
        }

        @Override
        public String form() {
            return "relationship/" + name;
        }

        @Override
        public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
            var closing = closings.find(caseId);
            var lines = Stream.of(
                    whom == Whom.REQUESTER ? Optional.<String>empty() : closing.map(Closing::volunteerId).flatMap(volunteers::contact)
                            .map(v -> line("volunteer", language, v.name(), v.phone(), v.email())),
                    whom == Whom.REQUESTER ? Optional.<String>empty() : closing.map(Closing::volunteerId).flatMap(volunteer -> away(volunteer, language)),
                    whom == Whom.BOTH ? Optional.of(requests.client(caseId)).map(c -> line("client", language, c.name(), c.phone(), c.email())) : Optional.<String>empty(),
                    whom == Whom.REQUESTER ? Optional.of(requests.requester(caseId)).map(r -> line("requester", language, r.name(), r.phone(), r.email())) : Optional.<String>empty(),
                    name.equals("help-onward") ? closing.map(Closing::wish).map(wish -> line("wish", language, texts.getMessage("next.wish." + wish, null, language))) : Optional.<String>empty())
                    .flatMap(Optional::stream).collect(Collectors.joining("\n\n"));
            StreamSupport.stream(form.get("components").spliterator(), false).filter(component -> "whatToDo".equals(component.path("id").asText()))
                    .map(ObjectNode.class::cast).forEach(text -> text.put("text", text.get("text").asText() + "\n\n" + lines));
        }

        /** Whoever calls must know: a promise of somebody new would be out of place. */
        private Optional<String> away(UUID volunteer, Locale language) {
            return volunteers.hasLeft(volunteer) ? Optional.of(texts.getMessage("closing.form.left", null, language))
                    : volunteers.restingUntil(volunteer).map(until -> texts.getMessage("closing.form.rests", new Object[] {DAY.withLocale(language).format(until)}, language));
        }

        private String line(String who, Locale language, @Nullable String... known) {
            return texts.getMessage("closing.form." + who, new Object[] {Stream.of(known).filter(Objects::nonNull).collect(Collectors.joining(", "))}, language);
        }
    }
}
