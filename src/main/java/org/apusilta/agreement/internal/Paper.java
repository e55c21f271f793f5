package org.apusilta.agreement.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apusilta.agreement.Agreements.Confirmation;
import org.apusilta.agreement.internal.Agreeing.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An agreement laid out for reading, on the page as in the PDF. */
@Component
public class Paper {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final AgreementLetters letters;

    Paper(AgreementLetters letters) {
        this.letters = letters;
    }

    /** @param part task, help or excluded @param lines what it says, one sentence a line */
    public record Section(String part, List<String> lines) {}

    /** @param means LINK, PHONE or PAPER; null while not confirmed @param on the day in Helsinki */
    public record Signature(Side side, String name, @Nullable String means, @Nullable LocalDate on) {}

    /** @return the three parts, in order */
    public List<Section> sections(Shown shown) {
        var version = shown.version();
        return List.of(section("task", version.task()), section("help", version.help()), section("excluded", version.excluded()));
    }

    /** @return who confirmed how, the client first */
    public List<Signature> signatures(Shown shown) {
        var version = shown.version();
        return List.of(signature(shown, Side.CLIENT, version.byClient()), signature(shown, Side.VOLUNTEER, version.byVolunteer()));
    }

    private static Section section(String part, String text) {
        return new Section(part, text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    }

    private Signature signature(Shown shown, Side side, @Nullable Confirmation given) {
        return new Signature(side, letters.name(shown.version(), side), given == null ? null : given.means().name(),
                given == null ? null : LocalDate.ofInstant(given.at(), HELSINKI));
    }
}
