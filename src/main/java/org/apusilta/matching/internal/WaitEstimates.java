package org.apusilta.matching.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.apusilta.matching.internal.WaitCurve.Wait;
import org.apusilta.matching.internal.WaitEstimate.Basis;
import org.apusilta.matching.internal.WaitEstimate.Span;
import org.apusilta.matching.internal.WaitingRows.Past;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Estimates a wait from what others waited for the same kind of help in the same major district; where they are too few, from
 * more of them in named steps, and where all are too few it says so.
 */
@Component
class WaitEstimates {

    /** Fewer who waited at least as long, or fewer of them who found somebody, tell nothing. */
    static final int ENOUGH = 12;
    static final int ENOUGH_FOUND = 5;

    private static final double HALF = 0.5;
    private static final double MOST = 0.8;
    private static final double WEEK = 7;

    private final WaitingRows rows;
    private final MessageSource texts;
    private final Clock clock;

    WaitEstimates(WaitingRows rows, MessageSource texts, Clock clock) {
        this.rows = rows;
        this.texts = texts;
        this.clock = clock;
    }

    WaitEstimate of(UUID caseId) {
        return rows.find(caseId).map(own -> of(own, rows.past(caseId, clock.instant()))).orElse(new WaitEstimate(Basis.NONE, 0, null, null));
    }

    String words(UUID caseId, Locale asked) {
        return say(of(caseId), WorkingLanguage.of(asked));
    }

    /** One number where half and most come to the same weeks: two would read like a slip. */
    String say(WaitEstimate estimate, Locale reader) {
        if (estimate.half() == null || estimate.most() == null) {
            return texts.getMessage("matching.wait.NONE", null, reader);
        }
        if (estimate.half().equals(estimate.most())) {
            return texts.getMessage("matching.wait.same." + estimate.basis(), new Object[] {estimate.cases(), span(estimate.most(), reader)}, reader);
        }
        return texts.getMessage("matching.wait." + estimate.basis(), new Object[] {estimate.cases(), span(estimate.half(), reader), span(estimate.most(), reader)}, reader);
    }

    private WaitEstimate of(WaitingRows.Row own, List<Past> past) {
        double waited = Duration.between(own.beganAt(), clock.instant()).toMinutes() / (24 * 60.0);
        for (var basis : List.of(Basis.KIND_DISTRICT, Basis.KIND_CITY, Basis.DISTRICT, Basis.ALL)) {
            var curve = WaitCurve.of(past.stream().filter(like(basis, own)).map(one -> new Wait(one.days(), one.found())).toList());
            if (curve.longerThan(waited) >= ENOUGH && curve.foundAfter(waited) >= ENOUGH_FOUND) {
                return new WaitEstimate(basis, curve.longerThan(waited), span(curve, HALF, waited), span(curve, MOST, waited));
            }
        }
        return new WaitEstimate(Basis.NONE, 0, null, null);
    }

    private static Predicate<Past> like(Basis basis, WaitingRows.Row own) {
        return one -> switch (basis) {
            case KIND_DISTRICT -> one.kind().equals(own.kind()) && one.major().equals(own.major());
            case KIND_CITY -> one.kind().equals(own.kind());
            case DISTRICT -> one.major().equals(own.major());
            default -> true;
        };
    }

    /** Whole weeks from now: more precision would not be honest. */
    private static Span span(WaitCurve curve, double share, double waited) {
        var day = curve.by(share, waited);
        return day.isPresent() ? new Span((int) Math.max(1, Math.ceil((day.getAsDouble() - waited) / WEEK)), false)
                : new Span((int) Math.max(1, Math.floor((curve.longest() - waited) / WEEK)), true);
    }

    private String span(Span span, Locale reader) {
        var key = span.longer() ? "longer" : span.weeks() == 1 ? "one" : "many";
        return texts.getMessage("matching.wait.weeks." + key, new Object[] {span.weeks()}, reader);
    }
}
