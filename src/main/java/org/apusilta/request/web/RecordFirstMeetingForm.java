package org.apusilta.request.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apusilta.engine.FormFilling;
import org.apusilta.request.FirstMeetings;
import org.apusilta.request.FirstMeetings.Answer;
import org.apusilta.request.FirstMeetings.Meeting;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the form what both have answered by link. Their own words are in the Case tab, as they wrote them. */
@Component
class RecordFirstMeetingForm implements FormFilling {

    private final FirstMeetings meetings;
    private final MessageSource texts;

    RecordFirstMeetingForm(FirstMeetings meetings, MessageSource texts) {
        this.meetings = meetings;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "request/record-first-meeting";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var all = meetings.of(caseId);
        var answers = StreamSupport.stream(form.get("components").spliterator(), false)
                .filter(component -> "answers".equals(component.path("id").asText())).map(ObjectNode.class::cast).findFirst().orElseThrow();
        var said = Stream.of("CLIENT", "VOLUNTEER").map(side -> all.isEmpty() ? text("none", language, side(side, language))
                : sentence(all.get(all.size() - 1), side, language)).collect(Collectors.joining("\n"));
        answers.put("text", answers.get("text").asText() + "\n\n" + said);
    }

    private String sentence(Meeting meeting, String side, Locale language) {
        return meeting.answers().stream().filter(answer -> answer.side().equals(side)).findFirst()
                .map(answer -> said(answer, language)).orElseGet(() -> text("none", language, side(side, language)));
    }

    private String said(Answer answer, Locale language) {
        return text(answer.words() == null ? "said" : "said.words", language, side(answer.side(), language),
                texts.getMessage("request.meeting.felt." + answer.felt(), null, language), texts.getMessage("request.meeting.goOn." + answer.goOn(), null, language));
    }

    private String side(String side, Locale language) {
        return text("side." + side, language);
    }

    private String text(String key, Locale language, Object... values) {
        return texts.getMessage("request.meeting.form." + key, values, language);
    }
}
