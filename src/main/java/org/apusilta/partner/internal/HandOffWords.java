package org.apusilta.partner.internal;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.catalogue.Languages;
import org.apusilta.request.HelpRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a partner is told before it has said yes: the minimum to decide by, and nothing of who or where exactly. */
@Component
public class HandOffWords {

    /** The city's days, whatever the server's zone. */
    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /**
     * The minimum data, in words.
     *
     * @param task kinds of help in one line
     * @param times null when any time will do
     * @param hours a week, null when not said
     */
    public record Minimum(String task, List<Help> help, String area, @Nullable String times, String languages, @Nullable String hours,
            boolean recurring, LocalDate since) {}

    /** One kind of help with its border (R15, R20). */
    public record Help(String name, String belongs, String excluded) {}

    private final HelpRequests requests;
    private final Catalogue catalogue;
    private final MessageSource texts;

    HandOffWords(HelpRequests requests, Catalogue catalogue, MessageSource texts) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** @return the case's minimum data in this language */
    public Minimum of(UUID caseId, Locale reader) {
        var facts = requests.facts(caseId);
        var kinds = facts.kinds().stream().map(code -> catalogue.kind(code).orElseThrow()).toList();
        var district = catalogue.district(facts.district()).orElseThrow();
        return new Minimum(names(kinds, reader),
                kinds.stream().map(kind -> new Help(kind.name().in(reader), kind.belongs().in(reader), kind.excluded().in(reader))).toList(),
                district.name().in(reader), facts.times().isEmpty() ? null : times(facts.times(), reader),
                languages(spoken(caseId), reader),
                facts.hoursPerWeek() == null ? null : NumberFormat.getInstance(reader).format(facts.hoursPerWeek()), facts.recurring(),
                facts.receivedAt().atZone(HELSINKI).toLocalDate());
    }

    /** @return what a whole network may read, to which the client has not said yes: the part of the city is enough */
    public Minimum anonymous(UUID caseId, Locale reader) {
        var told = of(caseId, reader);
        var major = catalogue.district(requests.facts(caseId).district()).orElseThrow().majorName().in(reader);
        var area = texts.getMessage("partner.network.area", new Object[] {major}, reader);
        return new Minimum(told.task(), told.help(), area, told.times(), told.languages(), told.hours(), told.recurring(), told.since());
    }

    /** @return the languages wished for, else the client's own */
    List<String> spoken(UUID caseId) {
        var wished = requests.facts(caseId).languages();
        return wished.isEmpty() ? List.of(requests.client(caseId).language()) : wished;
    }

    static String names(Collection<Kind> kinds, Locale reader) {
        return kinds.stream().map(kind -> kind.name().in(reader)).collect(Collectors.joining(", "));
    }

    /** @return names of languages */
    public static String languages(Collection<String> codes, Locale reader) {
        return codes.stream().map(code -> Languages.name(code, reader)).collect(Collectors.joining(", "));
    }

    /** Days in order, each with its parts: {@code Monday morning, afternoon; Friday evening}. */
    private String times(Collection<String> times, Locale reader) {
        return Stream.of(DayOfWeek.values()).filter(day -> times.stream().anyMatch(slot -> slot.startsWith(code(day))))
                .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, reader) + " " + Stream.of("AM", "PM", "EVE")
                        .filter(part -> times.contains(code(day) + "_" + part))
                        .map(part -> texts.getMessage("partner.part." + part, null, reader)).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
