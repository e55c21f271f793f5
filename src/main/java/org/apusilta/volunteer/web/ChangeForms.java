package org.apusilta.volunteer.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.engine.FormFilling;
import org.apusilta.engine.Typed;
import org.apusilta.volunteer.AccessLog;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.VolunteerChanges;
import org.apusilta.volunteer.internal.VolunteerChanges.Change;
import org.apusilta.volunteer.internal.VolunteerChanges.What;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the forms of volunteer-change whom it is about and what they said: these tasks have no case to read it in. */
@Configuration(proxyBeanMethods = false)
class ChangeForms {

    private final Volunteers volunteers;
    private final VolunteerChanges changes;
    private final Catalogue catalogue;
    private final AccessLog looks;
    private final MessageSource texts;

    ChangeForms(Volunteers volunteers, VolunteerChanges changes, Catalogue catalogue, AccessLog looks, MessageSource texts) {
        this.volunteers = volunteers;
        this.changes = changes;
        this.catalogue = catalogue;
        this.looks = looks;
        this.texts = texts;
    }

    @Bean
    FormFilling reviewWishesForm() {
        return new Filling("review-wishes");
    }

    @Bean
    FormFilling sayGoodbyeForm() {
        return new Filling("say-goodbye");
    }

    @Bean
    FormFilling settleCasesForm() {
        return new Filling("settle-cases");
    }

    private final class Filling implements FormFilling {

        private final String name;

        Filling(String name) {
            this.name = name;
        }

        @Override
        public String form() {
            return "volunteer/" + name;
        }

        @Override
        public void fill(ObjectNode form, UUID volunteerId, String taskId, Locale language) {
            var lines = new ArrayList<String>();
            volunteers.contact(volunteerId).ifPresent(who -> lines.add(line("own.form.volunteer", language, Typed.inForm(
                    Stream.of(who.name(), who.phone(), who.email()).filter(Objects::nonNull).collect(Collectors.joining(", "))))));
            change(volunteerId).ifPresent(change -> said(volunteerId, change, language, lines));
            StreamSupport.stream(form.get("components").spliterator(), false).filter(component -> "whatToDo".equals(component.path("id").asText()))
                    .map(ObjectNode.class::cast).forEach(text -> text.put("text", text.get("text").asText() + "\n\n" + String.join("\n\n", lines)));
            looks.looked(volunteerId, AccessLog.What.CONTACT, null);
        }

        private Optional<Change> change(UUID volunteerId) {
            var wanted = name.equals("review-wishes") ? What.WISHES : What.LEAVES;
            return changes.of(volunteerId).stream().filter(change -> change.what() == wanted && change.outcome() == null).findFirst();
        }

        private void said(UUID volunteerId, Change change, Locale language, List<String> lines) {
            if (change.what() == What.WISHES) {
                lines.add(line("own.form.now", language, names(changes.kindsOf(volunteerId), language)));
                lines.add(line("own.form.wished", language, names(change.kinds(), language)));
            }
            if (change.words() != null) {
                lines.add(line("own.form.words", language, Typed.inForm(change.words())));
            }
            if (!Volunteers.THEMSELVES.equals(change.saidBy())) {
                lines.add(texts.getMessage("own.form.byPhone", null, language));
            }
        }

        private String names(List<String> kinds, Locale language) {
            return kinds.isEmpty() ? "–" : kinds.stream().map(catalogue::kind).flatMap(Optional::stream).map(Kind::name).map(kind -> kind.in(language)).collect(Collectors.joining(", "));
        }

        private String line(String key, Locale language, String value) {
            return texts.getMessage(key, new Object[] {value}, language);
        }
    }
}
