package org.apusilta.casefile.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.casefile.CaseFile.Met;
import org.apusilta.casefile.CaseFile.Opening;
import org.apusilta.casefile.CaseFile.Row;
import org.apusilta.matching.Matching;
import org.apusilta.partner.HandOffs;
import org.apusilta.request.FirstMeetings;
import org.apusilta.request.FirstMeetings.Answer;
import org.apusilta.request.FirstMeetings.Meeting;
import org.apusilta.request.FirstMeetings.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** First meetings with what each side said, and who opened the client's details when, the volunteer or a partner. */
@Component
class MeetingSection {

    private final FirstMeetings meetings;
    private final Matching matching;
    private final HandOffs handOffs;
    private final CaseNames names;

    MeetingSection(FirstMeetings meetings, Matching matching, HandOffs handOffs, CaseNames names) {
        this.meetings = meetings;
        this.matching = matching;
        this.handOffs = handOffs;
        this.names = names;
    }

    List<Met> of(UUID caseId, Wording w) {
        return meetings.of(caseId).stream().map(one -> new Met(title(one, w), rows(one, w), one.answers().stream()
                .filter(answer -> answer.words() != null).map(answer -> new Row(w.of("role." + answer.side()), answer.words())).toList())).toList();
    }

    List<Opening> openings(UUID caseId, Wording w) {
        return Stream.concat(matching.openings(caseId).stream().map(one -> new Opening(names.volunteer(one.volunteerId()), w.of("opening." + one.what()), one.at())),
                handOffs.openings(caseId).stream().map(one -> new Opening(one.partner(), w.of("opening.CONTACT"), one.at())))
                .sorted(Comparator.comparing(Opening::at)).toList();
    }

    private String title(Meeting one, Wording w) {
        return (one.on() == null ? w.of("meeting.on.unknown") : w.of("meeting.on", w.day(one.on()))) + ": " + names.volunteer(one.volunteerId());
    }

    private List<Row> rows(Meeting one, Wording w) {
        var missing = Arrays.stream(Topic.values()).filter(topic -> !one.covered().contains(topic)).toList();
        return Stream.of(new Row(w.of("meeting.accompanied"), w.of("meeting.accompanied." + one.accompanied())),
                said(one, "CLIENT", w), said(one, "VOLUNTEER", w),
                one.covered().isEmpty() ? null : new Row(w.of("meeting.covered"), topics(one.covered(), w)),
                one.covered().isEmpty() || missing.isEmpty() ? null : new Row(w.of("meeting.missing"), topics(missing, w)))
                .filter(Objects::nonNull).toList();
    }

    private @Nullable Row said(Meeting one, String side, Wording w) {
        var answer = one.answers().stream().filter(given -> given.side().equals(side)).findFirst();
        return one.askedAt() == null ? null : new Row(w.of("role." + side), answer.map(given -> said(given, w)).orElseGet(() -> w.of("meeting.waiting")));
    }

    private static String said(Answer answer, Wording w) {
        return w.of("meeting.said", w.of("meeting.felt." + answer.felt()), w.of("meeting.goOn." + answer.goOn()));
    }

    private static String topics(List<Topic> topics, Wording w) {
        return w.list(topics.stream().map(topic -> w.of("meeting.topic." + topic)));
    }
}
