package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.Volunteers.Reason;
import org.apusilta.volunteer.internal.VolunteerChanges.Change;
import org.apusilta.volunteer.internal.VolunteerChanges.What;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On the card: breaks, returns, wishes and leaving, with why and by what means; newest first. */
@Component
class ComingAndGoingSection implements CardSection {

    private static final int MOST = 12;
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final VolunteerChanges changes;
    private final PlannedChanges plans;
    private final Catalogue catalogue;
    private final MessageSource texts;
    private final JdbcClient jdbc;

    ComingAndGoingSection(VolunteerChanges changes, PlannedChanges plans, Catalogue catalogue, MessageSource texts, JdbcClient jdbc) {
        this.changes = changes;
        this.plans = plans;
        this.catalogue = catalogue;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 910;
    }

    @Override
    public String titleKey() {
        return "own.change.title";
    }

    @Override
    public List<CardLine> lines(UUID volunteerId) {
        var lines = new ArrayList<CardLine>();
        jdbc.sql("SELECT erase_on FROM apusilta.volunteer WHERE id = ? AND erase_on IS NOT NULL").param(volunteerId).query(LocalDate.class).optional()
                .ifPresent(eraseOn -> lines.add(new CardLine(text("own.change.erase"), day(eraseOn))));
        plans.of(volunteerId).ifPresent(plan -> lines.add(new CardLine(text("own.change.planned"), text("own.plan." + plan.what(), day(plan.day()), plan.until() == null ? "" : day(plan.until())))));
        changes.of(volunteerId).stream().limit(MOST).forEach(change -> lines.add(new CardLine(day(LocalDate.ofInstant(change.saidAt(), HELSINKI)), said(change))));
        return lines;
    }

    private String said(Change change) {
        var parts = new ArrayList<String>();
        parts.add(text("own.change." + change.what(), change.until() == null ? "" : day(change.until())));
        if (change.what() == What.WISHES) {
            parts.add(change.kinds().stream().map(catalogue::kind).flatMap(Optional::stream).map(Kind::name).map(name -> name.in(LocaleContextHolder.getLocale())).collect(Collectors.joining(", ")));
            parts.add(text("own.change.outcome." + (change.outcome() == null ? "OPEN" : change.outcome())));
        }
        if (change.reason() != null && change.reason() != Reason.NOT_TOLD) {
            parts.add(text("own.reason." + change.reason()));
        }
        if (change.words() != null) {
            parts.add("”" + change.words() + "”");
        }
        if (!"-".equals(change.saidBy())) {
            parts.add(text(Volunteers.THEMSELVES.equals(change.saidBy()) ? "own.change.byThemselves" : "own.change.byPhone"));
        }
        return String.join(" – ", parts);
    }

    private static String day(LocalDate day) {
        return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
    }

    private String text(String key, Object... with) {
        return texts.getMessage(key, with, key, LocaleContextHolder.getLocale());
    }
}
