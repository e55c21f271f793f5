package org.apusilta.request.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apusilta.catalogue.BorderRule;
import org.apusilta.catalogue.BorderRule.Side;
import org.apusilta.catalogue.BorderRules;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.engine.Words;
import org.apusilta.request.Border;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the pieces of a request, keeps what was proposed and decided, and says what that means for the whole. */
@Service
@Transactional
public class BorderPieces implements Border {

    /** What the pieces come to together. */
    public enum Whole { VOLUNTEER, PART, PROFESSIONAL, UNDECIDED }

    private static final String STEP = "screenRequest";

    private final BorderTable table;
    private final RequestRows requests;
    private final BorderRules rules;
    private final Catalogue catalogue;
    private final Words words;
    private final Clock clock;

    BorderPieces(BorderTable table, RequestRows requests, BorderRules rules, Catalogue catalogue, Words words, Clock clock) {
        this.table = table;
        this.requests = requests;
        this.rules = rules;
        this.catalogue = catalogue;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Sorts each wanted kind, and each thing a rule finds in the words. What a person has decided stays.
     *
     * @param decide the decision: the rule's side (NONE when no rule speaks of it) and the source to a side
     * @return what is proposed for the whole
     */
    public Whole sort(UUID caseId, BiFunction<String, Source, Side> decide) {
        var request = requests.findById(caseId).orElseThrow();
        var inForce = rules.on(LocalDate.now(clock.withZone(Intake.HELSINKI)));
        var ofKinds = inForce.stream().filter(r -> r.kind() != null).collect(Collectors.toMap(BorderRule::kind, Function.identity(), (a, b) -> a));
        for (var kind : request.kinds) {
            propose(caseId, kind, Source.KIND, ofKinds.get(kind), decide);
        }
        inForce.stream().filter(rule -> rule.kind() == null && rule.spottedIn(request.description))
                .forEach(rule -> propose(caseId, rule.code(), Source.WORDS, rule, decide));
        return whole(of(caseId), Piece::proposed);
    }

    private void propose(UUID caseId, String code, Source source, @Nullable BorderRule rule, BiFunction<String, Source, Side> decide) {
        var side = decide.apply(rule == null ? "NONE" : rule.side().name(), source);
        table.propose(caseId, code, source, rule == null ? null : rule.service(), rule == null ? null : rule.validFrom(), side);
    }

    /**
     * Keeps what the person said of each piece in the form; a clear proposal that was left as it is counts as confirmed. Kinds that
     * are a professional's work are not looked for any more.
     */
    public Whole decide(UUID caseId, String by) {
        for (var piece : of(caseId)) {
            var said = words.latest(caseId, STEP, "border_" + piece.code()).map(Side::valueOf);
            var reason = words.latest(caseId, STEP, "borderwhy_" + piece.code()).map(Reason::valueOf);
            decided(piece, said, reason).ifPresent(side ->
                    table.decide(caseId, piece.code(), side, side == piece.proposed() ? null : reason.orElse(null), by, clock.instant()));
        }
        var pieces = of(caseId);
        var whole = whole(pieces, Piece::decided);
        if (whole == Whole.PART) {
            requests.findById(caseId).orElseThrow().kinds.removeIf(kind -> pieces.stream()
                    .anyMatch(p -> p.source() == Source.KIND && p.code().equals(kind) && p.decided() == Side.PROFESSIONAL));
        }
        return whole;
    }

    /** Otherwise than a clear rule proposes only with a reason; what is unclear needs no other. */
    private static Optional<Side> decided(Piece piece, Optional<Side> said, Optional<Reason> reason) {
        if (piece.proposed() == Side.UNCLEAR) {
            return said.filter(side -> side != Side.UNCLEAR);
        }
        var side = said.orElse(piece.proposed());
        return side == piece.proposed() || reason.isPresent() ? Optional.of(side) : Optional.empty();
    }

    /** A volunteer is looked for by the kinds of help: when none of those is left, nothing is, whatever else the words speak of. */
    private static Whole whole(List<Piece> pieces, Function<Piece, @Nullable Side> which) {
        var sides = pieces.stream().map(which).map(Optional::ofNullable).toList();
        if (sides.stream().anyMatch(side -> side.isEmpty() || side.get() == Side.UNCLEAR)) {
            return Whole.UNDECIDED;
        }
        var kinds = pieces.stream().filter(piece -> piece.source() == Source.KIND).toList();
        // a case of release 0.1.0 has no pieces: nothing in it was found to be a professional's
        if (!kinds.isEmpty() && kinds.stream().allMatch(piece -> which.apply(piece) == Side.PROFESSIONAL)) {
            return Whole.PROFESSIONAL;
        }
        return sides.stream().noneMatch(side -> side.get() == Side.PROFESSIONAL) ? Whole.VOLUNTEER : Whole.PART;
    }

    /** @return what goes back to who asked: each professional piece and where it belongs, a line each; null when there is none */
    public @Nullable String returned(UUID caseId, Locale language) {
        var lines = new ArrayList<String>();
        of(caseId).stream().filter(piece -> piece.decided() == Side.PROFESSIONAL)
                .forEach(piece -> lines.add(("– " + name(piece, language) + ". " + advice(piece, language)).strip()));
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Piece> of(UUID caseId) {
        return table.of(caseId);
    }

    @Override
    public void cameUp(UUID caseId, UUID occasion, String code, @Nullable String service, @Nullable LocalDate ruleFrom, Side proposed, Side decided, String by) {
        var reason = decided == proposed || proposed == Side.UNCLEAR ? null : Reason.OTHER;
        table.cameUp(caseId, occasion, new Piece(code, Source.VISIT, service, proposed, decided, reason, by, clock.instant()), ruleFrom);
    }

    @Override
    @Transactional(readOnly = true)
    public String name(Piece piece, Locale language) {
        return piece.source() == Source.KIND ? catalogue.kind(piece.code()).map(kind -> kind.name().in(language)).orElse(piece.code())
                : rule(piece).map(rule -> rule.name().in(language)).orElse(piece.code());
    }

    @Override
    @Transactional(readOnly = true)
    public String advice(Piece piece, Locale language) {
        return rule(piece).map(rule -> rule.advice().in(language)).orElse("");
    }

    private Optional<BorderRule> rule(Piece piece) {
        return rules.all().stream().filter(rule -> Objects.equals(piece.source() == Source.KIND ? rule.kind() : rule.code(), piece.code())).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Declined> allProfessional(@Nullable String major, Instant from, Instant to) {
        return table.allProfessional(major, from, to);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Count> counts(@Nullable String major, Instant from, Instant to) {
        return table.counts(major, from, to);
    }
}
