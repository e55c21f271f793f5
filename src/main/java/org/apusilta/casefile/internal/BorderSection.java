package org.apusilta.casefile.internal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.casefile.CaseFile.Row;
import org.apusilta.casefile.TimelineEntry;
import org.apusilta.request.Border;
import org.apusilta.request.Border.Piece;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The border as it was decided: whose work each wanted piece is, by whom and why (R7). */
@Component
class BorderSection {

    private final Border border;
    private final CaseNames names;

    BorderSection(Border border, CaseNames names) {
        this.border = border;
        this.names = names;
    }

    List<Row> rows(UUID caseId, Wording w) {
        return border.of(caseId).stream().map(piece -> new Row(border.name(piece, w.reader()), whose(piece, w)
                + (decider(piece) == null ? "" : " · " + decider(piece)))).toList();
    }

    Stream<TimelineEntry> told(UUID caseId, Wording w) {
        return border.of(caseId).stream().filter(piece -> piece.decidedAt() != null).map(piece -> new TimelineEntry(piece.decidedAt(), "DECISION",
                w.of("border.told", border.name(piece, w.reader()), whose(piece, w)), decider(piece), List.of()));
    }

    /** A dash is kept where the engine no longer knew who had completed the task. */
    private @Nullable String decider(Piece piece) {
        return "-".equals(piece.decidedBy()) ? null : names.staff(piece.decidedBy());
    }

    private static String whose(Piece piece, Wording w) {
        var whose = w.of("border." + (piece.decided() == null ? "waiting" : piece.decided()));
        return piece.reason() == null ? whose : whose + ", " + w.of("border.why", w.text("request.border.reason." + piece.reason()));
    }
}
